// The steps of building a graph. They run over a million nodes before the first answer of a large plan, so they work on
// bare pointers; each touches memory in as few random places as it can.

/// Arc positions grouped by node: those of node `n` are `list[start[n]..<start[n + 1]]`, in list order.
struct Adjacency {
  let start: [Int32]
  let list: [Int32]

  /// Groups arcs by the node that they enter, and by the one that they leave.
  static func both(_ count: Int, _ arcs: [Arc]) -> (incoming: Adjacency, outgoing: Adjacency) {
    var incomingStart = [Int32](repeating: 0, count: count + 1)
    var outgoingStart = incomingStart
    let last = Int32(count)
    for arc in arcs {
      precondition(arc.from >= 0 && arc.from < last && arc.to >= 0 && arc.to < last, "An arc must join two nodes")
    }
    arcs.withUnsafeBufferPointer { arcs in
      incomingStart.withUnsafeMutableBufferPointer { incoming in
        outgoingStart.withUnsafeMutableBufferPointer { outgoing in
          for arc in arcs {
            incoming[Int(arc.to) &+ 1] &+= 1
            outgoing[Int(arc.from) &+ 1] &+= 1
          }
          for node in 0..<count {
            incoming[node &+ 1] &+= incoming[node]
            outgoing[node &+ 1] &+= outgoing[node]
          }
        }
      }
    }
    return (
      Adjacency(start: incomingStart, list: listed(arcs, incomingStart) { Int($0.to) }),
      Adjacency(start: outgoingStart, list: listed(arcs, outgoingStart) { Int($0.from) })
    )
  }

  @inline(__always)
  static func listed(_ arcs: [Arc], _ start: [Int32], _ node: (Arc) -> Int) -> [Int32] {
    var next = start
    return next.withUnsafeMutableBufferPointer { next in
      arcs.withUnsafeBufferPointer { arcs in
        [Int32](unsafeUninitializedCapacity: arcs.count) { list, count in
          guard let base = list.baseAddress else { return }
          for position in 0..<arcs.count {
            let node = node(arcs[position])
            base[Int(next[node])] = Int32(truncatingIfNeeded: position)
            next[node] &+= 1
          }
          count = arcs.count
        }
      }
    }
  }
}

/// The level of each node that can be reached without going round a cycle, and how many those are.
struct Levels {
  let level: [Int32]
  let reached: Int

  private struct Node {
    var waiting: Int32
    var level: Int32
  }

  /// Takes the nodes that wait for nothing more, round by round (Kahn, 1962).
  init(_ count: Int, _ arcs: [Arc], _ incoming: Adjacency, _ outgoing: Adjacency) {
    var nodes = [Node](unsafeUninitializedCapacity: count) { nodes, initialized in
      for node in 0..<count {
        nodes.initializeElement(at: node, to: Node(waiting: incoming.start[node + 1] - incoming.start[node], level: 0))
      }
      initialized = count
    }
    // One more place than nodes: each successor is written at the end, and stays there if it waits for nothing more.
    var reached = 0
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { queue in
      nodes.withUnsafeMutableBufferPointer { nodes in
        arcs.withUnsafeBufferPointer { arcs in
          outgoing.start.withUnsafeBufferPointer { start in
            outgoing.list.withUnsafeBufferPointer { list in
              var end = 0
              for node in 0..<count {
                queue[end] = Int32(truncatingIfNeeded: node)
                end &+= nodes[node].waiting == 0 ? 1 : 0
              }
              while reached < end {
                let node = Int(queue[reached])
                reached &+= 1
                let next = nodes[node].level &+ 1
                var place = Int(start[node])
                let last = Int(start[node &+ 1])
                while place < last {
                  let successor = arcs[Int(list[place])].to
                  var state = nodes[Int(successor)]
                  state.waiting &-= 1
                  state.level = max(state.level, next)
                  nodes[Int(successor)] = state
                  queue[end] = successor
                  end &+= state.waiting == 0 ? 1 : 0
                  place &+= 1
                }
              }
            }
          }
        }
      }
    }
    self.reached = reached
    level = nodes.map(\.level)
  }

  /// The nodes by (level, number of predecessors, number), and the place of each: two counting sorts.
  func order(_ incoming: Adjacency) -> (order: [Int32], rank: [Int32]) {
    let count = level.count
    let byDegree = [Int32](unsafeUninitializedCapacity: count) { sorted, initialized in
      incoming.start.withUnsafeBufferPointer { start in
        Levels.sort(count, into: sorted, node: { $0 }) { start[$0 &+ 1] &- start[$0] }
      }
      initialized = count
    }
    var rank = [Int32](repeating: 0, count: count)
    let order = [Int32](unsafeUninitializedCapacity: count) { sorted, initialized in
      level.withUnsafeBufferPointer { level in
        byDegree.withUnsafeBufferPointer { nodes in
          Levels.sort(count, into: sorted, node: { Int(nodes[$0]) }) { level[$0] }
        }
      }
      rank.withUnsafeMutableBufferPointer { rank in
        for place in 0..<count { rank[Int(sorted[place])] = Int32(truncatingIfNeeded: place) }
      }
      initialized = count
    }
    return (order, rank)
  }

  @inline(__always)
  private static func sort(
    _ count: Int, into sorted: UnsafeMutableBufferPointer<Int32>, node: (Int) -> Int, by key: (Int) -> Int32
  ) {
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
  }
}

extension DependencyGraph {
  /// Arc positions grouped by the node that `key` names, in list order within a node.
  static func adjacency(_ count: Int, _ arcs: [Arc], key: (Arc) -> Int) -> (start: [Int32], list: [Int32]) {
    var start = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { start[key(arc) + 1] += 1 }
    for node in 0..<count { start[node + 1] += start[node] }
    return (start, Adjacency.listed(arcs, start, key))
  }
}
