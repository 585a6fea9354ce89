import PlanModel
import PlanSimulation

/// One date of an ``OddsChart``: bars for days, a curve for the share of futures that are there by a day.
struct OddsPanel {
  private let panel: OddsChart.Panel
  private let percentiles: [Int]
  private let words: Words
  private let top: Double
  private let palette = Palette.standard
  private let bars: [(first: Day, count: Int)]
  /// Days in a bar.
  private let width: Int
  private let first: Day
  private let last: Day
  private let labels: [Label]

  /// A vertical line with words on top.
  private struct Label {
    var x: Double
    var text: String
    var isTarget: Bool
    var row = 0
    var isLeft = false
  }

  private let left = 64.0
  private let right = OddsChart.width - 64
  private let height = 210.0

  init(_ panel: OddsChart.Panel, _ percentiles: [Int], _ words: Words, top: Double) {
    self.panel = panel
    self.percentiles = percentiles
    self.words = words
    self.top = top
    let days = [panel.odds.days.first, panel.odds.days.last, panel.target?.day].compactMap { $0 }
    let (earliest, latest) = (days.min() ?? .earliest, days.max() ?? .earliest)
    let span = latest - earliest + 1
    // As many bars as can be told apart.
    let width = [1, 2, 3, 7, 14, 28, 91].first { span <= 90 * $0 } ?? span / 90 + 1
    self.width = width
    let margin = max(2, span / 25)
    let first = earliest - margin
    let last = latest + margin + 1
    self.first = first
    self.last = last
    var bars: [(first: Day, count: Int)] = []
    for (day, count) in panel.odds.counts {
      let start = first + (day - first) / width * width
      if bars.last?.first == start { bars[bars.count - 1].count += count } else { bars.append((start, count)) }
    }
    self.bars = bars
    let (from, to) = (left, right)
    func x(_ day: Day) -> Double { from + (to - from) * Double(day - first) / Double(max(last - first, 1)) }
    var labels = percentiles.compactMap { percentile in
      panel.odds.quantile(Double(percentile) / 100_000).map {
        Label(x: x($0 + 1), text: "\(words.percentile(percentile)) \(words.day($0))", isTarget: false)
      }
    }
    if let target = panel.target { labels.append(Label(x: x(target.day + 1), text: target.label, isTarget: true)) }
    self.labels = OddsPanel.arranged(labels, to: right)
  }

  /// Puts labels that would touch into rows of their own, from the left to the right and down, so that no line crosses the words
  /// of another.
  private static func arranged(_ labels: [Label], to right: Double) -> [Label] {
    var placed: [(row: Int, from: Double, to: Double)] = []
    return labels.sorted { $0.x < $1.x }.map { label in
      var label = label
      let size = TextLine(label.text, size: 11, bold: label.isTarget).width
      label.isLeft = label.x + size + 4 > right + 50
      let from = label.isLeft ? label.x - size - 4 : label.x
      let to = label.isLeft ? label.x : label.x + size + 4
      let touching = placed.filter { $0.from < to + 8 && from < $0.to + 8 }
      label.row = touching.map { $0.row + 1 }.max() ?? 0
      placed.append((label.row, from, to))
      return label
    }
  }

  private var remarks: [TextLine] {
    panel.remark.map { TextLine($0, size: 11, colour: palette.mutedInk).wrapped(to: right - left + 40, limit: 3) } ?? []
  }
  private var plotTop: Double {
    top + 30 + Double(remarks.count) * 15 + 16 * Double((labels.map(\.row).max() ?? -1) + 1)
  }
  private var floor: Double { plotTop + height }
  var bottom: Double { floor + 40 }

  private func x(_ day: Day) -> Double {
    left + (right - left) * Double(day - first) / Double(max(last - first, 1))
  }

  var content: [SVG] {
    var parts: [SVG] = [.line(TextLine(panel.title, size: 15, bold: true), x: 20, y: top + 14)]
    for (place, line) in remarks.enumerated() { parts.append(.line(line, x: 20, y: top + 32 + Double(place) * 15)) }
    parts += axes + histogram + [curve]
    for label in labels { parts += mark(label) }
    return parts
  }

  // MARK: Parts

  private var most: Double { Double(max(1, bars.map(\.count).max() ?? 1)) }

  private var histogram: [SVG] {
    let fill = palette.category(0).tinted(0.55)
    return bars.map { bar in
      let tall = height * Double(bar.count) / most
      let (from, to) = (x(bar.first), x(min(bar.first + width, last)))
      let share = words.percent(Double(bar.count) / Double(max(1, panel.odds.iterations)))
      return .element(
        "rect",
        [
          Attribute("x", from), Attribute("y", floor - tall), Attribute("width", max(to - from - 0.6, 0.8)),
          Attribute("height", tall), Attribute("fill", fill.css),
        ], [.tooltip("\(words.day(bar.first)): \(share)")])
    }
  }

  private var curve: SVG {
    let total = Double(max(1, panel.odds.iterations))
    var data = "M\(DecimalText.of(left)) \(DecimalText.of(floor))"
    var sum = 0
    for (day, count) in panel.odds.counts {
      // A day is over at its end.
      data += "L\(DecimalText.of(x(day))) \(DecimalText.of(floor - height * Double(sum) / total))"
      sum += count
      data += "L\(DecimalText.of(x(day + 1))) \(DecimalText.of(floor - height * Double(sum) / total))"
    }
    data += "H\(DecimalText.of(right))"
    return .element(
      "path",
      [
        Attribute("d", data), Attribute("fill", "none"), Attribute("stroke", palette.emphasis.css),
        Attribute("stroke-width", 2.2), Attribute("stroke-linejoin", "round"),
      ])
  }

  private func mark(_ label: Label) -> [SVG] {
    let row = (labels.map(\.row).max() ?? 0) - label.row
    let y = plotTop - 6 - 16 * Double(row)
    let colour = label.isTarget ? palette.ink : palette.line
    let text = TextLine(label.text, size: 11, bold: label.isTarget, colour: colour)
    return [
      vertical(
        label.x, y - 9, floor, colour, width: label.isTarget ? 2.6 : 1.2, dash: label.isTarget ? nil : "5 4"),
      .line(
        text, x: label.isLeft ? label.x - 4 : label.x + 4, y: y, anchor: label.isLeft ? "end" : "start",
        halo: palette.paper),
    ]
  }

  private var axes: [SVG] {
    var parts: [SVG] = []
    for quarter in 0...4 {
      let y = floor - height * Double(quarter) / 4
      parts.append(
        .element(
          "line",
          [
            Attribute("x1", left), Attribute("x2", right), Attribute("y1", y), Attribute("y2", y),
            Attribute("stroke", palette.rule.css),
          ]))
      parts.append(
        .line(
          TextLine("\(25 * quarter) %", size: 10, colour: palette.emphasis), x: right + 8, y: y + 4))
    }
    let share = most / Double(max(1, panel.odds.iterations))
    parts.append(
      .line(
        TextLine(words.percent(share), size: 10, colour: palette.category(0).shaded(0.3)), x: left - 8,
        y: plotTop + 4, anchor: "end"))
    parts.append(
      .line(
        TextLine("0 %", size: 10, colour: palette.category(0).shaded(0.3)), x: left - 8, y: floor + 4, anchor: "end"))
    parts.append(
      .line(
        TextLine(words.barsLabel(width), size: 10, colour: palette.category(0).shaded(0.3)), x: left, y: floor + 34))
    parts.append(
      .line(TextLine(words.curveLabel, size: 10, colour: palette.emphasis), x: right, y: floor + 34, anchor: "end"))
    return parts + dates
  }

  /// The first day of each month, or of fewer months, or of weeks, as they find room.
  private var dates: [SVG] {
    var days: [(Day, String)] = []
    let span = last - first
    if span <= 75 {
      var day = first
      while day < last {
        days.append((day, words.day(day)))
        day = day + (span <= 24 ? 3 : 7)
      }
    } else {
      let step = [1, 2, 3, 6, 12, 24, 60].first { span / 30 / $0 <= 14 } ?? 120
      var (year, month, _) = first.civil
      while let day = Day(year: year, month: month, day: 1), day < last {
        if day >= first, (year * 12 + month - 1) % step == 0 {
          let name = String(words.language.name(ofMonth: month).prefix(3))
          days.append((day, step >= 12 ? "\(year)" : month == 1 || days.isEmpty ? "\(name) \(year)" : name))
        }
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      }
    }
    return days.flatMap { day, text in
      [
        vertical(x(day), floor, floor + 5, palette.line, width: 1),
        .line(TextLine(text, size: 10, colour: palette.mutedInk), x: x(day), y: floor + 18, anchor: "middle"),
      ]
    }
  }

  private func vertical(
    _ x: Double, _ from: Double, _ to: Double, _ colour: Colour, width: Double, dash: String? = nil
  ) -> SVG {
    var attributes = [
      Attribute("x1", x), Attribute("x2", x), Attribute("y1", from), Attribute("y2", to),
      Attribute("stroke", colour.css), Attribute("stroke-width", width),
    ]
    if let dash { attributes.append(Attribute("stroke-dasharray", dash)) }
    return .element("line", attributes)
  }
}
