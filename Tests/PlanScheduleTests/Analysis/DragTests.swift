import PlanModel
import PlanSchedule
import Testing

@Suite struct `Drag and criticality` {
  @Test func `is the duration where nothing runs beside it, and else at most the float of what does`() throws {
    let schedule = Schedule(
      try Network(
        plan(
          [task("a", 3), task("b", 5), task("c", 4), task("z", 2)],
          [
            Link(from: "a", to: "b"), Link(from: "a", to: "c"), Link(from: "b", to: "z"), Link(from: "c", to: "z"),
          ])))
    let drags = Drags(schedule)
    #expect(["a", "b", "c", "z"].map { days(drags[$0]) } == [3, 1, 0, 2])
  }

  @Test func `is to the end that is named`() throws {
    let schedule = Schedule(
      try Network(
        plan([task("a", 3), task("b", 5), .milestone("m")], [Link(from: "a", to: "m")])))
    #expect(days(Drags(schedule, to: "m")["a"]) == 3)
    #expect(days(Drags(schedule, to: "m")["b"]) == 0)
    #expect(days(Drags(schedule)["b"]) == 2)
    #expect(Drags(schedule)["m"] == nil)
    #expect(Drags(schedule)["nobody"] == nil)
  }

  @Test func `is negative where a longer activity brings the end forward`() throws {
    let schedule = Schedule(
      try Network(
        plan(
          [task("p", 10), task("x", 4), task("q", 8)],
          [Link(from: "p", to: "x", .finishToFinish), Link(from: "x", to: "q", .startToStart)])))
    #expect(days(Drags(schedule)["x"]) == -4)
    #expect(Criticalities(schedule)["x"]?.class == .reverse)
    #expect(Criticalities(schedule)["p"]?.class == .normal)
  }

  @Test func `of what has started is of what is left`() throws {
    var plan = plan([task("a", 6), task("b", 5)], [Link(from: "a", to: "b")])
    plan.statusDate = dayZero + 1
    plan.activities[0].details.actualStart = Fact(on(0))
    #expect(days(Drags(Schedule(try Network(plan)))["a"]) == 4)
    plan.activities[0].details.actualFinish = Fact(on(1))
    #expect(Drags(Schedule(try Network(plan)))["a"] == nil)
  }

  /// Without work it stands where work begins again, on Monday morning; that is the same boundary as Friday afternoon,
  /// and the two nights and days between are no loss.
  @Test func `is nothing where its finish is bound to the end of a day before a weekend`() throws {
    var plan = plan(
      [
        with(task("a", 2)) { $0.constraints = [Constraint(.finishNoEarlierThan, Fact(on(4)))] }, .milestone("m"),
        task("z", 1),
      ],
      [Link(from: "a", to: "m"), Link(from: "a", to: "z")])
    plan.defaultCalendar = "weekdays"
    let schedule = Schedule(try Network(plan))
    #expect(schedule["a"]?.finish.finishDay == dayZero + 4)
    for end in [nil, "a", "m", "z"] as [ActivityID?] {
      #expect(Drags(schedule, to: end)["a"]?.elapsed == .zero, "to \(end?.text ?? "the last")")
    }
    #expect(Drags(schedule, to: "z")["z"].map { $0.elapsed.minutes > 0 } == true)
  }

  @Test func `is nothing where no dates are left without the work`() throws {
    // b waits for the start of x, and x may not finish before 5 days after a: the shorter x, the later b. But b has to
    // follow a within 2 days.
    var close = Link(from: "a", to: "b")
    close.details.maximum = .days(2)
    let links = [
      Link(from: "a", to: "x", .finishToFinish, lag: .days(5)), Link(from: "x", to: "b", .startToStart), close,
    ]
    let schedule = Schedule(try Network(plan([task("a", 1), task("x", 4), task("b", 1)], links)))
    #expect(days(Drags(schedule)["a"]) == 1)
    #expect(Drags(schedule)["x"] == nil)
  }

  @Test(arguments: 0..<4)
  func `and criticality equal scheduling an edited plan again`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      try check(RandomPlans.plan(seed), seed)
      let features: [Features] = [.asLateAsPossible, .maximum, .mustFinish, .fromFinish, .spans, .secondConstraint]
      try check(RandomPlans.everything(seed, only: features).0, seed)
    }
  }

  private func check(_ plan: Plan, _ seed: Int) throws {
    guard let network = try? Network(plan) else { return }
    let schedule = Schedule(network)
    let reading = [Reading.first, .last, .mostFavourable, .leastFavourable][seed / 4 % 4]
    var without: [ActivityID: Solved] = [:]
    for activity in plan.activities {
      guard let work = Edit(plan, activity.id, reading, nil).work else { continue }
      without[activity.id] = Solved(plan, activity.id, reading, hasWork: work > 0)
    }
    for end in [nil, plan.activities[seed % plan.activities.count].id] {
      let (drags, criticalities) = (Drags(schedule, reading, to: end), Criticalities(schedule, reading, to: end))
      for activity in plan.activities {
        let edit = Edit(plan, activity.id, reading, end)
        guard let work = edit.work else {
          try #require(drags[activity.id] == nil && criticalities[activity.id] == nil, "seed \(seed)")
          continue
        }
        let name: Comment = "seed \(seed), \(activity.id), \(reading), \(end as Any)"
        let without = without[activity.id]?.finish(of: end, project: activity.project)
        try #require(drags[activity.id]?.without.minutes == without, name)
        guard let drag = drags[activity.id], let now = try edit.finish() else { continue }
        try #require(drag.finish.minutes == now, name)
        guard work > 0, let criticality = criticalities[activity.id] else { continue }
        // An edited plan is refused where any of its readings has no dates.
        let (shorter, longer) = (work == 1 ? without : try edit.finish(work - 1), try edit.finish(work + 1))
        try #require(shorter == nil || shorter == criticality.shorter.minutes + now, name)
        try #require(longer == nil || longer == criticality.longer.minutes + now, name)
      }
    }
  }

  private func days(_ drag: Drag?) -> Int? { drag.map { Int($0.elapsed.minutes) / 1440 } }
}

/// The dates of a plan in which one activity takes no time, or has nothing left, minute by minute.
private struct Solved {
  let oracle: MinuteOracle
  /// Nil where no dates meet its maximal lags.
  let solution: MinuteOracle.Solution?

  init(_ plan: Plan, _ id: ActivityID, _ reading: Reading, hasWork: Bool) {
    var plan = plan
    let place = plan.activities.firstIndex { $0.id == id }!
    let isElapsed = plan.activities[place].duration?.value.likely.isElapsed == true
    let none = Quantity(0, isElapsed ? .elapsedMinutes : .minutes)
    if plan.activities[place].details.actualStart != nil {
      plan.activities[place].details.remaining = Fact(none)
    } else {
      plan.activities[place].duration = Fact(Estimate(none))
    }
    var oracle = MinuteOracle(plan, reading)
    // Late dates are at openings, so where dates rest on them nothing stands where work ends.
    let isLate =
      plan.options.scheduleFrom == .finish
      || plan.activities.contains { $0.details.isAsLateAsPossible && !oracle.isFixed($0) }
    if hasWork, !isLate { oracle.instant = id }
    self.oracle = oracle
    solution = oracle.solution()
  }

  func finish(of end: ActivityID?, project: ProjectID?) -> Int32? {
    guard let solution else { return nil }
    guard let end else { return oracle.ends(solution.dates)[project] }
    switch oracle.plan[end]?.kind {
    case .summary: return oracle.span(ofSummary: end, solution.dates)?.finish
    case .hammock: return oracle.span(ofHammock: end, solution.dates)?.finish
    default: return solution.dates[end]?.finish
    }
  }
}

/// A plan in which one activity takes another time, scheduled from the beginning.
private struct Edit {
  let plan: Plan
  let place: Int
  let reading: Reading
  let end: ActivityID?
  /// What the activity has to do in this reading; nil where it has nothing to do at all.
  let work: Int32?

  init(_ plan: Plan, _ id: ActivityID, _ reading: Reading, _ end: ActivityID?) {
    (self.plan, self.reading, self.end) = (plan, reading, end)
    place = plan.activities.firstIndex { $0.id == id }!
    let activity = plan.activities[place]
    let details = activity.details
    if activity.kind != .task || details.actualFinish != nil {
      work = nil
    } else {
      let estimate = activity.duration!.value
      let likely = reading.durations == .low ? estimate.low : reading.durations == .high ? estimate.high : nil
      var minutes = Int32((likely ?? estimate.likely).thousandths / 1000)
      if let started = details.actualStart?.value.latest {
        if let remaining = details.remaining {
          minutes = Int32(remaining.value.thousandths / 1000)
        } else {
          let calendar = Edit.calendar(of: activity, in: plan)
          let (from, to) = (started.start.minutes, max(plan.statusDate!.end.minutes, started.start.minutes))
          minutes = max(0, minutes - (calendar.work(to) - calendar.work(from)))
        }
      }
      work = minutes
    }
  }

  private static func calendar(of activity: Activity, in plan: Plan) -> MinuteCalendar {
    let isElapsed = activity.duration?.value.likely.isElapsed == true
    return MinuteOracle.calendars[isElapsed ? "24h" : activity.calendar ?? plan.defaultCalendar]!
  }

  /// Nil where no dates meet its maximal lags.
  func finish(_ minutes: Int32? = nil) throws -> Int32? {
    var plan = plan
    if let minutes {
      let isElapsed = plan.activities[place].duration?.value.likely.isElapsed == true
      let quantity = Quantity(Int(minutes), isElapsed ? .elapsedMinutes : .minutes)
      if plan.activities[place].details.actualStart != nil {
        plan.activities[place].details.remaining = Fact(quantity)
      } else {
        plan.activities[place].duration = Fact(Estimate(quantity))
      }
    }
    let network: Network
    do {
      network = try Network(plan)
    } catch {
      guard error.diagnostics.allSatisfy({ $0.code == .infeasibleMaximum }) else { throw error }
      return nil
    }
    let early = EarlyDates(network, reading)
    func finish(_ place: Int) -> Int32 { early.finish(network.position(ActivityIndex(place))) }
    if let end { return finish(plan.activities.firstIndex { $0.id == end }!) }
    let project = plan.activities[place].id.text.prefix(1)
    return plan.activities.indices.filter {
      plan.activities[$0].id.text.prefix(1) == project && ![.summary, .hammock].contains(plan.activities[$0].kind)
    }.map(finish).max()
  }
}
