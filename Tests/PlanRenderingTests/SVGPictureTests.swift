import PlanRendering
import Testing

@Suite struct `Graph pictures` {
  private func drawing() -> GraphDrawing {
    var drawing = GraphDrawing(title: "Hvem venter på hvem", subtitle: "Status 30. april 2023")
    drawing.nodes = [
      .init(
        id: "amk.release", lines: [TextLine("Leveranse 1.1"), TextLine("mai 2023", size: 9)], tooltip: "Neste leveranse"
      ),
      .init(
        id: "amk.oslo", lines: [TextLine("Oppstart AMK Oslo", bold: true)], shape: .hexagon,
        badges: [.init("R", colour: Palette.standard.bad, tooltip: "rød")], link: "#oslo"),
      .init(id: "lvms", lines: [TextLine("LVMS")], shape: .ellipse, link: "javascript:alert(1)"),
    ]
    drawing.edges = [
      .init(id: "1", from: "amk.release", to: "amk.oslo", label: "12 d slakk", tooltip: "hard binding"),
      .init(id: "2", from: "lvms", to: "amk.oslo", line: .double, arrowhead: .open),
      .init(id: "3", from: "lvms", to: "lvms", line: .dotted, arrowhead: .diamond),
    ]
    drawing.legend = Legend(
      title: "Tegnforklaring", entries: drawing.edges.map { Legend.Entry(.edge($0), "binding \($0.id)") })
    drawing.footnotes = ["Ukjente datoer er aldri grønne."]
    return drawing
  }

  private func picture(_ drawing: GraphDrawing) throws -> SVGPicture {
    try SVGPicture(drawing, at: GridLayout().positions(of: drawing))
  }

  @Test func `are well-formed and carry frame, title, description and language`() throws {
    let root = try StrictXML.parse(try picture(drawing()).document)
    #expect(root.name == "svg")
    #expect(root.attributes["lang"] == "nb")
    #expect(root.attributes["viewBox"] == "0 0 \(Int(root.number("width"))) \(Int(root.number("height")))")
    #expect(root.children[0].text == "Hvem venter på hvem")
    #expect(root.children[1].text == "Status 30. april 2023 3 elementer, 3 forbindelser.")
  }

  @Test func `name each part by the id of the plan, and tell about it`() throws {
    let root = try StrictXML.parse(try picture(drawing()).document)
    let release = try #require(root.all.first { $0.attributes["id"] == "node-amk_release" })
    #expect(release.children[0].text == "Neste leveranse")
    let edge = try #require(root.all.first { $0.attributes["id"] == "edge-1" })
    #expect(edge.children[0].text == "hard binding")
    #expect(edge.attributes["aria-label"] == "Leveranse 1.1 → Oppstart AMK Oslo: 12 d slakk")
    #expect(root.classed("node").count == 3)
    #expect(root.classed("edge").count == 4)  // three lines and a label
  }

  @Test func `lead only where links are harmless`() throws {
    let root = try StrictXML.parse(try picture(drawing()).document)
    #expect(root.named("a").map { $0.attributes["href"] } == ["#oslo"])
  }

  @Test func `keep title, graph, legend and footnotes apart`() throws {
    for place in [Legend.Place.below, .beside] {
      var drawing = drawing()
      drawing.legend.place = place
      let root = try StrictXML.parse(try picture(drawing).document)
      let graph = try #require(root.classed("graph").first)
      let frame = try #require(root.classed("legend").first?.children.first)
      let shapes = graph.named("rect") + graph.named("text")
      for shape in shapes where place == .below { #expect(shape.number("y") < frame.number("y")) }
      for shape in shapes where place == .beside { #expect(shape.number("x") < frame.number("x")) }
      #expect(frame.number("x") + frame.number("width") <= root.number("width"))
      #expect(frame.number("y") + frame.number("height") <= root.number("height"))
      let note = try #require(root.named("text").first { $0.text.hasPrefix("Ukjente") })
      #expect(note.number("y") > frame.number("y") + frame.number("height") || place == .beside)
    }
  }

  @Test(arguments: Hostile.texts) func `stay well-formed whatever the plan says`(text: String) throws {
    var drawing = drawing()
    drawing.title = text
    drawing.subtitle = text
    drawing.footnotes = [text]
    drawing.language = text
    drawing.legend.title = text
    drawing.legend.entries.append(.init(.badge(.init(text, colour: .black, tooltip: text)), text))
    drawing.clusters = [.init(id: text, title: text, tooltip: text)]
    drawing.nodes.append(
      .init(
        id: text, lines: [TextLine(text)], badges: [.init(text, colour: .white)], tooltip: text, link: text,
        cluster: text,
        classes: [text]))
    drawing.edges.append(.init(id: text, from: text, to: "lvms", label: text, tooltip: text, classes: [text]))
    let root = try StrictXML.parse(try picture(drawing).document)
    let names = Set(root.all.map(\.name))
    #expect(
      names.isSubset(of: [
        "svg", "title", "desc", "style", "rect", "g", "text", "path", "polygon", "ellipse", "a",
      ]))
    for element in root.all {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
      if let id = element.attributes["id"] {
        #expect(id.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...122).contains($0) })
      }
      if let link = element.attributes["href"] { #expect(!link.lowercased().hasPrefix("javascript")) }
    }
    #expect(root.all.count { $0.name == "style" } == 1)
  }

  @Test func `give different elements different ids, even where ids of the plan look alike`() throws {
    var drawing = GraphDrawing()
    drawing.nodes = ["a.b", "a_b", "a-b", "a b", "å", "ø", "", "a/b"].map { .init(id: $0, lines: [TextLine($0)]) }
    drawing.edges = drawing.nodes.map { .init(id: $0.id, from: $0.id, to: "å") }
    let ids = try StrictXML.parse(try picture(drawing).document).all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == 3 + 16)
  }

  @Test func `do not change an id when other nodes come and go`() throws {
    var drawing = GraphDrawing(nodes: [.init(id: "målform", lines: [TextLine("x")])])
    let alone = try StrictXML.parse(try picture(drawing).document).classed("node")[0].attributes["id"]
    drawing.nodes.insert(.init(id: "melform", lines: []), at: 0)
    let second = try StrictXML.parse(try picture(drawing).document).classed("node")[1].attributes["id"]
    #expect(alone == second)
  }

  @Test func `are the same bytes every time`() throws {
    #expect(try picture(drawing()).document == picture(drawing()).document)
  }

  @Test func `of nothing are still pictures`() throws {
    let root = try StrictXML.parse(try picture(GraphDrawing()).document)
    #expect(root.number("width") > 0)
    #expect(root.classed("node").isEmpty)
  }

  @Test func `refuse a node without a place`() throws {
    #expect(throws: DrawingFailure.unplaced(node: "amk.release")) {
      try SVGPicture(drawing(), at: GraphPositions(size: Size(width: 10, height: 10)))
    }
  }

  @Test(arguments: GraphDrawing.Shape.allCases) func `hold the text of a node inside its outline`(
    shape: GraphDrawing.Shape
  ) {
    let drawing = GraphDrawing()
    for words in 1...12 {
      let node = GraphDrawing.Node(
        id: "a", lines: [TextLine(String(repeating: "milepæl ", count: words)), TextLine("dato", size: 9)],
        shape: shape,
        badges: Array(repeating: .init("R", colour: .black), count: words % 4))
      let figure = drawing.figure(of: node)
      #expect(figure.lines.allSatisfy { $0.width <= figure.textSize.width })
      #expect(figure.textSize.width + figure.badgeSize.width <= figure.size.width)
      #expect(max(figure.textSize.height, figure.badgeSize.height) <= figure.size.height)
    }
  }

  @Test func `fade on pointing only through names of their own`() throws {
    let root = try StrictXML.parse(try picture(drawing()).document)
    let rules = try #require(root.named("style").first?.text)
    #expect(rules.contains("#graph:has(#node-amk_oslo:hover) .edge:not(.at-node-amk_oslo){opacity:.15}"))
    // Two lines and a label touch Oslo, the loop does not.
    #expect(root.classed("at-node-amk_oslo").count == 3)
    #expect(root.classed("at-node-lvms").count == 2)
  }
}

@Suite struct `Two drawings on one layout` {
  private let before = GraphDrawing(
    title: "før",
    nodes: [.init(id: "a", lines: [TextLine("kort")]), .init(id: "b", lines: [TextLine("b")])],
    edges: [.init(id: "ab", from: "a", to: "b")], clusters: [.init(id: "p", title: "P")])
  private let after = GraphDrawing(
    title: "etter",
    nodes: [.init(id: "a", lines: [TextLine("et mye lengre navn")]), .init(id: "c", lines: [TextLine("c")])],
    edges: [.init(id: "ab", from: "a", to: "c")])

  @Test func `the union holds everything once, with room for both texts`() {
    let union = GraphDrawing.union(before, after)
    #expect(union.nodes.map(\.id) == ["a", "b", "c"])
    #expect(union.title == "før")
    #expect(union.figure(of: union.nodes[0]).size.width == after.figure(of: after.nodes[0]).size.width)
    #expect(union.edges.map(\.to) == ["c"])
  }

  @Test func `what both have stands in the same place in both`() throws {
    let positions = try GridLayout().positions(of: .union(before, after))
    func centre(_ drawing: GraphDrawing) throws -> [Double] {
      let root = try StrictXML.parse(try SVGPicture(drawing, at: positions).document)
      let box = root.classed("node")[0].named("rect")[0]
      return ["x", "y", "width", "height"].map { box.number($0) } + [root.number("width")]
    }
    #expect(try centre(before) == centre(after))
    #expect(Set(positions.restricted(to: before).nodes.keys) == ["a", "b"])
    #expect(positions.restricted(to: after).size == positions.size)
  }

  @Test func `an edge with a curve between other nodes is drawn straight to its own`() throws {
    var positions = try GridLayout().positions(of: .union(before, after))
    let a = try #require(positions.nodes["a"])
    let c = try #require(positions.nodes["c"])
    positions.edges["ab"] = .init(points: [a.centre, a.centre, c.centre, c.centre])
    let root = try StrictXML.parse(try SVGPicture(before, at: positions).document)
    let path = try #require(root.classed("line").first?.attributes["d"])
    let b = try #require(positions.nodes["b"])
    #expect(!path.hasSuffix(String(Int(c.centre.y))))
    #expect(path.split(separator: ",").last.flatMap { Double($0) }.map { $0 < b.bottom + 60 } == true)
  }
}

@Suite struct `Contradictory drawings` {
  private let node = GraphDrawing.Node(id: "a", lines: [])

  @Test func `are refused with the culprit`() {
    #expect(throws: DrawingFailure.duplicateNode("a")) { try GraphDrawing(nodes: [node, node]).check() }
    #expect(throws: DrawingFailure.unknownNode("b", edge: "e")) {
      try GraphDrawing(nodes: [node], edges: [.init(id: "e", from: "a", to: "b")]).check()
    }
    #expect(throws: DrawingFailure.duplicateEdge("e")) {
      let edge = GraphDrawing.Edge(id: "e", from: "a", to: "a")
      try GraphDrawing(nodes: [node], edges: [edge, edge]).check()
    }
    #expect(throws: DrawingFailure.unknownCluster("x", of: "n")) {
      try GraphDrawing(nodes: [.init(id: "n", lines: [], cluster: "x")]).check()
    }
    #expect(throws: DrawingFailure.duplicateCluster("x")) {
      try GraphDrawing(clusters: [.init(id: "x", title: ""), .init(id: "x", title: "")]).check()
    }
    #expect(throws: DrawingFailure.clusterInItself("x")) {
      try GraphDrawing(clusters: [.init(id: "x", title: "", parent: "y"), .init(id: "y", title: "", parent: "x")])
        .check()
    }
    #expect(throws: DrawingFailure.unknownCluster("z", of: "x")) {
      try GraphDrawing(clusters: [.init(id: "x", title: "", parent: "z")]).check()
    }
  }
}
