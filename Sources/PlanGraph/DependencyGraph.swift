/// An acyclic graph with its nodes in an order in which predecessors come first.
///
///     let graph = try DependencyGraph(count: 3, arcs: [Arc(from: 0, to: 2), Arc(from: 2, to: 1)])
///     graph.order            // [0, 2, 1]
///
/// There is no other way to make one than the initializer that checks, so a `DependencyGraph` cannot have a cycle.
/// Adjacency is stored as flat arrays: the arcs into node `n` are `incoming[incomingStart[n]..<incomingStart[n + 1]]`,
/// each the position of an arc in the list that was given.
public struct DependencyGraph: Sendable {
  public let count: Int
  public let arcs: [Arc]
  /// The nodes, predecessors first; by level, then by number of predecessors, then by number.
  public internal(set) var order: [Int32]
  /// The place of each node in ``order``.
  public internal(set) var rank: [Int32]
  /// Stretches of ``order`` whose nodes wait for each other through ties; empty without ties.
  public internal(set) var blocks: [Range<Int>] = []
  /// The number of arcs on the longest path that ends in each node.
  public let level: [Int32]
  public let incomingStart: [Int32]
  public let incoming: [Int32]
  public let outgoingStart: [Int32]
  public let outgoing: [Int32]

  /// Builds the graph, or tells its cycles: one shortest cycle for each group of nodes that wait for each other.
  ///
  /// Every arc must join two nodes below `count`.
  ///
  /// - Complexity: O(count + arcs); Kahn, 1962, in rounds, so that levels come out in order.
  public init(count: Int, arcs: [Arc]) throws(CyclicGraph) {
    let (incomingStart, incoming) = DependencyGraph.adjacency(count, arcs) { Int($0.to) }
    let (outgoingStart, outgoing) = DependencyGraph.adjacency(count, arcs) { Int($0.from) }
    var waiting = [Int32](repeating: 0, count: count)
    for node in 0..<count { waiting[node] = incomingStart[node + 1] - incomingStart[node] }
    var queue: [Int32] = []
    queue.reserveCapacity(count)
    for node in 0..<count where waiting[node] == 0 { queue.append(Int32(node)) }
    var level = [Int32](repeating: 0, count: count)
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      let next = level[node] + 1
      for place in Int(outgoingStart[node])..<Int(outgoingStart[node + 1]) {
        let successor = Int(arcs[Int(outgoing[place])].to)
        level[successor] = max(level[successor], next)
        waiting[successor] -= 1
        if waiting[successor] == 0 { queue.append(Int32(successor)) }
      }
    }
    guard queue.count == count else {
      throw CyclicGraph(
        cycles: CycleSearch(count: count, arcs: arcs, outgoingStart: outgoingStart, outgoing: outgoing).shortestCycles()
      )
    }
    self.count = count
    self.arcs = arcs
    self.level = level
    self.incomingStart = incomingStart
    self.incoming = incoming
    self.outgoingStart = outgoingStart
    self.outgoing = outgoing
    order = DependencyGraph.sorted(level: level, incomingStart: incomingStart)
    var rank = [Int32](repeating: 0, count: count)
    for (place, node) in order.enumerated() { rank[Int(node)] = Int32(place) }
    self.rank = rank
  }

  /// The graph of nodes without any arc, in order of number.
  public init(unlinked count: Int) {
    self.count = count
    arcs = []
    order = (0..<Int32(count)).map { $0 }
    rank = order
    level = Array(repeating: 0, count: count)
    incomingStart = Array(repeating: 0, count: count + 1)
    incoming = []
    outgoingStart = incomingStart
    outgoing = []
  }

  /// Arc positions grouped by the node that `key` names, in list order within a node.
  static func adjacency(_ count: Int, _ arcs: [Arc], key: (Arc) -> Int) -> (start: [Int32], list: [Int32]) {
    var start = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { start[key(arc) + 1] += 1 }
    for node in 0..<count { start[node + 1] += start[node] }
    var next = start
    var list = [Int32](repeating: 0, count: arcs.count)
    for (position, arc) in arcs.enumerated() {
      let node = key(arc)
      list[Int(next[node])] = Int32(position)
      next[node] += 1
    }
    return (start, list)
  }

  /// Nodes by (level, number of predecessors, number): two counting sorts.
  private static func sorted(level: [Int32], incomingStart: [Int32]) -> [Int32] {
    let count = level.count
    guard count > 0 else { return [] }
    func counted(_ nodes: [Int32], by key: (Int) -> Int) -> [Int32] {
      var largest = 0
      for node in nodes { largest = max(largest, key(Int(node))) }
      var start = [Int32](repeating: 0, count: largest + 2)
      for node in nodes { start[key(Int(node)) + 1] += 1 }
      for place in 1..<start.count { start[place] += start[place - 1] }
      var sorted = [Int32](repeating: 0, count: nodes.count)
      for node in nodes {
        let k = key(Int(node))
        sorted[Int(start[k])] = node
        start[k] += 1
      }
      return sorted
    }
    let byDegree = counted((0..<Int32(count)).map { $0 }) { Int(incomingStart[$0 + 1] - incomingStart[$0]) }
    return counted(byDegree) { Int(level[$0]) }
  }

  // MARK: Reach

  /// Every node that a path leads to from one of `nodes`, themselves included. O(count + arcs).
  public func descendants(of nodes: some Sequence<Int>) -> [Bool] {
    reach(nodes) { node in
      outgoing[Int(outgoingStart[node])..<Int(outgoingStart[node + 1])].lazy.map { Int(arcs[Int($0)].to) }
    }
  }

  /// Every node from which a path leads to one of `nodes`, themselves included. O(count + arcs).
  public func ancestors(of nodes: some Sequence<Int>) -> [Bool] {
    reach(nodes) { node in
      incoming[Int(incomingStart[node])..<Int(incomingStart[node + 1])].lazy.map { Int(arcs[Int($0)].from) }
    }
  }

  private func reach<Next: Sequence<Int>>(_ nodes: some Sequence<Int>, next: (Int) -> Next) -> [Bool] {
    var reached = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    for node in nodes where !reached[node] {
      reached[node] = true
      stack.append(node)
    }
    while let node = stack.popLast() {
      for other in next(node) where !reached[other] {
        reached[other] = true
        stack.append(other)
      }
    }
    return reached
  }
}
