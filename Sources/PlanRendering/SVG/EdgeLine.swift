/// The line of an edge and its arrowhead, as they are drawn.
struct EdgeLine {
  let route: GraphPositions.Path

  init(_ route: GraphPositions.Path) { self.route = route }

  /// The curve in the notation of SVG paths.
  var path: String {
    guard let first = route.points.first else { return "" }
    var out = "M\(Self.text(first))"
    if route.points.count > 1 {
      out += "C" + route.points.dropFirst().map(Self.text).joined(separator: " ")
    }
    return out
  }

  /// A point in the middle of the curve.
  var middle: Point {
    let points = route.points
    let pieces = (points.count - 1) / 3
    guard pieces > 0 else { return points.first ?? Point(x: 0, y: 0) }
    if pieces % 2 == 0 { return points[3 * (pieces / 2)] }
    let at = 3 * (pieces / 2)
    return (points[at] + points[at + 3]) * 0.125 + (points[at + 1] + points[at + 2]) * 0.375
  }

  /// The visible parts.
  func svg(_ edge: GraphDrawing.Edge, paper: Colour) -> [SVG] {
    let width = edge.width.isFinite ? min(max(edge.width, 0.3), 12) : 1
    var parts: [SVG] = []
    let shape = [Attribute("class", "line"), Attribute("d", path), Attribute("fill", "none")]
    if edge.line == .double {
      // One broad line with a light one of 2 points along its middle.
      let broad = edge.line.attributes(colour: edge.colour, width: 2 * max(1, width * 0.55) + 2)
      parts.append(.element("path", shape + broad))
      let light = edge.line.attributes(colour: paper, width: 2)
      parts.append(.element("path", [Attribute("d", path), Attribute("fill", "none")] + light))
    } else {
      parts.append(.element("path", shape + edge.line.attributes(colour: edge.colour, width: width)))
    }
    if let head = arrowhead(edge, width: width, paper: paper) { parts.append(head) }
    return parts
  }

  private func arrowhead(_ edge: GraphDrawing.Edge, width: Double, paper: Colour) -> SVG? {
    guard let last = route.points.last, let tip = route.tip, edge.arrowhead != .none else { return nil }
    let way = tip - last
    guard way.length > 0.01 else { return nil }
    let along = way * (1 / way.length)
    let across = Point(x: -along.y, y: along.x)
    let half = 3.2 + width * 0.8
    let (left, right) = (last + across * half, last - across * half)
    let stroke = [
      Attribute("stroke", edge.colour.css), Attribute("stroke-width", min(width, 1.6)),
      Attribute("stroke-linejoin", "round"),
    ]
    func polygon(_ points: [Point], fill: Colour) -> SVG {
      .element(
        "polygon",
        [Attribute("points", points.map(Self.text).joined(separator: " ")), Attribute("fill", fill.css)] + stroke)
    }
    switch edge.arrowhead {
    case .none: return nil
    case .filled: return polygon([left, tip, right], fill: edge.colour)
    case .hollow: return polygon([left, tip, right], fill: paper)
    case .diamond:
      let middle = (last + tip) * 0.5
      return polygon([last, middle + across * half, tip, middle - across * half], fill: edge.colour)
    case .open:
      let path = "M\(Self.text(left))L\(Self.text(tip))L\(Self.text(right))M\(Self.text(last))L\(Self.text(tip))"
      return .element("path", [Attribute("d", path), Attribute("fill", "none")] + stroke)
    case .bar:
      let (top, end) = (last + across * (half + 1.5), last - across * (half + 1.5))
      let path = "M\(Self.text(last))L\(Self.text(tip))M\(Self.text(top))L\(Self.text(end))"
      return .element("path", [Attribute("d", path), Attribute("fill", "none")] + stroke)
    }
  }

  private static func text(_ point: Point) -> String { "\(DecimalText.of(point.x)),\(DecimalText.of(point.y))" }
}
