import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// Two plans on the same futures as text for people.
struct SimulatedComparisonText {
  let odds: SimulatedComparison
  let names: Pair<String>
  let words: Words
  let width: Int
  /// Gaps that are taken as buffers though they may be work, by plan.
  var openGaps: [[SizedGap]] = []

  private var sides: [SimulatedComparison.Side] { [odds.sides.first, odds.sides.second] }
  private var labels: [String] { [names.first, names.second] }
  private var plans: [SimulatedPlan] { [odds.plans.first, odds.plans.second] }

  var text: String {
    let (one, other) = (odds.plans.first, odds.plans.second)
    var lines = indented(words.title(of: other.plan), by: 0)
    for (name, plan) in zip(labels, plans) {
      lines += indented(words.side(name, plan.plan.scenario(ScenarioID(name))), by: 0)
    }
    let shared = other.plan.applied.filter { !labels.contains($0) }
    if !shared.isEmpty { lines += indented(words.shared(shared), by: 0) }
    if let decision = odds.decision { lines += indented(words.choice(decision), by: 0) }
    lines += indented(
      words.pairedFutures(
        one.futures.iterations, seed: one.simulation.seed, generator: Simulation.generator, one.simulation.sampling),
      by: 0)
    if one.drawn == other.drawn {
      lines += indented(words.drawn(one.drawn), by: 0)
    } else {
      for (name, plan) in zip(labels, plans) { lines += indented(words.drawn(plan.drawn, in: name), by: 0) }
    }
    lines += [""] + promises
    lines +=
      ["", words.whichIsEarlier] + (odds.rows.isEmpty ? indented(words.nothingDiffers(areTheSame: false), by: 2) : [])
    for row in odds.rows { lines += earlier(row) }
    lines += [""] + knowledge + [""] + deadline + [""]
    lines += indented(words.oddsNote, by: 0)
    if one.simulation.sampling != .plain { lines += indented(words.evenDrawsNote, by: 0) }
    if sides.contains(where: { !$0.leavesOut.isEmpty }) { lines += indented(words.atMostNote, by: 0) }
    if !openGaps.isEmpty { lines += indented(words.drawnAsBuffers(openGaps, in: labels), by: 0) }
    let (heading, items) = words.assumptions(behind: odds.rows.map(\.id), in: [one.outlook, other.outlook])
    lines += ["", heading] + items.flatMap { indented("– " + $0, by: 2) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Promises

  private var promises: [String] {
    var table = TextTable(columns: [.init(" ")] + labels.map { .init($0) })
    func add(_ title: String, _ cell: (SimulatedComparison.Side) -> String?) {
      let cells = sides.map(cell)
      if cells.contains(where: { $0 != nil }) { table.add([title] + cells.map { $0 ?? words.none }) }
    }
    add(words.promisesRow) { "\($0.promises.count)" }
    add(words.keptRow) { side in side.kept.map { chance($0, isAtMost: !side.leavesOut.isEmpty) } }
    add(words.keptWithOthersRow) { side in
      side.all.flatMap { all in
        all.count > side.promises.count
          ? words.keptWithOthers(chance(all.kept, isAtMost: all.isAtMost), targets: all.count) : nil
      }
    }
    add(words.latenessRow) { side in
      side.kept.map { words.lateness($0.expectedLateness, isAtLeast: !side.leavesOut.isEmpty) }
    }
    add(words.expectedRegretRow) { $0.expectedRegret.map(words.decimalDays) }
    add(words.maximalRegretRow) { $0.maximalRegret.map(words.decimalDays) }
    if let unit = sides.compactMap(\.costs?.unit).first {
      let varies = sides.contains { $0.costs?.varies == true }
      func money(_ value: Double) -> String { words.amount(Amount(thousandths: Int64((value * 1000).rounded()))) }
      add(varies ? words.costRow(unit) : words.costMeanRow(unit)) { side in
        side.costs.map {
          varies ? "\(money($0.total.quantile(0.5))) / \(money($0.total.quantile(0.8)))" : money($0.total.mean)
        }
      }
    }
    var lines = [words.keepsOwnPromises]
    lines += table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
    for (name, side) in zip(labels, sides) {
      if side.promises.isEmpty { lines += indented(words.noPromises(name), by: 2) }
      if !side.leavesOut.isEmpty {
        lines += indented(words.oddsLeaveOut(name, side.leavesOut) + ".", by: 2)
      }
    }
    if let costs = sides.compactMap(\.costs).first {
      lines += indented(
        words.costNote(varies: sides.contains { $0.costs?.varies == true }, leftOut: costs.leftOut), by: 2)
    }
    return lines
  }

  private func chance(_ kept: KeptPromises, isAtMost: Bool) -> String {
    words.probability(kept.share, kept.interval, isAtMost: isAtMost)
  }

  // MARK: Earlier

  private func earlier(_ row: SimulatedComparison.Row) -> [String] {
    var table = TextTable(columns: [.init(" ")] + labels.map { .init($0) })
    let leavesOut = [row.leavesOut.first, row.leavesOut.second]
    let isKnown = leavesOut.allSatisfy(\.isEmpty)
    if isKnown { table.add([words.earlierRow, words.percent(row.earlier.first), words.percent(row.earlier.second)]) }
    for share in [50, 80] {
      table.add(
        [words.percentile(share * 1000)]
          + zip([row.odds.first, row.odds.second], leavesOut).map { odds, ids in
            odds.quantile(Double(share) / 100).map {
              words.days(Readings(first: $0, last: $0), isLowerBound: !ids.isEmpty)
            } ?? words.none
          })
    }
    let targets = [row.target.first, row.target.second]
    if targets.contains(where: { $0 != nil }) {
      table.add(
        [words.targetRow]
          + targets.map { $0.map { words.probability($0.value, $0.interval, isAtMost: $0.isAtMost) } ?? words.none })
      table.add(
        [words.latenessRow]
          + zip([row.lateness.first, row.lateness.second], leavesOut).map { days, ids in
            days.map { words.lateness($0, isAtLeast: !ids.isEmpty) } ?? words.none
          })
    }
    var lines = indented("\(words.names[row.id]) [\(row.id)]", by: 2)
    lines += table.text(width: width, indent: 4).split(separator: "\n").map(String.init)
    guard isKnown else { return lines + indented(words.orderUnknown, by: 4) }
    let order = words.oddsOfOrder(same: row.same, difference: row.difference, second: names.second)
    lines += indented(row.same > 0 ? words.sentence(order) : order, by: 4)
    lines += indented(
      words.dominance(row.dominance.first, row.dominance.second, names.first, names.second), by: 4)
    return lines
  }

  // MARK: Knowing and choosing

  private var knowledge: [String] {
    if sides.contains(where: { !$0.leavesOut.isEmpty }) { return indented(words.knowingUnknown, by: 0) }
    guard let everything = odds.perfectKnowledge else { return indented(words.nothingWorthKnowing, by: 0) }
    if odds.knowledge.isEmpty, everything < 0.05 { return indented(words.nothingWorthKnowing, by: 0) }
    return indented(words.worthKnowing, by: 0)
      + odds.knowledge.prefix(6).flatMap { indented("– " + words.knowledge($0, in: odds.plans.second.plan), by: 2) }
      + indented("– " + words.knowsEverything(everything), by: 2)
  }

  private var deadline: [String] {
    var lines = [words.whenToChoose]
    if let parting = odds.parting, let day = odds.lastDay {
      let status = odds.plans.second.plan.statusDate
      lines += indented("– " + words.lastDayOfChoice(day, parting, hasPassed: status.map { day < $0 } ?? false), by: 2)
    } else {
      let waits = odds.rows.contains { !$0.leavesOut.first.isEmpty || !$0.leavesOut.second.isEmpty }
      lines += indented("– " + (waits ? words.partsUnknown : words.neverParts), by: 2)
    }
    for (name, side) in zip(labels, sides) {
      if let point = side.pointOfNoReturn { lines += indented("– " + words.pointOfNoReturn(of: name, point), by: 2) }
    }
    if let decision = odds.decision, decision.choice.decidedBy != nil {
      lines += indented("– " + words.decision(decision), by: 2)
    }
    return lines
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    MilepostCommand.indented(text, by: indent, to: width)
  }
}
