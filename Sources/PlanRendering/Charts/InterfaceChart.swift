package import PlanComparison
import PlanModel
import PlanSchedule

/// The register of dependencies between projects along time: promised, computed, needed, and the float between them.
///
///     InterfaceChart(InterfaceRegister(outlook).rows, context).picture
///
/// Links come first, one row each; then relations that say a date; the others, which move none, are listed.
package struct InterfaceChart {
  private let rows: [InterfaceRegister.Row]
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ rows: [InterfaceRegister.Row], _ context: ChartContext) {
    self.rows = rows
    self.context = context
  }

  package var picture: SVGPicture {
    guard !rows.isEmpty else { return context.empty(words.interfacesTitle, words.noInterfaces) }
    let links = rows.filter { $0.form == .link }
    let relations = rows.filter { $0.form == .relation }
    let dated = relations.filter { !days(of: $0).isEmpty }
    let listed = relations.filter { days(of: $0).isEmpty }
    var groups: [RowChart.Group] = []
    if !links.isEmpty { groups.append(.init(heading: words.linksOfInterfaces, rows: links.map(row))) }
    if !dated.isEmpty { groups.append(.init(heading: words.datedRelations, rows: dated.map(row))) }
    let status = context.plan.statusDate
    let all = (links + dated).flatMap(days) + [status].compactMap { $0 }
    let chart = RowChart(
      scale: ChartScale(all, words), groups: groups,
      lines: status.map {
        [.init(at: ChartScale.end($0), text: words.statusDate(words.day($0)), colour: palette.mutedInk, dash: "2 3")]
      } ?? [], headings: (words.whoToWhom, words.roomColumn), labelWidth: 360, noteWidth: 220)
    let page = context.page(
      words.interfacesTitle, saying: [words.interfacesHeading(links: links.count, relations: relations.count)],
      legend: legend, notes: words.interfacesNote, width: 1240, description: (links + dated).map(sentence))
    return page.picture { top, width in
      var (content, bottom) = groups.isEmpty ? ([], top) : chart.draw(top: top, width: width)
      guard !listed.isEmpty else { return (content, bottom) }
      bottom += 10
      let heading = TextLine(words.undatedRelations, size: 11.5, bold: true)
      content.append(.line(heading, x: ChartPage.margin, y: bottom + 12))
      let block = TextBlock(
        listed.map { TextLine(sentence($0), size: TypeSize.small) }, width: width, gapBelow: 6, columns: 2, gap: 2)
      content.append(block.svg(x: ChartPage.margin, y: bottom + 20, palette: palette))
      return (content, bottom + 20 + block.size.height)
    }
  }

  private var legend: [ChartSign] {
    [
      ChartSign(.flag, palette.category(3), words.promisedColumn),
      ChartSign(.bar, Tone.ample.colour, words.comesColumn),
      ChartSign(.dashedArrow, palette.unknown, words.notBeforeSign),
      ChartSign(.upright, palette.ink, words.neededColumn),
      ChartSign(.thinBar, Tone.ample.colour, words.tone(.ample)),
      ChartSign(.thinBar, Tone.tight.colour, words.tone(.tight)),
      ChartSign(.thinBar, Tone.late.colour, words.tone(.late)),
      ChartSign(.word, palette.bad, words.staleSign, sample: "!"),
    ]
  }

  private func days(of row: InterfaceRegister.Row) -> [Day] {
    let placed = isUndated(row) ? [] : row.placed.map { [$0.first, $0.last] } ?? []
    return placed
      + [row.dependency.promised?.value.earliest, row.dependency.promised?.value.latest, need(row)].compactMap { $0 }
  }

  private func isUndated(_ row: InterfaceRegister.Row) -> Bool {
    !row.isDone && row.waitsFor == [ActivityID(row.from)]
  }

  private func need(_ row: InterfaceRegister.Row) -> Day? { row.dependency.needed?.value.latest ?? row.needed.last }

  private func row(_ row: InterfaceRegister.Row) -> RowChart.Row {
    var marks: [ChartMark] = []
    let comes = isUndated(row) ? nil : row.placed
    if let comes, let need = need(row), !row.isDone {
      marks.append(ChartMark(.thinBar, ChartScale.end(comes.last), ChartScale.end(need), tone(row).colour))
    }
    if let comes {
      let colour = row.isDone ? palette.unknown : tone(row).colour
      if row.isLowerBound {
        let end = ChartScale.place(comes.last) + 1
        marks.append(ChartMark(.dashedFrame, ChartScale.place(comes.first), end, palette.unknown))
        marks.append(ChartMark(.dashedArrow, end, end + 14, palette.unknown))
      } else if comes.agree {
        marks.append(ChartMark(.diamond, ChartScale.place(comes.last) + 0.5, nil, colour))
      } else {
        marks.append(ChartMark(.bar, ChartScale.place(comes.first), ChartScale.end(comes.last), colour))
      }
    }
    if let need = need(row) { marks.append(ChartMark(.upright, ChartScale.end(need), nil, palette.ink)) }
    if let promise = row.dependency.promised?.value.latest {
      marks.append(ChartMark(.flag, ChartScale.end(promise), nil, palette.category(3)))
    }
    let room = isUndated(row) ? "? " + words.noDate : float(row)
    var note = [TextLine(room, size: 11, bold: true, colour: tone(row).ink)]
    if let target = row.neededFor {
      note.append(TextLine(words.neededFor(target), size: TypeSize.small, colour: palette.mutedInk))
    }
    if row.isDone { note = [TextLine("✓ " + words.isThereAlready, size: 11, colour: palette.mutedInk)] }
    if let stale = words.staleness(row) {
      note.insert(TextLine("! " + stale, size: TypeSize.small, bold: true, colour: palette.bad), at: 0)
    }
    return RowChart.Row(
      label: heading(row), remark: words.character(row), marks: marks, note: note, tooltip: sentence(row))
  }

  private func tone(_ row: InterfaceRegister.Row) -> Tone {
    let day = context.outlook.schedule[ActivityID(row.from)]?.minutesPerDay ?? 1440
    return Tone(row, tight: 10 * day)
  }

  private func heading(_ row: InterfaceRegister.Row) -> String {
    (row.dependency.id.map { "\($0) " } ?? "") + "\(context.title(row.from)) → \(context.title(row.to))"
  }

  private func float(_ row: InterfaceRegister.Row) -> String {
    guard row.form == .link, row.strength == .hard, !row.isDone, !isUndated(row),
      let supplier = context.outlook.schedule[ActivityID(row.from)]
    else { return words.none }
    func text(_ floats: Readings<WorkTime?>) -> String {
      guard let last = floats.last ?? floats.first else { return words.none }
      let float = words.float(
        from: Int((floats.first ?? last).minutes), to: Int(last.minutes), dayLength: supplier.minutesPerDay,
        isElapsed: supplier.isAroundTheClock)
      return row.isLowerBound ? "≤\u{A0}" + float : float
    }
    return "\(text(row.floatToMove)) / \(text(row.floatToTarget))"
  }

  /// One row in words.
  private func sentence(_ row: InterfaceRegister.Row) -> String {
    var parts = [heading(row), words.character(row)]
    if let promised = row.dependency.promised { parts.append("\(words.promisedColumn): \(words.span(promised.value))") }
    if let placed = row.placed {
      let comes = isUndated(row) ? words.noDate : words.days(placed, isLowerBound: row.isLowerBound)
      parts.append("\(words.comesColumn): \(row.isDone ? words.isThereAlready + " " : "")\(comes)")
    }
    if let need = need(row) { parts.append("\(words.neededColumn): \(words.day(need))") }
    if let stale = words.staleness(row) { parts.append("! " + stale) }
    return parts.joined(separator: "; ")
  }

  /// How tight a dependency is, by the float that the nearest target or the receiver leaves.
  enum Tone {
    case late, tight, ample, unknown

    /// - Parameter tight: working minutes below which there is little room.
    init(_ row: InterfaceRegister.Row, tight: Int) {
      let floats = [row.floatToTarget.last, row.floatToTarget.first].compactMap { $0 }
      guard !row.isLowerBound, let least = floats.min() ?? row.floatToMove.last else {
        self = row.floatToTarget.last.map { $0.minutes < 0 } == true ? .late : .unknown
        return
      }
      self = least.minutes < 0 ? .late : Int(least.minutes) < tight ? .tight : .ample
    }

    var colour: Colour {
      switch self {
      case .late: Palette.standard.bad
      case .tight: Palette.standard.caution
      case .ample: Palette.standard.category(0)
      case .unknown: Palette.standard.unknown
      }
    }

    var ink: Colour {
      switch self {
      case .late: Palette.standard.bad
      case .unknown: Palette.standard.mutedInk
      default: Palette.standard.ink
      }
    }
  }
}
