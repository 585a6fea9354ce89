/// How many arcs enter and leave each node, as the places where their lists begin, and what a look at each arc tells of levels.
struct ArcTally {
  let incomingStart: [Int32]
  let outgoingStart: [Int32]
  /// The level of each node, where arcs are listed such that those into a node stand before those out of it, as many plans
  /// list them; nil where they are not.
  let level: [Int32]?

  /// What is known of a node: together, so that memory is waited for once for each end of an arc.
  private struct Node {
    var incoming: Int32 = 0
    var outgoing: Int32 = 0
    var level: Int32 = 0
  }

  /// Every arc must join two nodes. O(count + arcs).
  init(_ count: Int, _ arcs: [Arc]) {
    var nodes = [Node](repeating: Node(), count: count)
    let isInOrder = ArcTally.count(arcs, &nodes)
    let all = nodes
    func starts(_ number: (Node) -> Int32) -> [Int32] {
      [Int32](unsafeUninitializedCapacity: count + 1) { starts, initialized in
        var start: Int32 = 0
        for node in 0..<count {
          starts.initializeElement(at: node, to: start)
          start &+= number(all[node])
        }
        starts.initializeElement(at: count, to: start)
        initialized = count + 1
      }
    }
    incomingStart = starts(\.incoming)
    outgoingStart = starts(\.outgoing)
    level = isInOrder ? nodes.map(\.level) : nil
  }

  /// Counts, and finds levels as long as arcs are in order; whether all were.
  private static func count(_ arcs: [Arc], _ nodes: inout [Node]) -> Bool {
    let stretch = 256
    let limit = UInt32(truncatingIfNeeded: nodes.count)
    var nodes = nodes.mutableSpan
    let arcs = arcs.span
    var next = 0
    // An arc into a node that has been left closes a cycle, or stands too late.
    var left: Int32 = 0
    while next < arcs.count, left == 0 {
      let end = min(next + stretch, arcs.count)
      while next < end {
        let (from, to) = (arcs[unchecked: next].from, arcs[unchecked: next].to)
        precondition(
          UInt32(bitPattern: from) < limit && UInt32(bitPattern: to) < limit, "An arc must join two nodes")
        nodes[unchecked: Int(from)].outgoing &+= 1
        let level = nodes[unchecked: Int(from)].level &+ 1
        var node = nodes[unchecked: Int(to)]
        left |= node.outgoing
        node.incoming &+= 1
        node.level = max(node.level, level)
        nodes[unchecked: Int(to)] = node
        next &+= 1
      }
    }
    while next < arcs.count {
      let (from, to) = (arcs[unchecked: next].from, arcs[unchecked: next].to)
      precondition(UInt32(bitPattern: from) < limit && UInt32(bitPattern: to) < limit, "An arc must join two nodes")
      nodes[unchecked: Int(from)].outgoing &+= 1
      nodes[unchecked: Int(to)].incoming &+= 1
      next &+= 1
    }
    return left == 0
  }
}
