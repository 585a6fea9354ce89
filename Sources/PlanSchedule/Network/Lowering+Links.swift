import PlanGraph
import PlanModel

extension Lowering {
  /// The lag of each link and the calendar it runs on, in plan order.
  mutating func lags(of kept: HardLinks, _ graph: DependencyGraph, _ nodes: LoweredActivities) -> LinkLags {
    var lags = LinkLags(count: kept.places.count)
    let links = plan.links
    for arc in kept.places.indices {
      let place = Int(kept.places[arc])
      guard links[place].lag != nil else { continue }
      let ends = kept.ends[arc]
      let lag = lag(
        links[place].lag, of: links[place], from: Int(graph.rank[Int(ends.from)]), to: Int(graph.rank[Int(ends.to)]),
        nodes)
      lags.minutes[arc] = lag.minutes
      lags.calendar[arc] = lag.calendar
      if lag.calendar > 0 { lags.hasCalendars = true }
      if links[place].lag?.unit == .percent { lags.percent.append(Int32(arc)) }
    }
    return lags
  }

  /// The arcs by successor, those that bound its start first, otherwise in plan order.
  func lowerLinks(_ graph: DependencyGraph, _ kept: HardLinks, _ lags: LinkLags) -> LoweredLinks {
    var links = LoweredLinks(count: graph.count, arcs: kept.places.count)
    links.hasCalendars = lags.hasCalendars
    let (rank, order) = (graph.rank, graph.order)
    let (incomingStart, incoming) = (graph.incomingStart, graph.incoming)
    for position in 0..<graph.count {
      let node = Int(order[position])
      let (first, end) = (Int(incomingStart[node]), Int(incomingStart[node + 1]))
      links.startArcs.append(Int32(links.arcs.count))
      var boundsFinish = 0
      for place in first..<end {
        let arc = Int(incoming[place])
        if kept.kinds[arc].boundsFinish {
          boundsFinish += 1
        } else {
          links.append(arc, from: rank[Int(kept.ends[arc].from)], kept, lags)
        }
      }
      links.finishArcs.append(Int32(links.arcs.count))
      guard boundsFinish > 0 else { continue }
      for place in first..<end {
        let arc = Int(incoming[place])
        if kept.kinds[arc].boundsFinish { links.append(arc, from: rank[Int(kept.ends[arc].from)], kept, lags) }
      }
    }
    links.startArcs.append(Int32(links.arcs.count))
    return links
  }

  /// The lags that are a share of their predecessor's duration at other durations than the likely ones; nil where none
  /// of them differs.
  func percentLags(
    _ lags: LinkLags, _ kept: HardLinks, _ graph: DependencyGraph, _ durations: [Int32], _ likely: [Int32]
  ) -> [Int32: Int32]? {
    var changed: [Int32: Int32] = [:]
    for arc in lags.percent {
      let from = Int(graph.rank[Int(kept.ends[Int(arc)].from)])
      guard durations[from] != likely[from], let lag = plan.links[Int(kept.places[Int(arc)])].lag,
        let minutes = Lowering.share(lag, of: durations[from])
      else { continue }
      changed[arc] = Int32(clamping: minutes)
    }
    return changed.isEmpty ? nil : changed
  }

  /// A percentage of a duration, rounded half away from zero, as all quantities are.
  static func share(_ percent: Quantity, of duration: Int32) -> Int64? {
    let share = percent.thousandths.multipliedReportingOverflow(by: Int64(duration))
    return share.overflow ? nil : share.partialValue / 100_000 + share.partialValue % 100_000 / 50_000
  }

  mutating func lag(
    _ lag: Quantity?, of link: Link, from: Int, to: Int, _ nodes: LoweredActivities
  ) -> (minutes: Int32, calendar: Int16) {
    guard let lag, lag.thousandths != 0 else { return (0, -1) }
    let minutes: Int64?
    if lag.unit == .percent {
      minutes = Lowering.share(lag, of: nodes.high[from]) == nil ? nil : Lowering.share(lag, of: nodes.duration[from])
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

/// Lags by hard link.
struct LinkLags {
  var minutes: [Int32]
  /// −1 for elapsed time.
  var calendar: [Int16]
  var hasCalendars = false
  /// The links whose lag is a share of a duration.
  var percent: [Int32] = []

  init(count: Int) {
    minutes = Array(repeating: 0, count: count)
    calendar = Array(repeating: -1, count: count)
  }
}

/// Links while they are lowered, grouped by successor.
struct LoweredLinks {
  var arcs: [NetworkArc] = []
  var startArcs: [Int32] = []
  var finishArcs: [Int32] = []
  var arcCalendar: [Int16] = []
  var arcLink: [Int32] = []
  var arcBasis: [Basis] = []
  /// The place of each arc in the list of hard links.
  var number: [Int32] = []
  var hasCalendars = false

  init(count: Int, arcs: Int) {
    self.arcs.reserveCapacity(arcs)
    startArcs.reserveCapacity(count + 1)
    finishArcs.reserveCapacity(count)
    arcCalendar.reserveCapacity(arcs)
    arcLink.reserveCapacity(arcs)
    arcBasis.reserveCapacity(arcs)
    number.reserveCapacity(arcs)
  }

  mutating func append(_ arc: Int, from position: Int32, _ kept: HardLinks, _ lags: LinkLags) {
    arcs.append(NetworkArc(row: 2 * position + (kept.kinds[arc].leavesStart ? 0 : 1), lag: lags.minutes[arc]))
    arcCalendar.append(lags.calendar[arc])
    arcLink.append(kept.places[arc])
    arcBasis.append(kept.bases[arc])
    number.append(Int32(arc))
  }

  /// The arcs with other lags, by place in the list of hard links; nil where there are none.
  func arcs(_ lags: [Int32: Int32]?, _ number: [Int32]) -> [NetworkArc]? {
    guard let lags else { return nil }
    return arcs.indices.map { arc in
      lags[number[arc]].map { NetworkArc(row: arcs[arc].row, lag: $0) } ?? arcs[arc]
    }
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
