import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// The answer to a backward question as text for people.
struct NeedsText {
  let result: NeedsResult
  let outlook: Outlook
  let words: Words
  let width: Int
  /// The same question where gaps are work that may be either.
  var overGaps: NeedsOverGaps?

  var plan: Plan { outlook.plan }

  var text: String {
    var lines = indented(words.title(of: plan), by: 0)
    if !plan.applied.isEmpty { lines += indented(words.applied(plan.applied), by: 0) }
    lines.append("")
    switch result {
    case .latest(let needs, let isTarget, let range): lines += latest(needs, isTarget, range)
    case .tolerance(let tolerances, let isForOne): lines += isForOne ? tolerance(tolerances) : matrix(tolerances)
    case .interfaces(let rows): lines += interfaces(rows)
    case .collisions(let collisions, let event, let only): lines += self.collisions(collisions, event, only)
    case .during(let during): lines += self.during(during)
    case .frames(let ranking): lines += frames(ranking)
    case .purchases(let purchases, let changes): lines += self.purchases(purchases, changes)
    case .conflicts(let conflicts): lines += self.conflicts(conflicts)
    case .touched(let touched): lines += self.touched(touched)
    }
    if let overGaps { lines += self.lines(over: overGaps) }
    let (heading, items) = words.assumptions(
      behind: result.subjects + (overGaps?.asWork.subjects ?? []), in: [outlook])
    lines += ["", heading] + items.flatMap { indented("– " + $0, by: 2) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Latest dates

  private func latest(_ needs: Needs, _ isTarget: Bool, _ range: GapNeeds?) -> [String] {
    var lines = indented(words.needsHeading(needs, isTarget: isTarget), by: 0)
    lines += indented(words.judgement(needs), by: 2)
    guard !needs.rows.isEmpty else {
      let missing = needs.waitsFor == [needs.milestone] ? plan[needs.milestone].map { [noDate($0)] } ?? [] : []
      return lines + ["", words.needsNothing] + list(words.missingHeading, missing) + conditions(needs)
    }
    lines += ["", words.pointsOfNoReturn]
    for durations in [Reading.Durations.high, .likely, .low] {
      let point = needs.pointOfNoReturn(durations, status: plan.statusDate)
      lines += indented("– " + words.pointOfNoReturn(point, durations), by: 2)
    }
    if let lacks = needs.pointOfNoReturn(.likely, status: nil)?.lacks, !lacks.isEmpty {
      lines += indented(words.sentence(words.lacking(lacks)) + ".", by: 2)
    }
    lines += ["", words.latestHeading] + table(needs.rows)
    lines += list(
      words.windowsHeading,
      needs.windows.map { words.window($0, title: plan.title(ofWindow: $0.window), for: needs.milestone) })
    if let range {
      lines += [""] + indented(words.needsAsWork(range.gaps, isSame: range.rows.isEmpty), by: 0)
      if !range.rows.isEmpty { lines += table(range.rows) }
    }
    lines += list(words.missingHeading, needs.rows.filter(\.isUndated).map { noDate($0.activity) })
    lines += conditions(needs)
    return lines + [""] + words.needsNote.flatMap { indented($0, by: 0) }
  }

  /// Soft links and relations, each with what is known of the supplier.
  private func conditions(_ needs: Needs) -> [String] {
    guard !needs.conditions.isEmpty else { return [] }
    var lines = [""] + indented(words.conditionsHeading, by: 0)
    for condition in needs.conditions {
      let id = condition.dependency.id.map { "\($0) " } ?? ""
      lines += indented("– \(id)\(title(condition.from)) → \(title(condition.to))", by: 2)
      if let what = condition.dependency.what { lines += indented(what, by: 6) }
      lines += indented(words.character(condition), by: 6)
    }
    return lines
  }

  private func list(_ heading: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["", heading] + items.flatMap { indented("– " + $0, by: 2) }
  }

  private func table(_ rows: [Needs.Row]) -> [String] {
    var table = TextTable(
      columns: [.init("   ", .whole), .init("      ")]
        + [Reading.Durations.high, .likely, .low].map { .init(words.durations($0)) }
        + [.init(words.comesColumn)])
    for row in rows {
      table.add(note: "\(words.symbol(row.word)) \(words.names[row.id]) [\(row.id)]", indent: 0)
      func cells(_ days: Readings<Needs.LastDays>, _ isAtMost: Bool) -> [String] {
        [Reading.Durations.high, .likely, .low].map { durations in
          words.lastDays(
            Readings(first: days.first[durations], last: days.last[durations]), isAtMost: isAtMost)
        }
      }
      let isAtMost = !row.lacks.isEmpty
      let placed = row.isUndated ? words.noDate : words.days(row.placed, isLowerBound: row.isLowerBound)
      if let start = row.start {
        let begins = outlook.schedule[row.id].map { words.days($0.startDays, isLowerBound: row.isLowerBound) }
        table.add(["", words.begins] + cells(start, isAtMost) + [begins ?? words.none])
      }
      table.add(
        ["", row.activity.kind == .task ? words.isFinished : words.isThere] + cells(row.due, isAtMost) + [placed])
      if !row.lacks.isEmpty { table.add(note: words.lacking(row.lacks), indent: 5) }
    }
    return lines(of: table)
  }

  /// What has no date or duration: `Release 1.1: has no date`.
  private func noDate(_ activity: Activity) -> String {
    "\(words.names[activity.id]): \(words.missing(activity)) [\(activity.id)]"
  }

  // MARK: Common to all

  func lines(of table: TextTable) -> [String] {
    var text = table.text(width: width)
    if text.hasSuffix("\n") { text.removeLast() }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  func indented(_ text: String, by indent: Int) -> [String] {
    MilepostCommand.indented(text, by: indent, to: width)
  }

  /// The name of a project, a site or another node.
  func title(_ id: ProjectID) -> String { plan[project: id]?.title ?? id.text }

  /// The name of an activity or a node.
  func title(_ text: String) -> String {
    plan[ActivityID(text)] == nil ? title(ProjectID(text)) : words.names[ActivityID(text)]
  }
}
