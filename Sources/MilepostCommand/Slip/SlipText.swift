import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// What a change does, as text for people.
struct SlipText {
  let report: SlipReport
  let changes: [String]
  let language: Language
  let width: Int
  private let phrases: Phrases
  private var words: Words { phrases.words }

  init(report: SlipReport, changes: [String], language: Language, width: Int) {
    self.report = report
    self.changes = changes
    self.language = language
    self.width = width
    phrases = Phrases(language, names: Names(report.before.plan, report.after.plan))
  }

  private func pick(_ norwegian: String, _ english: String) -> String { words.pick(norwegian, english) }

  var text: String {
    let plan = report.after.plan
    var lines = [phrases.heading(plan)]
    let scenarios = report.before.plan.applied
    if !scenarios.isEmpty { lines += indented(phrases.applied(scenarios), by: 0) }
    lines += indented(pick("Endring: ", "Change: ") + echoes.joined(separator: "; "), by: 0)
    let moved = chronological(report.moved)
    lines.append("")
    if moved.isEmpty {
      lines.append(pick("Ingenting flytter seg.", "Nothing moves."))
    } else {
      lines.append(pick("Dette flytter seg:", "This moves:"))
      for row in moved { lines += block(row) }
    }
    let held = chronological(report.held)
    if !held.isEmpty {
      lines.append("")
      lines.append(pick("Nådd, men står:", "Reached, but stays:"))
      for row in held { lines += self.held(row) }
    }
    let projects = Set(moved.compactMap(\.activity.project))
    let total = report.after.plan.activities.count
    lines.append("")
    lines += indented(
      pick(
        "\(moved.count) av \(total) flytter seg, i \(projects.count) \(projects.count == 1 ? "prosjekt" : "prosjekter"); \(held.count) nås uten å flytte seg; \(total - report.rows.count) nås ikke.",
        "\(moved.count) of \(total) move, in \(projects.count) \(projects.count == 1 ? "project" : "projects"); \(held.count) are reached without moving; \(total - report.rows.count) are not reached."
      ), by: 0)
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
      let time = words.moved(ElapsedTime(minutes: Int32(clamping: minutes)))
      return text + pick(" (lest etter kalenderen: ", " (read by the calendar: ") + time + ")"
    }
  }

  private func block(_ row: SlipReport.Row) -> [String] {
    var lines = indented("– " + words.slip(row) + " [\(row.id)]", by: 2)
    if let absorbed = words.absorption(row) { lines += indented(absorbed, by: 6) }
    if let ledger = row.ledger.first, !ledger.entries.isEmpty {
      let entries = ledger.entries.map { words.entry($0) }.joined(separator: "; ")
      lines += indented(pick("fordi: ", "because: ") + entries + " = " + words.moved(ledger.total), by: 6)
    }
    lines += verdicts(row)
    return lines
  }

  private func held(_ row: SlipReport.Row) -> [String] {
    var text = "– " + words.names[row.id] + " " + words.days(row.after, isLowerBound: row.isLowerBound)
    if row.lostFloat, let before = row.floatBefore, let after = row.floatAfter {
      text += "; " + pick("slakk ", "float ") + float(before, row) + " → " + float(after, row)
    }
    var lines = indented(text + " [\(row.id)]", by: 2)
    if let absorbed = words.absorption(row) { lines += indented(absorbed, by: 6) }
    return lines + verdicts(row)
  }

  private func float(_ work: WorkTime, _ row: SlipReport.Row) -> String {
    let plan = report.after.plan
    let isElapsed = plan.calendarName(of: row.activity) == "24h"
    return phrases.float(
      Int(work.minutes), dayLength: isElapsed ? 1440 : plan.unitLengths.day, isElapsed: isElapsed)
  }

  private func verdicts(_ row: SlipReport.Row) -> [String] {
    guard let after = row.verdictAfter else { return [] }
    let before = row.verdictBefore?.word
    let change = before.map { $0 == after.word ? "" : "\(words.verdict($0)) → " } ?? ""
    var lines = indented(
      words.symbol(after.word) + " " + words.target(after.target) + ": " + change + words.verdict(after), by: 6)
    if before != after.word || after.word == .fails {
      for sentence in words.breakEvens(
        after.breakEvens, for: pick("målet", "the target"), status: report.after.plan.statusDate)
      {
        lines += indented(sentence + ".", by: 6)
      }
    }
    return lines
  }

  private var assumptions: [String] {
    let (heading, items) = phrases.assumptions(behind: report.rows.map(\.id), in: [report.after])
    return ["", heading] + items.flatMap { indented($0, by: 2) }
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    MilepostCommand.indented(text, by: indent, to: width)
  }
}
