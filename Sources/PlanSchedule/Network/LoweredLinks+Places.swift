import PlanGraph
import PlanModel

extension LoweredLinks {
  /// Where the next arc goes while links are dealt out.
  ///
  /// - Returns: by position, for arcs that bound its start; and from the second place on, so that when all are dealt out each
  ///   place holds where its own begin, for those that bound its finish, and for those that leave it: nothing where nobody
  ///   asks for these.
  /// - Complexity: O(positions + links).
  static func places(
    _ graph: DependencyGraph, _ kept: HardLinks, listsLeaving: Bool
  ) -> (starts: [Int32], finishes: [Int32], leaving: [Int32]) {
    let count = graph.count
    var starts = [Int32](repeating: 0, count: count)
    // First how many bound each finish, then where those begin.
    var finishes = [Int32](repeating: 0, count: count + 1)
    var leaving = [Int32](repeating: 0, count: listsLeaving ? count + 1 : 0)
    // The few links that bound one, apart from those that do not: then memory is not waited for one after the other.
    let bounding = kept.kinds.indices.filter { kept.kinds[$0].boundsFinish }
    do {
      var start = starts.mutableSpan
      var finish = finishes.mutableSpan
      var out = leaving.mutableSpan
      let (rank, ends, order) = (graph.rank.span, kept.ends.span, graph.order.span)
      for link in bounding { finish[Int(rank[Int(ends[link].to)]) &+ 1] &+= 1 }
      let (incomingStart, outgoingStart) = (graph.incomingStart.span, graph.outgoingStart.span)
      var (entering, left): (Int32, Int32) = (0, 0)
      for position in 0..<count {
        let node = Int(order[position])
        start[position] = entering
        entering &+= incomingStart[node &+ 1] &- incomingStart[node]
        finish[position &+ 1] = entering &- finish[position &+ 1]
        if listsLeaving {
          out[position &+ 1] = left
          left &+= outgoingStart[node &+ 1] &- outgoingStart[node]
        }
      }
    }
    return (starts, finishes, leaving)
  }
}
