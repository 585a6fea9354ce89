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
    var (starts, finishes, leavings) = LoweredLinks.places(graph, kept, listsLeaving: listsLeaving)
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
            let arc: Int32
            if kinds[link].boundsFinish {
              arc = nextFinish[Int(to) &+ 1]
              nextFinish[Int(to) &+ 1] = arc &+ 1
            } else {
              arc = nextStart[Int(to)]
              nextStart[Int(to)] = arc &+ 1
            }
            arcsOut[Int(arc)] = NetworkArc(
              row: 2 &* from &+ (kinds[link].leavesStart ? 0 : 1), lag: hasLags ? minutes[link] : 0)
            linkOut[Int(arc)] = Int32(truncatingIfNeeded: kept.place(link))
            if hasBases { basisOut[Int(arc)] = bases[link] }
            if hasCalendars, calendars[link] >= 0 { calendarOut[Int(arc)] = calendars[link] }
            if hasPercent { ofLinkOut[link] = arc }
            if listsLeaving {
              let place = nextLeaving[Int(from) &+ 1]
              nextLeaving[Int(from) &+ 1] = place &+ 1
              leavingOut[Int(place)] = LeavingArc(arc: arc, to: to)
            }
          }
        }
      }
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
}
