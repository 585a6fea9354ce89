/// A directed arc between two nodes, numbered from 0.
public struct Arc: Hashable, Sendable {
  public let from: Int32
  public let to: Int32

  public init(from: Int, to: Int) {
    self.from = Int32(from)
    self.to = Int32(to)
  }
}

/// A cycle, as the positions of its arcs in the list that was given: each leaves where the one before it arrived.
public struct CyclicGraph: Error, Hashable, Sendable {
  public let cycles: [[Int]]
}
