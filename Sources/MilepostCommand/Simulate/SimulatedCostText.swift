import PlanComparison
import PlanModel
import PlanRendering
import PlanSimulation

/// What futures cost, and how likely money and dates hold together, as text for people.
struct SimulatedCostText {
  private let result: SimulationResult
  private let costs: CostFutures
  private let words: Words
  private let width: Int

  init(_ result: SimulationResult, _ costs: CostFutures, _ words: Words, _ width: Int) {
    self.result = result
    self.costs = costs
    self.words = words
    self.width = width
  }

  private var shares: [Int] { result.question.percentiles }

  var lines: [String] {
    var table = TextTable(
      columns: [.init(" "), .init(words.forecastColumn, .right)]
        + shares.map { .init(words.percentile($0), .right) } + [.init(words.meanColumn, .right)])
    func add(_ name: String, _ forecast: Amount?, _ odds: CostOdds) {
      table.add(
        [name, forecast.map(words.amount) ?? words.none]
          + shares.map { money(odds.quantile(Double($0) / 100_000)) } + [money(odds.mean)])
    }
    for row in costs.rows where row.odds.quantile(0) != row.odds.quantile(1) {
      add(row.project.title, row.cost.forecast, row.odds)
      for (name, limit) in frames(row.cost) { table.add(note: within(row.odds, name, limit), indent: 2) }
      for joint in JointOdds.all(row, in: result) {
        table.add(
          note: words.jointly(
            words.target(joint.target), words.frame(joint.frame),
            words.probability(joint.value, joint.interval, isAtMost: joint.isAtMost)), indent: 2)
      }
    }
    add(words.everythingRow, nil, costs.total)
    return [words.costsHeading(costs.unit)]
      + table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
      + indented(words.costNote(varies: true, leftOut: costs.leftOut), by: 2, to: width)
  }

  private func frames(_ cost: Cost) -> [(String, Amount)] {
    [(Frame.steering, cost.steeringFrame), (.cost, cost.costFrame)].compactMap { frame, limit in
      limit.map { (words.frame(frame), $0) }
    }
  }

  private func within(_ odds: CostOdds, _ name: String, _ limit: Amount) -> String {
    words.within(
      name, limit,
      words.probability(odds.probability(within: limit.double), odds.interval(within: limit.double), isAtMost: false))
  }

  private func money(_ value: Double) -> String {
    words.amount(Amount(thousandths: Int64((min(max(value, -1e12), 1e12) * 1000).rounded())))
  }
}

/// How likely a target of a project and one of its frames are kept together.
struct JointOdds {
  let end: ActivityID
  let target: Fact<DateSpan>
  let frame: Frame
  let limit: Amount
  let value: Double
  let interval: ClosedRange<Double>
  let isAtMost: Bool

  /// For each end with a target in the project, and each frame.
  static func all(_ row: CostFutures.Row, in result: SimulationResult) -> [JointOdds] {
    result.forecasts.filter { $0.end?.project == row.project.id }.flatMap { forecast -> [JointOdds] in
      guard let end = forecast.end, let target = forecast.target, let last = target.value.latest,
        let days = result.simulated.days(of: end)
      else { return [] }
      return [(Frame.steering, row.cost.steeringFrame), (.cost, row.cost.costFrame)].compactMap { frame, limit in
        guard let limit, let value = row.odds.joint(days, by: last, within: limit.double) else { return nil }
        return JointOdds(
          end: end, target: target, frame: frame, limit: limit, value: value,
          interval: row.odds.jointInterval(days, by: last, within: limit.double), isAtMost: !forecast.leavesOut.isEmpty)
      }
    }
  }
}
