extension GraphDrawing.Shape {
  /// The outline in a box, painted as the attributes say.
  func svg(in box: Box, _ paint: [Attribute]) -> SVG {
    switch self {
    case .plain: return .sequence([])
    case .box: return rectangle(box, radius: 1.5, paint)
    case .rounded: return rectangle(box, radius: min(7, box.size.height / 3), paint)
    case .ellipse:
      return .element(
        "ellipse",
        [
          Attribute("cx", box.centre.x), Attribute("cy", box.centre.y), Attribute("rx", box.size.width / 2),
          Attribute("ry", box.size.height / 2),
        ] + paint)
    case .diamond:
      return polygon(
        [
          Point(x: box.left, y: box.centre.y), Point(x: box.centre.x, y: box.top), Point(x: box.right, y: box.centre.y),
          Point(x: box.centre.x, y: box.bottom),
        ], paint)
    case .hexagon:
      let cut = min(Self.hexagonCut, box.size.width / 4)
      return polygon(
        [
          Point(x: box.left, y: box.centre.y), Point(x: box.left + cut, y: box.top),
          Point(x: box.right - cut, y: box.top), Point(x: box.right, y: box.centre.y),
          Point(x: box.right - cut, y: box.bottom), Point(x: box.left + cut, y: box.bottom),
        ], paint)
    case .note:
      let fold = min(Self.noteFold, box.size.width / 4, box.size.height / 2)
      let (x, y) = (box.right - fold, box.top + fold)
      return .sequence([
        polygon(
          [
            Point(x: box.left, y: box.top), Point(x: x, y: box.top), Point(x: box.right, y: y),
            Point(x: box.right, y: box.bottom), Point(x: box.left, y: box.bottom),
          ], paint),
        .element("path", [Attribute("d", "M\(xy(x, box.top))V\(number(y))H\(number(box.right))")] + paint),
      ])
    case .cylinder:
      let lid = min(Self.cylinderLid, box.size.height / 4)
      let arc = "\(number(box.size.width / 2)) \(number(lid)) 0 0"
      let side = "M\(xy(box.left, box.top + lid))V\(number(box.bottom - lid))"
      let front = "A\(arc) 0 \(xy(box.right, box.bottom - lid))V\(number(box.top + lid))"
      return .sequence([
        .element("path", [Attribute("d", side + front + "A\(arc) 0 \(xy(box.left, box.top + lid))Z")] + paint),
        .element(
          "ellipse",
          [
            Attribute("cx", box.centre.x), Attribute("cy", box.top + lid), Attribute("rx", box.size.width / 2),
            Attribute("ry", lid),
          ] + paint),
      ])
    }
  }

  private func rectangle(_ box: Box, radius: Double, _ paint: [Attribute]) -> SVG {
    .element(
      "rect",
      [
        Attribute("x", box.left), Attribute("y", box.top), Attribute("width", box.size.width),
        Attribute("height", box.size.height), Attribute("rx", radius),
      ] + paint)
  }

  private func polygon(_ points: [Point], _ paint: [Attribute]) -> SVG {
    .element("polygon", [Attribute("points", points.map { xy($0.x, $0.y) }.joined(separator: " "))] + paint)
  }

  private func number(_ value: Double) -> String { DecimalText.of(value) }
  private func xy(_ x: Double, _ y: Double) -> String { "\(DecimalText.of(x)),\(DecimalText.of(y))" }
}
