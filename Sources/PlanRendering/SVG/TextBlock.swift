/// Wrapped paragraphs under each other, in one column or several.
struct TextBlock {
  static let columnGap = 28.0

  private let columns: [[[TextLine]]]
  private let gap: Double
  private let columnWidth: Double
  let size: Size

  /// - Parameters:
  ///   - gapBelow: kept free under the text, unless there is none.
  ///   - gap: between two paragraphs.
  ///   - columns: as many at most as there are paragraphs; a paragraph stays in its column.
  init(_ paragraphs: [TextLine], width: Double, gapBelow: Double, columns wanted: Int = 1, gap: Double = 0) {
    self.gap = gap
    let paragraphs = paragraphs.filter { !$0.text.isEmpty }
    let count = max(1, min(wanted, paragraphs.count))
    let room = (width - Double(count - 1) * Self.columnGap) / Double(count)
    let wrapped = paragraphs.map { $0.wrapped(to: room, limit: 6) }
    let total = wrapped.reduce(0) { $0 + $1.count }
    var filled: [[[TextLine]]] = [[]]
    var used = 0
    for lines in wrapped {
      // The next column begins where most of the paragraph lies beyond the end of this one.
      let end = Double(filled.count * total) / Double(count)
      if filled.count < count, Double(used) + Double(lines.count) / 2 > end, !filled[filled.count - 1].isEmpty {
        filled.append([])
      }
      filled[filled.count - 1].append(lines)
      used += lines.count
    }
    columns = filled
    columnWidth = room
    let lines = filled.joined().joined()
    let widest = lines.reduce(0) { max($0, $1.width) }.rounded(.up)
    let height =
      filled.map { column in
        column.joined().reduce(0) { $0 + $1.height } + Double(max(column.count - 1, 0)) * gap
      }.max() ?? 0
    size =
      lines.isEmpty
      ? Size(width: 0, height: 0)
      : Size(width: Double(filled.count - 1) * (room + Self.columnGap) + widest, height: height + gapBelow)
  }

  func svg(x: Double, y: Double, palette: Palette) -> SVG {
    var parts: [SVG] = []
    for (number, column) in columns.enumerated() {
      var top = y
      for paragraph in column {
        for line in paragraph {
          let left = x + Double(number) * (columnWidth + Self.columnGap)
          parts.append(.line(line, x: left, y: top + FontMetrics.ascent(size: line.size), colour: palette.ink))
          top += line.height
        }
        top += gap
      }
    }
    return .sequence(parts)
  }
}
