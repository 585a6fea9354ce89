package import PlanComparison
import PlanModel
import PlanSchedule

/// By when everything before a milestone must be there, along time: computed, and the last days for three readings of durations.
///
///     DueChart(needs, isTarget: true, context).picture
///
/// The points of no return stand as lines through all rows; what it costs to miss a window has rows of its own.
package struct DueChart {
  private let needs: Needs
  private let isTarget: Bool
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ needs: Needs, isTarget: Bool, _ context: ChartContext) {
    self.needs = needs
    self.isTarget = isTarget
    self.context = context
  }

  package var picture: SVGPicture {
    let saying = [words.needsHeading(needs, isTarget: isTarget), words.judgement(needs)]
    guard !needs.rows.isEmpty else {
      return context.empty(words.dueTitle, saying.joined(separator: ". ") + ". " + words.needsNothing)
    }
    var groups = [RowChart.Group(heading: nil, rows: needs.rows.map(row) + [own])]
    if !needs.windows.isEmpty { groups.append(.init(heading: words.windowsHeading, rows: needs.windows.map(row))) }
    let points = points
    let days =
      needs.rows.flatMap(days) + needs.windows.flatMap { [$0.day, $0.next ?? $0.day] } + wish + points.map(\.day)
      + (context.plan.statusDate.map { [$0] } ?? [])
    let chart = RowChart(
      scale: ChartScale(days, words), groups: groups, lines: points.map(\.line) + status,
      band: wish.isEmpty ? nil : ChartScale.place(wish[0])...ChartScale.end(wish[wish.count - 1]),
      headings: (words.latestHeading, words.lastDayLikely), labelWidth: 300, noteWidth: 250)
    let missing = needs.rows.filter(\.isUndated).map { words.names[$0.id] }
    let notes =
      Array(words.needsNote.dropFirst()) + (missing.isEmpty ? [] : [words.withoutDate(missing)])
      + (needs.conditions.isEmpty ? [] : [words.conditionsNotDrawn(needs.conditions.count)])
    return context.page(
      words.dueTitle, saying: saying, legend: legend, notes: notes, width: 1180,
      description: needs.rows.map { "\(words.names[$0.id]): \(due($0))" }
    ).picture(chart.draw)
  }

  private var wish: [Day] {
    let span = needs.wish.value
    return [span.earliest ?? span.latest, span.latest].compactMap { $0 }
  }

  private var legend: [ChartSign] {
    [
      ChartSign(.bar, palette.category(0), words.comesColumn),
      ChartSign(.dashedArrow, palette.unknown, words.notBeforeSign),
      ChartSign(.flag, palette.bad, words.lastDay(.high)), ChartSign(.upright, palette.ink, words.lastDay(.likely)),
      ChartSign(.dashedUpright, palette.ink, words.lastDay(.low)),
      ChartSign(.bar, Colour(0xDCE8F4), isTarget ? words.theTarget : words.theWish),
    ] + (needs.windows.isEmpty ? [] : [ChartSign(.arrow, palette.bad, words.missedWindow)])
  }

  private var points: [(day: Day, line: RowChart.Line)] {
    [(Reading.Durations.high, "5 3"), (.likely, nil)].compactMap { durations, dash in
      needs.pointOfNoReturn(durations, status: context.plan.statusDate).map { point in
        let line = RowChart.Line(
          at: ChartScale.end(point.day), text: words.noReturn(point.day, durations), colour: palette.emphasis,
          dash: dash)
        return (point.day, line)
      }
    }
  }

  private var status: [RowChart.Line] {
    context.plan.statusDate.map {
      [.init(at: ChartScale.end($0), text: words.statusDate(words.day($0)), colour: palette.mutedInk, dash: "2 3")]
    } ?? []
  }

  private func days(_ row: Needs.Row) -> [Day] {
    let due = row.due.last
    return [due.atWorst, due.likely, due.atBest].compactMap { $0 }
      + (row.isUndated ? [] : [row.placed.first, row.placed.last])
  }

  private func due(_ row: Needs.Row) -> String {
    words.due(row.due.last.likely, row.word, isAtMost: !row.lacks.isEmpty)
  }

  private func row(_ row: Needs.Row) -> RowChart.Row {
    var marks: [ChartMark] = []
    if !row.isUndated {
      let (from, to) = (ChartScale.place(row.placed.first), ChartScale.end(row.placed.last))
      if row.isLowerBound {
        marks = [
          ChartMark(.dashedFrame, from, to, palette.unknown), ChartMark(.dashedArrow, to, to + 14, palette.unknown),
        ]
      } else {
        marks = [
          row.placed.agree
            ? ChartMark(.diamond, from + 0.5, nil, palette.category(0)) : ChartMark(.bar, from, to, palette.category(0))
        ]
      }
    }
    let due = row.due.last
    if let day = due.atBest { marks.append(ChartMark(.dashedUpright, ChartScale.end(day), nil, palette.ink)) }
    if let day = due.likely { marks.append(ChartMark(.upright, ChartScale.end(day), nil, palette.ink)) }
    if let day = due.atWorst { marks.append(ChartMark(.flag, ChartScale.end(day), nil, palette.bad)) }
    let worst = TextLine(words.dueAtWorst(due.atWorst), size: TypeSize.small, colour: palette.mutedInk)
    return .init(
      label: words.names[row.id],
      remark: [row.activity.kind == .task ? words.isFinished : "", row.isUndated ? "? " + words.noDate : ""].filter {
        !$0.isEmpty
      }.joined(separator: " · "), marks: marks,
      note: [TextLine(self.due(row), size: 11, bold: true)] + (due.atWorst == due.likely ? [] : [worst]))
  }

  /// The milestone itself.
  private var own: RowChart.Row {
    let (best, worst) = (needs.judgement.days.lowerBound, needs.judgement.days.upperBound)
    let (from, to) = (ChartScale.place(best), ChartScale.end(worst))
    let isUnknown = needs.judgement.word == .unknown
    let mark =
      isUnknown
      ? ChartMark(.dashedFrame, from, to, palette.unknown)
      : best == worst ? ChartMark(.diamond, from + 0.5, nil, palette.ink) : ChartMark(.bar, from, to, palette.ink)
    return .init(
      label: words.names[needs.milestone], marks: needs.waitsFor == [needs.milestone] ? [] : [mark],
      note: [TextLine(words.due(needs.wish.value, needs.judgement.word), size: 11, bold: true)], isStrong: true)
  }

  private func row(_ miss: WindowMiss) -> RowChart.Row {
    var marks = [ChartMark(.diamond, ChartScale.place(miss.day) + 0.5, nil, palette.category(0))]
    if let next = miss.next {
      marks.insert(
        ChartMark(.arrow, ChartScale.place(miss.day) + 0.5, ChartScale.place(next) + 0.5, palette.bad), at: 0)
      marks.append(ChartMark(.hollowDiamond, ChartScale.place(next) + 0.5, nil, palette.bad))
    }
    let cost = miss.costs.map { words.roundShift($0) } ?? words.noOpening
    return .init(
      label: words.names[miss.activity.id], remark: context.plan.title(ofWindow: miss.window), marks: marks,
      note: [
        TextLine(cost, size: 11, bold: true, colour: palette.bad),
        TextLine(
          words.window(miss, title: context.plan.title(ofWindow: miss.window), for: needs.milestone),
          size: TypeSize.small),
      ])
  }
}
