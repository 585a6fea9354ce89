/// Two plans on the same futures: for each iteration, when plan A and when plan B finishes.
///
///     let pair = PairedFinishes(a: finishesOfA, b: finishesOfB)
///     pair?.probabilityAEarlier                       // 0.7
///     pair?.onTime(\.a, by: promise)
///
/// Any unit of time; less is better. What is said of the sample is exact; ``Dominance`` tells how sure it is.
package struct PairedFinishes: Hashable, Sendable {
  package let a: [Double]
  package let b: [Double]

  /// Nothing unless both lists are equally long, not empty, and finite.
  package init?(a: [Double], b: [Double]) {
    guard a.count == b.count, !a.isEmpty, (a + b).allSatisfy({ $0.isFinite && abs($0) < 1e100 }) else { return nil }
    self.a = a
    self.b = b
  }

  package var count: Int { a.count }
  package var meanA: Double { Self.mean(a) }
  package var meanB: Double { Self.mean(b) }
  package var probabilityAEarlier: Double { share { $0 < $1 } }
  package var probabilityTie: Double { share { $0 == $1 } }
  package var probabilityBEarlier: Double { share { $0 > $1 } }

  /// By how much A is later than B on average.
  package var meanDifference: Double { Self.mean(zip(a, b).map { $0 - $1 }) }

  /// The standard deviation of the difference within one future; nothing for a single one.
  package var pairedDeviation: Double? { Self.variance(zip(a, b).map { $0 - $1 })?.squareRoot() }

  /// What the deviation of the difference would be had each plan had futures of its own.
  package var unpairedDeviation: Double? {
    guard let first = Self.variance(a), let second = Self.variance(b) else { return nil }
    return (first + second).squareRoot()
  }

  /// The share of futures in which a plan finishes no later than promised.
  package func onTime(_ plan: KeyPath<Self, [Double]>, by promise: Double) -> Double {
    Double(self[keyPath: plan].count { $0 <= promise }) / Double(count)
  }

  /// The mean lateness against a promise, futures that keep it counting zero.
  package func expectedLateness(_ plan: KeyPath<Self, [Double]>, after promise: Double) -> Double {
    Self.mean(self[keyPath: plan].map { max(0, $0 - promise) })
  }

  /// The mean of the worst futures: those above the quantile p, at least the very worst.
  ///
  /// - Complexity: O(n log n).
  package func tailMean(_ plan: KeyPath<Self, [Double]>, above p: Double) -> Double {
    let sorted = self[keyPath: plan].sorted()
    let share = p > 0 ? min(p, 1) : 0
    return Self.mean(Array(sorted[min(count - 1, Int((Double(count) * share).rounded()))...]))
  }

  private func share(_ condition: (Double, Double) -> Bool) -> Double {
    Double(zip(a, b).count { condition($0, $1) }) / Double(count)
  }

  private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private static func variance(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
