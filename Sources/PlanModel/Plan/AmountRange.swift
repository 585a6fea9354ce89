/// A number that is not sure: an amount of money, or a factor that stretches durations.
///
///     AmountRange("0.9..1.15..1.6")      // low, likely, high
///     AmountRange("2..4")                // likely is the middle, 3
public struct AmountRange: Hashable, Sendable, CustomStringConvertible {
  /// The favourable end, or its tenth percentile, as ``meaning`` says; nil: the likely amount.
  public var low: Amount?
  /// The most likely one: money in the unit of the plan's costs, or a bare factor.
  public var likely: Amount
  /// The unfavourable end, or its ninetieth percentile, as ``meaning`` says; nil: the likely amount.
  public var high: Amount?
  /// Whether low and high are the ends of the range, or percentiles of it.
  public var meaning: Estimate.Meaning
  /// The distribution that a simulation draws from; `discrete` is for durations alone.
  public var shape: Estimate.Shape
  /// The weight of ``likely`` in the shape `pert`; nil: 4.
  public var lambda: Amount?

  /// A range whose order is not checked, which ``isInOrder`` does; without low and high it is constant.
  public init(
    _ likely: Amount, low: Amount? = nil, high: Amount? = nil, meaning: Estimate.Meaning = .minMax,
    shape: Estimate.Shape = .triangular, lambda: Amount? = nil
  ) {
    self.low = low
    self.likely = likely
    self.high = high
    self.meaning = meaning
    self.shape = shape
    self.lambda = lambda
  }

  /// Reads `4`, `2..6` and `2..4..9`; nil where the text is none of them or its numbers decrease.
  public init?(_ text: String) {
    let parts = text.rangeParts.compactMap { Amount($0) }
    guard parts.count == text.rangeParts.count, parts.count <= 3 else { return nil }
    switch parts.count {
    case 1: self.init(parts[0])
    case 2: self.init(Amount(between: parts[0], parts[1]), low: parts[0], high: parts[1])
    default: self.init(parts[1], low: parts[0], high: parts[2])
    }
    guard isInOrder else { return nil }
  }

  /// Whether low, likely and high do not decrease.
  public var isInOrder: Bool { low ?? likely <= likely && likely <= high ?? likely }

  /// Whether there is nothing to draw.
  public var isConstant: Bool { low ?? likely == likely && high ?? likely == likely }

  /// `2..4..9`, or the likely amount alone.
  public var description: String {
    low == nil && high == nil ? "\(likely)" : "\(low ?? likely)..\(likely)..\(high ?? likely)"
  }
}

extension Amount {
  /// The middle of two amounts, rounded towards zero.
  fileprivate init(between low: Amount, _ high: Amount) {
    self.init(thousandths: (low.thousandths + high.thousandths) / 2)
  }
}
