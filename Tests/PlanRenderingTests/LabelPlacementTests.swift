import PlanRendering
import Testing

@Suite struct `Labels of lines` {
  private func boxes(_ drawing: GraphDrawing, _ kind: String) throws -> [Box] {
    let picture = try SVGPicture(drawing, at: GridLayout().positions(of: drawing))
    return try StrictXML.parse(picture.document).classed(kind).flatMap { $0.named("rect") }.map {
      Box(left: $0.number("x"), top: $0.number("y"), width: $0.number("width"), height: $0.number("height"))
    }
  }

  @Test func `step aside for a node in the middle of their line`() throws {
    let drawing = GraphDrawing(
      nodes: ["a", "b", "c"].map { .init(id: $0, lines: [TextLine($0)]) },
      edges: [.init(id: "e", from: "a", to: "c", label: "12 d")])
    let nodes = try boxes(drawing, "node")
    let label = try #require(try boxes(drawing, "label").first)
    #expect(nodes.count == 3)
    #expect(!nodes.contains { $0.overlaps(label) })
  }

  @Test func `step aside for each other`() throws {
    let far = String(repeating: "lang linje ", count: 2)
    let drawing = GraphDrawing(
      nodes: [
        .init(id: "a", lines: Array(repeating: TextLine(far), count: 8)), .init(id: "b", lines: []),
        .init(id: "c", lines: []),
      ],
      edges: [.init(id: "1", from: "a", to: "c", label: "en"), .init(id: "2", from: "a", to: "c", label: "to")])
    let labels = try boxes(drawing, "label")
    #expect(labels.count == 2)
    #expect(!labels[0].overlaps(labels[1]))
  }

  @Test func `stand off where lines run side by side, with a leader to their own line`() throws {
    let names = (0..<9).map { "l\($0)" }
    let drawing = GraphDrawing(
      nodes: [.init(id: "a", lines: []), .init(id: "b", lines: [])],
      edges: names.map { .init(id: $0, from: "a", to: "b", label: $0 == "l4" ? "knapp slakk" : nil) })
    // Nine lines, four points apart.
    func box(_ x: Double) -> Box { Box(centre: Point(x: x, y: 100), size: Size(width: 40, height: 60)) }
    var positions = GraphPositions(size: Size(width: 400, height: 200), nodes: ["a": box(40), "b": box(360)])
    for (number, name) in names.enumerated() {
      let y = 84 + 4 * Double(number)
      positions.edges[name] = .init(
        points: [Point(x: 60, y: y), Point(x: 150, y: y), Point(x: 250, y: y), Point(x: 330, y: y)],
        tip: Point(x: 340, y: y))
    }
    let document = try StrictXML.parse(try SVGPicture(drawing, at: positions).document)
    let label = try #require(document.classed("label").first)
    let rect = try #require(label.named("rect").first)
    let lines = document.classed("line").compactMap { $0.attributes["d"]?.split(separator: ",")[1] }
      .compactMap { Double($0.prefix { $0.isNumber || $0 == "." }) }
    #expect(lines.count == 9)
    #expect(!lines.contains { $0 > rect.number("y") && $0 < rect.number("y") + rect.number("height") })
    let leader = try #require(label.classed("leader").first?.attributes["d"])
    #expect(leader.contains(",\(Int(lines[4]))L") || leader.contains(",\(lines[4])L"))
  }

  @Test func `have room for their text`() {
    let drawing = GraphDrawing()
    let edge = GraphDrawing.Edge(id: "e", from: "a", to: "b", label: "leveranse 1.1 innen 24. mai, men helst før")
    let size = drawing.labelSize(of: edge)
    #expect(drawing.labelLines(of: edge).allSatisfy { $0.width <= size.width })
    #expect(drawing.labelLines(of: edge).reduce(0) { $0 + $1.height } <= size.height)
  }
}

@Suite struct `Palette colours` {
  @Test func `carry readable letters`() {
    let palette = Palette.standard
    for colour in palette.categories + [palette.good, palette.caution, palette.bad, palette.unknown, palette.emphasis] {
      #expect(colour.contrast(to: colour.readableInk) >= 4)
    }
    #expect(palette.ink.contrast(to: palette.paper) >= 7)
    #expect(palette.mutedInk.contrast(to: palette.groupFill) >= 4.5)
  }

  @Test func `are written as six digits, start over, and mix`() {
    #expect(Colour(0x0072B2).css == "#0072b2")
    #expect(Palette.standard.category(-1) == Palette.standard.category(7))
    #expect(Colour.black.tinted(1) == .white && Colour.white.shaded(.nan) == .white)
    #expect(Colour.black.contrast(to: .white) == 21)
  }

  @Test func `of verdicts differ in lightness, for grey copiers`() {
    #expect(Palette.standard.good.contrast(to: Palette.standard.caution) > 1.4)
    #expect(Palette.standard.good.contrast(to: Palette.standard.bad) > 1.4)
  }
}
