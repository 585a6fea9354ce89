import PlanComparison
import PlanModel
import PlanRendering

extension NeedsText {
  /// Milestones within a stretch: those that depend on it, the others, and groups that nobody has listed.
  func during(_ during: During) -> [String] {
    var lines = indented(words.duringHeading(during), by: 0)
    guard !during.rows.isEmpty else { return lines + indented(words.duringNothing, by: 2) }
    let named = during.rows.filter { $0.way != nil }
    if !named.isEmpty { lines += ["", words.dependsHeading] + table(named, hasWays: true) }
    let others = during.rows.filter { $0.way == nil }
    if !others.isEmpty { lines += ["", words.noNamedWay] + table(others, hasWays: false) }
    for (group, way) in during.openGroups {
      lines += [""] + indented(words.openGroup(title(group), by: words.way(way)), by: 0)
    }
    return lines
  }

  private func table(_ rows: [During.Row], hasWays: Bool) -> [String] {
    var table = TextTable(
      columns: [.init(words.column(.what)), .init(words.comesColumn), .init(words.fallsColumn)]
        + (hasWays ? [.init(words.wayColumn)] : []))
    for row in rows {
      let (first, last) = (row.days.lowerBound, row.days.upperBound)
      let days = first == last ? words.day(first) : "\(words.day(first)) … \(words.day(last))"
      table.add(
        [
          words.names.withID(row.id), (row.isLowerBound ? "≥\u{A0}" : "") + days,
          "\(words.symbol(row.word)) \(words.collision(row.word))",
        ] + (hasWays ? [row.way.map(words.way) ?? words.none] : []))
    }
    return lines(of: table)
  }

  /// The room of all projects to their frames.
  func frames(_ ranking: FrameRanking) -> [String] {
    guard !ranking.rows.isEmpty else { return indented(words.noFrames, by: 0) }
    var lines = indented(words.framesHeading, by: 0)
    // Two forecasts in a cell leave no room for the last column on a narrow terminal.
    let isChanged = ranking.rows.contains { $0.forecastBefore != nil && $0.forecastBefore != $0.cost.forecast }
    let shown = words.framesColumns.count - (isChanged && width < 90 ? 1 : 0)
    var table = TextTable(
      columns: words.framesColumns.prefix(shown).enumerated().map { .init($1, $0 == 0 ? .wrapped : .right) })
    for row in ranking.rows {
      let forecast = row.cost.forecast.map(words.amount) ?? words.none
      let was = row.forecastBefore.map { $0 == row.cost.forecast ? "" : words.amount($0) + " → " } ?? ""
      func cells(_ frame: Frame) -> [String] {
        guard let room = row.rooms.first(where: { $0.frame == frame }) else {
          return Array(repeating: words.none, count: 3)
        }
        let mark = row.newlyCrossed.contains(frame) ? "!\u{A0}" : room.isCrossed ? "✗\u{A0}" : ""
        return [
          words.amount(room.limit), mark + words.amount(room.room), room.share.map(words.percent) ?? words.none,
        ]
      }
      table.add(Array(([title(row.project.id), was + forecast] + cells(.steering) + cells(.cost)).prefix(shown)))
    }
    lines += [""] + self.lines(of: table)
    if !ranking.unknown.isEmpty { lines += indented(words.framesUnknown(ranking.unknown.map(title)), by: 0) }
    lines += [""] + words.framesSummary(ranking, title: title).flatMap { indented("– " + $0, by: 2) }
    return lines + [""] + indented(words.framesNote, by: 0)
  }
}
