/// Rows with their names to the left, signs along a scale in the middle, and words to the right.
struct RowChart {
  struct Row {
    var label: String
    /// Under the label, in muted ink.
    var remark = ""
    var marks: [ChartMark] = []
    /// To the right; the first line stands out.
    var note: [TextLine] = []
    var tooltip = ""
    var isStrong = false
  }

  struct Group {
    /// Nil: the rows stand alone.
    var heading: String?
    /// Numbers over stretches of the scale, beside the heading.
    var cells: [Cell] = []
    var rows: [Row]
  }

  /// A figure over a stretch of the scale.
  struct Cell {
    var from: Double
    var to: Double
    var text: String
    var colour: Colour
    var isStrong = false
  }

  /// A line through all rows, with words on top.
  struct Line {
    var at: Double
    var text: String
    var colour: Colour
    var dash: String?
  }

  var scale: ChartScale
  var groups: [Group]
  var lines: [Line] = []
  /// A shaded stretch behind all rows.
  var band: ClosedRange<Double>?
  /// Over the labels, and over the words to the right.
  var headings: (label: String, note: String) = ("", "")
  var labelWidth = 310.0
  var noteWidth = 230.0

  private static let gap = 26.0
  private var palette: Palette { .standard }

  func draw(top: Double, width: Double) -> (content: [SVG], bottom: Double) {
    let left = ChartPage.margin
    let from = left + labelWidth + Self.gap
    let to = left + width - (noteWidth > 0 ? noteWidth + Self.gap : 0)
    let room = scale.to - scale.from
    let x = { (value: Double) -> Double in
      from + (to - from) * min(max((value - scale.from) / max(room, 0.001), 0), 1)
    }
    let placed = labels(x, from: left + labelWidth / 2, to: left + width)
    let axis = top + Double(placed.rows) * 14 + 16
    var (rows, y): ([SVG], Double) = ([], axis + 6)
    for group in groups {
      if let heading = group.heading { rows += self.heading(heading, group.cells, x, left, &y) }
      for row in group.rows { rows += self.row(row, x, (left, from, to), width, &y) }
      y += 4
    }
    let bottom = y
    var back: [SVG] = []
    if let band {
      back.append(.box(x(band.lowerBound), axis, x(band.upperBound) - x(band.lowerBound), bottom - axis, fill: shade))
    }
    for tick in scale.ticks { back.append(.rule(x(tick.value), axis, x(tick.value), bottom, palette.rule, width: 0.8)) }
    back += lines.map {
      .rule(x($0.at), $0.text.isEmpty ? axis : axis - 13, x($0.at), bottom, $0.colour, width: 1.6, dash: $0.dash)
    }
    back += ticks(x, axis)
    let over = TypeSize.small
    let heads: [SVG] = [
      .line(TextLine(headings.label, size: over, bold: true, colour: palette.mutedInk), x: left, y: axis - 3),
      .line(TextLine(headings.note, size: over, bold: true, colour: palette.mutedInk), x: to + Self.gap, y: axis - 3),
    ]
    return (back + heads + placed.content.map { $0(top) } + rows, bottom)
  }

  private var shade: Colour { Colour(0xEAF1F8) }

  private func ticks(_ x: (Double) -> Double, _ axis: Double) -> [SVG] {
    var end = -Double.infinity
    var parts: [SVG] = []
    for tick in scale.ticks {
      let line = TextLine(tick.text, size: TypeSize.small, colour: palette.mutedInk)
      guard x(tick.value) - line.width / 2 > end + 4 else { continue }
      end = x(tick.value) + line.width / 2
      parts.append(.line(line, x: x(tick.value), y: axis - 3, anchor: "middle", halo: palette.paper))
    }
    return parts
  }

  /// The words of the lines, those that would touch in rows of their own.
  private func labels(_ x: (Double) -> Double, from: Double, to: Double) -> (rows: Int, content: [(Double) -> SVG]) {
    var ends: [Double] = []
    var content: [(Double) -> SVG] = []
    for line in lines.sorted(by: { $0.at < $1.at }) where !line.text.isEmpty {
      let text = TextLine(line.text, size: TypeSize.small, bold: true, colour: line.colour)
      let start = min(max(x(line.at) - text.width / 2, from), to - text.width)
      let row = ends.firstIndex { $0 + 8 < start } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = start + text.width
      content.append { top in .line(text, x: start, y: top + 10 + Double(row) * 14) }
    }
    return (ends.count, content)
  }

  private func heading(
    _ text: String, _ cells: [Cell], _ x: (Double) -> Double, _ left: Double, _ y: inout Double
  ) -> [SVG] {
    let lines = TextLine(text, size: 11.5, bold: true).wrapped(to: cells.isEmpty ? 900 : labelWidth, limit: 2)
    let height = max(Double(lines.count) * 14.5 + 6, 22)
    y += 4
    var parts: [SVG] = lines.enumerated().map { .line($1, x: left, y: y + 14 + Double($0) * 14.5) }
    for cell in cells {
      parts.append(.box(x(cell.from) + 1, y + 2, x(cell.to) - x(cell.from) - 2, 17, fill: cell.colour, rounding: 2))
      let text = TextLine(cell.text, size: 11, bold: cell.isStrong, colour: cell.colour.readableInk)
      parts.append(.line(text, x: (x(cell.from) + x(cell.to)) / 2, y: y + 14.5, anchor: "middle"))
    }
    y += height
    return parts
  }

  private func row(
    _ row: Row, _ x: (Double) -> Double, _ place: (left: Double, from: Double, to: Double), _ width: Double,
    _ y: inout Double
  ) -> [SVG] {
    let label = TextLine(row.label, size: 11, bold: row.isStrong).wrapped(to: labelWidth, limit: 3)
    let remark =
      row.remark.isEmpty
      ? [] : TextLine(row.remark, size: TypeSize.small, colour: palette.mutedInk).wrapped(to: labelWidth, limit: 4)
    let note = row.note.flatMap { $0.wrapped(to: noteWidth, limit: 4) }
    func height(_ lines: [TextLine]) -> Double { lines.reduce(0) { $0 + $1.height } }
    let tall = max(height(label + remark), height(note), 16) + 7
    var parts: [SVG] = [.rule(place.left, y, place.left + width, y, palette.rule.tinted(0.35), width: 0.7)]
    func write(_ lines: [TextLine], _ x: Double) {
      var top = y + (tall - height(lines)) / 2
      for line in lines {
        parts.append(.line(line, x: x, y: top + FontMetrics.ascent(size: line.size)))
        top += line.height
      }
    }
    write(label + remark, place.left)
    write(note, place.to + Self.gap)
    let middle = y + tall / 2
    let marks = row.marks.map { mark -> SVG in
      // Words that would leave the chart stand before their place.
      if mark.shape == .wordAfter, mark.extent(x).upperBound > place.to {
        let text = TextLine(mark.text, size: TypeSize.small, colour: mark.colour)
        return .line(
          text, x: max(x(mark.from) - 12, place.from + text.width), y: middle + 3.6, anchor: "end", halo: palette.paper)
      }
      return mark.svg(x, middle: middle)
    }
    parts.append(.element("g", [], (row.tooltip.isEmpty ? [] : [.tooltip(row.tooltip)]) + marks))
    y += tall
    return parts
  }
}
