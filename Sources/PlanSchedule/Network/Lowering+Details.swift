import PlanModel

extension Lowering {
  /// 100 years of elapsed time.
  static let longest: Int64 = 52_596_000

  mutating func lowerDetails(
    of activity: Activity, _ place: Int, _ position: Int, _ facts: inout OwnFacts, _ nodes: inout LoweredActivities
  ) {
    let details = activity.details
    let atFinish = activity.kind == .finishMilestone
    var special = Special()
    special.isFinishEvent = atFinish
    special.isLeftOut = traits[place].contains(.leftOut)
    func start(_ day: Day?) -> Int32? { Lowering.sound(day)?.start.minutes }
    func finish(_ day: Day?) -> Int32? { Lowering.sound(day)?.end.minutes }
    func event(_ day: Day?) -> Int32? { atFinish ? finish(day) : start(day) }
    func raise(_ bound: inout Int32?, to value: Int32?) { if let value { bound = max(bound ?? value, value) } }
    func lower(_ bound: inout Int32?, to value: Int32?) { if let value { bound = min(bound ?? value, value) } }

    checkDays(of: activity, details)
    if let planned = details.planned?.value {
      special.plannedFirst = event(planned.earliest)
      special.plannedLast = event(planned.latest ?? planned.earliest)  // open above: only a lower bound
    }
    for constraint in details.constraints {
      let span = constraint.date.value
      let (early, late) = (span.earliest ?? span.latest, span.latest ?? span.earliest)
      switch constraint.kind {
      case .startNoEarlierThan, .externalEarlyStart:  // an open lower side bounds nothing
        raise(&special.startFloorFirst, to: start(span.earliest))
        raise(&special.startFloorLast, to: start(late))
      case .finishNoEarlierThan:
        raise(&special.finishFloorFirst, to: finish(span.earliest))
        raise(&special.finishFloorLast, to: finish(late))
      case .startNoLaterThan: lower(&special.startCeiling, to: start(span.latest))
      case .finishNoLaterThan, .externalLateFinish: lower(&special.finishCeiling, to: finish(span.latest))
      case .startOn:
        raise(&special.startFloorFirst, to: start(span.earliest))
        raise(&special.startFloorLast, to: start(late))
        lower(&special.startCeiling, to: start(late))
      case .finishOn:
        raise(&special.finishFloorFirst, to: finish(span.earliest))
        raise(&special.finishFloorLast, to: finish(late))
        lower(&special.finishCeiling, to: finish(late))
      case .pinStart: special.pinnedStart = start(early)
      case .pinFinish: special.pinnedFinish = finish(late)
      }
    }
    if let deadline = details.deadline?.value { lower(&special.finishCeiling, to: finish(deadline.latest)) }
    if let expected = details.expectedFinish?.value, activity.kind == .task {
      let isPinned = special.pinnedFinish != nil
      special.expectedFirst = isPinned ? nil : finish(expected.earliest ?? expected.latest)
      special.expectedLast = isPinned ? nil : finish(expected.latest ?? expected.earliest)
    }
    lowerActuals(of: activity, details, &special)
    if !details.slips.isEmpty { nodes.slipped.append(place) }
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
    if details.isAsLateAsPossible, activity.kind == .task || activity.kind.isMilestone,
      special.actualStart == nil, special.actualFinish == nil, special.pinnedStart == nil,
      special.pinnedFinish == nil, special.expectedFirst == nil, !special.isLeftOut
    {
      nodes.asLateAsPossible.append(Int32(position))
    }
    facts.read(activity, details, special, plan.statusDate)
    nodes.special[position] = Int32(nodes.specials.count)
    nodes.specials.append(special)
    if special.plannedFirst != special.plannedLast || special.startFloorFirst != special.startFloorLast
      || special.finishFloorFirst != special.finishFloorLast || special.expectedFirst != special.expectedLast
    {
      nodes.isImprecise = true
    }
    noteIdle(activity, details, special)
  }

  /// Facts that are there and move no date of this activity.
  private mutating func noteIdle(_ activity: Activity, _ details: ActivityDetails, _ special: Special) {
    func note(_ key: String, _ why: String, _ origin: Origin) {
      findings.append(
        Diagnostic(.idleFact, "'\(key)' of '\(activity.id)'", why, severity: .warning, at: origin))
    }
    if let expected = details.expectedFinish, special.expectedFirst == nil {
      note("expected-finish", activity.kind == .task ? "it is pinned" : "only work has one", expected.evidence.origin)
    }
    if details.isAsLateAsPossible, special.expectedFirst != nil {
      note("as-late-as-possible", "it has an expected finish", activity.evidence.origin)
    }
    for fact in [details.suspended, details.resumes] {
      if let fact, special.actualStart == nil || special.actualFinish != nil {
        note(fact == details.resumes ? "resume" : "suspend", "it is not under way", fact.evidence.origin)
      }
    }
  }
}
