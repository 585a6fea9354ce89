/// A directed arc between two nodes, numbered from 0.
public struct Arc: Hashable, Sendable {
  /// The tail: the predecessor, where arcs are links.
  public let from: Int32
  /// The head: the successor, where arcs are links.
  public let to: Int32

  /// An arc from tail to head; both numbers must be zero or more and fit into 32 bits.
  public init(from: Int, to: Int) {
    self.from = Int32(from)
    self.to = Int32(to)
  }
}

/// A cycle, as the positions of its arcs in the list that was given: each leaves where the one before it arrived.
public struct CyclicGraph: Error, Hashable, Sendable {
  /// One shortest cycle for each group of nodes that wait for each other, each from its least node, in order of these.
  public let cycles: [[Int]]
}
