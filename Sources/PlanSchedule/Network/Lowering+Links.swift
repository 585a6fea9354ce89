import PlanGraph
import PlanModel

extension Lowering {
  mutating func lowerLinks(_ graph: DependencyGraph, _ kept: [Int], _ nodes: LoweredActivities) -> LoweredLinks {
    var links = LoweredLinks(count: nodes.duration.count, arcs: kept.count)
    for position in 0..<nodes.duration.count {
      let node = Int(graph.order[position])
      let incoming = graph.incoming[Int(graph.incomingStart[node])..<Int(graph.incomingStart[node + 1])]
      links.startArcs.append(Int32(links.arcs.count))
      for boundsFinish in [false, true] {
        if boundsFinish { links.finishArcs.append(Int32(links.arcs.count)) }
        for arc in incoming {
          let place = kept[Int(arc)]
          let link = plan.links[place]
          guard link.kind.boundsFinish == boundsFinish else { continue }
          let from = Int(graph.rank[Int(graph.arcs[Int(arc)].from)])
          let (lag, calendar) = self.lag(of: link, from: from, to: position, nodes)
          links.arcs.append(NetworkArc(row: Int32(2 * from + (link.kind.leavesStart ? 0 : 1)), lag: lag))
          links.arcCalendar.append(calendar)
          links.arcLink.append(Int32(place))
          if calendar > 0 { links.hasCalendars = true }
        }
      }
    }
    links.startArcs.append(Int32(links.arcs.count))
    return links
  }

  mutating func lag(
    of link: Link, from: Int, to: Int, _ nodes: LoweredActivities
  ) -> (minutes: Int32, calendar: Int16) {
    guard let lag = link.lag, lag.thousandths != 0 else { return (0, -1) }
    let minutes: Int64?
    if lag.unit == .percent {
      let share = lag.thousandths.multipliedReportingOverflow(by: Int64(nodes.duration[from]))
      // Rounded half away from zero, as all quantities are.
      minutes = share.overflow ? nil : share.partialValue / 100_000 + share.partialValue % 100_000 / 50_000
    } else if lag.unit == .elapsedMonths {
      let (product, overflow) = lag.thousandths.multipliedReportingOverflow(by: 43_200)
      minutes = overflow ? nil : product / 1000
    } else {
      minutes = lengths.minutes(of: lag)
    }
    guard let minutes, abs(minutes) <= Lowering.longest else {
      problems.append(Diagnostic(.badQuantity, lag.description, "a lag is at most 100 years", at: link.evidence.origin))
      return (0, -1)
    }
    if lag.isElapsed || lag.unit == .elapsedMonths { return (Int32(minutes), -1) }
    let index: Int16 =
      switch rules.lagCalendar {
      case .predecessor: nodes.calendar[from]
      case .successor: nodes.calendar[to]
      case .plan: calendar(named: plan.defaultCalendar, at: link.evidence.origin)
      case .aroundTheClock: 0
      }
    return (Int32(minutes), index == 0 ? -1 : index)
  }
}

/// Links while they are lowered, grouped by successor.
struct LoweredLinks {
  var arcs: [NetworkArc] = []
  var startArcs: [Int32] = []
  var finishArcs: [Int32] = []
  var arcCalendar: [Int16] = []
  var arcLink: [Int32] = []
  var hasCalendars = false

  init(count: Int, arcs: Int) {
    self.arcs.reserveCapacity(arcs)
    startArcs.reserveCapacity(count + 1)
    finishArcs.reserveCapacity(count)
    arcCalendar.reserveCapacity(arcs)
    arcLink.reserveCapacity(arcs)
  }

  /// The arcs by the position that they leave, and where they lead.
  func leaving(count: Int) -> (start: [Int32], arcs: [Int32], to: [Int32]) {
    var start = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { start[Int(arc.row) / 2 + 1] += 1 }
    for position in 0..<count { start[position + 1] += start[position] }
    var next = start
    var leaving = [Int32](repeating: 0, count: arcs.count)
    var to = leaving
    for position in 0..<count {
      for arc in Int(startArcs[position])..<Int(startArcs[position + 1]) {
        let from = Int(arcs[arc].row) / 2
        leaving[Int(next[from])] = Int32(arc)
        to[Int(next[from])] = Int32(position)
        next[from] += 1
      }
    }
    return (start, leaving, to)
  }
}
