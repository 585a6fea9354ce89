public import PlanModel

/// How sure a cost is: what it comes to in every future.
///
///     odds.quantile(0.8)                         // P80
///     odds.probability(within: frame)
///     odds.joint(days, by: promise, within: frame)    // both at once
public struct CostOdds: Hashable, Sendable {
  /// In order of futures.
  package let values: [Double]
  private let sorted: [Double]
  private let sampling: SamplingMode

  package init(_ values: [Double], _ sampling: SamplingMode = .plain) {
    self.values = values
    self.sampling = sampling
    sorted = values.sorted()
  }

  /// The average over all futures, in the unit of the cost; 0 without any.
  public var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

  /// The cost that at least this share of the futures stays within; 0 without any.
  public func quantile(_ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[Quantile.index(of: share, count: sorted.count)]
  }

  /// Between which costs the quantile lies, with 95 % confidence; an end is open where there are too few futures.
  ///
  /// By the order of values where futures are independent, between batches by Student's t where draws are spread evenly.
  public func confidence(_ share: Double) -> (lower: Double?, upper: Double?) {
    if sampling != .plain {
      let quantiles = BatchError.batches(of: values).map { batch in
        batch.sorted()[Quantile.index(of: share, count: batch.count)]
      }
      guard let half = BatchError.halfWidth(quantiles) else { return (nil, nil) }
      // Batches that all agree tell nothing about their error.
      if half > 0 { return (quantile(share) - half, quantile(share) + half) }
    }
    guard let interval = QuantileInterval(count: sorted.count, p: share, confidence: 0.95) else { return (nil, nil) }
    return (interval.lower.map { sorted[$0 - 1] }, interval.upper.map { sorted[$0 - 1] })
  }

  /// The share of futures that cost no more.
  public func probability(within limit: Double) -> Double {
    values.isEmpty ? 0 : Double(values.count { $0 <= limit }) / Double(values.count)
  }

  /// The same with 95 % confidence.
  public func interval(within limit: Double) -> ClosedRange<Double> {
    ShareInterval.of(values.map { $0 <= limit }, sampling)
  }

  /// The share of futures in which a date comes by a day and the cost stays within a limit: the joint confidence.
  ///
  /// - Parameter days: the date in every future, in the same order.
  public func joint(_ days: [Day], by day: Day, within limit: Double) -> Double? {
    guard !values.isEmpty, days.count == values.count else { return nil }
    return Double(zip(days, values).count { $0 <= day && $1 <= limit }) / Double(values.count)
  }

  /// The same with 95 % confidence.
  public func jointInterval(_ days: [Day], by day: Day, within limit: Double) -> ClosedRange<Double> {
    ShareInterval.of(zip(days, values).map { $0 <= day && $1 <= limit }, sampling)
  }
}
