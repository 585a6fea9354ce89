/// An acyclic graph with its nodes in an order in which predecessors come first.
///
///     let graph = try DependencyGraph(count: 3, arcs: [Arc(from: 0, to: 2), Arc(from: 2, to: 1)])
///     graph.order            // [0, 2, 1]
///
/// There is no other way to make one than the initializer that checks, so a `DependencyGraph` cannot have a cycle.
/// It keeps how many arcs enter and leave each node; who follows them has them listed, in time proportional to their number.
public struct DependencyGraph: Sendable {
  /// The number of nodes; they are numbered from 0.
  public let count: Int
  /// In the order in which they were given; ties are not among them.
  public let arcs: [Arc]
  /// The nodes, predecessors first; by level, then by number of predecessors, then by number.
  public internal(set) var order: [Int32]
  /// The place of each node in ``order``.
  public internal(set) var rank: [Int32]
  /// Stretches of ``order`` whose nodes wait for each other through ties; empty without ties.
  public internal(set) var blocks: [Range<Int>] = []
  /// Where in ``order`` each level begins, and the count at the end; empty where ties decide the order. No node waits for
  /// another of its level.
  public internal(set) var levelStart: [Int32]
  /// The number of arcs on the longest path that ends in each node.
  public let level: [Int32]
  /// `incomingStart[n + 1] - incomingStart[n]` arcs enter node `n`.
  public let incomingStart: [Int32]
  /// `outgoingStart[n + 1] - outgoingStart[n]` arcs leave node `n`.
  public let outgoingStart: [Int32]

  /// Builds the graph, or tells its cycles: one shortest cycle for each group of nodes that wait for each other.
  ///
  /// Every arc must join two nodes below `count`.
  ///
  /// - Complexity: O(count + arcs); Kahn, 1962, in rounds, so that levels come out in order.
  public init(count: Int, arcs: [Arc]) throws(CyclicGraph) {
    let starts = ArcTally(count, arcs)
    let levels = Levels(starts, arcs)
    guard levels.reached == count else {
      let outgoing = Adjacency.listed(arcs, starts.outgoingStart) { Int($0.from) }
      throw CyclicGraph(
        cycles: CycleSearch(count: count, arcs: arcs, outgoingStart: starts.outgoingStart, outgoing: outgoing)
          .shortestCycles())
    }
    self.count = count
    self.arcs = arcs
    level = levels.level
    incomingStart = starts.incomingStart
    outgoingStart = starts.outgoingStart
    (order, rank, levelStart) = levels.order(incomingStart: incomingStart)
  }

  /// The graph of nodes without any arc, in order of number.
  public init(unlinked count: Int) {
    self.count = count
    arcs = []
    order = (0..<Int32(count)).map { $0 }
    rank = order
    levelStart = count == 0 ? [0] : [0, Int32(count)]
    level = Array(repeating: 0, count: count)
    incomingStart = Array(repeating: 0, count: count + 1)
    outgoingStart = incomingStart
  }

  // MARK: Reach

  /// Every node that a path leads to from one of `nodes`, themselves included. O(count + arcs).
  public func descendants(of nodes: some Sequence<Int>) -> [Bool] {
    let successors = Adjacency.successors(outgoingStart, arcs)
    return reach(Array(nodes), outgoingStart) { Int(successors[$0]) }
  }

  /// Every node from which a path leads to one of `nodes`, themselves included. O(count + arcs).
  public func ancestors(of nodes: some Sequence<Int>) -> [Bool] {
    let incoming = Adjacency.listed(arcs, incomingStart) { Int($0.to) }
    return reach(Array(nodes), incomingStart) { Int(arcs[Int(incoming[$0])].from) }
  }

  /// Follows, from each node, the list that begins at its place in `start`.
  @inline(__always)
  private func reach(_ nodes: [Int], _ start: [Int32], _ neighbour: (Int) -> Int) -> [Bool] {
    var reached = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    for node in nodes where !reached[node] {
      reached[node] = true
      stack.append(node)
    }
    while let node = stack.popLast() {
      for place in Int(start[node])..<Int(start[node + 1]) {
        let other = neighbour(place)
        if reached[other] { continue }
        reached[other] = true
        stack.append(other)
      }
    }
    return reached
  }
}
