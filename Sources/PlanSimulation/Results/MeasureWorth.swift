public import PlanModel
import PlanSchedule

/// What a measure of the plan is worth: by how many days an end comes earlier, the same futures with it and without it.
public struct MeasureWorth: Hashable, Sendable {
  /// The id of the risk that the measure belongs to.
  public let risk: String
  /// The id of the measure among those of its risk.
  public let measure: String
  /// What the plan calls the measure, for people.
  public let name: String
  /// Days at the percentile; negative where it makes the end later.
  public let days: Double
  /// How far the days may be off, with 95 % confidence, from batches that are independent; nil for a single batch.
  public let error: Double?
}

extension Simulation {
  /// What the measures of a plan that say what they change are worth for an end, at a percentile, the most first.
  ///
  /// - Parameters:
  ///   - share: the percentile, such as 0.8.
  ///   - batches: of this simulation; each measure is run on the same.
  /// - Complexity: one run and one lowering for each measure.
  public func measures(for end: ActivityID?, at share: Double, batches: Range<Int>) -> [MeasureWorth] {
    let plan = model.network.plan
    let candidates = plan.risks.flatMap { risk in
      risk.measures.filter { !$0.changes.isEmpty }.map { (risk, $0) }
    }
    guard !candidates.isEmpty, !batches.isEmpty else { return [] }
    // What gets Sobol points differs from plan to plan.
    let sampling: SamplingMode = sampling == .sobol ? .latinHypercube : sampling
    func minutes(_ simulation: Simulation) -> [Int32]? { simulation.run(batches: batches).minutes(of: end) }
    let usual = Simulation(
      model, seed: seed, watching: end.map { [$0] } ?? [], countingDriversOf: [], sampling: sampling, on: path)
    guard let without = minutes(usual) else { return [] }
    let found = candidates.compactMap { risk, measure -> MeasureWorth? in
      guard let changed = try? plan.applying(scenarios: [], changes: measure.changes),
        let network = try? Network(changed)
      else { return nil }
      let simulation = Simulation(
        RiskModel(network), seed: seed, watching: end.map { [$0] } ?? [], countingDriversOf: [], sampling: sampling,
        on: path)
      guard let with = minutes(simulation) else { return nil }
      let gains = stride(from: 0, to: without.count, by: Batch.size).map { first in
        gain(without[first..<(first + Batch.size)], with[first..<(first + Batch.size)], share)
      }
      let mean = gains.reduce(0, +) / Double(gains.count)
      let squares = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let count = Double(gains.count)
      return MeasureWorth(
        risk: risk.id, measure: measure.id, name: measure.name, days: gain(without[...], with[...], share),
        error: gains.count > 1 ? 1.959963984540054 * (squares / (count - 1) / count).squareRoot() : nil)
    }
    return found.enumerated().sorted { ($1.1.days, $0.0) < ($0.1.days, $1.0) }.map(\.1)
  }

  private func gain(_ without: ArraySlice<Int32>, _ with: ArraySlice<Int32>, _ share: Double) -> Double {
    func quantile(_ values: ArraySlice<Int32>) -> Int32 {
      values.sorted()[Quantile.index(of: share, count: values.count)]
    }
    return Double(Int64(quantile(without)) - Int64(quantile(with))) / 1440
  }
}
