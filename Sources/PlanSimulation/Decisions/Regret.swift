/// What choosing each of several plans costs against having known the future.
///
///     let regret = Regret(of: [finishesOfA, finishesOfB])
///     regret?.expected            // [1.8, 1.6]: days lost to the better plan, on average
package struct Regret: Hashable, Sendable {
  package let means: [Double]
  /// Per plan, the mean of how much later it is than the best plan of each future.
  package let expected: [Double]
  package let maximum: [Double]
  /// The plan with the least mean, the first of several.
  package let best: Int
  /// What it is worth to know the future before choosing: the least mean less the mean of the least.
  package let valueOfPerfectInformation: Double

  /// Nothing unless there are plans, all with equally many finishes of the same futures, all finite. Linear.
  package init?(of plans: [[Double]]) {
    guard let count = plans.first?.count, count > 0, plans.allSatisfy({ $0.count == count }),
      plans.allSatisfy({ $0.allSatisfy { $0.isFinite && abs($0) < 1e100 } })
    else { return nil }
    let least = (0..<count).map { future in plans.reduce(Double.infinity) { min($0, $1[future]) } }
    let means = plans.map { $0.reduce(0, +) / Double(count) }
    self.means = means
    expected = plans.map { plan in zip(plan, least).reduce(0) { $0 + ($1.0 - $1.1) } / Double(count) }
    maximum = plans.map { plan in zip(plan, least).reduce(0) { max($0, $1.0 - $1.1) } }
    best = means.indices.min { means[$0] < means[$1] } ?? 0
    valueOfPerfectInformation = means[best] - least.reduce(0, +) / Double(count)
  }
}
