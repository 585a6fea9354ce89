extension GraphDrawing {
  /// A drawing with everything that stands in any of these, as ``union(_:_:)``; one drawing is its own union.
  public static func union(_ drawings: [GraphDrawing]) -> GraphDrawing {
    drawings.dropFirst().reduce(drawings.first ?? GraphDrawing()) { union($0, $1) }
  }

  /// A drawing with everything that stands in either, to lay out two pictures alike.
  ///
  /// Order, title and all else come from `first`; a part that both have keeps enough room for both of its texts, and an edge
  /// between other nodes than before is taken as `second` has it.
  public static func union(_ first: GraphDrawing, _ second: GraphDrawing) -> GraphDrawing {
    var union = first
    var places = Dictionary(first.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    for node in second.nodes {
      let size = second.figure(of: node).size
      if let place = places[node.id] {
        union.nodes[place].minimumSize = first.figure(of: first.nodes[place]).size.union(size)
      } else {
        places[node.id] = union.nodes.count
        union.nodes.append(node)
      }
    }
    var edgePlaces = Dictionary(first.edges.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    for edge in second.edges {
      guard let place = edgePlaces[edge.id] else {
        edgePlaces[edge.id] = union.edges.count
        union.edges.append(edge)
        continue
      }
      let old = union.edges[place]
      let wider = first.labelSize(of: old).width < second.labelSize(of: edge).width
      if wider || old.from != edge.from || old.to != edge.to { union.edges[place] = edge }
    }
    let known = Set(first.clusters.map(\.id))
    union.clusters += second.clusters.filter { !known.contains($0.id) }
    return union
  }
}
