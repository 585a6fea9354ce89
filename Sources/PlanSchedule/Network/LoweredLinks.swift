import PlanGraph
import PlanModel

/// Links while they are lowered, grouped by successor: those that bound its start first, otherwise in plan order.
struct LoweredLinks {
  let arcs: [NetworkArc]
  let startArcs: [Int32]
  let finishArcs: [Int32]
  let arcCalendar: [Int16]?
  let arcLink: [Int32]
  let arcBasis: [Basis]
  /// The arcs by the position that they leave, in plan order; empty where nobody asks.
  let leavingStart: [Int32]
  let leaving: [LeavingArc]
  private static let bunch = 256

  /// The positions of the ends of a link.
  private struct Positions {
    let from: Int32
    let to: Int32
  }

  /// By hard link in plan order: its arc; empty where no lag is a share of a duration.
  private let arcOfLink: [Int32]

  /// Deals the links out to the places of their ends: they are read in order, and each is written once to each list.
  init(_ graph: DependencyGraph, _ kept: HardLinks, _ lags: LinkLags, listsLeaving: Bool) {
    let total = kept.ends.count
    // Where the next arc of each kind goes; when all are dealt out, where those of the next kind or position begin.
    var (starts, finishes) = LoweredLinks.ranges(graph, kept)
    var leavings = listsLeaving ? LoweredLinks.leavingStart(graph) : []
    var arcs = [NetworkArc](repeating: NetworkArc(row: 0, lag: 0), count: total)
    var arcLink = [Int32](repeating: 0, count: total)
    var arcBasis = [Basis](repeating: .unsourced, count: total)
    var arcOfLink = [Int32](repeating: 0, count: lags.percent.isEmpty ? 0 : total)
    var arcCalendar = [Int16](repeating: -1, count: lags.calendar.count)
    var leaving = [LeavingArc](repeating: LeavingArc(arc: 0, to: 0), count: listsLeaving ? total : 0)
    do {
      // Spans: nothing here counts references or checks for exclusive access at each link.
      var nextStart = starts.mutableSpan
      var nextFinish = finishes.mutableSpan
      var nextLeaving = leavings.mutableSpan
      var arcsOut = arcs.mutableSpan
      var linkOut = arcLink.mutableSpan
      var basisOut = arcBasis.mutableSpan
      var ofLinkOut = arcOfLink.mutableSpan
      var calendarOut = arcCalendar.mutableSpan
      var leavingOut = leaving.mutableSpan
      let (rank, ends, kinds, bases) = (graph.rank.span, kept.ends.span, kept.kinds.span, kept.bases.span)
      let (minutes, calendars) = (lags.minutes.span, lags.calendar.span)
      let (hasLags, hasBases, hasPercent) = (!minutes.isEmpty, !bases.isEmpty, !lags.percent.isEmpty)
      let hasCalendars = !calendars.isEmpty
      // Some links at a time: memory is waited for once for all of their positions.
      withUnsafeTemporaryAllocation(of: Positions.self, capacity: LoweredLinks.bunch) { positions in
        for first in stride(from: 0, to: total, by: LoweredLinks.bunch) {
          let size = min(LoweredLinks.bunch, total - first)
          for member in 0..<size {
            let ends = ends[first &+ member]
            positions.initializeElement(
              at: member, to: Positions(from: rank[Int(ends.from)], to: rank[Int(ends.to)]))
          }
          for member in 0..<size {
            let (link, from, to) = (first &+ member, positions[member].from, positions[member].to)
            let kind = kinds[link]
            let arc: Int32
            if kind.boundsFinish {
              arc = nextFinish[Int(to)]
              nextFinish[Int(to)] &+= 1
            } else {
              arc = nextStart[Int(to)]
              nextStart[Int(to)] &+= 1
            }
            arcsOut[Int(arc)] = NetworkArc(
              row: 2 &* from &+ (kind.leavesStart ? 0 : 1), lag: hasLags ? minutes[link] : 0)
            linkOut[Int(arc)] = Int32(truncatingIfNeeded: kept.place(link))
            if hasBases { basisOut[Int(arc)] = bases[link] }
            if hasCalendars, calendars[link] >= 0 { calendarOut[Int(arc)] = calendars[link] }
            if hasPercent { ofLinkOut[link] = arc }
            if listsLeaving {
              let place = Int(nextLeaving[Int(from)])
              nextLeaving[Int(from)] &+= 1
              leavingOut[place] = LeavingArc(arc: arc, to: to)
            }
          }
        }
      }
    }
    starts.removeLast()
    finishes.insert(0, at: 0)
    if listsLeaving {
      leavings.removeLast()
      leavings.insert(0, at: 0)
    }
    (startArcs, finishArcs, leavingStart) = (finishes, starts, leavings)
    self.arcs = arcs
    self.arcLink = arcLink
    self.arcBasis = arcBasis
    self.arcOfLink = arcOfLink
    self.arcCalendar = arcCalendar.isEmpty ? nil : arcCalendar
    self.leaving = leaving
  }

  /// The arcs with other lags, by place in the list of hard links; nil where there are none.
  func arcs(_ lags: [Int32: Int32]?) -> [NetworkArc]? {
    guard let lags else { return nil }
    var other = arcs
    for (link, lag) in lags {
      let arc = Int(arcOfLink[Int(link)])
      other[arc] = NetworkArc(row: arcs[arc].row, lag: lag)
    }
    return other
  }

  /// Where the arcs out of each position begin.
  private static func leavingStart(_ graph: DependencyGraph) -> [Int32] {
    var start = [Int32](repeating: 0, count: graph.count + 1)
    do {
      var starts = start.mutableSpan
      let (order, outgoingStart) = (graph.order.span, graph.outgoingStart.span)
      for position in 0..<graph.count {
        let node = Int(order[position])
        starts[position &+ 1] = starts[position] &+ outgoingStart[node &+ 1] &- outgoingStart[node]
      }
    }
    return start
  }

  /// Where the arcs into each position begin that bound its start, and those that bound its finish.
  private static func ranges(_ graph: DependencyGraph, _ kept: HardLinks) -> (start: [Int32], finish: [Int32]) {
    let count = graph.count
    var start = [Int32](repeating: 0, count: count + 1)
    // First how many bound each finish, then where those begin.
    var finish: [Int32] = []
    finish.reserveCapacity(count + 1)
    for _ in 0..<count { finish.append(0) }
    // The few links that bound one, apart from those that do not: then memory is not waited for one after the other.
    let bounding = kept.kinds.indices.filter { kept.kinds[$0].boundsFinish }
    do {
      var starts = start.mutableSpan
      var finishes = finish.mutableSpan
      let (rank, ends) = (graph.rank.span, kept.ends.span)
      let (order, incomingStart) = (graph.order.span, graph.incomingStart.span)
      for link in bounding { finishes[Int(rank[Int(ends[link].to)])] &+= 1 }
      for position in 0..<count {
        let node = Int(order[position])
        let next = starts[position] &+ incomingStart[node &+ 1] &- incomingStart[node]
        starts[position &+ 1] = next
        finishes[position] = next &- finishes[position]
      }
    }
    return (start, finish)
  }
}
