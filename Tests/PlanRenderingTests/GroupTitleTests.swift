import PlanRendering
import Testing

@Suite struct `Titles of groups` {
  /// A frame of 300 by 300 points with a node in its middle, lines that come in from above at these places, and perhaps
  /// another node in each lower corner.
  private func titleTops(linesAt places: [Double], hasCorners: Bool = false) throws -> [Double] {
    var drawing = GraphDrawing(
      nodes: [.init(id: "outside", lines: []), .init(id: "inside", lines: [], cluster: "group")],
      clusters: [.init(id: "group", title: "Nasjonal løsning for alle regioner")])
    var positions = GraphPositions(size: Size(width: 320, height: 400))
    positions.clusters["group"] = Box(left: 10, top: 90, width: 300, height: 300)
    positions.nodes["outside"] = Box(left: 100, top: 0, width: 100, height: 20)
    positions.nodes["inside"] = Box(left: 20, top: 200, width: 280, height: 40)
    if hasCorners {
      for (id, left) in [("left", 15.0), ("right", 225)] {
        drawing.nodes.append(.init(id: id, lines: [], cluster: "group"))
        positions.nodes[id] = Box(left: left, top: 330, width: 80, height: 50)
      }
    }
    for x in places {
      drawing.edges.append(.init(id: "\(x)", from: "outside", to: "inside"))
      positions.edges["\(x)"] = .init(
        points: [Point(x: x, y: 20), Point(x: x, y: 80), Point(x: x, y: 140), Point(x: x, y: 200)])
    }
    let root = try StrictXML.parse(try SVGPicture(drawing, at: positions).document)
    let frame = try #require(root.classed("group").first?.named("rect").first).number("y")
    return try #require(root.classed("group-title").first).named("text").map { $0.number("y") - frame }
  }

  @Test func `stand above, where a line leaves them room`() throws {
    #expect(try titleTops(linesAt: []).allSatisfy { $0 < 30 })
    #expect(try titleTops(linesAt: [30]).allSatisfy { $0 < 30 })
    #expect(try titleTops(linesAt: [290]).allSatisfy { $0 < 30 })
  }

  @Test func `stand below, where lines come in all along the upper edge`() throws {
    let tops = try titleTops(linesAt: [40, 90, 160, 230, 280])
    #expect(!tops.isEmpty && tops.allSatisfy { $0 > 250 && $0 < 300 })
  }

  @Test func `stay above, where something stands in both lower corners`() throws {
    let tops = try titleTops(linesAt: [40, 90, 160, 230, 280], hasCorners: true)
    #expect(!tops.isEmpty && tops.allSatisfy { $0 < 30 })
  }
}
