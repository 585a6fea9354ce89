extension GraphScene {
  /// One edge: a wide invisible line that catches the pointer, the line, the arrowhead.
  func svg(_ edge: GraphDrawing.Edge, at index: Int) -> SVG {
    guard let route = routes[index], let from = nodeIDs[edge.from], let to = nodeIDs[edge.to] else {
      return .sequence([])
    }
    var parts: [SVG] = [.tooltip(edge.tooltip.isEmpty ? plainTooltip(edge) : edge.tooltip)]
    let line = EdgeLine(route)
    parts.append(
      .element(
        "path",
        [
          Attribute("d", line.path), Attribute("fill", "none"), Attribute("stroke-width", 10),
          Attribute("pointer-events", "stroke"),
        ]))
    parts += line.svg(edge, paper: palette.paper)
    parts += partIDs[index].map { .element("g", [Attribute("id", $0), Attribute("class", "part")]) }
    return .element(
      "g",
      [
        Attribute("id", edgeIDs[index]), classes(["edge", "at-" + from, "at-" + to], edge.classes),
        Attribute("role", "graphics-symbol img"), Attribute("aria-label", plainTooltip(edge)),
      ], parts)
  }

  /// The labels of all edges, each on its own line and on a light ground.
  var labels: [SVG] {
    drawing.edges.indices.compactMap { index in
      placedLabels[index].map {
        label(drawing.edges[index], drawing.labelForms(of: drawing.edges[index])[$0.form], at: $0)
      }
    }
  }

  /// Where the labels go, by the number of their line.
  func labelPlaces() -> [Int: LabelPlacement.Found] {
    let placement = LabelPlacement(
      nodes: drawing.nodes.compactMap { boxes[$0.id] }, titles: drawing.clusters.compactMap { titleBox(of: $0) },
      frames: drawing.clusters.compactMap { positions.clusters[$0.id]?.moved(by: offset) }, traces: traces,
      page: Box(left: offset.x, top: offset.y, width: positions.size.width, height: positions.size.height).grown(by: 10)
    )
    return placement.place(
      drawing.edges.indices.compactMap { index in
        let sizes = drawing.labelForms(of: drawing.edges[index]).map(drawing.labelSize)
        guard let route = routes[index], !sizes.isEmpty else { return nil }
        return LabelPlacement.Label(index: index, sizes: sizes, route: route)
      })
  }

  private func label(_ edge: GraphDrawing.Edge, _ lines: [TextLine], at place: LabelPlacement.Found) -> SVG {
    let box = place.box
    let ends = [edge.from, edge.to].compactMap { nodeIDs[$0] }.map { "at-" + $0 }
    let fill = edge.isEmphasised ? edge.colour : palette.paper
    var y = box.top + 1
    let texts = lines.map { line in
      let baseline = y + (line.height + line.size * 0.72) / 2
      y += line.height
      return SVG.line(line, x: box.centre.x, y: baseline, anchor: "middle", colour: fill.readableInk)
    }
    let ground = GraphDrawing.Shape.rounded.svg(
      in: box, [Attribute("fill", fill.css), Attribute("fill-opacity", edge.isEmphasised ? 1 : 0.9)])
    let tooltip = SVG.tooltip(edge.tooltip.isEmpty ? plainTooltip(edge) : edge.tooltip)
    return .element(
      "g", [classes(["edge", "label"] + ends)], [tooltip] + leader(place, edge.colour) + [ground] + texts)
  }

  /// From a label that stands off its line to the line, with a dot there.
  private func leader(_ place: LabelPlacement.Found, _ colour: Colour) -> [SVG] {
    guard let anchor = place.anchor else { return [] }
    let end = place.box.nearest(to: anchor)
    func text(_ point: Point) -> String { "\(DecimalText.of(point.x)),\(DecimalText.of(point.y))" }
    return [
      .element(
        "path",
        [
          Attribute("class", "leader"), Attribute("d", "M\(text(anchor))L\(text(end))"), Attribute("fill", "none"),
          Attribute("stroke", colour.css), Attribute("stroke-width", 0.9),
        ]),
      .element(
        "ellipse",
        [
          Attribute("cx", anchor.x), Attribute("cy", anchor.y), Attribute("rx", 2.2), Attribute("ry", 2.2),
          Attribute("fill", colour.css),
        ]),
    ]
  }

  /// The curve of an edge where the positions have a fitting one, else a straight line between the outlines.
  func route(of edge: GraphDrawing.Edge) -> GraphPositions.Path? {
    guard let from = boxes[edge.from], let to = boxes[edge.to] else { return nil }
    if let path = positions.edges[edge.id], let first = path.points.first, let last = path.tip ?? path.points.last,
      path.points.count >= 4, path.points.count % 3 == 1, near(first + offset, from), near(last + offset, to)
    {
      var moved = GraphPositions.Path(
        points: path.points.map { $0 + offset }, tip: path.tip.map { $0 + offset })
      moved.meet(
        slantedSidesOf: hexagons.contains(edge.to) ? to : nil, leaving: hexagons.contains(edge.from) ? from : nil)
      return moved
    }
    return .straight(from: from, to: to, arrow: edge.arrowhead.length(width: edge.width))
  }

  private func near(_ point: Point, _ box: Box) -> Bool {
    abs(point.x - box.centre.x) <= box.size.width / 2 + 20 && abs(point.y - box.centre.y) <= box.size.height / 2 + 20
  }

  private func plainTooltip(_ edge: GraphDrawing.Edge) -> String {
    let arrow = "\(nodeNames[edge.from] ?? edge.from) → \(nodeNames[edge.to] ?? edge.to)"
    guard let label = edge.label, !label.isEmpty else { return arrow }
    return arrow + ": " + label
  }
}

extension GraphPositions.Path {
  /// Draws out both ends, made to meet upright boxes, to the slanted sides of hexagons.
  fileprivate mutating func meet(slantedSidesOf head: Box?, leaving tail: Box?) {
    if let head, let last = points.last, let end = tip ?? points.last {
      let before = tip == nil ? points[points.count - 2] : last
      let step = end - before
      if step.length > 0.01 {
        var shift = Point(x: 0, y: 0)
        let unit = step * (0.5 / step.length)
        for _ in 0..<32 where !head.hexagonHolds(end + shift) { shift = shift + unit }
        if head.hexagonHolds(end + shift) {
          points[points.count - 1] = last + shift
          tip = tip.map { $0 + shift }
        }
      }
    }
    // The node is painted over the line, so a start a little inside does no harm.
    if let tail, let first = points.first, !tail.hexagonHolds(first) {
      points[0] = first + (tail.centre - first) * min(1, 10 / max((tail.centre - first).length, 0.01))
    }
  }

  /// A straight line between the outlines of two boxes, with room for an arrowhead.
  static func straight(from: Box, to: Box, arrow: Double) -> GraphPositions.Path {
    let way = to.centre - from.centre
    guard way.length > 0.01 else {
      let start = Point(x: from.right, y: from.centre.y - 4)
      let end = Point(x: from.right, y: from.centre.y + 4)
      let out = Point(x: 24, y: 0)
      return GraphPositions.Path(points: [start, start + out, end + out, end + Point(x: arrow, y: 0)], tip: end)
    }
    func border(_ box: Box, _ direction: Point) -> Point {
      let x = direction.x == 0 ? Double.infinity : box.size.width / 2 / abs(direction.x)
      let y = direction.y == 0 ? Double.infinity : box.size.height / 2 / abs(direction.y)
      return box.centre + direction * min(x, y)
    }
    let start = border(from, way)
    let tip = border(to, way * -1)
    let end = tip - way * (min(arrow, (tip - start).length / 2) / way.length)
    let third = (end - start) * (1.0 / 3)
    return GraphPositions.Path(points: [start, start + third, end - third, end], tip: tip)
  }
}

extension Box {
  /// Whether a point lies in the hexagon drawn in this box.
  fileprivate func hexagonHolds(_ point: Point) -> Bool {
    let cut = min(GraphDrawing.Shape.hexagonCut, size.width / 4)
    let height = abs(point.y - centre.y) / max(size.height / 2, 0.01)
    return height <= 1 && abs(point.x - centre.x) <= size.width / 2 - cut * height
  }
}
