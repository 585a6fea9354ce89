// The steps of building a graph. They run over a million nodes before the first answer of a large plan, so they work on
// bare pointers; each touches memory in as few random places as it can.

/// Arc positions grouped by node: those of node `n` are `list[start[n]..<start[n + 1]]`, in list order.
struct Adjacency {
  let start: [Int32]
  let list: [Int32]

  /// Groups arcs by the node that they enter, and by the one that they leave.
  static func both(_ count: Int, _ arcs: [Arc]) -> (incoming: Adjacency, outgoing: Departures) {
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
      Departures(start: outgoingStart, arcs)
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

/// Arcs grouped by the node that they leave, each with the node that it enters, so that following one is one look at memory.
struct Departures {
  struct Departure {
    let arc: Int32
    let to: Int32
  }

  /// How many entries the list has after the last, so that a few more may be read than a node has.
  static let spare = 4

  let start: [Int32]
  let list: [Departure]

  init(start: [Int32], _ arcs: [Arc]) {
    self.start = start
    var next = start
    var list = [Departure](repeating: Departure(arc: 0, to: 0), count: arcs.count + Departures.spare)
    do {
      var next = next.mutableSpan
      var list = list.mutableSpan
      let arcs = arcs.span
      for arc in arcs.indices {
        let from = Int(arcs[unchecked: arc].from)
        let place = next[unchecked: from]
        list[unchecked: Int(place)] = Departure(arc: Int32(truncatingIfNeeded: arc), to: arcs[unchecked: arc].to)
        next[unchecked: from] = place &+ 1
      }
    }
    self.list = list
  }

  var arcs: [Int32] { list.dropLast(Departures.spare).map(\.arc) }
}

/// The level of each node that can be reached without going round a cycle, and how many those are.
struct Levels {
  let level: [Int32]
  let reached: Int

  private struct Node {
    var waiting: Int32
    var level: Int32
  }

  private static let bunch = 64

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

  /// Takes the nodes that wait for nothing more, first come first served (Kahn, 1962).
  ///
  /// Nodes are taken in bunches, and of a bunch first all places are looked up, then all successors, then all of those are
  /// told: memory is waited for once for the bunch, where a loop that ends on what it has just looked up waits each time.
  init(_ count: Int, _ incoming: Adjacency, _ outgoing: Departures) {
    var nodes = [Node](unsafeUninitializedCapacity: count) { nodes, initialized in
      for node in 0..<count {
        nodes.initializeElement(at: node, to: Node(waiting: incoming.start[node + 1] &- incoming.start[node], level: 0))
      }
      initialized = count
    }
    // One more place than nodes: each successor is written at the end, and stays there if it waits for nothing more.
    var queue = [Int32](repeating: 0, count: count + 1)
    var arrivals = [Arrival](repeating: Arrival(successor: 0, level: 0), count: Levels.bunch + Departures.spare)
    var places = [Places](repeating: Places(first: 0, last: 0, level: 0), count: Levels.bunch)
    var reached = 0
    do {
      var nodes = nodes.mutableSpan
      var queue = queue.mutableSpan
      var arrivals = arrivals.mutableSpan
      var places = places.mutableSpan
      let (start, list) = (outgoing.start.span, outgoing.list.span)
      var end = 0
      for node in 0..<count {
        queue[end] = Int32(truncatingIfNeeded: node)
        end &+= nodes[node].waiting == 0 ? 1 : 0
      }
      while reached < end {
        let size = min(Levels.bunch, end &- reached)
        for member in 0..<size {
          let node = Int(queue[unchecked: reached &+ member])
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
            for step in 0..<Departures.spare {
              arrivals[unchecked: arriving &+ step] = Arrival(
                successor: list[unchecked: first &+ step].to, level: level)
            }
            let taken = min(left, Departures.spare)
            arriving &+= taken
            places[unchecked: member].first &+= Int32(truncatingIfNeeded: taken)
            member &+= taken == left ? 1 : 0
          }
          for arrival in 0..<arriving {
            let arrival = arrivals[unchecked: arrival]
            let node = Int(arrival.successor)
            let waiting = nodes[unchecked: node].waiting &- 1
            nodes[unchecked: node] = Node(waiting: waiting, level: max(nodes[unchecked: node].level, arrival.level))
            queue[unchecked: end] = arrival.successor
            end &+= waiting == 0 ? 1 : 0
          }
        }
      }
    }
    self.reached = reached
    level = nodes.map(\.level)
  }

  /// The nodes by (level, number of predecessors, number), the place of each, and where levels begin: two counting sorts.
  func order(_ incoming: Adjacency) -> (order: [Int32], rank: [Int32], levelStart: [Int32]) {
    let count = level.count
    let byDegree = [Int32](unsafeUninitializedCapacity: count) { sorted, initialized in
      incoming.start.withUnsafeBufferPointer { start in
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

extension DependencyGraph {
  /// Arc positions grouped by the node that `key` names, in list order within a node.
  static func adjacency(_ count: Int, _ arcs: [Arc], key: (Arc) -> Int) -> (start: [Int32], list: [Int32]) {
    var start = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { start[key(arc) + 1] += 1 }
    for node in 0..<count { start[node + 1] += start[node] }
    return (start, Adjacency.listed(arcs, start, key))
  }
}
