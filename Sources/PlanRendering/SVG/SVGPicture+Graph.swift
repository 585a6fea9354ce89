extension SVGPicture {
  /// A graph with its title, legend and footnotes.
  ///
  ///     let picture = try SVGPicture(drawing, at: Graphviz().positions(of: drawing))
  ///
  /// From the bottom up: group frames, lines, labels of lines, nodes. Pointing at a node fades what it does not touch; that
  /// needs no script.
  ///
  /// - Parameters:
  ///   - positions: places for all nodes of the drawing, maybe of more.
  ///   - id: the id of the root element; several pictures in one page need several.
  ///   - ratio: width to height of the page that the picture should fill; it decides where the legend goes.
  /// - Throws: `DrawingFailure.unplaced` for a node without a place.
  public init(
    _ drawing: GraphDrawing, at positions: GraphPositions, id: String = "graph", ratio: Double = 2.0.squareRoot()
  ) throws(DrawingFailure) {
    self = try GraphPage(drawing, at: positions, id: id, ratio: ratio).picture
  }
}

extension GraphScene {
  /// Frames, lines, labels and nodes, in this order.
  var graph: SVG {
    let frames = clustersOutsideIn.map { svg(drawing.clusters[$0], at: $0) }
    let lines = drawing.edges.enumerated().map { svg($1, at: $0) }
    let titles = drawing.clusters.map { title(of: $0) }
    let nodes = drawing.nodes.map { svg($0) }
    return .element("g", [Attribute("class", "graph")], frames + lines + titles + labels + nodes)
  }

  /// One sentence on what the picture holds.
  var description: String {
    let counts =
      drawing.language.hasPrefix("en")
      ? "\(drawing.nodes.count) nodes, \(drawing.edges.count) links."
      : "\(drawing.nodes.count) elementer, \(drawing.edges.count) forbindelser."
    return drawing.subtitle.isEmpty ? counts : drawing.subtitle + " " + counts
  }

  /// Style rules that answer to the pointer; all names in them are sanitised ids.
  var hoverRules: String {
    var rules = "#\(rootID) .edge:hover .line{stroke-opacity:.55}#\(rootID) a{cursor:pointer}"
    guard drawing.nodes.count <= 400 else { return rules }
    for node in drawing.nodes {
      guard let id = nodeIDs[node.id] else { continue }
      rules += "#\(rootID):has(#\(id):hover) .edge:not(.at-\(id)){opacity:.15}"
    }
    return rules
  }
}
