import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

extension NeedsText {
  /// One milestone: each deliverable with all that is known of its room.
  func tolerance(_ tolerances: Tolerances) -> [String] {
    guard let milestone = tolerances.milestones.first, !tolerances.deliverables.isEmpty else {
      return indented(words.needsNothing, by: 0)
    }
    let target = outlook.target(of: milestone).map { " (\(words.target($0)))" } ?? ""
    var lines = indented("\(words.toleranceHeading): \(words.names.withID(milestone))\(target)", by: 0)
    if let end = outlook.schedule[milestone], end.isLowerBound {
      lines += indented(
        "? " + words.lowerBound(end.days.first, waitsFor: end.waitsFor, of: milestone), by: 2)
    }
    var table = TextTable(
      columns: [.init("   ", .whole), .init(words.untilMoves, .right)]
        + [Reading.Durations.high, .likely, .low].map {
          .init("\(words.untilMisses): \(words.durations($0).lowercased())", .right)
        })
    for id in tolerances.deliverables {
      table.add(note: "\(words.names[id]) [\(id)]", indent: 0)
      table.add([""] + cells(id, milestone, tolerances))
    }
    return lines + [""] + self.lines(of: table) + undated(tolerances) + [""]
      + words.toleranceNote.flatMap { indented($0, by: 0) } + indented(words.readingsNote, by: 0)
  }

  /// Before the milestone moves, and before its target is missed with high, likely and low durations.
  func cells(_ id: ActivityID, _ milestone: ActivityID, _ tolerances: Tolerances) -> [String] {
    guard let cell = tolerances[id, milestone] else { return ["?", "?", "?", "?"] }
    let bound = cell.isAtMost ? "≤\u{A0}" : ""
    func days(_ time: ElapsedTime?) -> String {
      guard cell.misses != nil else { return words.none }
      return (time == nil ? "" : bound) + words.wholeDays(time, ifNil: words.missedAlready)
    }
    let moves = words.wholeDays(cell.moves, ifNil: words.none)
    return [
      moves == words.none ? moves : bound + moves, days(cell.misses?.atWorst), days(cell.misses?.likely),
      days(cell.misses?.atBest),
    ]
  }

  /// All milestones with a target, in tables of as many columns as fit.
  func matrix(_ tolerances: Tolerances) -> [String] {
    guard !tolerances.milestones.isEmpty else { return indented(words.noTolerances, by: 0) }
    var lines = indented(words.toleranceHeading, by: 0)
    let columns = tolerances.milestones.enumerated().map { (number: "(\($0 + 1))", id: $1) }
    for column in columns {
      let target = outlook.target(of: column.id).map { ", \(words.target($0))" } ?? ""
      lines += indented("\(column.number) \(words.names[column.id])\(target) [\(column.id)]", by: 2)
    }
    // The name takes a third; a cell some eleven columns.
    let fitting = max(1, (width - width / 3) / 11)
    for start in stride(from: 0, to: columns.count, by: fitting) {
      let part = columns[start..<min(columns.count, start + fitting)]
      var table = TextTable(columns: [.init(words.deliverable)] + part.map { .init($0.number, .right) })
      for id in tolerances.deliverables where part.contains(where: { tolerances.leads(id, to: $0.id) }) {
        table.add([words.names[id]] + part.map { cell(id, $0.id, tolerances) })
      }
      lines += [""] + self.lines(of: table)
    }
    return lines + undated(tolerances) + [""] + indented(words.matrixNote, by: 0)
      + words.toleranceNote.flatMap { indented($0, by: 0) }
  }

  func cell(_ id: ActivityID, _ milestone: ActivityID, _ tolerances: Tolerances) -> String {
    guard tolerances.leads(id, to: milestone) else { return "" }
    guard let cell = tolerances[id, milestone] else { return "?" }
    let least = [cell.moves.first, cell.moves.last].compactMap { $0 }.min()
    let misses = cell.misses.map { words.wholeDays($0.atWorst, ifNil: words.missedAlready) } ?? words.none
    let text = "\(words.wholeDays(least, ifNil: words.none))\u{A0}/\u{A0}\(misses)"
    return cell.isAtMost ? "≤\u{A0}\(text)" : text
  }

  private func undated(_ tolerances: Tolerances) -> [String] {
    let ids = tolerances.deliverables.filter(tolerances.undated.contains)
    if ids.isEmpty { return [] }
    return ["", words.missingHeading]
      + ids.flatMap { id in
        indented("– \(words.names[id]): \(plan[id].map { words.missing($0) } ?? words.noDate) [\(id)]", by: 2)
      }
  }
}
