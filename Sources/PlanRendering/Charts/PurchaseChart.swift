package import PlanComparison
import PlanModel
import PlanSchedule

/// Which change buys most days for a milestone, as bars.
///
///     PurchaseChart(purchases, changes: [], context).picture
///
/// A bar is the gain at the last days; where it is another at the first days, a frame shows that one.
package struct PurchaseChart {
  private let purchases: Purchases
  private let changes: [String]
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  /// - Parameter changes: the what-ifs as written in the call.
  package init(_ purchases: Purchases, changes: [String], _ context: ChartContext) {
    self.purchases = purchases
    self.changes = changes
    self.context = context
  }

  package var picture: SVGPicture {
    let heading = words.purchasesHeading(purchases)
    let refused = purchases.refused.map { words.candidate($0.source, changes: changes) }
    let notes =
      (refused.isEmpty ? [] : [words.refusedCandidates(refused)])
      + (changes.isEmpty ? words.notRanked(Purchases.missing(for: purchases.milestone, in: context.outlook)) : [])
    guard !purchases.rows.isEmpty else {
      return context.empty(words.purchasesTitle, heading + ". " + words.nothingToBuy)
    }
    var groups = [RowChart.Group(heading: nil, rows: purchases.rows.map(row))]
    if let together = purchases.together {
      groups.append(
        .init(
          heading: nil,
          rows: [
            .init(
              label: words.allThatBuy, marks: marks(together, palette.category(0).shaded(0.25)),
              note: [TextLine(words.gained(together), size: 11, bold: true)], isStrong: true)
          ]))
    }
    let gains =
      purchases.rows.flatMap { [days($0.gain.first), days($0.gain.last)] }
      + (purchases.together.map { [days($0.first), days($0.last)] } ?? [])
    let chart = RowChart(
      scale: ChartScale(numbers: gains) { words.decimalDays($0) }, groups: groups,
      lines: [.init(at: 0, text: "", colour: palette.line)],
      headings: (words.purchaseColumns[0], "\(words.purchaseColumns[1]) – \(words.purchaseColumns[2].lowercased())"),
      labelWidth: 380, noteWidth: 250)
    let legend =
      [ChartSign(.bar, palette.category(0), words.gainSign)]
      + (gains.contains { $0 < 0 } ? [ChartSign(.bar, palette.bad, words.lossSign)] : [])
      + (purchases.rows.contains { !$0.gain.agree } ? [ChartSign(.frame, palette.category(0), words.gainAtFirst)] : [])
    return context.page(
      words.purchasesTitle, saying: [heading], legend: legend, notes: [words.purchasesChartNote] + notes,
      description: purchases.rows.map {
        "\(words.candidate($0.candidate.source, changes: changes)): \(words.gained($0.gain))"
      }
    ).picture(chart.draw)
  }

  private func days(_ time: ElapsedTime) -> Double { Double(time.minutes) / 1440 }

  private func marks(_ gain: Readings<ElapsedTime>, _ colour: Colour) -> [ChartMark] {
    let last = days(gain.last)
    let bar = last == 0 ? [] : [ChartMark(.bar, 0, last, last < 0 ? palette.bad : colour)]
    return (gain.agree ? [] : [ChartMark(.frame, 0, days(gain.first), colour)]) + bar
  }

  private func row(_ row: Purchases.Row) -> RowChart.Row {
    let buys = row.gain.first != .zero || row.gain.last != .zero
    var note = [TextLine(buys ? words.gained(row.gain) : words.buysNothingSign, size: 11, bold: buys)]
    if buys, let after = row.after {
      let verdict = row.verdict.map { " \(words.symbol($0)) \(words.verdict($0))" } ?? ""
      note.append(TextLine(words.days(after) + verdict, size: TypeSize.small, colour: palette.mutedInk))
    }
    return .init(
      label: words.sentence(words.candidate(row.candidate.source, changes: changes)),
      marks: marks(row.gain, palette.category(0)), note: note)
  }
}
