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
  /// - Throws: `DrawingFailure.unplaced` for a node without a place.
  public init(_ drawing: GraphDrawing, at positions: GraphPositions, id: String = "graph") throws(DrawingFailure) {
    let id = ElementIDs.sanitised(id)
    let margin = 24.0
    let beside = drawing.legend.place == .beside && !drawing.legend.entries.isEmpty
    let textWidth = max(positions.size.width, 520)
    let header = TextBlock(
      [
        TextLine(drawing.title, size: 18, bold: true),
        TextLine(drawing.subtitle, size: 11, colour: drawing.palette.mutedInk),
      ],
      width: textWidth, gapBelow: 14)
    let legend = LegendBlock(drawing.legend, width: textWidth)
    let graphWidth = positions.size.width + (beside ? 20 + legend.size.width : 0)
    let width = [graphWidth, header.size.width, beside ? 0 : legend.size.width].max() ?? graphWidth
    let footer = TextBlock(
      drawing.footnotes.map { TextLine($0, size: 9, colour: drawing.palette.mutedInk) }, width: max(width, 520),
      gapBelow: 0)

    let graphTop = margin + header.size.height
    let inset = beside ? 0 : max(0, (width - positions.size.width) / 2)
    let scene = try GraphScene(
      drawing, at: positions, offset: Point(x: margin + inset, y: graphTop), id: id)
    var bottom = graphTop + positions.size.height
    var content = [header.svg(x: margin, y: margin, palette: drawing.palette), scene.graph]
    if beside {
      content.append(legend.svg(in: scene, at: Point(x: margin + positions.size.width + 20, y: graphTop)))
      bottom = max(bottom, graphTop + legend.size.height)
    } else if !drawing.legend.entries.isEmpty {
      content.append(legend.svg(in: scene, at: Point(x: margin, y: bottom + 18)))
      bottom += 18 + legend.size.height
    }
    if footer.size.height > 0 {
      content.append(footer.svg(x: margin, y: bottom + 12, palette: drawing.palette))
      bottom += 12 + footer.size.height
    }
    let full = Size(width: max(width, footer.size.width) + 2 * margin, height: bottom + margin)
    self.init(
      size: full, title: drawing.title, description: scene.description, language: drawing.language, id: id,
      background: drawing.palette.paper, css: scene.hoverRules, content: content)
  }
}

extension GraphScene {
  /// Frames, lines, labels and nodes, in this order.
  fileprivate var graph: SVG {
    let frames = clustersOutsideIn.map { svg(drawing.clusters[$0], at: $0) }
    let lines = drawing.edges.enumerated().map { svg($1, at: $0) }
    let titles = drawing.clusters.map { title(of: $0) }
    let nodes = drawing.nodes.map { svg($0) }
    return .element("g", [Attribute("class", "graph")], frames + lines + titles + labels + nodes)
  }

  /// One sentence on what the picture holds.
  fileprivate var description: String {
    let counts =
      drawing.language.hasPrefix("en")
      ? "\(drawing.nodes.count) nodes, \(drawing.edges.count) links."
      : "\(drawing.nodes.count) elementer, \(drawing.edges.count) forbindelser."
    return drawing.subtitle.isEmpty ? counts : drawing.subtitle + " " + counts
  }

  /// Style rules that answer to the pointer; all names in them are sanitised ids.
  fileprivate var hoverRules: String {
    var rules = "#\(rootID) .edge:hover .line{stroke-opacity:.55}#\(rootID) a{cursor:pointer}"
    guard drawing.nodes.count <= 400 else { return rules }
    for node in drawing.nodes {
      guard let id = nodeIDs[node.id] else { continue }
      rules += "#\(rootID):has(#\(id):hover) .edge:not(.at-\(id)){opacity:.15}"
    }
    return rules
  }
}
