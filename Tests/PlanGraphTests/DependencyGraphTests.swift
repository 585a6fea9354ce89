import PlanGraph
import Testing

@Suite struct `Dependency graph` {
  @Test func `predecessors come first`() throws {
    let graph = try DependencyGraph(count: 3, arcs: [Arc(from: 0, to: 2), Arc(from: 2, to: 1)])
    #expect(graph.order == [0, 2, 1])
    #expect(graph.rank == [0, 2, 1])
    #expect(graph.level == [0, 2, 1])
  }

  @Test func `an empty graph has nothing`() throws {
    #expect(try DependencyGraph(count: 0, arcs: []).order == [])
    #expect(DependencyGraph(unlinked: 3).order == [0, 1, 2])
  }

  @Test func `a loop, a pair and a longer cycle are all told, each shortest and from its first node`() {
    let arcs = [
      Arc(from: 4, to: 4), Arc(from: 3, to: 2), Arc(from: 2, to: 3), Arc(from: 1, to: 0), Arc(from: 0, to: 5),
      Arc(from: 5, to: 6), Arc(from: 6, to: 1), Arc(from: 6, to: 0), Arc(from: 6, to: 7),
    ]
    let error = #expect(throws: CyclicGraph.self) { try DependencyGraph(count: 8, arcs: arcs) }
    #expect(error?.cycles == [[4, 5, 7], [2, 1], [0]])
  }

  /// Every graph of four nodes without loops: 4096 of them.
  @Test func `every graph of four nodes has an order or a cycle, as walking every path says`() throws {
    let pairs = (0..<4).flatMap { from in (0..<4).filter { $0 != from }.map { Arc(from: from, to: $0) } }
    for choice in 0..<(1 << pairs.count) {
      let arcs = pairs.indices.filter { choice >> $0 & 1 == 1 }.map { pairs[$0] }
      let oracle = Reach(count: 4, arcs: arcs)
      let isCyclic = (0..<4).contains { oracle.reaches($0, $0) }
      do {
        let graph = try DependencyGraph(count: 4, arcs: arcs)
        try #require(!isCyclic)
        for arc in arcs { try #require(graph.rank[Int(arc.from)] < graph.rank[Int(arc.to)]) }
        for node in 0..<4 {
          try #require(Int(graph.level[node]) == oracle.longestPath(to: node))
          try #require(
            graph.descendants(of: [node]) == (0..<4).map { $0 == node || oracle.reaches(node, $0) })
          try #require(graph.ancestors(of: [node]) == (0..<4).map { $0 == node || oracle.reaches($0, node) })
        }
        try #require(graph.redundantArcs().map { arcs[$0] } == arcs.filter { oracle.isRedundant($0) })
      } catch let error as CyclicGraph {
        try #require(isCyclic)
        for cycle in error.cycles {
          for (place, arc) in cycle.enumerated() {
            try #require(arcs[arc].to == arcs[cycle[(place + 1) % cycle.count]].from)
          }
        }
      }
    }
  }

  @Test func `order strength is the share of pairs that are ordered`() throws {
    #expect(try DependencyGraph(count: 3, arcs: [Arc(from: 0, to: 1), Arc(from: 1, to: 2)]).orderStrength == 1)
    #expect(try DependencyGraph(count: 4, arcs: [Arc(from: 0, to: 1)]).orderStrength == 1.0 / 6)
    #expect(DependencyGraph(unlinked: 1).orderStrength == nil)
  }
}

/// Reachability by trying every path.
struct Reach {
  let count: Int
  let arcs: [Arc]

  func reaches(_ from: Int, _ to: Int, steps: Int = 4, without: Arc? = nil) -> Bool {
    guard steps > 0 else { return false }
    return arcs.contains { arc in
      Int(arc.from) == from && arc != without
        && (Int(arc.to) == to || reaches(Int(arc.to), to, steps: steps - 1, without: without))
    }
  }

  func longestPath(to node: Int) -> Int {
    arcs.filter { Int($0.to) == node }.map { longestPath(to: Int($0.from)) + 1 }.max() ?? 0
  }

  func isRedundant(_ arc: Arc) -> Bool { reaches(Int(arc.from), Int(arc.to), without: arc) }
}
