import PlanRendering

/// A drawing as Graphviz gets it for layout: numbered nodes, fixed sizes, no text at all.
///
///     let measured = LayoutText(drawing)
///     measured.text(for: Graphviz(variant: 3), ratio: nil)     // as often as wanted, nothing is measured again
struct LayoutText {
  let drawing: GraphDrawing
  /// One line for each node, cluster and edge.
  private var nodes: [String] = []
  private var clusters: [(opening: String, parent: Int?)] = []
  private var edges: [String?] = []
  /// The clusters of the nodes.
  private var places: [Int?] = []
  /// The room between layers that the longest label asks for.
  private let labelRoom: Double?

  /// Measures all texts of a drawing.
  init(_ drawing: GraphDrawing) {
    self.drawing = drawing
    labelRoom = Self.labelRoom(drawing)
    let numbers = Dictionary(drawing.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let ranks = Dictionary(drawing.clusters.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    for (index, node) in drawing.nodes.enumerated() {
      let size = drawing.figure(of: node).size
      nodes.append(
        "n\(index) [width=\(Self.inches(size.width)) height=\(Self.inches(size.height)) shape=\(node.shape.layoutName)];\n"
      )
      places.append(node.cluster.flatMap { ranks[$0] })
    }
    for (index, cluster) in drawing.clusters.enumerated() {
      var opening = "subgraph cluster_\(index) { margin=14;"
      let lines = drawing.titleLines(of: cluster)
      if !lines.isEmpty {
        let width = lines.reduce(0) { max($0, $1.width) } + 4
        opening += " label=\(Self.blank(Size(width: width, height: lines.reduce(2) { $0 + $1.height })));"
      }
      clusters.append((opening, cluster.parent.flatMap { ranks[$0] }))
    }
    for (index, edge) in drawing.edges.enumerated() {
      guard let from = numbers[edge.from], let to = numbers[edge.to] else {
        edges.append(nil)
        continue
      }
      var attributes = ["key=e\(index)"]
      let head = edge.arrowhead.length(width: edge.width)
      attributes.append(head > 0 ? "arrowhead=normal arrowsize=\(Self.ratio(head / 10))" : "arrowhead=none")
      if edge.weight != 1 { attributes.append("weight=\(min(max(edge.weight, 0), 1000))") }
      if !edge.constraint { attributes.append("constraint=false") }
      edges.append("n\(from) -> n\(to) [\(attributes.joined(separator: " "))];\n")
    }
  }

  /// The whole text, for one set of wishes.
  func text(for layout: Graphviz, ratio: Double?) -> String {
    var out = "digraph {\n"
    let careful = drawing.nodes.count <= Graphviz.carefulLimit
    let layers = max(layout.layerSpacing, (labelRoom ?? 0) * layout.labelRoom)
    var graph = [
      "rankdir=\(drawing.direction == .leftToRight ? "LR" : "TB")",
      "nodesep=\(Self.inches(layout.nodeSpacing))", "ranksep=\(Self.inches(layers))",
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
    var members: [[Int]] = Array(repeating: [], count: clusters.count)
    for index in Self.order(nodes.count, layout.variant) {
      out += nodes[index]
      if let place = places[index] { members[place].append(index) }
    }
    let children = Dictionary(grouping: clusters.indices, by: { clusters[$0].parent })
    func write(_ cluster: Int) {
      out += clusters[cluster].opening
      for node in members[cluster] { out += " n\(node);" }
      for child in children[cluster] ?? [] { write(child) }
      out += " }\n"
    }
    for cluster in children[nil] ?? [] { write(cluster) }
    for index in Self.order(edges.count, layout.variant) { if let edge = edges[index] { out += edge } }
    return out + "}\n"
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

  /// The space between layers that labels ask for: they lie on their lines, so they should fit between two layers.
  private static func labelRoom(_ drawing: GraphDrawing) -> Double? {
    let flat = drawing.direction == .leftToRight
    let lengths = drawing.edges.map { drawing.labelSize(of: $0) }.filter { $0.width > 0 }
      .map { flat ? $0.width + 24 : $0.height + 30 }
    // Where labels tell what moved they are what the picture is about, and have all of their room.
    let most: Double = drawing.edges.contains { $0.isEmphasised } ? 170 : 130
    return lengths.max().map { min($0, most) }
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
