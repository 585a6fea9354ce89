import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// What a change does, as text for people.
struct SlipText {
  let report: SlipReport
  /// Where a gap may be work or buffer.
  let range: GapRange?
  /// Where there are several changes.
  let shares: ChangeShares?
  let changes: [String]
  let width: Int
  private let words: Words

  init(
    report: SlipReport, range: GapRange?, shares: ChangeShares?, changes: [String], language: Language, width: Int
  ) {
    self.report = report
    self.range = range
    self.shares = shares
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
    let milestones = moved.filter { $0.activity.kind.isMilestone }
    if moved.isEmpty {
      lines += ["", words.nothingMoves]
    } else {
      lines += milestones.isEmpty ? ["", words.noMilestoneMoves] : ["", words.milestonesHeading]
      lines += milestones.flatMap(block)
      if let shares { lines += indented(words.sharing(shares, among: changes.count), by: 2) }
      lines += ["", words.movesHeading] + table(of: moved)
      lines += links
    }
    if !held.isEmpty { lines += ["", words.staysHeading] + held.flatMap(stays) }
    lines += GapText(range: range, columns: [words.column(.after)], words: words, width: width).lines
    lines += CostText(report: CostReport(report), words: words, width: width).lines
    let projects = Set(moved.compactMap(\.activity.project)).count
    lines.append("")
    lines += indented(
      words.reach(moved: moved.count, projects: projects, held: held.count, of: plan.activities.count), by: 0)
    lines += assumptions
    return lines.joined(separator: "\n") + "\n"
  }

  private func chronological(_ rows: [SlipReport.Row]) -> [SlipReport.Row] {
    // On one day, what comes first by the links.
    rows.map { ($0, report.after.network.position(of: $0.id)) }
      .sorted { ($0.0.after.first, $0.1) < ($1.0.after.first, $1.1) }.map(\.0)
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

  /// The sentence of a milestone, the shares of the changes in it, and its target.
  private func block(_ row: SlipReport.Row) -> [String] {
    var lines = indented("– " + words.move(row, in: report.after) + " [\(row.id)]", by: 2)
    if let last = words.moveAtLast(row, in: report.after) { lines += indented(last, by: 6) }
    if let shares = shares?[row.id] {
      lines += indented(words.shares(row.moved.first == .zero ? shares.last : shares.first, of: changes), by: 6)
    }
    if let range = range?[row.id] { lines += indented(words.overGaps(range), by: 6) }
    return lines + verdicts(row)
  }

  private func table(of rows: [SlipReport.Row]) -> [String] {
    var table = TextTable(columns: [
      .init(words.column(.what)), .init(words.column(.before)), .init(words.column(.after)),
      .init(words.column(.moved), .right),
    ])
    for row in rows {
      table.add([
        words.names.withID(row.id), words.days(row.before, isLowerBound: row.wasLowerBound),
        words.days(row.after, isLowerBound: row.isLowerBound), words.roundShift(row.moved),
      ])
    }
    return table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
  }

  /// The links on the way of the slip, as many as people read.
  private var links: [String] {
    let links = chronological(report.rows).flatMap(\.links.first)
    if links.isEmpty { return [] }
    let haveLags = links.contains { $0.lagAdded != .zero }
    var columns: [TextTable.Column] = [.init(words.column(.from)), .init(words.column(.to))]
    columns.append(.init(words.column(.slipIn), .right))
    if haveLags { columns.append(.init(words.column(.lag), .right)) }
    for column in [Words.SlipColumn.float, .absorbed, .slipOut] { columns.append(.init(words.column(column), .right)) }
    var table = TextTable(columns: columns)
    for link in links.prefix(SlipText.shownLinks) {
      table.add(
        [words.names[link.link.from], words.names[link.link.to], words.roundShift(link.slipIn)]
          + (haveLags ? [words.roundShift(link.lagAdded)] : [])
          + [
            link.float.map(words.roundSpan) ?? words.none, words.roundSpan(link.absorbed),
            words.roundShift(link.slipOut),
          ])
    }
    var lines = ["", words.linksHeading] + table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
    if links.count > SlipText.shownLinks { lines += indented(words.andMore(links.count - SlipText.shownLinks), by: 2) }
    return lines
  }

  private static let shownLinks = 40

  private func stays(_ row: SlipReport.Row) -> [String] {
    var lost: (before: String, after: String)?
    if row.lostFloat, let before = row.floatBefore, let after = row.floatAfter {
      lost = (float(before, row), float(after, row))
    }
    var lines = indented("– \(words.stays(row, float: lost)) [\(row.id)]", by: 2)
    lines += indented(words.reason(ofStaying: row), by: 6)
    if let range = range?[row.id] { lines += indented(words.overGaps(range), by: 6) }
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
