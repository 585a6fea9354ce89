import GraphvizLayout
import PlanRendering
import Testing

@Suite struct `Graphviz layout` {
  private func expectSound(_ drawing: GraphDrawing, _ positions: GraphPositions) {
    let frame = Box(left: -0.5, top: -0.5, width: positions.size.width + 1, height: positions.size.height + 1)
    for node in drawing.nodes {
      guard let box = positions.nodes[node.id] else {
        Issue.record("\(node.id) has no place")
        continue
      }
      #expect(frame.contains(box), "\(node.id) reaches out of the frame")
      let wanted = drawing.figure(of: node).size
      #expect(
        abs(box.size.width - wanted.width) < 0.1 && abs(box.size.height - wanted.height) < 0.1,
        "\(node.shape) \(box.size) \(wanted)")
    }
    let boxes = drawing.nodes.compactMap { positions.nodes[$0.id] }
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) }, "\(drawing.nodes[index].id) overlaps")
    }
    for edge in drawing.edges {
      let path = positions.edges[edge.id]
      #expect(path.map { $0.points.count % 3 == 1 && $0.points.count >= 4 } == true)
      #expect((path?.tip != nil) == (edge.arrowhead != .none))
    }
  }

  @Test(arguments: [1, 2, 5, 30, 120]) func `gives every node its room, apart from the others and inside the frame`(
    count: Int
  ) throws {
    for seed in 1...3 {
      let drawing = Drawings.portfolio(nodes: count, seed: UInt64(seed))
      expectSound(drawing, try Graphviz().positions(of: drawing))
    }
  }

  // Graphviz numbers clusters by the address of their names and visits them in that order, so what was laid out before
  // used to change what comes after. Our own numbering of names cures it.
  @Test(arguments: [12, 40]) func `is the same every time, whatever was laid out before`(count: Int) throws {
    let drawing = Drawings.portfolio(nodes: count)
    let positions = try Graphviz().positions(of: drawing)
    for seed in 1...25 {
      _ = try Graphviz().positions(of: Drawings.portfolio(nodes: 3 + seed * 7 % 30, seed: UInt64(seed)))
      #expect(try Graphviz().positions(of: drawing) == positions)
    }
  }

  @Test func `edges begin and end at their nodes`() throws {
    let drawing = Drawings.portfolio(nodes: 40)
    let positions = try Graphviz().positions(of: drawing)
    for edge in drawing.edges where edge.from != edge.to {
      let path = try #require(positions.edges[edge.id])
      for (point, id) in [(path.points[0], edge.from), (path.tip ?? path.points[path.points.count - 1], edge.to)] {
        let box = try #require(positions.nodes[id])
        #expect(abs(point.x - box.centre.x) <= box.size.width / 2 + 3)
        #expect(abs(point.y - box.centre.y) <= box.size.height / 2 + 3)
      }
    }
  }

  @Test func `time runs from left to right, or downwards when asked`() throws {
    var drawing = GraphDrawing(nodes: ["a", "b", "c"].map { .init(id: $0, lines: [TextLine($0)]) })
    drawing.edges = [.init(id: "1", from: "a", to: "b"), .init(id: "2", from: "b", to: "c")]
    let flat = try Graphviz().positions(of: drawing)
    let x = ["a", "b", "c"].compactMap { flat.nodes[$0]?.centre.x }
    #expect(x == x.sorted() && Set(x).count == 3)
    drawing.direction = .topToBottom
    let tall = try Graphviz().positions(of: drawing)
    let y = ["a", "b", "c"].compactMap { tall.nodes[$0]?.centre.y }
    #expect(y == y.sorted() && Set(y).count == 3)
  }

  @Test func `a group holds its nodes and groups, and no foreign node`() throws {
    var drawing = Drawings.portfolio(nodes: 48)
    drawing.clusters.append(.init(id: "all", title: "Program"))
    for index in 0..<3 { drawing.clusters[index].parent = "all" }
    let positions = try Graphviz().positions(of: drawing)
    for node in drawing.nodes {
      let box = try #require(positions.nodes[node.id])
      for cluster in drawing.clusters where cluster.id != "all" {
        let frame = try #require(positions.clusters[cluster.id])
        if cluster.id == node.cluster { #expect(frame.contains(box)) } else { #expect(!frame.overlaps(box)) }
      }
    }
    let outer = try #require(positions.clusters["all"])
    for index in 0..<3 { #expect(outer.contains(try #require(positions.clusters["p\(index)"]))) }
  }

  @Test func `frames leave room for their titles`() throws {
    let long = "Nasjonal IKT-løsning for AMK i Helse Sør-Øst"
    let drawing = GraphDrawing(
      nodes: [.init(id: "a", lines: [TextLine("a")], cluster: "p")], clusters: [.init(id: "p", title: long)])
    let positions = try Graphviz().positions(of: drawing)
    let frame = try #require(positions.clusters["p"])
    let title = try #require(drawing.titleLines(of: drawing.clusters[0]).map(\.width).max())
    #expect(frame.size.width >= title + 10)
    #expect(try #require(positions.nodes["a"]).top >= frame.top + 16)
  }

  @Test func `nothing, a lonely node, loops, parallel lines and cycles all have a layout`() throws {
    #expect(try Graphviz().positions(of: GraphDrawing()).nodes.isEmpty)
    var drawing = GraphDrawing(nodes: [.init(id: "a", lines: []), .init(id: "b", lines: [TextLine("")])])
    drawing.clusters = [.init(id: "empty", title: "Tom")]
    drawing.edges = [
      ("1", "a", "a"), ("2", "a", "a"), ("3", "a", "b"), ("4", "a", "b"), ("5", "b", "a"), ("6", "a", "b"),
    ]
    .map { .init(id: $0.0, from: $0.1, to: $0.2, label: "løkke") }
    let positions = try Graphviz().positions(of: drawing)
    expectSound(drawing, positions)
    #expect(Set(drawing.edges.compactMap { positions.edges[$0.id]?.points }).count == 6)
    #expect(positions.clusters.isEmpty)
  }

  @Test func `refuses contradictions and crowds instead of trying`() {
    #expect(throws: DrawingFailure.unknownNode("b", edge: "e")) {
      let drawing = GraphDrawing(nodes: [.init(id: "a", lines: [])], edges: [.init(id: "e", from: "a", to: "b")])
      return try Graphviz().positions(of: drawing)
    }
    #expect(throws: DrawingFailure.tooLarge(nodes: 11, edges: 17)) {
      try Graphviz(nodeLimit: 10).positions(of: Drawings.portfolio(nodes: 11))
    }
    #expect(throws: DrawingFailure.tooLarge(nodes: 11, edges: 17)) {
      try Graphviz(edgeLimit: 10).positions(of: Drawings.portfolio(nodes: 11))
    }
  }

  @Test func `comes nearer to the page when asked`() throws {
    let drawing = Drawings.portfolio(nodes: 40)
    func ratio(_ layout: Graphviz) throws -> Double {
      let size = try layout.positions(of: drawing).size
      return size.width / size.height
    }
    let free = try ratio(Graphviz())
    for wanted in [free * 1.4, free / 1.4] {
      let fitted = try ratio(Graphviz(aspectRatio: wanted))
      #expect(abs(fitted - wanted) < abs(free - wanted) / 2)
      expectSound(drawing, try Graphviz(aspectRatio: wanted).positions(of: drawing))
    }
  }

  @Test func `a thousand nodes have a layout`() throws {
    let drawing = Drawings.portfolio(nodes: 1000, clusterSize: 25)
    expectSound(drawing, try Graphviz().positions(of: drawing))
  }

  @Test func `many callers at once wait for each other and get the same`() async throws {
    let drawing = Drawings.portfolio(nodes: 20)
    let alone = try Graphviz().positions(of: drawing)
    let all = try await withThrowingTaskGroup(of: GraphPositions.self) { group in
      for _ in 0..<16 { group.addTask { try Graphviz().positions(of: drawing) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.count == 16 && all.allSatisfy { $0 == alone })
  }

  @Test(arguments: [
    "</svg><script>", "\\N", "\"];}", "n1", "cluster_0", "\u{0}", "漢字 🏥", String(repeating: "æ", count: 5000),
  ])
  func `texts and ids never reach the language of the layout`(text: String) throws {
    let drawing = GraphDrawing(
      title: text,
      nodes: [.init(id: text, lines: [TextLine(text)], cluster: text), .init(id: "n0", lines: [], cluster: text)],
      edges: [.init(id: text, from: text, to: "n0", label: text)], clusters: [.init(id: text, title: text)])
    let positions = try Graphviz().positions(of: drawing)
    expectSound(drawing, positions)
    #expect(positions.clusters[text] != nil)
    let picture = try SVGPicture(drawing, at: positions)
    #expect(try Raster.png(picture, scale: 0.5).count > 100)
  }
}
