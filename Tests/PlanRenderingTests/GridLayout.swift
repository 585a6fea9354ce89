import PlanRendering

/// Nodes under each other, far enough apart; edges are left to the writer's straight lines.
struct GridLayout: GraphLayout {
  func positions(of drawing: GraphDrawing) throws(DrawingFailure) -> GraphPositions {
    try drawing.check()
    var positions = GraphPositions(size: Size(width: 0, height: 0))
    var top = 0.0
    for node in drawing.nodes {
      let size = drawing.figure(of: node).size
      positions.nodes[node.id] = Box(left: 0, top: top, width: size.width, height: size.height)
      top += size.height + 40
      positions.size = Size(width: max(positions.size.width, size.width), height: top - 40)
    }
    return positions
  }
}

/// Texts that have broken writers of XML, HTML or DOT.
enum Hostile {
  static let texts = [
    "</svg><script>alert(1)</script>", "\\N \\G \\n \\", "&amp; &#60; &nbsp;", "\"quoted\" 'single'", "{a|b} <f0> [x]",
    "]]><![CDATA[",
    "nul \u{0} bell \u{7} escape \u{1B} delete \u{7F} next \u{85}", "\u{FFFE}\u{FFFF}", "\u{202E}redro", "-->", "<!--",
    "a\r\nb\tc",
    "漢字かな交じり文", "👩‍👩‍👧‍👦 🏥", "اردو עברית", "e\u{301}\u{301}\u{301}\u{301}", "", " ", "\n\n\n", "${x} {{y}} %s %n", "n0",
    "cluster_0", "graph",
    "javascript:alert(1)", "x\" onload=\"alert(1)", "; } digraph { rm", String(repeating: "æøå", count: 3000),
    String(repeating: "lang tekst ", count: 400), "\u{1F1F3}\u{1F1F4}", "#", "//", "'; DROP TABLE",
  ]
}
