package import PlanComparison
import PlanModel

/// Milestones that fall into a stretch of work, those that depend on it first.
///
///     DuringChart(during, context).picture
package struct DuringChart {
  private let during: During
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ during: During, _ context: ChartContext) {
    self.during = during
    self.context = context
  }

  package var picture: SVGPicture {
    let heading = words.duringHeading(during)
    guard !during.rows.isEmpty else { return context.empty(words.duringTitle, heading + ". " + words.duringNothing) }
    let named = during.rows.filter { $0.way != nil }
    let others = during.rows.filter { $0.way == nil }
    var groups: [RowChart.Group] = []
    if !named.isEmpty { groups.append(.init(heading: words.dependsHeading, rows: named.map(row))) }
    if !others.isEmpty { groups.append(.init(heading: words.noNamedWay, rows: others.map(row))) }
    let days =
      during.rows.flatMap { [$0.days.lowerBound, $0.days.upperBound] } + [
        during.days.lowerBound, during.days.upperBound,
      ]
    let chart = RowChart(
      scale: ChartScale(days, words), groups: groups,
      band: ChartScale.place(during.days.lowerBound)...ChartScale.end(during.days.upperBound),
      headings: ("", words.fallsColumn), labelWidth: 330, noteWidth: 250)
    let open = during.openGroups.map { words.openGroup(context.title($0.group.text), by: words.way($0.way)) }
    return context.page(
      words.duringTitle, saying: [heading],
      legend: [
        ChartSign(.diamond, palette.category(0), words.eventOnOneDay),
        ChartSign(.bar, palette.category(0), words.eventWithin),
        ChartSign(.dashedFrame, palette.unknown, words.eventWaitsUndated),
        ChartSign(.bar, Colour(0xDCE8F4), words.names[during.activity.id]),
      ], notes: open, width: 1180,
      description: during.rows.map { "\(words.names[$0.id]): \(words.collision($0.word))" }
    ).picture(chart.draw)
  }

  private func row(_ row: During.Row) -> RowChart.Row {
    let (first, last) = (row.days.lowerBound, row.days.upperBound)
    let (from, to) = (ChartScale.place(first), ChartScale.end(last))
    let mark =
      row.isLowerBound && first == last
      ? ChartMark(.hollowDiamond, from + 0.5, nil, palette.unknown)
      : row.isLowerBound
        ? ChartMark(.dashedFrame, from, to, palette.unknown)
        : first == last
          ? ChartMark(.diamond, from + 0.5, nil, palette.category(0)) : ChartMark(.bar, from, to, palette.category(0))
    let days = (row.isLowerBound ? "≥\u{A0}" : "") + words.day(first) + (first == last ? "" : " … \(words.day(last))")
    let way = row.way.map { TextLine(words.way($0), size: TypeSize.small, colour: palette.mutedInk) }
    return .init(
      label: words.names[row.id], remark: days, marks: [mark],
      note: [TextLine("\(words.symbol(row.word)) \(words.collision(row.word))", size: 11, bold: row.word == .certain)]
        + [way].compactMap { $0 })
  }
}
