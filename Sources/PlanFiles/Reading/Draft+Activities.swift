import PlanModel

extension Draft {
  /// Reads one activity or milestone.
  mutating func readActivity(_ pair: YamlPair, _ outer: Fields, in project: ProjectID?) {
    guard let fields = outer.entry(pair, as: KeyTable.activity) else { return }
    let id = ActivityID(project: project, activity: pair.key)
    if let first = activityOrigins[id] {
      fields.reading.report(.duplicateID, id.text, at: fields.origin, related: [first])
      return
    }
    activityOrigins[id] = fields.origin
    var activity = Activity(id, name: fields.text("name") ?? "", kind: readKind(fields), evidence: fields.evidence)
    activity.duration = fields.estimate("duration")
    activity.calendar = fields.identifier("calendar")
    if activity.calendar != nil { use(.calendar, activity.calendar, at: fields.valuePlace("calendar")) }
    let position = activities.count
    if fields.hasMore {
      var details = ActivityDetails()
      readDates(fields, activity.kind, &details)
      readDetails(fields, &details)
      if let parent = fields.reference("part-of", in: project) { parents.append((position, parent)) }
      if let body = fields.reference("body", in: project) { bodies.append((position, body)) }
      use(.window, details.window, at: fields.valuePlace("window"))
      activity.details = details
    }
    fields.checkTogether(&activity)
    activities.append(activity)
    for node in fields.list("after") { readPredecessor(node, fields, of: id, in: project) }
  }

  private func readKind(_ fields: Fields) -> Activity.Kind {
    let milestone: Activity.Kind? =
      switch fields.oneOf("milestone") {
      case "start": .startMilestone
      case "finish", "yes": .finishMilestone
      default: nil
      }
    let summary: Activity.Kind? = fields.flag("summary") == true ? .summary : nil
    let hammock: Activity.Kind? = fields.flag("hammock") == true ? .hammock : nil
    let kinds = [milestone, summary, hammock].compactMap { $0 }
    if kinds.count > 1 {
      let words = ["milestone", "summary", "hammock"].filter(fields.has)
      fields.reading.report(
        .contradiction, "an activity cannot be \(words.map { "a \($0)" }.joined(separator: " and "))", at: fields.origin
      )
    }
    return kinds.first ?? .task
  }

  private func readDates(_ fields: Fields, _ kind: Activity.Kind, _ details: inout ActivityDetails) {
    details.planned = fields.fact("planned")
    if let pair = fields.pair("target") {
      if let (text, evidence, mark) = fields.factText(pair.value, "target") {
        details.target = text == "none" ? .off(evidence) : fields.span(text, at: mark).map { .by(Fact($0, evidence)) }
      }
    }
    details.deadline = fields.fact("deadline")
    details.actualStart = fields.fact("actual-start")
    details.actualFinish = fields.fact("actual-finish")
    if let actual = fields.fact("actual") {
      if !kind.isMilestone, !fields.isCut {
        fields.reading.report(
          .contradiction, "'actual' belongs to milestones", "use actual-start and actual-finish for work",
          at: fields.place("actual"))
      } else if details.actualStart != nil || details.actualFinish != nil {
        fields.reading.report(
          .contradiction, "'actual' says both 'actual-start' and 'actual-finish' of a milestone", "keep 'actual'",
          at: fields.place("actual"))
      }
      details.actualStart = actual
      details.actualFinish = actual
    } else if kind.isMilestone {
      // A milestone happens at once: one of the two says both.
      let either = details.actualFinish ?? details.actualStart
      details.actualStart = details.actualStart ?? either
      details.actualFinish = details.actualFinish ?? either
    }
    details.remaining = fields.quantity("remaining").map {
      Fact($0, Evidence(origin: fields.valuePlace("remaining")).within(fields.evidence))
    }
    for kind in Constraint.Kind.allCases {
      if let date = fields.fact(kind.rawValue) { details.constraints.append(Constraint(kind, date)) }
    }
    details.suspended = fields.fact("suspend")
    details.resumes = fields.fact("resume")
    details.expectedFinish = fields.fact("expected-finish")
    details.baselines = fields.named("baseline").compactMap { pair in
      fields.fact(pair.value, pair.key).map { Baseline(pair.key, $0) }
    }
    if let state = fields.mapping("state", as: KeyTable.state),
      let word = state.oneOf("is").flatMap(EventState.Word.init)
    {
      details.state = Fact(EventState(word, at: state.span("at")), state.evidence)
      _ = (state.note, state.seeds)
    }
  }

  private func readDetails(_ fields: Fields, _ details: inout ActivityDetails) {
    details.isAsLateAsPossible = fields.flag("as-late-as-possible") ?? false
    details.isInactive = fields.flag("inactive") ?? false
    details.statedCritical = fields.flag("stated-critical")
    details.event = fields.oneOf("event")
    details.sites = fields.identifiers("site")
    details.teams = fields.identifiers("team")
    details.window = fields.identifier("window")
    details.reported = fields.text("reported")
    details.boardCase = fields.text("case")
    details.owner = fields.text("owner")
    details.what = fields.text("what")
    details.note = fields.note
    details.seeds = fields.seeds
    details.seedID = fields.text("seed-id")
    details.cost = fields.mapping("cost", as: KeyTable.cost).map(readCost)
    details.formerIDs = fields.identifiers("was")
  }
}

extension Fields {
  /// Whether an activity says more than most do.
  fileprivate var hasMore: Bool { hasKey(besides: ["name", "duration", "after", "milestone", "calendar", "source"]) }

  /// Reports facts of one activity that cannot all be true.
  fileprivate func checkTogether(_ activity: inout Activity) {
    func refuse(_ message: String, _ help: String = "", _ key: String) {
      reading.report(.contradiction, message, help, at: place(key))
    }
    if let duration = activity.duration, activity.kind != .task {
      switch activity.kind {
      case .startMilestone, .finishMilestone:
        let estimate = duration.value
        if [estimate.low, estimate.likely, estimate.high].contains(where: { $0 != nil && $0?.thousandths != 0 }) {
          refuse("a milestone has no duration", "leave out 'duration' or 'milestone'", "duration")
        }
        activity.duration = nil
      case .summary:
        refuse("a summary lasts as long as its parts", "leave out 'duration' or 'summary'", "duration")
      case .hammock, .task: break
      }
    }
    guard activity.hasDetails else { return }
    let details = activity.details
    let hasActual = details.actualStart != nil || details.actualFinish != nil
    if hasActual, let state = details.state?.value.word, state == .missed {
      refuse("it has an actual date and is \(state.rawValue)", "", "state")
    }
    if let start = details.actualStart?.value.earliest, let finish = details.actualFinish?.value.latest, finish < start
    {
      refuse("it finished (\(finish)) before it started (\(start))", "check which of the two is right", "actual-finish")
    }
    if details.actualFinish != nil, let remaining = details.remaining, remaining.value.thousandths != 0 {
      refuse("it is finished and has \(remaining.value) of work left", "", "remaining")
    }
    let pins = details.constraints.filter { $0.kind == .pinStart || $0.kind == .pinFinish }
    if let pin = pins.first, let other = details.constraints.first(where: { $0.kind != pin.kind }) {
      refuse(
        "'\(pin.kind.rawValue)' allows no other bound beside it, such as '\(other.kind.rawValue)'", "",
        pin.kind.rawValue)
    }
  }
}
