import PlanGraph
import Testing

@Suite struct `Dynamic order` {
  @Test func `an arc that points back moves only what it joins`() throws {
    var order = try #require(DynamicOrder(order: [0, 1, 2, 3, 4]))
    let insertion = try order.insert(Arc(from: 3, to: 1))
    #expect(insertion == .init(region: [1, 2, 3], ahead: [1], behind: [3]))
    #expect(order.nodes == [0, 3, 2, 1, 4])
    #expect(order.rank == [0, 3, 2, 1, 4])
  }

  @Test func `an arc that points forwards moves nothing`() throws {
    var order = try #require(DynamicOrder(order: [2, 0, 1]))
    #expect(try order.insert(Arc(from: 2, to: 1)) == .init())
    #expect(order.nodes == [2, 0, 1])
  }

  @Test func `an arc that closes cycles names every node on them and changes nothing`() throws {
    var order = try DynamicOrder(
      count: 5, arcs: [Arc(from: 0, to: 1), Arc(from: 0, to: 2), Arc(from: 1, to: 3), Arc(from: 2, to: 3)])
    let before = order.nodes
    #expect(throws: ClosedCycle(nodes: [0, 1, 2, 3])) { try order.insert(Arc(from: 3, to: 0)) }
    #expect(throws: ClosedCycle(nodes: [4])) { try order.insert(Arc(from: 4, to: 4)) }
    #expect(order.nodes == before)
    try order.insert(Arc(from: 3, to: 4))  // the refused arcs are not there
  }

  @Test func `what is no order is refused`() {
    #expect(DynamicOrder(order: [1, 0], arcs: [Arc(from: 0, to: 1)]) == nil)
    #expect(DynamicOrder(order: [0, 0]) == nil)
    #expect(DynamicOrder(order: [0, 2]) == nil)
    #expect(throws: CyclicGraph.self) { try DynamicOrder(count: 1, arcs: [Arc(from: 0, to: 0)]) }
  }

  @Test func `arcs in any order are accepted exactly while the whole graph is acyclic`() throws {
    var random = Draws(state: 7)
    for _ in 0..<300 {
      let count = Int.random(in: 2...9, using: &random)
      var order = try DynamicOrder(count: count)
      var arcs: [Arc] = []
      for _ in 0..<25 {
        let arc = Arc(from: Int.random(in: 0..<count, using: &random), to: Int.random(in: 0..<count, using: &random))
        let isAcyclic = (try? DependencyGraph(count: count, arcs: arcs + [arc])) != nil
        let before = order
        do {
          let insertion = try order.insert(arc)
          try #require(isAcyclic, "\(arcs) and \(arc)")
          arcs.append(arc)
          for arc in arcs { try #require(order.rank[Int(arc.from)] < order.rank[Int(arc.to)], "\(arcs)") }
          let moved = Set(insertion.ahead + insertion.behind)
          for node in 0..<Int32(count) where !moved.contains(node) {
            try #require(order.rank[Int(node)] == before.rank[Int(node)], "\(arcs)")
          }
        } catch let error as ClosedCycle {
          try #require(!isAcyclic, "\(arcs) and \(arc)")
          try #require(error.nodes.contains(arc.from) && error.nodes.contains(arc.to), "\(arcs) and \(arc)")
          try #require(order.nodes == before.nodes)
        }
      }
    }
  }
}

@Suite struct `Betweenness` {
  /// Every graph of four nodes with arcs to higher numbers: paths counted by listing them all.
  @Test func `is the share of all shortest paths through a node`() throws {
    let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    for choice in 0..<64 {
      let chosen = pairs.indices.filter { choice >> $0 & 1 == 1 }.map { pairs[$0] }
      func paths(_ from: Int, _ to: Int) -> [[Int]] {
        from == to
          ? [[to]] : chosen.filter { $0.0 == from }.flatMap { paths($0.1, to) }.map { [from] + $0 }
      }
      var expected = [Double](repeating: 0, count: 4)
      for from in 0..<4 {
        for to in 0..<4 where to != from {
          let all = paths(from, to)
          let shortest = all.filter { $0.count == all.map(\.count).min() }
          for node in 0..<4 where node != from && node != to && !shortest.isEmpty {
            expected[node] += Double(shortest.count { $0.contains(node) }) / Double(shortest.count)
          }
        }
      }
      let graph = try DependencyGraph(count: 4, arcs: chosen.map { Arc(from: $0.0, to: $0.1) })
      for node in 0..<4 { #expect(abs(graph.betweenness()[node] - expected[node]) < 1e-12, "\(chosen)") }
      #expect(graph.orderByNumber() == [0, 1, 2, 3])
    }
  }

  @Test func `the order by number takes the lowest that is free`() throws {
    let graph = try DependencyGraph(count: 4, arcs: [Arc(from: 3, to: 0), Arc(from: 2, to: 1)])
    #expect(graph.orderByNumber() == [2, 1, 3, 0])
  }
}

/// Splitmix64: the same draws in every run.
private struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
