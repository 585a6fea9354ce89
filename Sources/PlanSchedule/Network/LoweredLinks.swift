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
  /// By hard link in plan order: its arc.
  let arcOfLink: [Int32]

  /// Deals the links out to the places of their successors: they are read in order, and each is written once.
  init(_ graph: DependencyGraph, _ kept: HardLinks, _ lags: LinkLags) {
    let total = kept.places.count
    (startArcs, finishArcs) = LoweredLinks.ranges(graph, kept)
    var (starts, finishes) = (startArcs, finishArcs)
    var arcs = [NetworkArc](repeating: NetworkArc(row: 0, lag: 0), count: total)
    var arcLink = [Int32](repeating: 0, count: total)
    var arcBasis = [Basis](repeating: .stated, count: total)
    var arcOfLink = arcLink
    var arcCalendar = [Int16](repeating: -1, count: lags.hasCalendars ? total : 0)
    do {
      // Spans: nothing here counts references or checks for exclusive access at each link.
      var nextStart = starts.mutableSpan
      var nextFinish = finishes.mutableSpan
      var arcsOut = arcs.mutableSpan
      var linkOut = arcLink.mutableSpan
      var basisOut = arcBasis.mutableSpan
      var ofLinkOut = arcOfLink.mutableSpan
      var calendarOut = arcCalendar.mutableSpan
      let (rank, ends, kinds, places, bases) = (
        graph.rank.span, kept.ends.span, kept.kinds.span, kept.places.span, kept.bases.span
      )
      let (minutes, calendars, hasCalendars) = (lags.minutes.span, lags.calendar.span, lags.hasCalendars)
      for link in 0..<total {
        let to = Int(rank[Int(ends[link].to)])
        let from = rank[Int(ends[link].from)]
        let kind = kinds[link]
        let arc: Int
        if kind.boundsFinish {
          arc = Int(nextFinish[to])
          nextFinish[to] &+= 1
        } else {
          arc = Int(nextStart[to])
          nextStart[to] &+= 1
        }
        arcsOut[arc] = NetworkArc(row: 2 &* from &+ (kind.leavesStart ? 0 : 1), lag: minutes[link])
        linkOut[arc] = places[link]
        basisOut[arc] = bases[link]
        ofLinkOut[link] = Int32(truncatingIfNeeded: arc)
        if hasCalendars { calendarOut[arc] = calendars[link] }
      }
    }
    self.arcs = arcs
    self.arcLink = arcLink
    self.arcBasis = arcBasis
    self.arcOfLink = arcOfLink
    self.arcCalendar = lags.hasCalendars ? arcCalendar : nil
  }

  /// The arcs by the position that they leave, in plan order, and where they lead.
  func leaving(_ graph: DependencyGraph) -> (start: [Int32], arcs: [Int32], to: [Int32]) {
    var start = [Int32](repeating: 0, count: graph.count + 1)
    var arcs = [Int32](repeating: 0, count: self.arcs.count)
    var to = arcs
    do {
      var starts = start.mutableSpan
      var arcsOut = arcs.mutableSpan
      var toOut = to.mutableSpan
      let (order, rank, ends, ofLink) = (graph.order.span, graph.rank.span, graph.arcs.span, arcOfLink.span)
      let (outgoing, outgoingStart) = (graph.outgoing.span, graph.outgoingStart.span)
      var next = 0
      for position in 0..<graph.count {
        let node = Int(order[position])
        for place in Int(outgoingStart[node])..<Int(outgoingStart[node + 1]) {
          let link = Int(outgoing[place])
          arcsOut[next] = ofLink[link]
          toOut[next] = rank[Int(ends[link].to)]
          next += 1
        }
        starts[position + 1] = Int32(truncatingIfNeeded: next)
      }
    }
    return (start, arcs, to)
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

  /// Where the arcs into each position begin that bound its start, and those that bound its finish.
  private static func ranges(_ graph: DependencyGraph, _ kept: HardLinks) -> (start: [Int32], finish: [Int32]) {
    let count = graph.count
    var start = [Int32](repeating: 0, count: count + 1)
    // First how many bound each finish, then where those begin.
    var finish = [Int32](repeating: 0, count: count)
    do {
      var starts = start.mutableSpan
      var finishes = finish.mutableSpan
      let (rank, ends, kinds) = (graph.rank.span, kept.ends.span, kept.kinds.span)
      let (order, incomingStart) = (graph.order.span, graph.incomingStart.span)
      for link in 0..<kept.places.count where kinds[link].boundsFinish {
        finishes[Int(rank[Int(ends[link].to)])] &+= 1
      }
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
