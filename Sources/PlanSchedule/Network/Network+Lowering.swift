import PlanGraph
public import PlanModel

extension Network {
  /// Lowers a plan, checking that it can be computed.
  ///
  /// - Throws: ``InvalidPlan`` with every problem at once: unknown or doubled ids, cycles (with the places of their
  ///   links), links to summaries, calendars without work, dates that leave the years 1900 to 2200.
  /// - Complexity: O(activities + links), and O(days) for each calendar.
  public init(_ plan: Plan, rules: Rules? = nil) throws(InvalidPlan) {
    var lowering = Lowering(plan, rules ?? .strict(plan.options))
    self = try lowering.network()
  }
}

/// The work of lowering: facts to minutes, ids to positions, problems to diagnostics.
private struct Lowering {
  let plan: Plan
  let rules: Rules
  let lengths: UnitLengths
  let statusDate: Int32?
  var problems: [Diagnostic] = []
  var findings: [Diagnostic] = []
  var calendarIndex: [String: Int16] = [:]
  var calendars: [CompiledCalendar] = []
  var windowIndex: [String: Int32] = [:]
  var windows: [CompiledWindow] = []
  var projectCalendar: [ProjectID: String] = [:]
  var projectStart: [ProjectID: Day] = [:]

  init(_ plan: Plan, _ rules: Rules) {
    self.plan = plan
    self.rules = rules
    lengths = plan.unitLengths
    statusDate = plan.statusDate?.end.minutes
    for project in plan.projects {
      projectCalendar[project.id] = project.calendar
      projectStart[project.id] = project.start
    }
  }

  mutating func network() throws(InvalidPlan) -> Network {
    _ = calendar(named: "24h", at: .memory)  // index 0
    checkIDs()
    let (kept, ends) = hardLinks()
    guard problems.isEmpty else { throw InvalidPlan(problems) }
    let graph: DependencyGraph
    do {
      graph = try DependencyGraph(count: plan.activities.count, arcs: ends)
    } catch {
      for cycle in error.cycles { problems.append(diagnostic(ofCycle: cycle.map { kept[$0] })) }
      throw InvalidPlan(problems)
    }
    let nodes = lowerActivities(graph)
    let links = lowerLinks(graph, kept, nodes)
    guard problems.isEmpty else { throw InvalidPlan(problems) }
    nodes.checkHorizon(plan, links.longestLag, &problems)
    guard problems.isEmpty else { throw InvalidPlan(problems) }
    let origin = nodes.origin
    return Network(
      plan: plan, rules: rules, graph: graph, calendars: calendars, windows: windows, calendar: nodes.calendar,
      duration: nodes.duration, lowDuration: nodes.hasRange ? nodes.low : nil,
      highDuration: nodes.hasRange ? nodes.high : nil, firstFloor: nodes.firstFloor,
      lastFloor: nodes.isImprecise ? nodes.lastFloor : nil, special: nodes.special, specials: nodes.specials,
      arcs: links.arcs, startArcs: links.startArcs, finishArcs: links.finishArcs,
      arcCalendar: links.hasCalendars ? links.arcCalendar : nil, arcLink: links.arcLink, origin: origin,
      statusDate: statusDate, hasStart: nodes.hasStart, findings: findings)
  }

  // MARK: Ids and links

  private mutating func checkIDs() {
    for (position, activity) in plan.activities.enumerated()
    where plan.index(of: activity.id)?.value != Int32(position) {
      problems.append(Diagnostic(.duplicateID, activity.id.text, at: activity.evidence.origin))
    }
  }

  /// The links that schedule, and their ends by plan position.
  private mutating func hardLinks() -> (kept: [Int], ends: [Arc]) {
    var kept: [Int] = []
    var ends: [Arc] = []
    kept.reserveCapacity(plan.links.count)
    ends.reserveCapacity(plan.links.count)
    for (place, link) in plan.links.enumerated() {
      guard let from = plan.index(of: link.from), let to = plan.index(of: link.to) else {
        for id in [link.from, link.to] where plan.index(of: id) == nil {
          problems.append(plan.unknownActivity(id, at: link.evidence.origin))
        }
        continue
      }
      guard link.strength == .hard else { continue }
      if from == to {
        problems.append(Diagnostic(.selfLink, link.from.text, at: link.evidence.origin))
        continue
      }
      var summary = false
      for end in [from, to] where plan[end].kind == .summary {
        summary = true
        problems.append(Diagnostic(.summaryLink, plan[end].id.text, at: link.evidence.origin))
      }
      if summary || isLeftOut(plan[from]) || isLeftOut(plan[to]) { continue }
      kept.append(place)
      ends.append(Arc(from: Int(from.value), to: Int(to.value)))
    }
    return (kept, ends)
  }

  private func isLeftOut(_ activity: Activity) -> Bool {
    if activity.kind == .summary || activity.kind == .hammock { return true }
    guard activity.hasDetails else { return false }
    let details = activity.details
    return details.isInactive || details.state?.value.word == .cancelled
  }

  private func diagnostic(ofCycle cycle: [Int]) -> Diagnostic {
    // Begin at the member that comes first in the plan.
    let links = cycle.map { plan.links[$0] }
    let first =
      links.indices.min { (plan.index(of: links[$0].from)?.value ?? 0) < (plan.index(of: links[$1].from)?.value ?? 0) }
      ?? 0
    let turned = Array(links[first...] + links[..<first])
    let path = (turned.map(\.from.text) + [turned[0].from.text]).joined(separator: " → ")
    return Diagnostic(
      .cycle, turned[0].from.text, path, at: turned[0].evidence.origin,
      related: turned.dropFirst().map(\.evidence.origin))
  }

  // MARK: Calendars and windows

  private mutating func calendar(named name: String, at origin: Origin) -> Int16 {
    if let known = calendarIndex[name] { return known }
    guard let definition = plan.calendar(named: name) else {
      problems.append(
        Diagnostic(
          .unknownCalendar, name, nearest(to: name, among: plan.calendars.map(\.name)) ?? "", at: origin))
      calendarIndex[name] = 0
      return 0
    }
    let compiled = CompiledCalendar(definition)
    if compiled.totalWork == .zero {
      problems.append(Diagnostic(.emptyCalendar, name, "has no working time", at: origin))
    }
    calendars.append(compiled)
    calendarIndex[name] = Int16(calendars.count - 1)
    return Int16(calendars.count - 1)
  }

  private mutating func window(named name: String, at origin: Origin) -> Int32? {
    if let known = windowIndex[name] { return known }
    guard let definition = plan.window(named: name) else {
      problems.append(
        Diagnostic(.unknownWindow, name, nearest(to: name, among: plan.windows.map(\.name)) ?? "", at: origin))
      return nil
    }
    windows.append(CompiledWindow(definition))
    windowIndex[name] = Int32(windows.count - 1)
    return Int32(windows.count - 1)
  }

  // MARK: Activities

  private mutating func lowerActivities(_ graph: DependencyGraph) -> LoweredActivities {
    let count = plan.activities.count
    var nodes = LoweredActivities(count: count)
    nodes.origin = (plan.start?.start.minutes) ?? statusDate ?? earliestDate() ?? Day(number: 10_959).start.minutes
    for position in 0..<count {
      let activity = plan.activities[Int(graph.order[position])]
      let calendarName = activity.calendar ?? (activity.kind.isMilestone ? "24h" : usualCalendar(of: activity))
      nodes.calendar[position] = calendar(named: calendarName, at: activity.evidence.origin)
      lowerDuration(of: activity, position, &nodes)
      let start = activity.project.flatMap { projectStart[$0] } ?? plan.start
      nodes.hasStart?[position] = start != nil || (plan.start == nil && plan.statusDate == nil)
      let floor = max(start?.start.minutes ?? nodes.origin, statusDate ?? Int32.min)
      nodes.firstFloor[position] = floor
      nodes.lastFloor[position] = floor
      let isFinishOnCalendar = activity.kind == .finishMilestone && nodes.calendar[position] != 0
      if activity.hasDetails || isFinishOnCalendar || isLeftOut(activity) {
        lowerDetails(of: activity, position, &nodes)
      }
    }
    if nodes.hasStart?.allSatisfy({ $0 }) == true { nodes.hasStart = nil }
    return nodes
  }

  private func usualCalendar(of activity: Activity) -> String {
    activity.project.flatMap { projectCalendar[$0] } ?? plan.defaultCalendar
  }

  private func earliestDate() -> Int32? {
    var earliest: Day?
    for activity in plan.activities where activity.hasDetails {
      let details = activity.details
      for span in [details.planned, details.actualStart, details.actualFinish] {
        if let day = span?.value.earliest ?? span?.value.latest, day < earliest ?? Day.latest { earliest = day }
      }
    }
    return earliest?.start.minutes
  }

  private mutating func lowerDuration(of activity: Activity, _ position: Int, _ nodes: inout LoweredActivities) {
    guard activity.kind == .task, let fact = activity.duration else { return }
    let estimate = fact.value
    if estimate.likely.isElapsed { nodes.calendar[position] = 0 }
    func minutes(_ quantity: Quantity) -> Int32? {
      if quantity.unit == .elapsedMonths {  // of 30 days where there is no date to count from
        let value = quantity.thousandths.multipliedReportingOverflow(by: 43_200)
        return value.overflow ? nil : Int32(exactly: value.partialValue / 1000)
      }
      return lengths.minutes(of: quantity).flatMap { (0...Lowering.longest).contains($0) ? Int32($0) : nil }
    }
    guard let likely = minutes(estimate.likely), let low = minutes(estimate.low ?? estimate.likely),
      let high = minutes(estimate.high ?? estimate.likely)
    else {
      problems.append(
        Diagnostic(
          .badQuantity, estimate.likely.description, "a duration is between zero and 100 years",
          at: fact.evidence.origin))
      return
    }
    guard low <= likely, likely <= high else {
      problems.append(
        Diagnostic(
          .badEstimate, "the duration of '\(activity.id)' decreases from low to high", at: fact.evidence.origin))
      return
    }
    nodes.duration[position] = likely
    nodes.low[position] = low
    nodes.high[position] = high
    if low != likely || high != likely { nodes.hasRange = true }
  }

  /// 100 years of elapsed time.
  static let longest: Int64 = 52_596_000

  private mutating func lowerDetails(of activity: Activity, _ position: Int, _ nodes: inout LoweredActivities) {
    let details = activity.details
    let atFinish = activity.kind == .finishMilestone
    var special = Special()
    special.isMilestone = activity.kind.isMilestone
    special.isFinishEvent = atFinish
    special.isLeftOut = isLeftOut(activity)
    func start(_ day: Day?) -> Int32? { day.map { $0.start.minutes } }
    func finish(_ day: Day?) -> Int32? { day.map { $0.end.minutes } }
    func event(_ day: Day?) -> Int32? { atFinish ? finish(day) : start(day) }
    func raise(_ bound: inout Int32?, to value: Int32?) { bound = [bound, value].compactMap { $0 }.max() }
    func lower(_ bound: inout Int32?, to value: Int32?) { bound = [bound, value].compactMap { $0 }.min() }

    if let planned = details.planned?.value {
      special.plannedFirst = event(planned.earliest)
      special.plannedLast = event(planned.latest ?? planned.earliest)
    }
    for constraint in details.constraints {
      let span = constraint.date.value
      let (early, late) = (span.earliest ?? span.latest, span.latest ?? span.earliest)
      switch constraint.kind {
      case .startNoEarlierThan:
        raise(&special.startFloorFirst, to: start(early))
        raise(&special.startFloorLast, to: start(late))
      case .finishNoEarlierThan:
        raise(&special.finishFloorFirst, to: finish(early))
        raise(&special.finishFloorLast, to: finish(late))
      case .startNoLaterThan: lower(&special.startCeiling, to: start(span.latest))
      case .finishNoLaterThan: lower(&special.finishCeiling, to: finish(span.latest))
      case .startOn:
        raise(&special.startFloorFirst, to: start(early))
        raise(&special.startFloorLast, to: start(late))
        lower(&special.startCeiling, to: start(late))
      case .finishOn:
        raise(&special.finishFloorFirst, to: finish(early))
        raise(&special.finishFloorLast, to: finish(late))
        lower(&special.finishCeiling, to: finish(late))
      case .pinStart: special.pinnedStart = start(early)
      case .pinFinish: special.pinnedFinish = finish(late)
      }
    }
    if let deadline = details.deadline?.value { lower(&special.finishCeiling, to: finish(deadline.latest)) }
    lowerActuals(of: activity, details, &special)
    var slip: Int64 = 0
    for fact in details.slips {
      guard let minutes = slipMinutes(fact.value) else {
        problems.append(
          Diagnostic(.badQuantity, fact.value.description, "a slip is at most 100 years", at: fact.evidence.origin))
        continue
      }
      slip += minutes
    }
    if abs(slip) > Lowering.longest {
      problems.append(
        Diagnostic(.horizonTooLong, "'\(activity.id)' slips \(slip / 1440) days", at: activity.evidence.origin))
      slip = 0
    }
    special.slip = Int32(slip)
    if let name = details.window { special.window = window(named: name, at: activity.evidence.origin) }
    nodes.special[position] = Int32(nodes.specials.count)
    nodes.specials.append(special)
    if special.plannedFirst != special.plannedLast || special.startFloorFirst != special.startFloorLast
      || special.finishFloorFirst != special.finishFloorLast
    {
      nodes.isImprecise = true
    }
    for unsupported in unsupportedFacts(of: activity, details) { findings.append(unsupported) }
  }

  private func unsupportedFacts(of activity: Activity, _ details: ActivityDetails) -> [Diagnostic] {
    var facts: [String] = []
    if details.expectedFinish != nil { facts.append("expected-finish") }
    if details.isAsLateAsPossible { facts.append("as-late-as-possible") }
    if activity.kind == .hammock { facts.append("hammock") }
    return facts.map {
      Diagnostic(
        .unsupported, "'\($0)' of '\(activity.id)' is read but moves no date yet", severity: .warning,
        at: activity.evidence.origin)
    }
  }

  private mutating func lowerActuals(of activity: Activity, _ details: ActivityDetails, _ special: inout Special) {
    var finish = details.actualFinish
    if finish == nil, let state = details.state, state.value.word == .taken, let at = state.value.at {
      finish = Fact(at, state.evidence)
    }
    let atFinish = activity.kind == .finishMilestone
    func instant(_ fact: Fact<DateSpan>, _ finishes: Bool) -> Int32? {
      guard var day = fact.value.latest ?? fact.value.earliest else { return nil }
      guard let status = plan.statusDate else {
        problems.append(Diagnostic(.statusDateMissing, activity.id.text, at: fact.evidence.origin))
        return nil
      }
      if day > status {
        if let earliest = fact.value.earliest ?? fact.value.latest, earliest <= status {
          day = status  // an imprecise actual counts as its latest day within the status date
        } else {
          findings.append(
            Diagnostic(
              .actualAfterStatusDate, activity.id.text, day.description, status.description, severity: .warning,
              at: fact.evidence.origin))
        }
      }
      return finishes ? day.end.minutes : day.start.minutes
    }
    if let finish {
      special.actualFinish = instant(finish, activity.kind == .task || atFinish)
      special.actualStart =
        details.actualStart.flatMap { instant($0, activity.kind != .task && atFinish) } ?? special.actualFinish
    } else if let start = details.actualStart {
      special.actualStart = instant(start, activity.kind.isMilestone && atFinish)
      if activity.kind.isMilestone { special.actualFinish = special.actualStart }
    }
    if let start = special.actualStart, let finish = special.actualFinish, start > finish {
      special.actualStart = finish
    }
    if let remaining = details.remaining {
      if let minutes = lengths.minutes(of: remaining.value), (0...Lowering.longest).contains(minutes) {
        special.remaining = Int32(minutes)
      } else {
        problems.append(Diagnostic(.badQuantity, remaining.value.description, at: remaining.evidence.origin))
      }
    }
  }

  /// A bare slip in working weeks or days is read by the calendar: `+6w` is 42 days.
  private func slipMinutes(_ quantity: Quantity) -> Int64? {
    let elapsed: Quantity.Unit =
      switch quantity.unit {
      case .weeks: .elapsedWeeks
      case .days: .elapsedDays
      case .hours: .elapsedHours
      case .minutes: .elapsedMinutes
      default: quantity.unit
      }
    if quantity.unit == .months || quantity.unit == .elapsedMonths {
      let (product, overflow) = quantity.thousandths.multipliedReportingOverflow(by: 43_200)
      return overflow ? nil : product / 1000
    }
    guard let minutes = lengths.minutes(of: Quantity(thousandths: quantity.thousandths, unit: elapsed)),
      abs(minutes) <= Lowering.longest
    else { return nil }
    return minutes
  }

  // MARK: Links

  private mutating func lowerLinks(_ graph: DependencyGraph, _ kept: [Int], _ nodes: LoweredActivities) -> LoweredLinks
  {
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
          links.longestLag = max(links.longestLag, Int64(lag.magnitude))
        }
      }
    }
    links.startArcs.append(Int32(links.arcs.count))
    return links
  }

  private mutating func lag(
    of link: Link, from: Int, to: Int, _ nodes: LoweredActivities
  ) -> (minutes: Int32, calendar: Int16) {
    guard let lag = link.lag, lag.thousandths != 0 else { return (0, -1) }
    let minutes: Int64?
    if lag.unit == .percent {
      let share = lag.thousandths.multipliedReportingOverflow(by: Int64(nodes.duration[from]))
      minutes = share.overflow ? nil : share.partialValue / 100_000
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

/// Activities while they are lowered, by position.
private struct LoweredActivities {
  var calendar: [Int16]
  var duration: [Int32]
  var low: [Int32]
  var high: [Int32]
  var firstFloor: [Int32]
  var lastFloor: [Int32]
  var special: [Int32]
  var specials: [Special] = []
  var hasRange = false
  var isImprecise = false
  var origin: Int32 = 0
  var hasStart: [Bool]?

  init(count: Int) {
    calendar = Array(repeating: 0, count: count)
    duration = Array(repeating: 0, count: count)
    low = duration
    high = duration
    firstFloor = duration
    lastFloor = duration
    special = Array(repeating: -1, count: count)
    hasStart = Array(repeating: false, count: count)
  }

  /// Reports a plan whose dates could leave the years that calendars know.
  ///
  /// The passes saturate at those years, so this is a question of honesty, not of safety: the sum of everything that
  /// can lie one after the other is a bound that most plans stay below by far; the few that do not are settled exactly
  /// by the schedule, which reports activities at the edge.
  func checkHorizon(_ plan: Plan, _ longestLag: Int64, _ problems: inout [Diagnostic]) {
    let edge = Int64(Day.latest.end.minutes)
    for (position, floor) in firstFloor.enumerated() {
      let planned = special[position] < 0 ? nil : specials[Int(special[position])].plannedLast
      if Int64(max(floor, planned ?? floor)) >= edge {
        problems.append(Diagnostic(.horizonTooLong))
        return
      }
    }
  }
}

/// Links while they are lowered, grouped by successor.
private struct LoweredLinks {
  var arcs: [NetworkArc] = []
  var startArcs: [Int32] = []
  var finishArcs: [Int32] = []
  var arcCalendar: [Int16] = []
  var arcLink: [Int32] = []
  var hasCalendars = false
  var longestLag: Int64 = 0

  init(count: Int, arcs: Int) {
    self.arcs.reserveCapacity(arcs)
    startArcs.reserveCapacity(count + 1)
    finishArcs.reserveCapacity(count)
    arcCalendar.reserveCapacity(arcs)
    arcLink.reserveCapacity(arcs)
  }
}
