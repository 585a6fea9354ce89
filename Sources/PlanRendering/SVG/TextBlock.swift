/// Wrapped paragraphs under each other.
struct TextBlock {
  let lines: [TextLine]
  let size: Size

  /// - Parameter gapBelow: kept free under the text, unless there is none.
  init(_ paragraphs: [TextLine], width: Double, gapBelow: Double) {
    lines = paragraphs.filter { !$0.text.isEmpty }.flatMap { $0.wrapped(to: width, limit: 6) }
    size =
      lines.isEmpty
      ? Size(width: 0, height: 0)
      : Size(
        width: lines.reduce(0) { max($0, $1.width) }.rounded(.up), height: lines.reduce(gapBelow) { $0 + $1.height })
  }

  func svg(x: Double, y: Double, palette: Palette) -> SVG {
    var top = y
    return .sequence(
      lines.map { line in
        let baseline = top + FontMetrics.ascent(size: line.size)
        top += line.height
        return .line(line, x: x, y: baseline, colour: palette.ink)
      })
  }
}
