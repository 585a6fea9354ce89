extension DependencyGraph {
  /// The arcs that a longer path already implies, and all but the first of parallel ones, as positions in ``arcs``.
  ///
  ///     let graph = try DependencyGraph(count: 3, arcs: [Arc(from: 0, to: 1), Arc(from: 1, to: 2), Arc(from: 0, to: 2)])
  ///     graph.redundantArcs()      // [2]
  ///
  /// What is left without them is the transitive reduction.
  ///
  /// - Complexity: O(count · arcs).
  public func redundantArcs() -> [Int] {
    let leaving = Adjacency.listed(arcs, outgoingStart) { Int($0.from) }
    func arcsLeaving(_ node: Int) -> ArraySlice<Int32> {
      leaving[Int(outgoingStart[node])..<Int(outgoingStart[node + 1])]
    }
    var redundant: [Int] = []
    for node in 0..<count {
      let leaving = arcsLeaving(node)
      if leaving.count < 2 { continue }
      // What is reached by two steps or more needs no arc of its own.
      let next = leaving.map { Int(arcs[Int($0)].to) }
      let beyond = next.flatMap { other in arcsLeaving(other).map { Int(arcs[Int($0)].to) } }
      let implied = descendants(of: beyond)
      var seen: Set<Int> = []
      for (arc, to) in zip(leaving, next) where implied[to] || !seen.insert(to).inserted {
        redundant.append(Int(arc))
      }
    }
    return redundant.sorted()
  }

  /// The share of all pairs of nodes in which one waits for the other; nil for fewer than two nodes.
  ///
  /// - Complexity: O(count · (count + arcs)). Mastor (1970).
  public var orderStrength: Double? {
    guard count > 1 else { return nil }
    var pairs = 0
    for node in 0..<count { pairs += descendants(of: [node]).count(where: { $0 }) - 1 }
    return Double(pairs) / Double(count * (count - 1) / 2)
  }
}
