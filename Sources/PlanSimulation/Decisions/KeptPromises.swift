package import PlanModel

/// How a plan keeps several promises together, future by future.
///
///     let kept = KeptPromises([.init(days: bergen, last: november), .init(days: oslo, last: january)])
///     kept?.share                     // the share of futures in which both hold
///     kept?.expectedLateness          // days by which the most broken one is late, on average
package struct KeptPromises: Hashable, Sendable {
  /// One promise: the day of every future, and the last day that keeps it.
  package struct Promise: Hashable, Sendable {
    package let days: [Day]
    package let last: Day

    package init(days: [Day], last: Day) {
      self.days = days
      self.last = last
    }
  }

  /// By future, the days by which the most broken promise is late; 0 where all are kept.
  package let lateness: [Double]
  /// In how many futures all are kept.
  package let kept: Int
  private let sampling: SamplingMode

  /// Nothing where a promise has no futures, or others than the first. No promises at all are kept by nothing and broken by
  /// nothing: nothing, too. Linear.
  ///
  /// - Parameter sampling: how the futures were drawn.
  package init?(_ promises: [Promise], _ sampling: SamplingMode = .plain) {
    self.sampling = sampling
    guard let count = promises.first?.days.count, count > 0, promises.allSatisfy({ $0.days.count == count }) else {
      return nil
    }
    var worst = [Int](repeating: 0, count: count)
    for promise in promises {
      for future in 0..<count { worst[future] = max(worst[future], promise.days[future] - promise.last) }
    }
    lateness = worst.map(Double.init)
    kept = worst.count { $0 == 0 }
  }

  package var futures: Int { lateness.count }
  /// The share of futures in which all are kept.
  package var share: Double { Double(kept) / Double(futures) }
  /// The same with 95 % confidence.
  package var interval: ClosedRange<Double> { ShareInterval.of(lateness.map { $0 == 0 }, sampling) }
  package var expectedLateness: Double { lateness.reduce(0, +) / Double(futures) }
}
