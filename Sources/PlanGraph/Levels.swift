/// The level of each node that can be reached without going round a cycle, and how many those are.
struct Levels {
  let level: [Int32]
  let reached: Int

  private struct Node {
    var waiting: Int32
    var level: Int32
  }

  /// Where the arcs of a node stand that are still to be followed, and the level that they lead to.
  private struct Places {
    var first: Int32
    var last: Int32
    var level: Int32
  }

  /// An arc on its way to its successor.
  private struct Arrival {
    var successor: Int32
    var level: Int32
  }

  private static let bunch = 64

  /// O(count + arcs).
  init(_ tally: ArcTally, _ arcs: [Arc]) {
    if let level = tally.level {
      (self.level, reached) = (level, level.count)
      return
    }
    let (count, start) = (tally.incomingStart.count - 1, tally.incomingStart)
    let nodes = [Node](unsafeUninitializedCapacity: count) { nodes, initialized in
      for node in 0..<count {
        nodes.initializeElement(at: node, to: Node(waiting: start[node + 1] &- start[node], level: 0))
      }
      initialized = count
    }
    (level, reached) = Levels.byWaiting(nodes, tally.outgoingStart, Adjacency.successors(tally.outgoingStart, arcs))
  }

  /// Takes the nodes that wait for nothing more (Kahn, 1962), the latest found first: what they free is mostly near them
  /// in the plan, and in memory.
  ///
  /// Nodes are taken in bunches, and of a bunch first all places are looked up, then all successors, then all of those are
  /// told: memory is waited for once for the bunch, where a loop that ends on what it has just looked up waits each time.
  private static func byWaiting(
    _ nodes: [Node], _ outgoingStart: [Int32], _ successors: [Int32]
  ) -> (level: [Int32], reached: Int) {
    let count = nodes.count
    var nodes = nodes
    // One more place than nodes: each successor is written at the end, and stays there if it waits for nothing more.
    var stack = [Int32](repeating: 0, count: count + 1)
    var arrivals = [Arrival](repeating: Arrival(successor: 0, level: 0), count: Levels.bunch + Adjacency.spare)
    var places = [Places](repeating: Places(first: 0, last: 0, level: 0), count: Levels.bunch)
    var reached = 0
    do {
      var nodes = nodes.mutableSpan
      var stack = stack.mutableSpan
      var arrivals = arrivals.mutableSpan
      var places = places.mutableSpan
      let (start, list) = (outgoingStart.span, successors.span)
      var end = 0
      for node in stride(from: count - 1, through: 0, by: -1) {
        stack[end] = Int32(truncatingIfNeeded: node)
        end &+= nodes[node].waiting == 0 ? 1 : 0
      }
      while end > 0 {
        let size = min(Levels.bunch, end)
        end &-= size
        for member in 0..<size {
          let node = Int(stack[unchecked: end &+ member])
          places[unchecked: member] = Places(
            first: start[unchecked: node], last: start[unchecked: node &+ 1], level: nodes[unchecked: node].level &+ 1)
        }
        reached &+= size
        var member = 0
        while member < size {
          var arriving = 0
          while member < size, arriving < Levels.bunch {
            // Mostly there are few arcs; how many is not foreseen, so the same number of steps is taken for all of them.
            let (first, level) = (Int(places[unchecked: member].first), places[unchecked: member].level)
            let left = Int(places[unchecked: member].last) &- first
            for step in 0..<Adjacency.spare {
              arrivals[unchecked: arriving &+ step] = Arrival(
                successor: list[unchecked: first &+ step], level: level)
            }
            let taken = min(left, Adjacency.spare)
            arriving &+= taken
            places[unchecked: member].first &+= Int32(truncatingIfNeeded: taken)
            member &+= taken == left ? 1 : 0
          }
          for arrival in 0..<arriving {
            let arrival = arrivals[unchecked: arrival]
            let node = Int(arrival.successor)
            let waiting = nodes[unchecked: node].waiting &- 1
            nodes[unchecked: node] = Node(waiting: waiting, level: max(nodes[unchecked: node].level, arrival.level))
            stack[unchecked: end] = arrival.successor
            end &+= waiting == 0 ? 1 : 0
          }
        }
      }
    }
    return (nodes.map(\.level), reached)
  }

  /// The nodes by (level, number of predecessors, number), the place of each, and where levels begin: two counting sorts.
  func order(incomingStart: [Int32]) -> (order: [Int32], rank: [Int32], levelStart: [Int32]) {
    let count = level.count
    let byDegree = [Int32](unsafeUninitializedCapacity: count) { sorted, initialized in
      incomingStart.withUnsafeBufferPointer { start in
        _ = Levels.sort(count, into: sorted, node: { $0 }) { start[$0 &+ 1] &- start[$0] }
      }
      initialized = count
    }
    var rank = [Int32](repeating: 0, count: count)
    var levelEnd: [Int32] = []
    let order = [Int32](unsafeUninitializedCapacity: count) { sorted, initialized in
      level.withUnsafeBufferPointer { level in
        byDegree.withUnsafeBufferPointer { nodes in
          levelEnd = Levels.sort(count, into: sorted, node: { Int(nodes[$0]) }) { level[$0] }
        }
      }
      rank.withUnsafeMutableBufferPointer { rank in
        for place in 0..<count { rank[Int(sorted[place])] = Int32(truncatingIfNeeded: place) }
      }
      initialized = count
    }
    return (order, rank, count == 0 ? [0] : [0] + levelEnd)
  }

  /// Sorts, and tells where each key ends.
  @inline(__always)
  private static func sort(
    _ count: Int, into sorted: UnsafeMutableBufferPointer<Int32>, node: (Int) -> Int, by key: (Int) -> Int32
  ) -> [Int32] {
    var largest: Int32 = 0
    for place in 0..<count { largest = max(largest, key(place)) }
    var start = [Int32](repeating: 0, count: Int(largest) + 2)
    start.withUnsafeMutableBufferPointer { start in
      for place in 0..<count { start[Int(key(place)) &+ 1] &+= 1 }
      for place in 1..<start.count { start[place] &+= start[place &- 1] }
      for place in 0..<count {
        let node = node(place)
        let key = Int(key(node))
        sorted[Int(start[key])] = Int32(truncatingIfNeeded: node)
        start[key] &+= 1
      }
    }
    start.removeLast()
    return start
  }
}
