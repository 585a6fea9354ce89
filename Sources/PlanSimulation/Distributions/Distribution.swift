/// How an uncertain quantity is spread.
///
///     let test = try Distribution.triangular(min: 30, mode: 40, max: 65)
///     test.mean               // 45
///     test.quantile(0.8)      // 51.7…
///
/// The unit is the caller's. A distribution can only be built with parameters that make sense; the factories throw
/// ``InvalidDistribution`` otherwise. All figures are the same bits on every machine.
public struct Distribution: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case constant(Double)
    case uniform(min: Double, max: Double)
    case triangular(min: Double, mode: Double, max: Double)
    case pert(min: Double, max: Double, alpha: Double, beta: Double)
    case normal(mean: Double, deviation: Double)
    case lognormal(location: Double, scale: Double)
    case exponential(mean: Double)
    /// Values rise strictly, shares are positive and add up to one.
    case discrete([Outcome])
  }

  /// One of the values that a discrete quantity can take.
  public struct Outcome: Hashable, Sendable {
    /// In the unit of the quantity, such as working minutes.
    public var value: Double
    /// A share, 0…1; those of all outcomes have to add up to one.
    public var probability: Double

    /// A value and how likely it is; ``Distribution/discrete(_:)`` checks the probabilities, all together.
    public init(_ value: Double, probability: Double) {
      self.value = value
      self.probability = probability
    }
  }

  package let shape: Shape

  package init(_ shape: Shape) { self.shape = shape }

  /// Whether the quantity has one value only.
  public var isConstant: Bool { if case .constant = shape { true } else { false } }

  /// The least value, minus infinity where there is none.
  public var minimum: Double {
    switch shape {
    case .constant(let value): value
    case .uniform(let min, _), .triangular(let min, _, _), .pert(let min, _, _, _): min
    case .normal: -.infinity
    case .lognormal, .exponential: 0
    case .discrete(let outcomes): outcomes.first?.value ?? .nan
    }
  }

  /// The greatest value, infinity where there is none.
  public var maximum: Double {
    switch shape {
    case .constant(let value): value
    case .uniform(_, let max), .triangular(_, _, let max), .pert(_, let max, _, _): max
    case .normal, .lognormal, .exponential: .infinity
    case .discrete(let outcomes): outcomes.last?.value ?? .nan
    }
  }
}

/// Why parameters make no distribution.
public enum InvalidDistribution: Error, Hashable, Sendable {
  /// A parameter is infinite or not a number.
  case notFinite
  /// The values do not rise from the least by the mode to the greatest, or from P10 by the mode to P90.
  case order
  /// A parameter that has to be positive is not: a deviation, a mean of a lognormal or exponential quantity, a PERT weight.
  case notPositive
  /// There is no outcome, or a probability is negative, or they do not add up to one.
  case probabilities
  /// No distribution of the family has these percentiles.
  case percentiles
}
