import PlanRendering

/// A drawing as Graphviz gets it for layout: numbered nodes, fixed sizes, no text at all.
struct LayoutText {
  let text: String

  init(_ drawing: GraphDrawing, for layout: Graphviz, ratio: Double?) {
    var out = "digraph {\n"
    let careful = drawing.nodes.count <= Graphviz.carefulLimit
    var graph = [
      "rankdir=\(drawing.direction == .leftToRight ? "LR" : "TB")",
      "nodesep=\(Self.inches(layout.nodeSpacing))", "ranksep=\(Self.inches(Self.layerSpacing(drawing, layout)))",
      "newrank=true", "labeljust=l", "labelloc=t", "pad=0", "margin=0",
      "splines=\(careful ? "true" : "polyline")",
    ]
    if careful { graph.append("mclimit=\(drawing.nodes.count <= 48 ? 8 : 2)") }
    if !careful { graph += ["nslimit=1", "nslimit1=1", "mclimit=0.1"] }
    if let ratio {
      graph.append("ratio=\(ratio)")
    } else if let goal = layout.breadthGoal {
      // Only the breadth of the layers is bound; what `size` would scale is the output, which is not ours.
      let inches = Self.inches(max(goal, 72))
      graph.append("ratio=compress size=\"\(drawing.direction == .leftToRight ? "1000,\(inches)" : "\(inches),1000")\"")
    }
    out += "graph [\(graph.joined(separator: " "))];\n"
    out += "node [fixedsize=true label=\"\"];\nedge [arrowsize=1];\n"
    let numbers = Dictionary(drawing.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let places = Dictionary(drawing.clusters.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    var members: [[Int]] = Array(repeating: [], count: drawing.clusters.count)
    for index in Self.order(drawing.nodes.count, layout.variant) {
      let node = drawing.nodes[index]
      let size = drawing.figure(of: node).size
      out +=
        "n\(index) [width=\(Self.inches(size.width)) height=\(Self.inches(size.height)) shape=\(node.shape.layoutName)];\n"
      if let cluster = node.cluster, let place = places[cluster] { members[place].append(index) }
    }
    let children = Dictionary(
      grouping: drawing.clusters.indices, by: { drawing.clusters[$0].parent.flatMap { places[$0] } })
    func write(_ cluster: Int) {
      out += "subgraph cluster_\(cluster) { margin=14;"
      let lines = drawing.titleLines(of: drawing.clusters[cluster])
      if !lines.isEmpty {
        let width = lines.reduce(0) { max($0, $1.width) } + 4
        out += " label=\(Self.blank(Size(width: width, height: lines.reduce(2) { $0 + $1.height })));"
      }
      for node in members[cluster] { out += " n\(node);" }
      for child in children[cluster] ?? [] { write(child) }
      out += " }\n"
    }
    for cluster in children[nil] ?? [] { write(cluster) }
    for index in Self.order(drawing.edges.count, layout.variant) {
      let edge = drawing.edges[index]
      guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
      var attributes = ["key=e\(index)"]
      let head = edge.arrowhead.length(width: edge.width)
      attributes.append(head > 0 ? "arrowhead=normal arrowsize=\(Self.ratio(head / 10))" : "arrowhead=none")
      if edge.weight != 1 { attributes.append("weight=\(min(max(edge.weight, 0), 1000))") }
      if !edge.constraint { attributes.append("constraint=false") }
      out += "n\(from) -> n\(to) [\(attributes.joined(separator: " "))];\n"
    }
    text = out + "}\n"
  }

  /// The numbers below `count`, in one of many orders that depends on nothing else.
  private static func order(_ count: Int, _ variant: Int) -> [Int] {
    var order = Array(0..<count)
    guard variant != 0 else { return order }
    var state = UInt64(truncatingIfNeeded: variant) &* 0x9E37_79B9_7F4A_7C15
    for last in order.indices.dropFirst().reversed() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(last, Int(state >> 33) % (last + 1))
    }
    return order
  }

  /// The space between layers: labels lie on their lines, so they should fit between two layers.
  private static func layerSpacing(_ drawing: GraphDrawing, _ layout: Graphviz) -> Double {
    let flat = drawing.direction == .leftToRight
    let lengths = drawing.edges.map { drawing.labelSize(of: $0) }.filter { $0.width > 0 }
      .map { flat ? $0.width + 24 : $0.height + 30 }.sorted()
    guard !lengths.isEmpty else { return layout.layerSpacing }
    // Where labels tell what moved they are what the picture is about, and have all of their room.
    let most: Double = drawing.edges.contains { $0.isEmphasised } ? 170 : 130
    return max(layout.layerSpacing, min(lengths[lengths.count - 1], most) * layout.labelRoom)
  }

  /// An empty label that takes exactly this room.
  private static func blank(_ size: Size) -> String {
    let (width, height) = (whole(size.width), whole(size.height))
    let frame = "BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\""
    let room = "FIXEDSIZE=\"TRUE\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\""
    return "<<TABLE \(frame)><TR><TD \(room)></TD></TR></TABLE>>"
  }

  private static func whole(_ points: Double) -> Int { Int(min(max(points.rounded(.up), 1), 30_000)) }

  /// Graphviz measures in inches, of 72 points.
  private static func inches(_ points: Double) -> Double {
    points.isFinite ? (min(max(points, 0), 50_000) / 72 * 10_000).rounded() / 10_000 : 1
  }

  private static func ratio(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension GraphDrawing.Shape {
  /// The shape of Graphviz at whose outline edges end.
  fileprivate var layoutName: String {
    switch self {
    case .ellipse: "ellipse"
    case .diamond: "diamond"
    default: "box"
    }
  }
}
