import PlanGraph
import PlanModel

extension Lowering {
  /// The maximal lags, grouped by the blocks that they tie together, and those blocks.
  ///
  /// A maximum that ties nothing in a block (nothing leads back from its successor to its predecessor but itself) still
  /// makes a block of the two: the predecessor waits for the successor.
  mutating func maximums(
    _ kept: HardLinks, _ graph: DependencyGraph, _ nodes: inout LoweredActivities
  ) -> (maximums: [Maximum], blocks: [Block]) {
    if kept.maximums.isEmpty { return ([], []) }
    var found: [Maximum] = []
    for place in kept.maximums.map(Int.init) {
      let link = plan.links[place]
      guard let maximum = link.details.maximum, let from = plan.index(of: link.from), let to = plan.index(of: link.to)
      else { continue }
      let (before, after) = (Int(graph.rank[Int(from.value)]), Int(graph.rank[Int(to.value)]))
      let most = lag(maximum, from: before, place, nodes) { after }
      found.append(
        Maximum(
          from: Int32(2 * before + (link.kind.leavesStart ? 0 : 1)),
          to: Int32(2 * after + (link.kind.boundsFinish ? 1 : 0)), most: most.minutes, calendar: most.calendar,
          link: Int32(place), basis: link.evidence.basis))
    }
    // Positions of one block are neighbours, so the order of predecessors is the order of blocks.
    found.sort { ($0.predecessor, $0.link) > ($1.predecessor, $1.link) }
    var blocks: [Block] = []
    var ordered: [Maximum] = []
    var next = found.endIndex
    for positions in graph.blocks {
      let first = ordered.count
      // The last of what is left belongs to the first block.
      var start = next
      while start > 0, positions.contains(found[start - 1].predecessor) { start -= 1 }
      ordered += found[start..<next]
      next = start
      let isElapsed = positions.allSatisfy { position in
        nodes.calendar[position] == 0
          && (nodes.special[position] < 0 || nodes.specials[Int(nodes.special[position])].window == nil)
      }
      blocks.append(
        Block(
          positions: positions, maximums: first..<ordered.count,
          isElapsed: isElapsed && ordered[first...].allSatisfy { $0.calendar <= 0 }))
    }
    for (place, maximum) in ordered.enumerated() {
      let position = maximum.predecessor
      if nodes.special[position] < 0 {
        nodes.special[position] = Int32(nodes.specials.count)
        nodes.specials.append(Special())
      }
      let special = Int(nodes.special[position])
      let pulls = nodes.specials[special].pulls
      nodes.specials[special].pulls = (pulls.isEmpty ? place : pulls.lowerBound)..<place + 1
    }
    return (ordered, blocks)
  }

  /// The maximal lags with those that are a share of a duration at other durations than the likely ones; nil where none
  /// of them differs.
  func percentMaximums(_ maximums: [Maximum], _ durations: [Int32], _ likely: [Int32]) -> [Maximum]? {
    var changed = maximums
    var differs = false
    for place in maximums.indices {
      let from = maximums[place].predecessor
      guard durations[from] != likely[from],
        let most = plan.links[Int(maximums[place].link)].details.maximum, most.unit == .percent,
        let minutes = Lowering.share(most, of: durations[from])
      else { continue }
      changed[place].most = Int32(clamping: minutes)
      differs = true
    }
    return differs ? changed : nil
  }
}
