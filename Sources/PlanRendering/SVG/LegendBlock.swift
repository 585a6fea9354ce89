/// The legend of a picture, measured and arranged in columns.
struct LegendBlock {
  static let sampleWidth = 40.0
  static let gap = 14.0
  static let padding = 10.0

  let legend: Legend
  private let lines: [[TextLine]]
  private let columns: Int
  private let rows: Int
  private let entryWidth: Double
  private let rowHeight: Double
  private let titleHeight: Double
  let size: Size

  /// Arranged within `width` points where that is possible at all.
  ///
  /// - Parameters:
  ///   - columns: at most so many side by side; nil leaves it to the legend and the width.
  ///   - textWidth: where an explanation wraps.
  init(_ legend: Legend, width: Double, columns limit: Int? = nil, textWidth: Double = 250) {
    self.legend = legend
    lines = legend.entries.map { TextLine($0.text, size: TypeSize.small).wrapped(to: textWidth, limit: 5) }
    let textRoom = lines.joined().reduce(0) { max($0, $1.width) }.rounded(.up)
    entryWidth = Self.sampleWidth + 8 + textRoom
    let fitting = Int((max(width, 0) - 2 * Self.padding + Self.gap) / (entryWidth + Self.gap))
    let wanted = max(
      1, min(limit ?? legend.columns ?? fitting, legend.place == .beside ? 1 : fitting, max(legend.entries.count, 1)))
    rows = (legend.entries.count + wanted - 1) / wanted
    columns = rows == 0 ? 0 : (legend.entries.count + rows - 1) / rows
    rowHeight = lines.map { $0.reduce(0) { $0 + $1.height } }.reduce(17) { max($0, $1) } + 3
    titleHeight = legend.title.isEmpty ? 0 : 18
    let titleWidth = TextLine(legend.title, size: 10.5, bold: true).width.rounded(.up)
    let inner = max(Double(columns) * (entryWidth + Self.gap) - Self.gap, titleWidth)
    size =
      legend.entries.isEmpty
      ? Size(width: 0, height: 0)
      : Size(width: inner + 2 * Self.padding, height: titleHeight + Double(rows) * rowHeight + 2 * Self.padding - 4)
  }

  /// The block with its upper left corner at `origin`.
  func svg(in scene: GraphScene, at origin: Point) -> SVG {
    guard !legend.entries.isEmpty else { return .sequence([]) }
    let palette = scene.palette
    var parts: [SVG] = [
      .element(
        "rect",
        [
          Attribute("x", origin.x), Attribute("y", origin.y), Attribute("width", size.width),
          Attribute("height", size.height), Attribute("rx", 6), Attribute("fill", palette.paper.css),
          Attribute("stroke", palette.rule.css),
        ])
    ]
    if !legend.title.isEmpty {
      parts.append(
        .line(
          TextLine(legend.title, size: 10.5, bold: true), x: origin.x + Self.padding, y: origin.y + Self.padding + 9,
          colour: palette.ink))
    }
    for (index, entry) in legend.entries.enumerated() {
      let left = origin.x + Self.padding + Double(index / rows) * (entryWidth + Self.gap)
      let middle = origin.y + Self.padding + titleHeight + (Double(index % rows) + 0.5) * rowHeight - 2
      parts.append(sample(entry.sample, in: scene, left: left, middle: middle))
      var y = middle - lines[index].reduce(0) { $0 + $1.height } / 2
      for line in lines[index] {
        let baseline = y + (line.height + line.size * 0.72) / 2
        parts.append(.line(line, x: left + Self.sampleWidth + 8, y: baseline, colour: palette.ink))
        y += line.height
      }
    }
    return .element("g", [Attribute("class", "legend")], parts)
  }

  private func sample(_ sample: Legend.Sample, in scene: GraphScene, left: Double, middle: Double) -> SVG {
    let centre = Point(x: left + Self.sampleWidth / 2, y: middle)
    switch sample {
    case .node(let shape, let style):
      return scene.outline(shape, style, in: Box(centre: centre, size: Size(width: 34, height: 16)))
    case .badge(let badge):
      let half = NodeFigure.badgeSide / 2
      return scene.badge(badge, left: centre.x - half, top: centre.y - half)
    case .edge(let edge):
      let end = left + Self.sampleWidth
      let stop = end - edge.arrowhead.length(width: edge.width)
      let route = GraphPositions.Path(
        points: [left, left + 10, stop - 10, stop].map { Point(x: $0, y: middle) }, tip: Point(x: end, y: middle))
      return .sequence(EdgeLine(route).svg(edge, paper: scene.palette.paper))
    }
  }
}
