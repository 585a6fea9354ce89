import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

extension NeedsText {
  /// By project: three numbers, then who they are, then relations.
  func touched(_ touched: Touched) -> [String] {
    guard !touched.parties.isEmpty else { return indented(words.nobodyTouched, by: 0) }
    var table = TextTable(
      columns: words.touchedColumns.enumerated().map { .init($1, $0 < 2 ? .wrapped : .right) })
    for party in touched.parties {
      table.add([
        party.project.map(title) ?? words.noProject, owners(party.owners), "\(party.reached)",
        "\(party.consumed.count)", "\(party.moved.count)",
      ])
    }
    var lines = self.lines(of: table)
    for party in touched.parties {
      lines += ["", party.project.map { "\(title($0)) [\($0)]" } ?? words.noProject]
      for row in party.moved { lines += indented("– " + words.touchedLists.moves + words.move(row), by: 2) }
      for row in party.consumed {
        lines += indented("– \(words.touchedLists.loses)\(words.names[row.id]), \(floats(row))", by: 2)
      }
      if !party.reachedOnly.isEmpty {
        let names = party.reachedOnly.map { words.names[$0.id] }
        lines += indented("– " + words.touchedLists.reached + names.joined(separator: "; "), by: 2)
      }
    }
    if !touched.exposures.isEmpty {
      lines += [""] + indented(words.exposuresHeading, by: 0)
      for exposure in touched.exposures {
        let relation = exposure.relation
        let id = relation.dependency.id.map { "\($0) " } ?? ""
        let what = relation.dependency.what.map { ": \($0)" } ?? ""
        let owner = exposure.owner.map { " (\($0))" } ?? ""
        lines += indented("– \(id)\(title(relation.from)) → \(title(relation.to))\(owner)\(what)", by: 2)
        if let known = words.receiver(exposure.receiver, title: title) { lines += indented(known, by: 6) }
      }
    }
    lines += CostText(report: CostReport(touched.report), words: words, width: width).lines
    let moved = touched.report.moved
    lines += [""]
    lines += indented(
      words.reach(
        moved: moved.count, projects: Set(moved.compactMap(\.activity.project)).count,
        held: touched.report.held.count, of: plan.activities.count), by: 0)
    return lines + indented(words.touchedNote, by: 0)
  }

  func floats(_ row: SlipReport.Row) -> String {
    guard let member = outlook.schedule[row.id], let before = row.floatBefore, let after = row.floatAfter else {
      return words.none
    }
    return [before, after].map {
      words.float(Int($0.minutes), dayLength: member.minutesPerDay, isElapsed: member.isAroundTheClock)
    }.joined(separator: " → ")
  }

  private func owners(_ owners: [String]) -> String { owners.isEmpty ? words.ownerUnknown : words.list(owners) }
}
