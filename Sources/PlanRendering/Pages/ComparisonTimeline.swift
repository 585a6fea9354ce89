import PlanComparison
import PlanModel
import PlanSchedule

/// The milestones that differ on one scale of time, the first plan above the second.
struct ComparisonTimeline {
  let page: ComparisonPage
  private let first: Day
  private let last: Day
  private let rows: [Comparison.Row]
  private let palette = Palette.standard

  private let nameWidth = 230.0
  private let chartWidth = 800.0
  private let labelRoom = 190.0
  private let lane = 21.0
  private let top = 34.0

  /// Nil where no milestone has a date.
  init?(_ page: ComparisonPage) {
    let rows = page.rows.filter { $0.placed.first != nil || $0.placed.second != nil }
    let days = rows.flatMap { row in
      [row.placed.first, row.placed.second].compactMap { $0 }.flatMap { [$0.first, $0.last] }
        + [row.verdict.first, row.verdict.second].compactMap { $0?.target.value.latest }
    }
    guard let earliest = days.min(), let latest = days.max() else { return nil }
    let status = page.comparison.second.plan.statusDate
    self.page = page
    self.rows = Array(rows.prefix(40))
    first = min(earliest, status ?? earliest) - 7
    last = max(latest, status ?? latest) + 14
  }

  private func x(_ day: Day) -> Double {
    nameWidth + chartWidth * Double(day - first) / Double(max(last - first, 1))
  }

  var picture: SVGPicture {
    let words = page.words
    let height = top + Double(rows.count) * (2 * lane + 12) + 44
    let width = nameWidth + chartWidth + labelRoom
    let bottom = height - 40
    var content = months(bottom)
    if let status = page.comparison.second.plan.statusDate {
      content.append(vertical(x(status), top - 6, bottom, colour: palette.ink, dash: "5 4"))
    }
    for (place, row) in rows.enumerated() {
      let y = top + Double(place) * (2 * lane + 12)
      content.append(rule(y - 3, width))
      let name = TextLine(words.names[row.id], size: 11, bold: true).wrapped(to: nameWidth - 74, limit: 3)
      for (index, line) in name.enumerated() { content.append(.line(line, x: 4, y: y + 15 + Double(index) * 14)) }
      for side in [0, 1] { content += marks(row, side, y + Double(side) * lane) }
    }
    content.append(rule(bottom, width))
    content += legend(y: height - 16)
    let title = words.heading(.timeline)
    return SVGPicture(
      size: Size(width: width, height: height), title: title, description: description,
      language: words.language.rawValue, id: "timeline", content: content)
  }

  /// The same in words, for those who cannot see the picture.
  private var description: String {
    let words = page.words
    return rows.map { row in
      let dates = [0, 1].compactMap { side in
        placed(row, side).map { "\(page.sides[side].label) \(words.days($0, isLowerBound: isBound(row, side)))" }
      }
      return "\(words.names[row.id]): \(dates.joined(separator: ", "))"
    }.joined(separator: ". ")
  }

  private func placed(_ row: Comparison.Row, _ side: Int) -> Readings<Day>? {
    side == 0 ? row.placed.first : row.placed.second
  }
  private func isBound(_ row: Comparison.Row, _ side: Int) -> Bool {
    side == 0 ? row.isLowerBound.first : row.isLowerBound.second
  }

  private func marks(_ row: Comparison.Row, _ side: Int, _ y: Double) -> [SVG] {
    let words = page.words
    let middle = y + lane / 2
    let colour = palette.category(side == 0 ? 1 : 0).shaded(side == 0 ? 0.3 : 0.1)
    var parts: [SVG] = [
      .line(TextLine(words.sentence(page.sides[side].label), size: 10), x: nameWidth - 8, y: middle + 4, anchor: "end")
    ]
    guard let days = placed(row, side) else { return parts }
    let (from, to) = (x(days.first), x(days.last + 1))
    var end = to
    if isBound(row, side) {
      // Open to the right: nobody knows how far.
      end = to + 26
      parts.append(bar(from, to, middle, fill: palette.paper, stroke: colour, dash: "4 3"))
      parts.append(
        path("M\(DecimalText.of(to)) \(DecimalText.of(middle))H\(DecimalText.of(end))m-7 -5l7 5l-7 5", stroke: colour))
    } else if days.agree {
      let centre = DecimalText.of((from + to) / 2)
      parts.append(
        .element(
          "path",
          [
            Attribute("d", "M\(centre) \(DecimalText.of(middle - 7))l7 7l-7 7l-7 -7z"), Attribute("fill", colour.css),
          ]))
      end = (from + to) / 2 + 7
    } else {
      parts.append(bar(from, to, middle, fill: colour.tinted(side == 0 ? 0.45 : 0.1), stroke: colour))
    }
    let verdict = side == 0 ? row.verdict.first : row.verdict.second
    if let target = verdict?.target.value.latest {
      let at = x(target + 1)
      parts.append(vertical(at, middle - 9, middle + 9, colour: palette.ink, width: 2.5))
      end = max(end, at)
    }
    let stated = side == 0 ? row.stated.first : row.stated.second
    let text =
      stated.map { (isBound(row, side) ? "\(words.notBefore) " : "") + words.span($0.value) }
      ?? words.days(days, isLowerBound: isBound(row, side))
    let isStated = stated.map { $0.value.earliest == days.first } ?? false
    let label = isStated ? text : words.days(days, isLowerBound: isBound(row, side))
    let sign = verdict.map { "\(words.symbol($0.word)) " } ?? ""
    parts.append(.line(TextLine(sign + label, size: 10), x: end + 6, y: middle + 4, halo: palette.paper))
    return parts
  }

  private func bar(_ from: Double, _ to: Double, _ middle: Double, fill: Colour, stroke: Colour, dash: String? = nil)
    -> SVG
  {
    var attributes = [
      Attribute("x", from), Attribute("y", middle - 6), Attribute("width", max(to - from, 3)), Attribute("height", 12),
      Attribute("fill", fill.css), Attribute("stroke", stroke.css), Attribute("stroke-width", 1.6),
    ]
    if let dash { attributes.append(Attribute("stroke-dasharray", dash)) }
    return .element("rect", attributes)
  }

  private func path(_ data: String, stroke: Colour) -> SVG {
    .element(
      "path",
      [
        Attribute("d", data), Attribute("fill", "none"), Attribute("stroke", stroke.css),
        Attribute("stroke-width", 1.8),
      ])
  }

  private func vertical(
    _ x: Double, _ from: Double, _ to: Double, colour: Colour, width: Double = 1.2, dash: String? = nil
  ) -> SVG {
    var attributes = [
      Attribute("x1", x), Attribute("x2", x), Attribute("y1", from), Attribute("y2", to),
      Attribute("stroke", colour.css), Attribute("stroke-width", width),
    ]
    if let dash { attributes.append(Attribute("stroke-dasharray", dash)) }
    return .element("line", attributes)
  }

  private func rule(_ y: Double, _ width: Double) -> SVG {
    .element(
      "line",
      [
        Attribute("x1", 0), Attribute("x2", width), Attribute("y1", y), Attribute("y2", y),
        Attribute("stroke", palette.rule.css),
      ])
  }

  /// A line at the first day of each month, or of each quarter or year where months would crowd.
  private func months(_ bottom: Double) -> [SVG] {
    let count = (last - first) / 30
    let step = count <= 16 ? 1 : count <= 48 ? 3 : 12
    var parts: [SVG] = []
    var (year, month, _) = first.civil
    while let day = Day(year: year, month: month, day: 1), day <= last {
      if day >= first, (month - 1) % step == 0 {
        parts.append(vertical(x(day), top - 6, bottom, colour: palette.rule, width: month == 1 ? 2 : 1))
        let name = step == 12 ? "" : String(page.words.language.name(ofMonth: month).prefix(3))
        let text = month == 1 || parts.count == 1 ? "\(name) \(year)" : name
        parts.append(
          .line(TextLine(text, size: 10, colour: palette.mutedInk), x: x(day) + 3, y: top - 12))
      }
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return parts
  }

  private func legend(y: Double) -> [SVG] {
    let words = page.words
    let colour = palette.line
    var x = 4.0
    var parts: [SVG] = []
    func add(_ heading: Words.Heading, _ width: Double, _ mark: SVG) {
      let line = TextLine(words.heading(heading), size: 10)
      parts += [mark, .line(line, x: x + width + 6, y: y + 4)]
      x += width + line.width + 26
    }
    add(.range, 26, bar(x, x + 26, y, fill: colour.tinted(0.4), stroke: colour))
    add(
      .exact, 14,
      .element(
        "path",
        [
          Attribute("d", "M\(DecimalText.of(x + 7)) \(DecimalText.of(y - 7))l7 7l-7 7l-7 -7z"),
          Attribute("fill", colour.css),
        ]))
    add(
      .bound, 34,
      .sequence([
        bar(x, x + 14, y, fill: palette.paper, stroke: colour, dash: "4 3"),
        path("M\(DecimalText.of(x + 14)) \(DecimalText.of(y))h20m-7 -5l7 5l-7 5", stroke: colour),
      ]))
    add(.targetMark, 4, vertical(x + 2, y - 8, y + 8, colour: palette.ink, width: 2.5))
    add(.statusMark, 6, vertical(x + 2, y - 8, y + 8, colour: palette.ink, dash: "5 4"))
    return parts
  }
}

extension ComparisonPage {
  var timeline: HTML {
    guard let picture = ComparisonTimeline(self)?.picture else { return .sequence([]) }
    return section(.timeline, [.element("figure", [], [.picture(picture)])])
  }
}
