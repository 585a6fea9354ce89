// The steps of building a graph. They run over a million nodes before the first answer of a large plan, so they work on
// bare pointers; each touches memory in as few random places as it can.

/// The lists of arcs that enter and leave each node.
enum Adjacency {
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

extension Adjacency {
  /// How many entries a list of successors has after the last, so that a few more may be read than a node has.
  static let spare = 4

  /// The nodes that arcs enter, grouped by the node that they leave, in list order within a node.
  static func successors(_ start: [Int32], _ arcs: [Arc]) -> [Int32] {
    var next = start
    return [Int32](unsafeUninitializedCapacity: arcs.count + spare) { list, count in
      var next = next.mutableSpan
      let arcs = arcs.span
      for arc in arcs.indices {
        let from = Int(arcs[unchecked: arc].from)
        let place = next[unchecked: from]
        list.initializeElement(at: Int(place), to: arcs[unchecked: arc].to)
        next[unchecked: from] = place &+ 1
      }
      count = arcs.count + spare
      for place in arcs.count..<count { list.initializeElement(at: place, to: 0) }
    }
  }
}

/// The nodes that follow each node, for who goes on to them: one entry for each arc.
struct Successors {
  private let start: [Int32]
  private let list: [Int32]

  /// O(arcs).
  init(_ graph: DependencyGraph) {
    start = graph.outgoingStart
    list = Adjacency.successors(graph.outgoingStart, graph.arcs)
  }

  subscript(node: Int) -> ArraySlice<Int32> { list[Int(start[node])..<Int(start[node + 1])] }
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
