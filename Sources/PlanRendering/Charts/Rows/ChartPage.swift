/// A chart on its page: title, what it shows, the chart itself, legend and small print under each other.
///
/// Type, colours and margins are those of the graphs, so that a steering group reads all pictures alike.
struct ChartPage {
  static let margin = 20.0

  let title: String
  /// Under the title; each wraps by itself.
  let subtitle: [String]
  let legend: [ChartSign]
  /// What the picture rests on, and how it is read.
  let notes: [String]
  /// Of the texts, as in BCP 47.
  let language: String
  var width = 1120.0
  /// What is seen, in words.
  let description: String

  /// The page around a body that is `width` wide, margins left out.
  func picture(_ body: (_ top: Double, _ width: Double) -> (content: [SVG], bottom: Double)) -> SVGPicture {
    let palette = Palette.standard
    let inner = width - 2 * Self.margin
    var content: [SVG] = []
    var y = Self.margin
    func add(_ block: TextBlock) {
      guard block.size.height > 0 else { return }
      content.append(block.svg(x: Self.margin, y: y, palette: palette))
      y += block.size.height
    }
    add(
      TextBlock(
        [TextLine(title, size: TypeSize.title, bold: true)]
          + subtitle.map { TextLine($0, size: TypeSize.subtitle, colour: palette.mutedInk) }, width: inner, gapBelow: 14
      ))
    let drawn = body(y, inner)
    content += drawn.content
    y = drawn.bottom
    let signs = ChartSign.row(legend, left: Self.margin, top: y + 14, width: inner)
    if !legend.isEmpty {
      content.append(.element("g", [Attribute("class", "legend")], signs.content))
      y = signs.bottom
    }
    y += 10
    add(
      TextBlock(
        notes.map { TextLine($0, size: TypeSize.small, colour: palette.mutedInk) }, width: inner, gapBelow: 0,
        columns: max(1, Int(inner / 500)), gap: 3))
    return SVGPicture(
      size: Size(width: width, height: y + Self.margin), title: title, description: description, language: language,
      id: "chart", content: content)
  }
}

extension SVG {
  /// A straight line.
  static func rule(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: Colour, width: Double = 1, dash: String? = nil
  ) -> SVG {
    var attributes = [
      Attribute("x1", x1), Attribute("y1", y1), Attribute("x2", x2), Attribute("y2", y2),
      Attribute("stroke", colour.css), Attribute("stroke-width", width),
    ]
    if let dash { attributes.append(Attribute("stroke-dasharray", dash)) }
    return .element("line", attributes)
  }

  /// A box with a fill, a frame or both.
  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Colour?, stroke: Colour? = nil,
    strokeWidth: Double = 1, dash: String? = nil, rounding: Double = 0, tooltip: String? = nil
  ) -> SVG {
    var attributes = [
      Attribute("x", x), Attribute("y", y), Attribute("width", max(width, 0)), Attribute("height", max(height, 0)),
      Attribute("fill", fill?.css ?? "none"),
    ]
    if rounding > 0 { attributes.append(Attribute("rx", rounding)) }
    if let stroke { attributes += [Attribute("stroke", stroke.css), Attribute("stroke-width", strokeWidth)] }
    if let dash { attributes.append(Attribute("stroke-dasharray", dash)) }
    return .element("rect", attributes, tooltip.map { [.tooltip($0)] } ?? [])
  }
}
