/// Finds the groups of nodes that wait for each other, and one shortest cycle in each.
///
/// Groups are the strongly connected components (Tarjan, 1972, without recursion); within a group, a breadth-first
/// search from each of its first nodes finds the shortest way back.
package struct CycleSearch {
  let count: Int
  let arcs: [Arc]
  let outgoingStart: [Int32]
  let outgoing: [Int32]

  package init(count: Int, arcs: [Arc], outgoingStart: [Int32], outgoing: [Int32]) {
    self.count = count
    self.arcs = arcs
    self.outgoingStart = outgoingStart
    self.outgoing = outgoing
  }

  /// One shortest cycle per group, as arc positions from its first node on; cycles in order of that node.
  package func shortestCycles() -> [[Int]] {
    let component = components()
    var size: [Int32: Int] = [:]
    for number in component { size[number, default: 0] += 1 }
    var members: [Int32: [Int]] = [:]
    for node in 0..<count where size[component[node]] != 1 { members[component[node], default: []].append(node) }
    // A node alone is a cycle only by an arc to itself.
    for arc in arcs where arc.from == arc.to { members[component[Int(arc.from)]] = [Int(arc.from)] }
    var cycles: [[Int]] = []
    for group in members.values {
      var best: [Int]?
      // Every node of a small group is tried; of a large one enough to keep the search linear in practice.
      for start in group.prefix(64) {
        guard let cycle = shortestCycle(through: start, component), cycle.count < best?.count ?? .max else { continue }
        best = cycle
        if cycle.count == 1 { break }
      }
      if let best { cycles.append(fromFirstNode(best)) }
    }
    return cycles.sorted { arcs[$0[0]].from < arcs[$1[0]].from }
  }

  /// The same cycle, told from its first node.
  private func fromFirstNode(_ cycle: [Int]) -> [Int] {
    let first = cycle.indices.min { arcs[cycle[$0]].from < arcs[cycle[$1]].from } ?? 0
    return Array(cycle[first...] + cycle[..<first])
  }

  private func shortestCycle(through start: Int, _ component: [Int32]) -> [Int]? {
    var arrivedBy: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for place in Int(outgoingStart[node])..<Int(outgoingStart[node + 1]) {
        let position = Int(outgoing[place])
        let next = Int(arcs[position].to)
        guard component[next] == component[start] else { continue }
        if next == start {
          var cycle = [position]
          var at = node
          while at != start, let arc = arrivedBy[at] {
            cycle.append(arc)
            at = Int(arcs[arc].from)
          }
          return cycle.reversed()
        }
        if arrivedBy[next] == nil {
          arrivedBy[next] = position
          queue.append(next)
        }
      }
    }
    return nil
  }

  /// The number of the strongly connected component of each node.
  package func components() -> [Int32] {
    var index = [Int32](repeating: -1, count: count)
    var low = [Int32](repeating: 0, count: count)
    var onStack = [Bool](repeating: false, count: count)
    var component = [Int32](repeating: -1, count: count)
    var stack: [Int] = []
    var path: [(node: Int, place: Int)] = []
    var next: Int32 = 0
    var components: Int32 = 0
    for root in 0..<count where index[root] < 0 {
      path.append((root, Int(outgoingStart[root])))
      index[root] = next
      low[root] = next
      next += 1
      stack.append(root)
      onStack[root] = true
      while let (node, place) = path.last {
        if place < Int(outgoingStart[node + 1]) {
          path[path.count - 1].place += 1
          let other = Int(arcs[Int(outgoing[place])].to)
          if index[other] < 0 {
            index[other] = next
            low[other] = next
            next += 1
            stack.append(other)
            onStack[other] = true
            path.append((other, Int(outgoingStart[other])))
          } else if onStack[other] {
            low[node] = min(low[node], index[other])
          }
        } else {
          path.removeLast()
          if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
          if low[node] == index[node] {
            while let member = stack.popLast() {
              onStack[member] = false
              component[member] = components
              if member == node { break }
            }
            components += 1
          }
        }
      }
    }
    return component
  }
}
