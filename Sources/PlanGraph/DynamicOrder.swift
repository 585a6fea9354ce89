/// An order of nodes, predecessors first, that stays right while arcs are added one by one.
///
///     var order = try DynamicOrder(count: 3, arcs: [Arc(from: 0, to: 1)])
///     try order.insert(Arc(from: 2, to: 0))
///     order.nodes            // [2, 0, 1]
///
/// Only nodes that lie between the ends of the new arc, and that it joins, change places; an arc that already points
/// forwards costs nothing. For editors that add a link at a time; a whole plan is ordered by ``DependencyGraph``.
///
/// Source: Pearce and Kelly, A dynamic topological sort algorithm for directed acyclic graphs, 2006.
public struct DynamicOrder: Sendable {
  /// The nodes, predecessors first.
  public private(set) var nodes: [Int32]
  /// The place of each node in ``nodes``.
  public private(set) var rank: [Int32]
  private var successors: [[Int32]]
  private var predecessors: [[Int32]]

  /// The nodes that an insertion looked at.
  public struct Insertion: Hashable, Sendable {
    /// The nodes between the ends of the arc, both included, in the order before; empty where the arc points forwards.
    public var region: [Int32] = []
    /// Those that its head leads to, in the order before.
    public var ahead: [Int32] = []
    /// Those that lead to its tail, in the order before.
    public var behind: [Int32] = []

    /// What was looked at; without arguments that of an arc that points forwards: nothing.
    public init(region: [Int32] = [], ahead: [Int32] = [], behind: [Int32] = []) {
      self.region = region
      self.ahead = ahead
      self.behind = behind
    }
  }

  /// Starts from arcs that are there already, in the order of ``DependencyGraph``.
  ///
  /// Every arc must join two nodes below `count`.
  public init(count: Int, arcs: [Arc] = []) throws(CyclicGraph) {
    let graph = try DependencyGraph(count: count, arcs: arcs)
    self.init(nodes: graph.order, arcs: arcs)
  }

  /// Starts from a given order; nil where it is no order of these arcs.
  ///
  /// - Parameter nodes: every number below its length, once.
  public init?(order nodes: [Int32], arcs: [Arc] = []) {
    guard Set(nodes).count == nodes.count, nodes.allSatisfy({ $0 >= 0 && $0 < nodes.count }) else { return nil }
    self.init(nodes: nodes, arcs: arcs)
    for arc in arcs where rank[Int(arc.from)] >= rank[Int(arc.to)] { return nil }
  }

  private init(nodes: [Int32], arcs: [Arc]) {
    self.nodes = nodes
    rank = nodes
    for (place, node) in nodes.enumerated() { rank[Int(node)] = Int32(place) }
    successors = Array(repeating: [], count: nodes.count)
    predecessors = successors
    for arc in arcs { add(arc) }
  }

  private mutating func add(_ arc: Arc) {
    successors[Int(arc.from)].append(arc.to)
    predecessors[Int(arc.to)].append(arc.from)
  }

  /// Adds an arc and repairs the order.
  ///
  /// - Throws: ``ClosedCycle`` where the arc would close a cycle; then nothing changes.
  /// - Complexity: O(*d* log *d*) for the *d* nodes that are looked at, and their arcs.
  @discardableResult
  public mutating func insert(_ arc: Arc) throws(ClosedCycle) -> Insertion {
    let (lower, upper) = (rank[Int(arc.to)], rank[Int(arc.from)])
    guard lower <= upper else {
      add(arc)
      return Insertion()
    }
    let ahead = reach(from: arc.to, successors) { $0 <= upper }
    let behind = reach(from: arc.from, predecessors) { $0 >= lower }
    let both = Set(ahead).intersection(behind)
    guard both.isEmpty else { throw ClosedCycle(nodes: both.sorted()) }
    let region = Array(nodes[Int(lower)...Int(upper)])
    // The places of all that moves, filled with what leads to the arc first.
    let moved = behind + ahead
    let places = moved.map { rank[Int($0)] }.sorted()
    for (node, place) in zip(moved, places) {
      nodes[Int(place)] = node
      rank[Int(node)] = place
    }
    add(arc)
    return Insertion(region: region, ahead: ahead, behind: behind)
  }

  /// The nodes within reach whose rank is within bounds, by rank.
  private func reach(from node: Int32, _ next: [[Int32]], within: (Int32) -> Bool) -> [Int32] {
    var seen: Set<Int32> = [node]
    var stack = [node]
    while let top = stack.popLast() {
      for other in next[Int(top)] where within(rank[Int(other)]) && seen.insert(other).inserted { stack.append(other) }
    }
    return seen.sorted { rank[Int($0)] < rank[Int($1)] }
  }
}

/// An arc would have made nodes wait for themselves.
public struct ClosedCycle: Error, Hashable, Sendable {
  /// Every node on a cycle through the arc, by number.
  public let nodes: [Int32]

  /// A cycle through the arc that was refused; the nodes by number.
  public init(nodes: [Int32]) { self.nodes = nodes }
}
