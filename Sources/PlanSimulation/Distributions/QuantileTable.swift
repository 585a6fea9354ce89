/// A distribution compiled for drawing: values at fixed probabilities, and straight lines between them.
///
///     let table = QuantileTable(of: test)
///     table?.quantile(unitFloat(key.draw(iteration: 7)))
///
/// The knots stand closer towards both ends: each halving of the distance to 0 or 1 has 32 of them, down to 2⁻²⁴, the least that
/// ``unitFloat(_:)`` gives. So where a number falls is read from its bits, without a root or a search, and the extreme
/// tails are as exact as the middle. Against exact inversion no value is off by more than 1.1e-4 standard deviations for
/// PERT, normal and exponential distributions, nor the mean by more than 2.5e-5 and the standard deviation by 1.5e-5 of itself;
/// a lognormal one with σ = ½ by 3e-4, 2e-5 and 2e-5.
package struct QuantileTable: Sendable {
  /// First the values that lie above a share of 2⁻²⁴ … ½, then those that lie below such a share, then a spare one.
  package let values: [Float]

  package static let cellsPerHalving = 32
  /// Where the second half of the values begins.
  package static let upperHalf = 23 * cellsPerHalving + 1

  /// Nothing for discrete distributions; constant, uniform and triangular ones are quicker drawn by their formulas.
  ///
  /// - Complexity: O(1), of the order of 10 µs, or a millisecond for PERT.
  package init?(of distribution: Distribution) {
    if case .discrete = distribution.shape { return nil }
    var lower: [Float] = []
    var upper: [Float] = []
    lower.reserveCapacity(2 * Self.upperHalf + 1)
    if case .pert(let min, let max, let alpha, let beta) = distribution.shape {
      guard let standard = StandardBeta(alpha: alpha, beta: beta) else { return nil }
      var (low, high): (Double?, Double?)
      for cell in 0..<Self.upperHalf {
        let share = Self.share(at: cell)
        let (below, above) = (standard.quantile(share, from: low), standard.upperQuantile(share, from: high))
        (low, high) = (below, above)
        lower.append(Float(min + (max - min) * below))
        upper.append(Float(min + (max - min) * above))
      }
    } else {
      for cell in 0..<Self.upperHalf {
        let share = Self.share(at: cell)
        lower.append(Float(distribution.quantile(share)))
        upper.append(Float(distribution.upperQuantile(share)))
      }
    }
    values = lower + upper + upper.suffix(1)
  }

  /// The value below which a share u lies; u is taken as 2⁻²⁴ or 1 − 2⁻²⁴ where it is nearer to 0 or 1, or not a number.
  @inline(__always)
  package func quantile(_ u: Float) -> Float {
    let (index, fraction) = Self.place(of: u)
    let value = values[Int(index)]
    return value + fraction * (values[Int(index) + 1] - value)
  }

  /// The probability of a knot, as a distance to the nearer end.
  private static func share(at cell: Int) -> Double {
    let (halving, step) = cell.quotientAndRemainder(dividingBy: cellsPerHalving)
    return Double(
      sign: .plus, exponent: halving - 24, significand: 1 + Double(step) / Double(cellsPerHalving))
  }
}
