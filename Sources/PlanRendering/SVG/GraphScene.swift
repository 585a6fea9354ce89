/// A drawing and its positions, ready to be written: everything has its element id and its place.
struct GraphScene {
  let drawing: GraphDrawing
  let positions: GraphPositions
  /// Added to all positions.
  let offset: Point
  let rootID: String
  /// The first line of each node.
  private(set) var nodeNames: [String: String] = [:]
  private(set) var hexagons: Set<String> = []
  private(set) var nodeIDs: [String: String] = [:]
  private(set) var edgeIDs: [String] = []
  private(set) var partIDs: [[String]] = []
  private(set) var clusterIDs: [String] = []
  private(set) var boxes: [String: Box] = [:]
  /// The curves of edges, in the order of the drawing, and their courses.
  private(set) var routes: [GraphPositions.Path?] = []
  private(set) var traces: [Trace] = []
  /// The titles of clusters, as seen from the upper left corner of the layout.
  private(set) var titlePlaces: [String: PlacedTitle] = [:]
  /// The labels of edges, by the number of their line.
  private(set) var placedLabels: [Int: LabelPlacement.Found] = [:]

  init(_ drawing: GraphDrawing, at positions: GraphPositions, offset: Point, id: String) throws(DrawingFailure) {
    self.drawing = drawing
    self.positions = positions
    self.offset = offset
    rootID = id
    let prefix = id == Self.defaultID ? "" : id + "-"
    var names = ElementIDs()
    for node in drawing.nodes {
      guard let box = positions.nodes[node.id] else { throw .unplaced(node: node.id) }
      nodeNames[node.id] = node.lines.first?.text
      if node.shape == .hexagon { hexagons.insert(node.id) }
      boxes[node.id] = box.moved(by: offset)
      nodeIDs[node.id] = names.name(for: node.id, prefix: prefix + "node-")
    }
    for edge in drawing.edges { edgeIDs.append(names.name(for: edge.id, prefix: prefix + "edge-")) }
    for edge in drawing.edges { partIDs.append(edge.parts.map { names.name(for: $0, prefix: prefix + "part-") }) }
    for cluster in drawing.clusters { clusterIDs.append(names.name(for: cluster.id, prefix: prefix + "group-")) }
    routes = drawing.edges.map { route(of: $0) }
    traces = routes.map { Trace($0) }
    titlePlaces = placesOfTitles()
    placedLabels = labelPlaces()
  }

  static let defaultID = "graph"

  /// Our own class names, and those of the drawing with only harmless characters.
  func classes(_ own: [String], _ extra: [String] = []) -> Attribute {
    Attribute("class", (own + extra.map(ElementIDs.sanitised)).joined(separator: " "))
  }

  var palette: Palette { drawing.palette }
}

extension GraphDrawing.Style {
  /// As attributes of an outline.
  var attributes: [Attribute] {
    [Attribute("fill", fill.css)] + line.attributes(colour: stroke, width: strokeWidth)
  }
}

extension GraphDrawing.Line {
  /// As attributes of a stroke.
  func attributes(colour: Colour, width: Double) -> [Attribute] {
    let width = width.isFinite ? min(max(width, 0), 12) : 1
    var attributes = [Attribute("stroke", colour.css), Attribute("stroke-width", width)]
    switch self {
    case .dashed: attributes.append(Attribute("stroke-dasharray", "\(DecimalText.of(4 + width * 1.5)) 3.5"))
    case .dotted:
      attributes += [
        Attribute("stroke-dasharray", "0.1 \(DecimalText.of(2.4 + width * 1.3))"), Attribute("stroke-linecap", "round"),
      ]
    case .solid, .double: break
    }
    return attributes
  }
}
