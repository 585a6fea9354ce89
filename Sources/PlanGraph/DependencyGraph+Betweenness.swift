extension DependencyGraph {
  /// For each node, the shares of shortest paths (by number of arcs) between two others that pass through it, summed.
  ///
  ///     let graph = try DependencyGraph(count: 3, arcs: [Arc(from: 0, to: 1), Arc(from: 1, to: 2)])
  ///     graph.betweenness()      // [0, 1, 0]
  ///
  /// High where much that depends on each other meets. Parallel arcs count once.
  ///
  /// - Complexity: O(count · (count + arcs)). Brandes (2001).
  public func betweenness() -> [Double] {
    let successors = Successors(self)
    let next = (0..<count).map { node -> [Int] in
      Set(successors[node].map(Int.init)).sorted()
    }
    var total = [Double](repeating: 0, count: count)
    for source in 0..<count {
      var distance = [Int](repeating: -1, count: count)
      var paths = [Double](repeating: 0, count: count)
      var queue = [source]
      (distance[source], paths[source]) = (0, 1)
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        for other in next[node] {
          if distance[other] < 0 {
            distance[other] = distance[node] + 1
            queue.append(other)
          }
          if distance[other] == distance[node] + 1 { paths[other] += paths[node] }
        }
      }
      var share = [Double](repeating: 0, count: count)
      for node in queue.reversed() {
        for other in next[node] where distance[other] == distance[node] + 1 {
          share[node] += paths[node] / paths[other] * (1 + share[other])
        }
        if node != source { total[node] += share[node] }
      }
    }
    return total
  }

  /// The order in which, of all nodes whose predecessors are done, the one with the lowest number comes next.
  ///
  /// - Complexity: O((count + arcs) log count).
  public func orderByNumber() -> [Int32] {
    var waiting = (0..<count).map { incomingStart[$0 + 1] - incomingStart[$0] }
    let successors = Successors(self)
    var ready = Heap<Int32>()
    for node in 0..<count where waiting[node] == 0 { ready.insert(Int32(node)) }
    var order: [Int32] = []
    while let node = ready.removeFirst() {
      order.append(node)
      for other in successors[Int(node)].map(Int.init) {
        waiting[other] -= 1
        if waiting[other] == 0 { ready.insert(Int32(other)) }
      }
    }
    return order
  }
}
