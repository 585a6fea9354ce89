extension GraphScene {
  /// One node: outline, text, badges, tooltip.
  func svg(_ node: GraphDrawing.Node) -> SVG {
    guard let box = boxes[node.id], let id = nodeIDs[node.id] else { return .sequence([]) }
    let figure = drawing.figure(of: node)
    var parts: [SVG] = []
    let name = node.lines.map(\.text.withOrdinarySpaces).joined(separator: " ")
    let tooltip = node.tooltip.isEmpty ? name : node.tooltip
    parts.append(.tooltip(tooltip))
    parts.append(outline(node.shape, node.style, in: box))
    parts += text(figure, in: box)
    parts += badges(figure, in: box)
    let group = SVG.element(
      "g",
      [
        Attribute("id", id), classes(["node"], node.classes), Attribute("role", "graphics-symbol img"),
        Attribute("aria-label", ([name] + node.badges.map(\.tooltip)).filter { !$0.isEmpty }.joined(separator: ". ")),
      ], parts)
    guard let link = node.link, SafeLink.address(link) != nil else { return group }
    return .element("a", [Attribute("href", link)], [group])
  }

  /// The text and badges stand in the middle as one block, text left of badges.
  private func text(_ figure: NodeFigure, in box: Box) -> [SVG] {
    var y = box.centre.y - figure.textSize.height / 2
    let middle = box.centre.x - figure.contentWidth / 2 + figure.textSize.width / 2
    return figure.lines.map { line in
      let baseline = y + (line.height + line.size * 0.72) / 2
      y += line.height
      return .line(line, x: middle, y: baseline, anchor: "middle", colour: palette.ink)
    }
  }

  private func badges(_ figure: NodeFigure, in box: Box) -> [SVG] {
    let step = NodeFigure.badgeSide + NodeFigure.badgeGap
    let left = box.centre.x + figure.contentWidth / 2 - figure.badgeSize.width
    let top = box.centre.y - figure.badgeSize.height / 2
    return figure.badges.enumerated().map { index, badge in
      let column = Double(index / figure.badgeRows)
      let row = Double(index % figure.badgeRows)
      return self.badge(badge, left: left + column * step, top: top + row * step)
    }
  }

  /// A coloured square with its letter.
  func badge(_ badge: GraphDrawing.Badge, left: Double, top: Double) -> SVG {
    let side = NodeFigure.badgeSide
    let symbol = String(PlainText.cleaned(badge.symbol).prefix(2))
    var line = TextLine(symbol, size: TypeSize.small, bold: true, colour: badge.colour.readableInk)
    if line.width > side - 1 { line.size = max(5, line.size * (side - 1) / line.width) }
    var parts: [SVG] = badge.tooltip.isEmpty ? [] : [.tooltip(badge.tooltip)]
    parts.append(
      .element(
        "rect",
        [
          Attribute("x", left), Attribute("y", top), Attribute("width", side), Attribute("height", side),
          Attribute("rx", 2.5), Attribute("fill", badge.colour.css), Attribute("stroke", badge.colour.shaded(0.25).css),
          Attribute("stroke-width", 0.7),
        ]))
    parts.append(.line(line, x: left + side / 2, y: top + side / 2 + line.size * 0.36, anchor: "middle"))
    return .element("g", [Attribute("class", "badge")], parts)
  }

  /// The outline of a node; a double one has a second line inside.
  func outline(_ shape: GraphDrawing.Shape, _ style: GraphDrawing.Style, in box: Box) -> SVG {
    let outer = shape.svg(in: box, style.attributes)
    guard style.line == .double, shape != .plain else { return outer }
    let gap = 2 + style.strokeWidth
    let inner = Box(
      centre: box.centre,
      size: Size(width: max(box.size.width - 2 * gap, 1), height: max(box.size.height - 2 * gap, 1)))
    let line = [
      Attribute("fill", "none"), Attribute("stroke", style.stroke.css), Attribute("stroke-width", style.strokeWidth),
    ]
    return .sequence([outer, shape.svg(in: inner, line)])
  }
}
