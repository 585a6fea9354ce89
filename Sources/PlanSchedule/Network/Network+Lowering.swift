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
  let projects: ProjectNumbers
  /// By number of the project.
  var projectCalendar: [String?]
  var projectStart: [Int32?]
  var earliestProjectStart: Int32?
  /// By place: what keeps links away from an activity.
  var traits: [ActivityTraits] = []

  init(_ plan: Plan, _ rules: Rules) {
    self.plan = plan
    self.rules = rules
    let options = plan.options
    let isSound = [options.minutesPerDay, options.daysPerWeek, options.daysPerMonth].allSatisfy {
      $0.map((1...1440).contains) ?? true
    }
    projects = plan.projectNumbers()
    projectCalendar = Array(repeating: nil, count: projects.ids.count)
    projectStart = Array(repeating: nil, count: projects.ids.count)
    lengths = isSound ? plan.unitLengths : UnitLengths(day: 1440, daysPerWeek: 7, daysPerMonth: 30)
    if !isSound {
      problems.append(Diagnostic(.badArgument, "a day, week or month of the options has no length between 1 and 1440"))
    }
    statusDate = Lowering.sound(plan.statusDate)?.end.minutes
    checkDay(plan.statusDate, "status-date", .memory)
    checkDay(plan.start, "start", .memory)
    checkDay(plan.mustFinishBy?.value.latest, "must-finish-by", plan.mustFinishBy?.evidence.origin ?? .memory)
    let numbers = Dictionary(
      uniqueKeysWithValues: projects.ids.enumerated().compactMap { number, id in id.map { ($0, number) } })
    for project in plan.projects {
      checkDay(project.start, project.id.text, project.evidence.origin)
      checkDay(
        project.mustFinishBy?.value.latest, project.id.text, project.mustFinishBy?.evidence.origin ?? .memory)
      if let start = Lowering.sound(project.start)?.start.minutes {
        earliestProjectStart = min(start, earliestProjectStart ?? start)
      }
      guard let number = numbers[project.id] else { continue }
      projectCalendar[number] = project.calendar
      projectStart[number] = Lowering.sound(project.start)?.start.minutes
    }
  }

  mutating func network() throws(InvalidPlan) -> Network {
    _ = calendar(named: "24h", at: .memory)  // index 0
    checkIDs()
    if rules.scheduleFrom == .finish, plan.mustFinishBy == nil {
      problems.append(
        Diagnostic(
          .missingKey, "must-finish-by", "scheduling from the finish", "2024-06-30", at: plan.options.scheduleFromOrigin
        ))
    }
    traits = activityTraits()
    let kept = hardLinks()
    let graph = graph(kept)
    var nodes = lowerActivities(graph)
    let lags = lags(of: kept, graph, nodes)
    let (maximums, blocks) = maximums(kept, graph, &nodes)
    let spans = spans(graph, kept, nodes)
    for (place, span) in spans.enumerated() { nodes.specials[Int(nodes.special[span.position])].span = Int32(place) }
    // What is not a problem of one activity waits until nothing else is wrong.
    guard problems.isEmpty else { throw InvalidPlan(inPlanOrder(problems)) }
    let origin = nodes.origin
    let links = LoweredLinks(graph, kept, lags, listsLeaving: true)
    var network = Network(
      plan: plan, rules: rules, graph: graph, calendars: calendars, windows: windows, calendar: nodes.calendar,
      duration: nodes.duration, lowDuration: nodes.low, highDuration: nodes.high, firstFloor: nodes.firstFloor,
      lastFloor: nodes.isImprecise ? nodes.firstFloor : nil, special: nodes.special, specials: nodes.specials,
      arcs: links.arcs,
      startArcs: links.startArcs, finishArcs: links.finishArcs,
      lowArcs: links.arcs(percentLags(lags, kept, graph, nodes.lowest, nodes.duration)),
      highArcs: links.arcs(percentLags(lags, kept, graph, nodes.highest, nodes.duration)),
      arcCalendar: links.arcCalendar, soleCalendar: soleCalendar(nodes, links, lags), arcLink: links.arcLink,
      leavingStart: links.leavingStart, leaving: links.leaving, maximums: maximums,
      lowMaximums: percentMaximums(maximums, nodes.lowest, nodes.duration),
      highMaximums: percentMaximums(maximums, nodes.highest, nodes.duration),
      maximumsBySuccessor: maximums.indices.map(Int32.init).sorted {
        (maximums[Int($0)].successor, $0) < (maximums[Int($1)].successor, $1)
      },
      blocks: blocks, spans: spans,
      asLateAsPossible: nodes.asLateAsPossible.sorted(), mustFinish: mustFinish(), origin: origin,
      statusDate: statusDate, hasStart: nodes.hasStart,
      project: nodes.project, projectCount: projects.ids.count, facts: nodes.facts, arcBasis: links.arcBasis,
      findings: findings, lengths: lengths)
    problems += network.undatedSlips(nodes.slipped) + network.maximumProblems()
    if problems.isEmpty { problems += network.horizonProblems() }
    guard problems.isEmpty else { throw InvalidPlan(problems) }
    network.findings += network.brokenMaximums()
    return network
  }

  /// The graph of the links; without any where they have cycles, so that the activities can still be looked at.
  private mutating func graph(_ kept: HardLinks) -> DependencyGraph {
    do {
      return try DependencyGraph(count: plan.activities.count, arcs: kept.ends, ties: kept.ties)
    } catch {
      for cycle in error.cycles { problems.append(diagnostic(ofCycle: cycle.map(kept.place))) }
      return DependencyGraph(unlinked: plan.activities.count)
    }
  }

  /// By project: the date that it must finish by, its own or the plan's.
  private mutating func mustFinish() -> [Int32] {
    func end(_ fact: Fact<DateSpan>?) -> Int32? {
      guard let fact, let day = fact.value.latest else { return nil }
      return Lowering.sound(day)?.end.minutes
    }
    let usual = end(plan.mustFinishBy)
    guard usual != nil || plan.projects.contains(where: { $0.mustFinishBy != nil }) else { return [] }
    var dates = [Int32](repeating: usual ?? noLimit, count: projects.ids.count)
    for (number, id) in projects.ids.enumerated() {
      if let id, let own = end(plan[project: id]?.mustFinishBy) { dates[number] = own }
    }
    return dates
  }

  /// By place in the files; what was made in memory stays in the order of discovery.
  private func inPlanOrder(_ problems: [Diagnostic]) -> [Diagnostic] {
    problems.enumerated().sorted {
      ($0.element.origin.index, $0.offset) < ($1.element.origin.index, $1.offset)
    }.map(\.element)
  }

  // MARK: Ids and links

  mutating func checkIDs() {
    guard plan.hasDoubledIDs else { return }
    for (position, activity) in plan.activities.enumerated()
    where plan.index(of: activity.id)?.value != Int32(position) {
      let first = plan.index(of: activity.id).map { plan[$0].evidence.origin }
      problems.append(
        Diagnostic(.duplicateID, activity.id.text, at: activity.evidence.origin, related: first.map { [$0] } ?? []))
    }
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

  /// The calendar of all work and of all lags; −1 where there are several, or a lag is a share that may not be zero at
  /// another duration.
  private func soleCalendar(_ nodes: LoweredActivities, _ links: LoweredLinks, _ lags: LinkLags) -> Int16 {
    guard let first = nodes.soleCalendar, lags.percent.isEmpty else { return -1 }
    if lags.minutes.isEmpty || (first == 0 && lags.calendar.isEmpty) { return first }
    for arc in links.arcs.indices where links.arcs[arc].lag != 0 {
      if max(0, links.arcCalendar?[arc] ?? 0) != first { return -1 }
    }
    return first
  }

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
