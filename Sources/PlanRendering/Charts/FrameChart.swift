package import PlanComparison
import PlanModel

/// By how much each project's forecast may grow before it crosses its frames, the nearest first.
///
///     FrameChart(ranking, context).picture
package struct FrameChart {
  private let ranking: FrameRanking
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ ranking: FrameRanking, _ context: ChartContext) {
    self.ranking = ranking
    self.context = context
  }

  package var picture: SVGPicture {
    guard !ranking.rows.isEmpty else { return context.empty(words.framesTitle, words.noFrames) }
    let shares = ranking.rows.flatMap { $0.rooms.compactMap { $0.share.map(percent) } }
    let chart = RowChart(
      scale: ChartScale(numbers: shares) { words.number(Int(($0 * 10).rounded()), over: 10) + " %" },
      groups: [.init(heading: nil, rows: ranking.rows.map(row))], lines: [.init(at: 0, text: "", colour: palette.ink)],
      headings: (words.framesColumns[0], words.framesChartColumn), labelWidth: 320, noteWidth: 270)
    let notes =
      (ranking.unknown.isEmpty ? [] : [words.framesUnknown(ranking.unknown.map { context.title($0.text) })])
      + [words.framesNote]
    return context.page(
      words.framesTitle, saying: words.framesSummary(ranking) { context.title($0.text) },
      legend: [
        ChartSign(.bar, palette.category(0), words.sentence(words.frame(.steering))),
        ChartSign(.bar, palette.caution, words.framesTight), ChartSign(.bar, palette.bad, "✗ " + words.framesCrossed),
        ChartSign(.upright, palette.ink, words.sentence(words.frame(.cost))),
      ], notes: notes, description: ranking.rows.map(sentence)
    ).picture(chart.draw)
  }

  private func percent(_ share: Int64) -> Double { Double(share) / 1000 }

  private func row(_ row: FrameRanking.Row) -> RowChart.Row {
    var marks: [ChartMark] = []
    for room in row.rooms {
      guard let share = room.share.map(percent) else { continue }
      switch room.frame {
      case .steering:
        let colour = share < 0 ? palette.bad : share < 5 ? palette.caution : palette.category(0)
        marks.append(ChartMark(.bar, 0, share, colour))
      case .cost: marks.append(ChartMark(.upright, share, nil, room.isCrossed ? palette.bad : palette.ink))
      }
    }
    let was = row.forecastBefore.map { $0 == row.cost.forecast ? "" : words.amount($0) + " → " } ?? ""
    let forecast =
      "\(words.framesColumns[1]) \(was)\(row.cost.forecast.map(words.amount) ?? words.none) \(row.cost.unit)"
    let rooms = row.rooms.map { room in
      let mark = row.newlyCrossed.contains(room.frame) ? "! " : room.isCrossed ? "✗ " : ""
      let share = room.share.map { " (\(words.share($0)))" } ?? ""
      return TextLine(
        "\(mark)\(words.sentence(words.frame(room.frame))) \(words.amount(room.limit)): \(words.amount(room.room))\(share)",
        size: TypeSize.small, bold: room.isCrossed, colour: room.isCrossed ? palette.bad : palette.ink)
    }
    return .init(
      label: context.title(row.project.id.text), remark: forecast, marks: marks, note: rooms, tooltip: sentence(row),
      isStrong: row.rooms.contains(where: \.isCrossed))
  }

  private func sentence(_ row: FrameRanking.Row) -> String {
    context.title(row.project.id.text) + ": "
      + row.rooms.map { "\(words.frame($0.frame)) \(words.amount($0.room))" }.joined(separator: ", ")
  }
}
