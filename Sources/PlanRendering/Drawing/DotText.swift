/// A drawing in DOT, the language of Graphviz, for those who want to lay it out or restyle it themselves.
///
///     DotText(drawing).text        // digraph "Hvem venter på hvem" { … }
///
/// Every text stands in quotes with `"`, `\` and `&` escaped, so nothing in a plan can end a string, name a port or mean an
/// entity. Ids of plans stand as they are when they are letters, digits, `.`, `-` and `_`, else with other characters
/// replaced and a checksum.
public struct DotText: Hashable, Sendable {
  /// The text of a `.dot` file.
  public let text: String

  /// Writes the drawing; edges to unknown nodes and parents that go in circles are left out.
  ///
  /// - Complexity: O(*n* + *m*).
  public init(_ drawing: GraphDrawing) {
    var writer = DotWriter(drawing)
    writer.write()
    text = writer.out
  }
}

private struct DotWriter {
  let drawing: GraphDrawing
  var out = ""
  var names: [String: String] = [:]
  var taken = ElementIDs()

  init(_ drawing: GraphDrawing) {
    self.drawing = drawing
    for node in drawing.nodes where Self.plain(node.id) { taken.claim(node.id) }
  }

  mutating func write() {
    let title = drawing.title.isEmpty ? "plan" : drawing.title
    out += "digraph \(Self.quoted(name: title)) {\n"
    let font = "fontname=\"DejaVu Sans\""
    out +=
      "  graph [rankdir=\(drawing.direction == .leftToRight ? "LR" : "TB"), \(font), fontsize=11, compound=true];\n"
    out += "  node [\(font), fontsize=11, style=filled, fillcolor=\"#ffffff\"];\n"
    out += "  edge [\(font), fontsize=9];\n"
    let children = Dictionary(grouping: drawing.clusters.indices, by: { drawing.clusters[$0].parent })
    let nodes = Dictionary(grouping: drawing.nodes.indices, by: { drawing.nodes[$0].cluster })
    for index in nodes[nil] ?? [] { write(drawing.nodes[index], indent: "  ") }
    for index in children[nil] ?? [] { write(index, children: children, nodes: nodes, indent: "  ") }
    for node in drawing.nodes where names[node.id] == nil { write(node, indent: "  ") }
    for edge in drawing.edges { write(edge) }
    out += "}\n"
  }

  private mutating func write(
    _ index: Int, children: [String?: [Int]], nodes: [String?: [Int]], indent: String
  ) {
    let cluster = drawing.clusters[index]
    out += "\(indent)subgraph \"\(taken.name(for: cluster.id, prefix: "cluster_"))\" {\n"
    let style = cluster.style
    out += "\(indent)  label=\(Self.quoted(cluster.title)); style=\"rounded,filled\"; labeljust=l;\n"
    out += "\(indent)  color=\"\(style.stroke.css)\"; fillcolor=\"\(style.fill.css)\";\n"
    for node in nodes[cluster.id] ?? [] { write(drawing.nodes[node], indent: indent + "  ") }
    for child in children[cluster.id] ?? [] where indent.utf8.count < 200 {
      write(child, children: children, nodes: nodes, indent: indent + "  ")
    }
    out += "\(indent)}\n"
  }

  private mutating func write(_ node: GraphDrawing.Node, indent: String) {
    guard names[node.id] == nil else { return }
    let name = Self.plain(node.id) ? node.id : taken.name(for: node.id, prefix: "")
    names[node.id] = name
    let lines = drawing.figure(of: node).lines.map(\.text)
    let badges = node.badges.isEmpty ? [] : [node.badges.map { "[\($0.symbol)]" }.joined(separator: " ")]
    var attributes = ["label=" + Self.quoted((lines + badges).joined(separator: "\n"))]
    attributes += node.shape.dot(node.style)
    attributes.append("fillcolor=\"\(node.style.fill.css)\", color=\"\(node.style.stroke.css)\"")
    attributes.append("penwidth=" + DecimalText.of(node.style.strokeWidth))
    if !node.tooltip.isEmpty { attributes.append("tooltip=" + Self.quoted(node.tooltip)) }
    if let link = node.link.flatMap(SafeLink.address) { attributes.append("URL=" + Self.quoted(link)) }
    out += "\(indent)\"\(name)\" [\(attributes.joined(separator: ", "))];\n"
  }

  private mutating func write(_ edge: GraphDrawing.Edge) {
    guard let from = names[edge.from], let to = names[edge.to] else { return }
    var attributes = ["color=\"\(edge.dotColour)\"", "penwidth=" + DecimalText.of(edge.width)]
    attributes.append("arrowhead=" + edge.arrowhead.dotName)
    if edge.line == .dashed || edge.line == .dotted { attributes.append("style=" + edge.line.rawValue) }
    if let label = edge.label, !label.isEmpty {
      attributes.append("label=" + Self.quoted(drawing.labelLines(of: edge).map(\.text).joined(separator: "\n")))
    }
    if !edge.tooltip.isEmpty { attributes.append("tooltip=" + Self.quoted(edge.tooltip)) }
    if edge.weight != 1 { attributes.append("weight=\(max(edge.weight, 0))") }
    if !edge.constraint { attributes.append("constraint=false") }
    out += "  \"\(from)\" -> \"\(to)\" [\(attributes.joined(separator: ", "))];\n"
  }

  /// Whether an id can stand between quotes as it is.
  private static func plain(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 200
      && id.unicodeScalars.allSatisfy {
        $0 == "." || $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }

  /// Text of a label or tooltip, where DOT reads entities and escapes; a string may not exceed 16,384 bytes.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in PlainText.cleaned(text).unicodeScalars {
      if out.utf8.count > 15_000 { break }
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "&": out += "&amp;"
      case "\n": out += "\\n"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// The name of the graph, where DOT reads nothing but `\"`.
  private static func quoted(name: String) -> String {
    let kept = PlainText.cleaned(name).prefix(200).map { $0 == "\"" || $0 == "\\" || $0 == "\n" ? " " : String($0) }
    return "\"\(kept.joined())\""
  }
}

extension GraphDrawing.Shape {
  fileprivate func dot(_ style: GraphDrawing.Style) -> [String] {
    var words = ["filled"]
    if self == .rounded { words.append("rounded") }
    if style.line == .dashed || style.line == .dotted { words.append(style.line.rawValue) }
    let shape = self == .rounded ? "box" : rawValue
    let peripheries = style.line == .double ? [", peripheries=2"] : []
    return [
      "shape=\(self == .plain ? "plain" : shape), style=\"\(words.joined(separator: ","))\"\(peripheries.joined())"
    ]
  }
}

extension GraphDrawing.Arrowhead {
  fileprivate var dotName: String {
    switch self {
    case .filled: "normal"
    case .hollow: "empty"
    case .open: "vee"
    case .bar: "tee"
    case .diamond: "diamond"
    case .none: "none"
    }
  }
}

extension GraphDrawing.Edge {
  fileprivate var dotColour: String {
    line == .double ? "\(colour.css):#ffffff:\(colour.css)" : colour.css
  }
}
