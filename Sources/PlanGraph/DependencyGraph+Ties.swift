extension DependencyGraph {
  /// Builds the graph with further arcs that may close cycles: nodes that wait for each other through these ties stand
  /// next to each other in ``order``, and the stretches where they stand are ``blocks``.
  ///
  ///     let graph = try DependencyGraph(count: 4, arcs: [Arc(from: 0, to: 1), Arc(from: 2, to: 1)], ties: [Arc(from: 1, to: 0)])
  ///     graph.order            // [2, 0, 1, 3] or another order in which 0 and 1 are neighbours
  ///
  /// Among `arcs` alone predecessors still come first, and a block comes after everything outside it that leads into it
  /// over arcs or ties.
  ///
  /// - Complexity: O(count + arcs + ties).
  public init(count: Int, arcs: [Arc], ties: [Arc]) throws(CyclicGraph) {
    self = try DependencyGraph(count: count, arcs: arcs)
    if ties.isEmpty { return }
    let all = arcs + ties
    let (outgoingStart, outgoing) = DependencyGraph.adjacency(count, all) { Int($0.from) }
    let component = CycleSearch(count: count, arcs: all, outgoingStart: outgoingStart, outgoing: outgoing).components()
    var components = 0
    for number in component { components = max(components, Int(number) + 1) }
    let between = all.compactMap { arc -> Arc? in
      let (from, to) = (component[Int(arc.from)], component[Int(arc.to)])
      return from == to ? nil : Arc(from: Int(from), to: Int(to))
    }
    // Components of a graph have no cycle between them.
    let condensed = try DependencyGraph(count: components, arcs: between)
    var members = [[Int32]](repeating: [], count: components)
    for node in order { members[Int(component[Int(node)])].append(node) }
    var order: [Int32] = []
    order.reserveCapacity(count)
    for number in condensed.order {
      let nodes = members[Int(number)]
      if nodes.count > 1 { blocks.append(order.count..<order.count + nodes.count) }
      order += nodes
    }
    self.order = order
    levelStart = []
    for (place, node) in order.enumerated() { rank[Int(node)] = Int32(place) }
  }
}
