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
struct Lowering {
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
    let options = plan.options
    let isSound = [options.minutesPerDay, options.daysPerWeek, options.daysPerMonth].allSatisfy {
      $0.map((1...1440).contains) ?? true
    }
    lengths = isSound ? plan.unitLengths : UnitLengths(day: 1440, daysPerWeek: 7, daysPerMonth: 30)
    if !isSound {
      problems.append(Diagnostic(.badArgument, "a day, week or month of the options has no length between 1 and 1440"))
    }
    statusDate = Lowering.sound(plan.statusDate)?.end.minutes
    checkDay(plan.statusDate, "status-date", .memory)
    checkDay(plan.start, "start", .memory)
    for project in plan.projects {
      projectCalendar[project.id] = project.calendar
      projectStart[project.id] = Lowering.sound(project.start)
      checkDay(project.start, project.id.text, project.evidence.origin)
    }
  }

  mutating func network() throws(InvalidPlan) -> Network {
    _ = calendar(named: "24h", at: .memory)  // index 0
    checkIDs()
    let (kept, ends) = hardLinks()
    let graph = graph(kept, ends)
    let nodes = lowerActivities(graph)
    let links = lowerLinks(graph, kept, nodes)
    if graph.arcs.isEmpty {
      // With cycles the links were not lowered; their lags are looked at all the same.
      for (place, ends) in zip(kept, ends) {
        _ = lag(of: plan.links[place], from: Int(ends.from), to: Int(ends.to), nodes)
      }
    }
    // What is not a problem of one activity waits until nothing else is wrong.
    guard problems.isEmpty else { throw InvalidPlan(inPlanOrder(problems)) }
    let origin = nodes.origin
    let leaving = links.leaving(count: plan.activities.count)
    let network = Network(
      plan: plan, rules: rules, graph: graph, calendars: calendars, windows: windows, calendar: nodes.calendar,
      duration: nodes.duration, lowDuration: nodes.hasRange ? nodes.low : nil,
      highDuration: nodes.hasRange ? nodes.high : nil, firstFloor: nodes.firstFloor,
      lastFloor: nodes.isImprecise ? nodes.firstFloor : nil, special: nodes.special, specials: nodes.specials,
      arcs: links.arcs, startArcs: links.startArcs, finishArcs: links.finishArcs,
      arcCalendar: links.hasCalendars ? links.arcCalendar : nil, arcLink: links.arcLink, leavingStart: leaving.start,
      leaving: leaving.arcs, leavingTo: leaving.to, origin: origin, statusDate: statusDate, hasStart: nodes.hasStart,
      findings: findings, lengths: lengths)
    problems += network.undatedSlips() + network.horizonProblems()
    guard problems.isEmpty else { throw InvalidPlan(problems) }
    return network
  }

  /// The graph of the links; without any where they have cycles, so that the activities can still be looked at.
  private mutating func graph(_ kept: [Int], _ ends: [Arc]) -> DependencyGraph {
    do {
      return try DependencyGraph(count: plan.activities.count, arcs: ends)
    } catch {
      for cycle in error.cycles { problems.append(diagnostic(ofCycle: cycle.map { kept[$0] })) }
      return DependencyGraph(unlinked: plan.activities.count)
    }
  }

  /// By place in the files; what was made in memory stays in the order of discovery.
  private func inPlanOrder(_ problems: [Diagnostic]) -> [Diagnostic] {
    problems.enumerated().sorted {
      ($0.element.origin.index, $0.offset) < ($1.element.origin.index, $1.offset)
    }.map(\.element)
  }

  // MARK: Ids and links

  mutating func checkIDs() {
    for (position, activity) in plan.activities.enumerated()
    where plan.index(of: activity.id)?.value != Int32(position) {
      let first = plan.index(of: activity.id).map { plan[$0].evidence.origin }
      problems.append(
        Diagnostic(.duplicateID, activity.id.text, at: activity.evidence.origin, related: first.map { [$0] } ?? []))
    }
  }

  /// The links that schedule, and their ends by plan position.
  mutating func hardLinks() -> (kept: [Int], ends: [Arc]) {
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
      if link.hasDetails, link.details.maximum != nil {
        findings.append(
          Diagnostic(
            .unsupported, "'max' of the link \(link.from) → \(link.to) is read but moves no date yet",
            severity: .warning,
            at: link.evidence.origin))
      }
      if summary || isLeftOut(plan[from]) || isLeftOut(plan[to]) { continue }
      kept.append(place)
      ends.append(Arc(from: Int(from.value), to: Int(to.value)))
    }
    return (kept, ends)
  }

  func isLeftOut(_ activity: Activity) -> Bool {
    if activity.kind == .summary || activity.kind == .hammock { return true }
    guard activity.hasDetails else { return false }
    let details = activity.details
    return details.isInactive || details.state?.value.word == .cancelled
  }

  func diagnostic(ofCycle cycle: [Int]) -> Diagnostic {
    // It begins at the member that comes first in the plan.
    let turned = cycle.map { plan.links[$0] }
    let path = (turned.map(\.from.text) + [turned[0].from.text]).joined(separator: " → ")
    return Diagnostic(
      .cycle, turned[0].from.text, path, at: turned[0].evidence.origin,
      related: turned.dropFirst().map(\.evidence.origin))
  }

  // MARK: Calendars and windows

  mutating func calendar(named name: String, at origin: Origin) -> Int16 {
    if let known = calendarIndex[name] { return known }
    guard let definition = plan.calendar(named: name) else {
      problems.append(
        Diagnostic(
          .unknownCalendar, name, nearest(to: name, among: plan.calendars.map(\.name)) ?? "", at: origin))
      calendarIndex[name] = 0
      return 0
    }
    guard calendars.count < Int(Int16.max) else {
      problems.append(Diagnostic(.unsupported, "more than \(Int16.max) calendars are in use", at: origin))
      calendarIndex[name] = 0
      return 0
    }
    let compiled = CalendarMemory.compiled(definition)
    if compiled.totalWork == .zero {
      problems.append(Diagnostic(.emptyCalendar, name, "has no working time", at: origin))
    }
    calendars.append(compiled)
    calendarIndex[name] = Int16(calendars.count - 1)
    return Int16(calendars.count - 1)
  }

  mutating func window(named name: String, at origin: Origin) -> Int32? {
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
}
