import PlanRendering

/// Drawings for the tests of the layout.
enum Drawings {
  /// A project-like graph: clusters of `clusterSize`, edges mostly forwards, some labelled, some loops and cycles.
  static func portfolio(nodes count: Int, clusterSize: Int = 8, seed: UInt64 = 1, degree: Double = 1.6) -> GraphDrawing
  {
    var random = SplitMix(state: seed)
    var drawing = GraphDrawing(title: "Portefølje")
    for index in 0..<count {
      if index % clusterSize == 0 {
        drawing.clusters.append(.init(id: "p\(index / clusterSize)", title: "Prosjekt \(index)"))
      }
      drawing.nodes.append(
        .init(
          id: "m\(index)", lines: [TextLine("Milepæl nummer \(index)"), TextLine("uke \(index % 52 + 1)", size: 9)],
          shape: GraphDrawing.Shape.allCases[random.below(8)],
          badges: Array(repeating: .init("R", colour: .black), count: random.below(3)),
          cluster: "p\(index / clusterSize)"))
    }
    for index in 0..<Int(Double(count) * degree) where count > 1 {
      let from = random.below(count)
      let to = random.below(12) == 0 ? random.below(count) : min(count - 1, from + 1 + random.below(2 * clusterSize))
      drawing.edges.append(
        .init(
          id: "e\(index)", from: "m\(from)", to: "m\(to)", line: GraphDrawing.Line.allCases[random.below(4)],
          arrowhead: GraphDrawing.Arrowhead.allCases[random.below(6)],
          label: random.below(4) == 0 ? "\(index) d slakk" : nil, constraint: to > from))
    }
    return drawing
  }

  struct SplitMix {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(limit))
    }
  }
}
