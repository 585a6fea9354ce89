package import PlanComparison
import PlanModel
import PlanSchedule

/// How long each deliverable may slip, as a table of colours: deliverables down, milestones across.
///
///     ToleranceChart(Tolerances(outlook), context).picture
///
/// Each cell says the days before the target may be missed, in the least favourable reading, and under it the days before the
/// milestone moves.
package struct ToleranceChart {
  private let tolerances: Tolerances
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ tolerances: Tolerances, _ context: ChartContext) {
    self.tolerances = tolerances
    self.context = context
  }

  private static let label = 300.0
  private static let side = 66.0
  private static let tall = 34.0

  package var picture: SVGPicture {
    guard !tolerances.milestones.isEmpty, !tolerances.deliverables.isEmpty else {
      return context.empty(
        words.toleranceTitle, tolerances.milestones.isEmpty ? words.noTolerances : words.needsNothing)
    }
    // One column has room for its name without being turned.
    let column = max(Self.side, min(180, 560 / Double(tolerances.milestones.count)))
    let width = 2 * ChartPage.margin + Self.label + column * Double(tolerances.milestones.count)
    let legend =
      Heat.allCases.map { ChartSign(.bar, $0.fill, words.heat($0)) } + [
        ChartSign(.dashedFrame, palette.unknown, words.undatedDeliverable)
      ]
    return context.page(
      words.toleranceTitle, saying: [words.toleranceSaying], legend: legend, notes: [words.toleranceChartNote],
      width: max(width, 760), description: sentences
    ).picture { top, _ in table(top, column) }
  }

  /// The same in words.
  private var sentences: [String] {
    tolerances.deliverables.flatMap { id in
      tolerances.milestones.compactMap { milestone in
        guard tolerances.leads(id, to: milestone) else { return nil }
        let (misses, moves) = texts(id, milestone)
        return "\(words.names[id]) → \(words.names[milestone]): \(misses) (\(moves))"
      }
    }
  }

  private func table(_ top: Double, _ column: Double) -> (content: [SVG], bottom: Double) {
    let left = ChartPage.margin + Self.label
    let isTurned = column < 100
    let heads = tolerances.milestones.map { id -> [TextLine] in
      let room = isTurned ? 190 : column - 10
      let name = TextLine(words.names[id], size: TypeSize.small, bold: true).wrapped(to: room, limit: 3)
      let target = context.outlook.target(of: id).map { TextLine(words.target($0), size: TypeSize.small) }
      return name + (target?.wrapped(to: room, limit: 2) ?? [])
    }
    let tallest =
      isTurned
      ? heads.joined().map(\.width).max() ?? 0
      : heads.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
    let start = top + tallest + 10
    var content: [SVG] = []
    for (place, lines) in heads.enumerated() {
      content += heading(lines, left + (Double(place) + 0.5) * column, start - 6, isTurned: isTurned)
    }
    var y = start
    for id in tolerances.deliverables {
      let name = TextLine(words.names[id], size: 11).wrapped(to: Self.label - 12, limit: 2)
      content.append(
        .rule(ChartPage.margin, y, left + column * Double(heads.count), y, palette.rule.tinted(0.35), width: 0.7))
      for (number, line) in name.enumerated() {
        let from = y + (Self.tall - Double(name.count) * line.height) / 2 + FontMetrics.ascent(size: line.size)
        content.append(.line(line, x: ChartPage.margin, y: from + Double(number) * line.height))
      }
      for (place, milestone) in tolerances.milestones.enumerated() where tolerances.leads(id, to: milestone) {
        content.append(cell(id, milestone, left + Double(place) * column, y, column))
      }
      y += Self.tall
    }
    for place in 0...heads.count {
      let x = left + Double(place) * column
      content.append(.rule(x, start, x, y, palette.rule.tinted(0.35), width: 0.7))
    }
    return (content, y)
  }

  /// Words over a column, read from below where it is narrow.
  private func heading(_ lines: [TextLine], _ x: Double, _ bottom: Double, isTurned: Bool) -> [SVG] {
    let tall = lines.reduce(0) { $0 + $1.height }
    var parts: [SVG] = []
    var y = isTurned ? -tall / 2 : -tall
    for line in lines {
      parts.append(
        .line(line, x: 0, y: y + FontMetrics.ascent(size: line.size), anchor: isTurned ? "start" : "middle"))
      y += line.height
    }
    let place = "translate(\(DecimalText.of(x)) \(DecimalText.of(bottom)))" + (isTurned ? " rotate(-90)" : "")
    return [.element("g", [Attribute("transform", place)], parts)]
  }

  private func cell(_ id: ActivityID, _ milestone: ActivityID, _ x: Double, _ y: Double, _ width: Double) -> SVG {
    let (misses, moves) = texts(id, milestone)
    let heat = tolerances[id, milestone].map { Heat($0.misses) }
    let colour = heat?.fill ?? palette.unknown.tinted(0.85)
    let centre = x + width / 2
    let ink = colour.readableInk
    let box = SVG.box(
      x + 2, y + 2, width - 4, Self.tall - 4, fill: colour, stroke: heat == nil ? palette.unknown : nil,
      dash: heat == nil ? "4 3" : nil, rounding: 3,
      tooltip:
        "\(words.names[id]) → \(words.names[milestone])\n\(words.untilMisses): \(misses)\n\(words.untilMoves): \(moves)"
    )
    guard heat != nil else {
      return .sequence([box, .line(TextLine("?", size: 12, bold: true), x: centre, y: y + 21.5, anchor: "middle")])
    }
    return .sequence([
      box,
      .line(TextLine(misses, size: 12, bold: true, colour: ink), x: centre, y: y + 15.5, anchor: "middle"),
      .line(TextLine(moves, size: TypeSize.small, colour: ink), x: centre, y: y + 28, anchor: "middle"),
    ])
  }

  /// Days before the target may be missed, and before the milestone moves.
  private func texts(_ id: ActivityID, _ milestone: ActivityID) -> (misses: String, moves: String) {
    guard let cell = tolerances[id, milestone] else { return ("?", "?") }
    let bound = cell.isAtMost ? "≤\u{A0}" : ""
    let least = [cell.moves.first, cell.moves.last].compactMap { $0 }.min()
    let moves = words.wholeDays(least, ifNil: words.none)
    let misses = cell.misses.map { words.wholeDays($0.atWorst, ifNil: words.missedAlready) } ?? words.none
    return (
      cell.misses?.atWorst == nil ? misses : bound + misses,
      words.movesAfter(least == nil ? moves : bound + moves)
    )
  }

  /// How much room there is, in steps.
  enum Heat: CaseIterable {
    case missed, week, month, quarter, more, noTarget

    init(_ room: Tolerances.ToTarget?) {
      guard let room else {
        self = .noTarget
        return
      }
      let days = room.atWorst.map { floorDivide($0.minutes, 1440) } ?? -1
      self = days < 0 ? .missed : days < 7 ? .week : days < 30 ? .month : days < 90 ? .quarter : .more
    }

    var fill: Colour {
      switch self {
      case .missed: Palette.standard.bad
      case .week: Colour(0xF2A66B)
      case .month: Colour(0xF7CF86)
      case .quarter: Colour(0xD6E6F4)
      case .more: Colour(0x8FBFE3)
      case .noTarget: Colour(0xEEF0F3)
      }
    }
  }
}
