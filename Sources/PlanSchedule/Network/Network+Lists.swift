package import PlanGraph
package import PlanModel

/// What is left of a plan without names, words and evidence: bare lists, as other programs keep networks.
package struct NetworkLists: Sendable {
  /// Work in minutes, by activity.
  package var durations: [Int32]
  /// The ends of each link, its kind, and its lag in minutes on the calendar.
  package var ends: [Arc]
  package var kinds: [Link.Kind]
  package var lags: [Int32]
  /// Everybody's; nil: around the clock.
  package var calendar: WorkingCalendar?
  /// Several calendars instead of everybody's; nil: one for all.
  package var several: Several?
  /// Nothing starts before.
  package var start: Day

  package init(
    durations: [Int32], ends: [Arc], kinds: [Link.Kind], lags: [Int32], calendar: WorkingCalendar? = nil, start: Day
  ) {
    self.durations = durations
    self.ends = ends
    self.kinds = kinds
    self.lags = lags
    self.calendar = calendar
    self.start = start
  }
}

extension NetworkLists {
  /// Calendars by number, from 1 on; 0 is around the clock.
  package struct Several: Sendable {
    package var calendars: [WorkingCalendar]
    /// By activity the number of its calendar, and by link that of its lag.
    package var ofActivities: [Int16]
    package var ofLags: [Int16]

    package init(_ calendars: [WorkingCalendar], ofActivities: [Int16], ofLags: [Int16]) {
      self.calendars = calendars
      self.ofActivities = ofActivities
      self.ofLags = ofLags
    }
  }
}

extension Network {
  /// The network of bare lists, for passes only: its plan is empty, and the lists of leaving arcs, which analyses follow,
  /// are left out.
  ///
  /// - Complexity: O(activities + links).
  package init(_ lists: NetworkLists) throws(CyclicGraph) {
    let count = lists.durations.count
    let graph = try DependencyGraph(count: count, arcs: lists.ends)
    let kept = HardLinks(ends: lists.ends, kinds: lists.kinds)
    let calendars =
      [WorkingCalendar.aroundTheClock] + (lists.several?.calendars ?? lists.calendar.map { [$0] } ?? [])
    let common = Int16(calendars.count - 1)
    var lags = LinkLags(minutes: lists.lags)
    for link in lists.lags.indices where lists.lags[link] != 0 {
      let calendar = lists.several?.ofLags[link] ?? common
      if calendar > 0 { lags.set(calendar, link) }
    }
    let links = LoweredLinks(graph, kept, lags, listsLeaving: false)
    let order = graph.order
    let duration = [Int32](unsafeUninitializedCapacity: count) { durations, initialized in
      for position in 0..<count { durations[position] = lists.durations[Int(order[position])] }
      initialized = count
    }
    let own =
      lists.several.map { several in (0..<count).map { several.ofActivities[Int(order[$0])] } }
      ?? [Int16](repeating: common, count: count)
    let zero = [Int32](repeating: 0, count: count)
    let floor = [Int32](repeating: lists.start.start.minutes, count: count)
    self.init(
      plan: Plan(), rules: .strict(PlanOptions()), graph: graph, calendars: calendars.map(CalendarMemory.compiled),
      windows: [], calendar: own, duration: duration, lowDuration: nil,
      highDuration: nil, firstFloor: floor, lastFloor: nil, special: [Int32](repeating: -1, count: count), specials: [],
      arcs: links.arcs, startArcs: links.startArcs, finishArcs: links.finishArcs, lowArcs: nil, highArcs: nil,
      arcCalendar: links.arcCalendar, soleCalendar: lists.several == nil ? common : -1,
      arcLink: links.arcLink, leavingStart: [], leaving: [], maximums: [], maximumsBySuccessor: [],
      blocks: [], spans: [],
      asLateAsPossible: [],
      mustFinish: [], origin: lists.start.start.minutes, statusDate: nil,
      hasStart: nil, project: zero, projectCount: 1, facts: [OwnFacts](repeating: OwnFacts(.task), count: count),
      arcBasis: links.arcBasis, findings: [], lengths: UnitLengths(day: 1440, daysPerWeek: 7, daysPerMonth: 30))
  }
}
