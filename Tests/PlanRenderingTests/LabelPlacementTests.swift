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
