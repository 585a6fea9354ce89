/// What it is worth to know whether one risk occurs before choosing between plans.
///
///     let value = DriverInformation(probability: 0.3, occurring: [130, 112], absent: [100, 104])
///     value?.prior                    // [109, 106.4]: choose the second
///     value?.value                    // 2.8 days
///
/// From expected finishes in either case, which the iterations of one run give when they are sorted by whether the risk occurred;
/// nothing has to be simulated for it.
package struct DriverInformation: Hashable, Sendable {
  package let probability: Double
  /// Expected finishes where the risk occurs, plan by plan.
  package let occurring: [Double]
  /// Expected finishes where it does not.
  package let absent: [Double]

  /// Nothing unless there are plans, equally many in both lists, all finite, and the probability lies in 0…1.
  package init?(probability: Double, occurring: [Double], absent: [Double]) {
    guard probability >= 0, probability <= 1, !occurring.isEmpty, occurring.count == absent.count,
      (occurring + absent).allSatisfy({ $0.isFinite && abs($0) < 1e100 })
    else { return nil }
    self.probability = probability
    self.occurring = occurring
    self.absent = absent
  }

  /// From a run: in which futures the risk occurred, and each plan's finishes.
  ///
  /// Nothing where the lists differ in length, or the risk occurred in all futures or in none.
  package init?(occurred: [Bool], finishes: [[Double]]) {
    let count = occurred.count { $0 }
    guard count > 0, count < occurred.count, finishes.allSatisfy({ $0.count == occurred.count }) else { return nil }
    func means(where state: Bool, over divisor: Int) -> [Double] {
      finishes.map { plan in zip(plan, occurred).reduce(0) { $0 + ($1.1 == state ? $1.0 : 0) } / Double(divisor) }
    }
    self.init(
      probability: Double(count) / Double(occurred.count), occurring: means(where: true, over: count),
      absent: means(where: false, over: occurred.count - count))
  }

  /// Expected finishes before anything is known.
  package var prior: [Double] {
    zip(occurring, absent).map { probability * $0 + (1 - probability) * $1 }
  }

  /// The plan with the least expected finish, the first of several.
  package var best: Int { prior.indices.min { prior[$0] < prior[$1] } ?? 0 }

  /// The expected finish for whoever chooses knowing whether the risk occurs.
  package var informed: Double {
    probability * (occurring.min() ?? 0) + (1 - probability) * (absent.min() ?? 0)
  }

  /// What knowing is worth: never below zero.
  package var value: Double { max(0, prior[best] - informed) }

  /// The probability at which two plans are equally good; nothing where one is always the better or they never differ.
  package func breakEven(between one: Int, and other: Int) -> Double? {
    guard occurring.indices.contains(one), occurring.indices.contains(other) else { return nil }
    let slope = (occurring[one] - absent[one]) - (occurring[other] - absent[other])
    guard slope != 0 else { return nil }
    let p = (absent[other] - absent[one]) / slope
    return p >= 0 && p <= 1 ? p : nil
  }
}
