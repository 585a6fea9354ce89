package import PlanComparison
import PlanModel
import PlanSchedule

/// Who is touched by a set of changes: for each project and owner how much is reached, loses float, and moves.
///
///     TouchedChart(Touched(report), changes: ["x.test +2w"], context).picture
///
/// Under it stand those who depend on what moves without a date, and what the changes cost.
package struct TouchedChart {
  private let touched: Touched
  private let changes: [String]
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ touched: Touched, changes: [String], _ context: ChartContext) {
    self.touched = touched
    self.changes = changes
    self.context = context
  }

  package var picture: SVGPicture {
    let moved = touched.report.moved
    let reach = words.reach(
      moved: moved.count, projects: Set(moved.compactMap(\.activity.project)).count, held: touched.report.held.count,
      of: context.plan.activities.count)
    let saying = [words.changes(changes), touched.parties.isEmpty ? words.nobodyTouched : reach]
    let columns = words.touchedColumns
    let legend = [
      ChartSign(.frame, palette.unknown, columns[2]), ChartSign(.bar, palette.caution, columns[3]),
      ChartSign(.bar, palette.bad, columns[4]),
    ]
    let chart = RowChart(
      scale: ChartScale(numbers: touched.parties.map { 1.2 * Double($0.reached) }) { words.number(Int($0), over: 1) },
      groups: [.init(heading: nil, rows: touched.parties.map(row))],
      headings: ("\(columns[0]) – \(columns[1].lowercased())", words.whatMoves), labelWidth: 300, noteWidth: 400)
    let page = context.page(
      words.touchedTitle, saying: saying, legend: touched.parties.isEmpty ? [] : legend, notes: [words.touchedNote],
      width: 1240, description: touched.parties.map(sentence))
    let lists = [(words.exposuresHeading, exposures), (words.costHeading, costs)].filter { !$0.1.isEmpty }
    return page.picture { top, width in
      var (content, bottom) = touched.parties.isEmpty ? ([], top) : chart.draw(top: top, width: width)
      for (heading, lines) in lists {
        content.append(.line(TextLine(heading, size: 11.5, bold: true), x: ChartPage.margin, y: bottom + 20))
        let block = TextBlock(
          lines.map { TextLine($0, size: TypeSize.small) }, width: width, gapBelow: 6, columns: 2, gap: 4)
        content.append(block.svg(x: ChartPage.margin, y: bottom + 28, palette: palette))
        bottom += 28 + block.size.height
      }
      return (content, bottom)
    }
  }

  private func row(_ party: Touched.Party) -> RowChart.Row {
    let counts = (Double(party.reached), Double(party.consumed.count), Double(party.moved.count))
    var marks = [ChartMark(.frame, 0, counts.0, palette.unknown)]
    // What moves mostly loses float as well: the longer one lies below.
    let bars = [(counts.1, palette.caution, ChartMark.Shape.bar), (counts.2, palette.bad, .thinBar)]
    marks += bars.filter { $0.0 > 0 }.map { ChartMark($0.2, 0, $0.0, $0.1) }
    marks.append(
      ChartMark(
        .wordAfter, counts.0, nil, palette.ink,
        text: "\(party.reached) / \(party.consumed.count) / \(party.moved.count)"))
    let shown = party.moved.prefix(5).map { row in
      TextLine("\(words.names[row.id]): \(words.moved(row.moved))", size: TypeSize.small)
    }
    let rest = party.moved.count - shown.count
    let more = rest > 0 ? [TextLine(words.andMore(rest), size: TypeSize.small, colour: palette.mutedInk)] : []
    return .init(
      label: party.project.map { context.title($0.text) } ?? words.noProject, remark: owners(party), marks: marks,
      note: shown.isEmpty
        ? [TextLine(words.nothingMoves, size: TypeSize.small, colour: palette.mutedInk)] : shown + more,
      tooltip: sentence(party), isStrong: true)
  }

  private func owners(_ party: Touched.Party) -> String {
    "\(words.touchedColumns[1]): \(party.owners.isEmpty ? words.ownerUnknown : words.list(party.owners))"
  }

  private func sentence(_ party: Touched.Party) -> String {
    let columns = words.touchedColumns
    return "\(party.project.map { context.title($0.text) } ?? words.noProject) (\(owners(party))): "
      + "\(columns[2]) \(party.reached), \(columns[3]) \(party.consumed.count), \(columns[4]) \(party.moved.count)"
  }

  private var exposures: [String] {
    touched.exposures.map { exposure in
      let relation = exposure.relation
      let id = relation.dependency.id.map { "\($0) " } ?? ""
      let known = words.receiver(exposure.receiver, title: { context.title($0.text) }).map { " – " + $0 } ?? ""
      return "\(id)\(context.title(relation.from)) → \(context.title(relation.to))"
        + (exposure.owner.map { " (\($0))" } ?? "") + known
    }
  }

  private var costs: [String] { CostLines(CostReport(touched.report), words).lines }
}

/// What changes cost, a line for each project and one for each of its frames.
struct CostLines {
  let lines: [String]

  /// - Parameter priced: only what has a price or an amended amount.
  init(_ report: CostReport, _ words: Words, priced: Bool = false) {
    let rows = report.rows.filter { !priced || $0.delay?.cost != nil || !$0.changes.isEmpty }
    lines = rows.flatMap { row in
      let sentences = [words.amended(row), words.delay(row), words.forecast(row)].compactMap { $0 }
      return [row.project.title + ": " + sentences.joined(separator: " ")] + row.rooms.map { words.room($0, in: row) }
    }
  }
}
