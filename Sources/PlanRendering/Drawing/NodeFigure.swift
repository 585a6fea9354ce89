/// The inside of a node, measured: what the layout needs to know of it and what the writer draws.
package struct NodeFigure: Hashable, Sendable {
  /// The lines as drawn: cleaned, wrapped, shortened where there are too many.
  package let lines: [TextLine]
  package let badges: [GraphDrawing.Badge]
  /// The block of text and the block of badges right of it.
  package let textSize: Size
  package let badgeSize: Size
  /// Badges per column.
  package let badgeRows: Int
  /// The outline.
  package let size: Size

  package static let badgeSide = 16.0
  static let badgeGap = 2.0
  static let badgeSpace = 5.0
  static let lineLimit = 8

  init(_ node: GraphDrawing.Node, textWidth: Double) {
    // No ordinary word is broken, only monsters.
    let words = node.lines.prefix(Self.lineLimit).map(\.bounded).flatMap { line in
      line.text.prefix(2000).split(separator: " ").map { FontMetrics.width(of: $0, size: line.size, bold: line.bold) }
    }
    let textWidth = max(textWidth, min((words.max() ?? 0) + 1, 230).rounded(.up))
    var lines: [TextLine] = []
    for line in node.lines where lines.count < Self.lineLimit {
      lines += line.bounded.wrapped(to: max(textWidth, 20), limit: Self.lineLimit - lines.count)
    }
    self.lines = lines.map { $0.with(text: $0.text.withOrdinarySpaces) }
    badges = node.badges
    textSize = Size(
      width: lines.reduce(0) { max($0, $1.width) }.rounded(.up), height: lines.reduce(0) { $0 + $1.height })
    let step = Self.badgeSide + Self.badgeGap
    badgeRows = max(1, Int((textSize.height + Self.badgeGap) / step))
    let columns = (badges.count + badgeRows - 1) / badgeRows
    badgeSize = Size(
      width: columns == 0 ? 0 : Double(columns) * step - Self.badgeGap,
      height: badges.isEmpty ? 0 : Double(min(badgeRows, badges.count)) * step - Self.badgeGap)
    let inner = Size(
      width: textSize.width + badgeSize.width + (badges.isEmpty || textSize.width == 0 ? 0 : Self.badgeSpace),
      height: max(textSize.height, badgeSize.height))
    let outer = node.shape.outline(around: inner)
    // Whole points, as Graphviz makes of them anyway.
    let whole = outer.union(node.minimumSize ?? outer)
    size = Size(width: whole.width.rounded(.up), height: whole.height.rounded(.up))
  }

  /// The text and the badges together.
  var contentWidth: Double {
    textSize.width + badgeSize.width + (badges.isEmpty || textSize.width == 0 ? 0 : Self.badgeSpace)
  }
}

extension String {
  /// With unbreakable spaces between a sign and its figure, and a figure and its unit: `△ 4 d`.
  fileprivate var figuresTogether: String {
    var out = ""
    var before: Substring = ""
    for (place, word) in split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let isBound = ["?", "△", "▲"].contains(before) || word == "d" || word.hasPrefix("d,")
      if place > 0 { out += isBound ? "\u{A0}" : " " }
      out += word
      before = word.split(separator: "\n").last ?? word
    }
    return out
  }
}

extension TextLine {
  /// This line with a sane type size.
  var bounded: TextLine {
    var line = self
    line.size = size.isFinite ? min(max(size, 4), 72) : 11
    return line
  }
}

extension GraphDrawing.Shape {
  /// The smallest outline of this shape around contents of the given size.
  func outline(around inner: Size) -> Size {
    let (width, height) = (inner.width + 16, inner.height + 11)
    switch self {
    case .box, .rounded: return Size(width: max(width, 30), height: max(height, 20))
    case .plain: return Size(width: max(inner.width + 4, 10), height: max(inner.height + 4, 10))
    case .ellipse: return Size(width: inner.width * 1.42 + 10, height: inner.height * 1.42 + 8)
    case .diamond: return Size(width: inner.width * 2 + 8, height: inner.height * 2 + 8)
    case .hexagon: return Size(width: max(width, 30) + 2 * Self.hexagonCut, height: max(height, 20))
    case .note: return Size(width: max(width, 30) + Self.noteFold, height: max(height, 24))
    case .cylinder: return Size(width: max(width, 30), height: max(height, 16) + 3 * Self.cylinderLid)
    }
  }

  static let hexagonCut = 8.0
  static let noteFold = 8.0
  static let cylinderLid = 5.0
}

extension GraphDrawing {
  /// The measured inside of a node of this drawing.
  package func figure(of node: Node) -> NodeFigure { NodeFigure(node, textWidth: nodeTextWidth) }

  /// The lines of an edge's label, wrapped; none when there is no label.
  package func labelLines(of edge: Edge) -> [TextLine] { labelForms(of: edge).first ?? [] }

  /// The forms that an edge's label may take, the best liked first: as wide as allowed, then narrower and taller.
  package func labelForms(of edge: Edge) -> [[TextLine]] {
    guard let label = edge.label, !label.isEmpty else { return [] }
    let colour = edge.isEmphasised ? nil : edge.colour.contrast(to: .white) >= 4.5 ? edge.colour : palette.ink
    let line = TextLine(label.figuresTogether, size: TypeSize.small, bold: edge.isEmphasised, colour: colour)
    let wide = line.wrapped(to: max(edgeTextWidth * (edge.isEmphasised ? 1.5 : 1), 20), limit: 4)
    let width = wide.reduce(0) { max($0, $1.width) }
    let words = line.text.split { $0 == " " || $0 == "\n" }.map { line.with(text: $0).width }
    let narrow = line.wrapped(to: max(width * 0.6, words.max() ?? 0, 20), limit: 4)
    let isBetter = narrow.count < 4 && narrow.reduce(0) { max($0, $1.width) } < width * 0.85
    let forms = isBetter && !edge.isEmphasised ? [wide, narrow] : [wide]
    return forms.map { $0.map { $0.with(text: $0.text.withOrdinarySpaces) } }
  }

  /// The room that an edge's label takes; zero when there is none.
  package func labelSize(of edge: Edge) -> Size { labelSize(labelLines(of: edge)) }

  /// The room that a label of these lines takes.
  func labelSize(_ lines: [TextLine]) -> Size {
    guard !lines.isEmpty else { return Size(width: 0, height: 0) }
    return Size(
      width: lines.reduce(0) { max($0, $1.width) }.rounded(.up) + 6, height: lines.reduce(0) { $0 + $1.height } + 2)
  }

  /// The title of a cluster as drawn, and the room it takes.
  package func titleLines(of cluster: Cluster) -> [TextLine] {
    // A frame of several nodes is broad anyway.
    let isBroad = nodes.lazy.filter { $0.cluster == cluster.id }.prefix(3).count == 3
    return titleLines(of: cluster, within: isBroad ? 380 : 260)
  }

  /// The same in a width of points; what three lines cannot hold is cut.
  func titleLines(of cluster: Cluster, within width: Double) -> [TextLine] {
    if cluster.title.isEmpty { return [] }
    return TextLine(cluster.title, size: 11, bold: true, colour: palette.ink).wrapped(to: width, limit: 3)
  }
}
