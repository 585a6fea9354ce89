import PlanRendering

/// The facts of a dependency picture as JSON (`Documentation/schemas/graph.json`): what is drawn, without places.
struct GraphJSON {
  let drawing: GraphDrawing
  let level: GraphLevel
  let manifest: Manifest

  var text: String {
    JSONValue.object([
      ("format", 1),
      ("manifest", manifest.json),
      ("level", .string(level.rawValue)),
      ("title", .string(drawing.title)),
      ("nodes", .array(drawing.nodes.map(json))),
      ("edges", .array(drawing.edges.map(json))),
      (
        "clusters",
        .array(drawing.clusters.map { .object([("id", .string($0.id)), ("title", .string($0.title))]) })
      ),
      ("footnotes", JSONValue(drawing.footnotes)),
    ]).text
  }

  private func json(_ node: GraphDrawing.Node) -> JSONValue {
    .object([
      ("id", .string(node.id)),
      ("title", .string(node.title)),
      ("cluster", JSONValue(node.cluster)),
      ("classes", JSONValue(node.classes)),
      ("badges", JSONValue(node.badges.map(\.symbol))),
      ("about", .string(node.tooltip)),
    ])
  }

  private func json(_ edge: GraphDrawing.Edge) -> JSONValue {
    .object([
      ("id", .string(edge.id)),
      ("from", .string(edge.from)),
      ("to", .string(edge.to)),
      ("label", JSONValue(edge.label)),
      ("classes", JSONValue(edge.classes)),
      ("dependencies", JSONValue(edge.parts)),
      ("about", .string(edge.tooltip)),
    ])
  }
}

extension GraphDrawing.Node {
  /// What stands in the box, on one line.
  var title: String { lines.map(\.text.withOrdinarySpaces).joined(separator: " ") }
}
