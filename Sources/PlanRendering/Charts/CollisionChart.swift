package import PlanComparison
import PlanModel

/// Events by site along time, how many fall into each quarter, and which come within some days of each other.
///
///     CollisionChart(Collisions(outlook), event: "go-live", only: nil, context).picture
package struct CollisionChart {
  private let collisions: Collisions
  private let event: String
  private let only: String?
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ collisions: Collisions, event: String, only: String?, _ context: ChartContext) {
    self.collisions = collisions
    self.event = event
    self.only = only
    self.context = context
  }

  package var picture: SVGPicture {
    let heading = words.collisionsHeading(within: collisions.within, event: event, only: only)
    guard !collisions.events.isEmpty || !collisions.undated.isEmpty else {
      return context.empty(words.collisionsTitle, heading + ". " + words.noDatedEvents)
    }
    var groups = sites.map(group)
    if !collisions.undated.isEmpty {
      groups.append(
        .init(
          heading: words.withoutDateHeading,
          rows: collisions.undated.map { .init(label: words.names[$0], note: [TextLine("? " + words.noDate)]) }))
    }
    let chart = RowChart(
      scale: scale, groups: groups, lines: status, headings: (words.siteColumn, words.nearEvents), labelWidth: 300,
      noteWidth: 300)
    return context.page(
      words.collisionsTitle, saying: [heading + ". " + count], legend: legend, notes: words.collisionsNote, width: 1240,
      description: collisions.events.map(name)
    ).picture(chart.draw)
  }

  private var count: String {
    let certain = collisions.pairs.count { $0.word == .certain }
    let possible = collisions.pairs.count { $0.word == .possible }
    return certain + possible == 0 ? words.noCollisions : words.collisionCounts(certain: certain, possible: possible)
  }

  private var status: [RowChart.Line] {
    context.plan.statusDate.map {
      [.init(at: ChartScale.end($0), text: words.statusDate(words.day($0)), colour: palette.mutedInk, dash: "2 3")]
    } ?? []
  }

  private var legend: [ChartSign] {
    [
      ChartSign(.diamond, palette.category(0), words.eventOnOneDay),
      ChartSign(.bar, palette.category(0), words.eventWithin),
      ChartSign(.dashedFrame, palette.category(0), words.eventWaits),
      ChartSign(.bar, palette.bad, "● " + words.collidesCertainly),
      ChartSign(.bar, palette.caution, "◐ " + words.collidesPossibly),
      ChartSign(.bar, palette.unknown, "✓ " + words.eventDone),
    ]
  }

  /// Whole quarters, so that their numbers stand over them.
  private var scale: ChartScale {
    let days = collisions.events.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
    guard let first = days.min(), let last = days.max() else {
      return ChartScale([context.plan.statusDate ?? .earliest], words)
    }
    func quarter(_ day: Day, _ ahead: Int) -> Day {
      let number = day.year * 4 + (day.month - 1) / 3 + ahead
      return Day(year: number / 4, month: number % 4 * 3 + 1, day: 1) ?? day
    }
    return ChartScale([quarter(first, 0), quarter(last, 1) + -1], words)
  }

  // MARK: Sites

  /// By name, events without a site last.
  private var sites: [String?] {
    let named = Set(collisions.events.flatMap(\.sites)).sorted().map(Optional.some)
    let asked = named.filter { site in collisions.quarters.contains { $0.site == site } }
    return asked + (collisions.events.contains { $0.sites.isEmpty } ? [nil] : [])
  }

  private func group(_ site: String?) -> RowChart.Group {
    let counts = collisions.quarters.filter { $0.site == site }
    let most = max(1, counts.map(\.possible).max() ?? 1)
    let cells = counts.compactMap { count -> RowChart.Cell? in
      let number = count.year * 4 + count.quarter
      guard let from = Day(year: count.year, month: count.quarter * 3 - 2, day: 1),
        let to = Day(year: number / 4, month: number % 4 * 3 + 1, day: 1)
      else { return nil }
      // One event is no peak.
      let isPeak = count.isPeak && count.possible > 1
      let text = (count.certain == count.possible ? "\(count.certain)" : "\(count.certain)–\(count.possible)")
      let strength = 0.85 - 0.6 * Double(count.possible) / Double(most)
      return .init(
        from: ChartScale.place(from), to: ChartScale.place(to), text: text + (isPeak ? " *" : ""),
        colour: palette.category(0).tinted(most == 1 ? 0.85 : strength), isStrong: isPeak)
    }
    return .init(
      heading: site.map(context.title) ?? words.noSite, cells: cells,
      rows: collisions.events.filter { site.map($0.sites.contains) ?? $0.sites.isEmpty }.map(row))
  }

  private func row(_ event: Collisions.Event) -> RowChart.Row {
    let near = collisions.pairs.filter { $0.word != .none && ($0.first.id == event.id || $0.second.id == event.id) }
    let colour =
      event.isDone
      ? palette.unknown
      : near.contains { $0.word == .certain }
        ? palette.bad : near.isEmpty ? palette.category(0) : palette.caution
    let (first, last) = (event.days.lowerBound, event.days.upperBound)
    let mark: ChartMark =
      !event.waitsFor.isEmpty && first == last
      ? ChartMark(.hollowDiamond, ChartScale.place(first) + 0.5, nil, colour)
      : !event.waitsFor.isEmpty
        ? ChartMark(.dashedFrame, ChartScale.place(first), ChartScale.end(last), colour)
        : first == last
          ? ChartMark(.diamond, ChartScale.place(first) + 0.5, nil, colour)
          : ChartMark(.bar, ChartScale.place(first), ChartScale.end(last), colour)
    let days = first == last ? words.day(first) : "\(words.day(first)) … \(words.day(last))"
    var note = near.map { pair in
      let other = pair.first.id == event.id ? pair.second.id : pair.first.id
      return TextLine(
        "\(words.symbol(pair.word)) \(words.distance(pair.distance)): \(words.names[other])", size: TypeSize.small)
    }
    if !event.waitsFor.isEmpty {
      note.append(TextLine(words.inTime(event.waitsFor), size: TypeSize.small, colour: palette.mutedInk))
    }
    if event.isDone { note.append(TextLine("✓ " + words.eventDone, size: TypeSize.small, colour: palette.mutedInk)) }
    return .init(label: words.names[event.id], remark: days, marks: [mark], note: note, tooltip: name(event))
  }

  private func name(_ event: Collisions.Event) -> String {
    let (first, last) = (event.days.lowerBound, event.days.upperBound)
    return "\(words.names[event.id]) \(words.day(first))" + (first == last ? "" : " … \(words.day(last))")
  }
}
