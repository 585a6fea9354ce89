import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// What a change does, as text for people.
struct SlipText {
  let report: SlipReport
  let changes: [String]
  let width: Int
  private let words: Words

  init(report: SlipReport, changes: [String], language: Language, width: Int) {
    self.report = report
    self.changes = changes
    self.width = width
    words = Words(language: language, names: Names(report.before.plan, report.after.plan))
  }

  var text: String {
    let plan = report.after.plan
    var lines = [words.title(of: plan)]
    let scenarios = report.before.plan.applied
    if !scenarios.isEmpty { lines += indented(words.applied(scenarios), by: 0) }
    lines += indented(words.changes(echoes), by: 0)
    let (moved, held) = (chronological(report.moved), chronological(report.held))
    lines += moved.isEmpty ? ["", words.nothingMoves] : ["", words.movesHeading] + moved.flatMap(block)
    if !held.isEmpty { lines += ["", words.staysHeading] + held.flatMap(stays) }
    let projects = Set(moved.compactMap(\.activity.project)).count
    lines.append("")
    lines += indented(
      words.reach(moved: moved.count, projects: projects, held: held.count, of: plan.activities.count), by: 0)
    lines += assumptions
    return lines.joined(separator: "\n") + "\n"
  }

  private func chronological(_ rows: [SlipReport.Row]) -> [SlipReport.Row] {
    rows.enumerated().sorted { ($0.1.after.first, $0.0) < ($1.1.after.first, $1.0) }.map(\.1)
  }

  /// Each change as it was read: a bare `+6w` is six weeks by the calendar.
  private var echoes: [String] {
    changes.map { text in
      guard case .slip(_, let quantity)? = (try? Change(text, context: report.after.plan.dateContext))?.action,
        !quantity.isElapsed, let minutes = report.after.plan.unitLengths.minutes(of: quantity.byTheCalendar)
      else { return text }
      return words.byTheCalendar(text, ElapsedTime(minutes: Int32(clamping: minutes)))
    }
  }

  private func block(_ row: SlipReport.Row) -> [String] {
    var lines = indented("– " + words.slip(row) + " [\(row.id)]", by: 2)
    if let absorbed = words.absorption(row) { lines += indented(absorbed, by: 6) }
    if let ledger = row.ledger.first, !ledger.entries.isEmpty { lines += indented(words.because(ledger), by: 6) }
    lines += verdicts(row)
    return lines
  }

  private func stays(_ row: SlipReport.Row) -> [String] {
    var lost: (before: String, after: String)?
    if row.lostFloat, let before = row.floatBefore, let after = row.floatAfter {
      lost = (float(before, row), float(after, row))
    }
    var lines = indented("– \(words.stays(row, float: lost)) [\(row.id)]", by: 2)
    if let absorbed = words.absorption(row) { lines += indented(absorbed, by: 6) }
    return lines + verdicts(row)
  }

  private func float(_ work: WorkTime, _ row: SlipReport.Row) -> String {
    let plan = report.after.plan
    let isElapsed = plan.calendarName(of: row.activity) == "24h"
    return words.float(
      Int(work.minutes), dayLength: isElapsed ? 1440 : plan.unitLengths.day, isElapsed: isElapsed)
  }

  private func verdicts(_ row: SlipReport.Row) -> [String] {
    guard let after = row.verdictAfter else { return [] }
    let before = row.verdictBefore?.word
    var lines = indented(words.verdict(after, before: before), by: 6)
    if before != after.word || after.word == .fails {
      for sentence in words.breakEvens(
        after.breakEvens, for: words.theTarget, status: report.after.plan.statusDate)
      {
        lines += indented(sentence + ".", by: 6)
      }
    }
    return lines
  }

  private var assumptions: [String] {
    let (heading, items) = words.assumptions(behind: report.rows.map(\.id), in: [report.after])
    return ["", heading] + items.flatMap { indented("– " + $0, by: 2) }
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    MilepostCommand.indented(text, by: indent, to: width)
  }
}
