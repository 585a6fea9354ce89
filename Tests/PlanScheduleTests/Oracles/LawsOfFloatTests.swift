import PlanModel
import PlanSchedule
import Testing

/// Stated for `strict` and activities without pin, expected finish, as-late-as-possible or maximal lag; delays in minutes of
/// the activity's own calendar.
@Suite struct `Laws of float` {
  private static let seeds = 5000..<(5000 + (ProcessOptions.runs ?? 300))

  /// Plans of all link kinds and lags, several calendars, windows and constraints, without pins.
  private func plan(_ seed: Int) -> Plan {
    var plan = RandomPlans.plan(seed, richly: seed % 3 > 0)
    var activities = plan.activities
    for place in activities.indices where activities[place].hasDetails {
      activities[place].details.constraints.removeAll { $0.kind == .pinStart || $0.kind == .pinFinish }
      // The delay is a slip of its own.
      activities[place].details.slips = []
      // What is late anyway stays so: one kind of answer at a time.
      if activities[place].details.actualStart != nil { activities[place].details.window = nil }
    }
    plan.activities = activities
    return plan
  }

  /// The plan with one activity so many elapsed minutes later, or its own start as a delay of its work.
  private func delayed(_ plan: Plan, _ id: ActivityID, by minutes: Int32) throws -> Schedule {
    var later = plan
    let place = Int(try #require(plan.index(of: id)).value)
    later.activities[place].details.slips.append(Fact(Quantity(Int(minutes), .elapsedMinutes)))
    return Schedule(try Network(later))
  }

  /// How many elapsed minutes later an activity starts when it is delayed by some of its working minutes.
  private func elapsed(_ activity: ScheduledActivity, _ work: Int32, _ plan: Plan) -> Int32 {
    let oracle = MinuteOracle(plan, .first)
    let hours = oracle.calendar(activity.activity)
    let start = activity.start.minutes
    var t = start
    while hours.work(t) < hours.work(start) + work || !oracle.mayStart(activity.activity, t) { t += 1 }
    return t - start
  }

  /// Whether some project ends later than before, or a deadline or late constraint is missed.
  private func breaks(_ schedule: Schedule, _ plan: Plan, _ before: Schedule, _ project: ProjectID?) -> Bool {
    let oracle = MinuteOracle(plan, .first)
    func end(_ schedule: Schedule) -> Instant? {
      schedule.activities.filter { $0.activity.project == project }.map(\.finish).max()
    }
    if end(schedule) != end(before) { return true }
    return plan.activities.contains { activity in
      guard let now = schedule[activity.id], !now.isDone else { return false }
      return !oracle.isWithinCeilings(activity, .init(start: now.start.minutes, finish: now.finish.minutes))
    }
  }

  @Test(arguments: 0..<4)
  func `delaying by total float moves no target and a minute more does`(part: Int) throws {
    for seed in `Laws of float`.seeds where seed % 4 == part {
      let plan = plan(seed)
      let schedule = Schedule(try Network(plan))
      // Where something is late already, nothing says by whom.
      guard schedule.activities.allSatisfy({ ($0.totalFloat.first ?? .zero) >= .zero }) else { continue }
      // It may be late by days off only: no working time of its own, and so no float below zero.
      if breaks(schedule, plan, schedule, nil) { continue }
      for activity in schedule.activities {
        guard let float = activity.totalFloat.first?.minutes, !activity.isUndated else { continue }
        guard activity.activity.details.actualStart == nil, activity.activity.details.window == nil else { continue }
        let project = activity.activity.project
        let same = try delayed(plan, activity.id, by: elapsed(activity, float, plan))
        try #require(!breaks(same, plan, schedule, project), "seed \(seed), \(activity.id), float \(float)")
        let more = try delayed(plan, activity.id, by: elapsed(activity, float + 1, plan))
        try #require(breaks(more, plan, schedule, project), "seed \(seed), \(activity.id), float \(float) and a minute")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `delaying by free float moves nothing else`(part: Int) throws {
    for seed in `Laws of float`.seeds where seed % 4 == part {
      let plan = plan(seed)
      let schedule = Schedule(try Network(plan))
      for activity in schedule.activities {
        guard let float = activity.freeFloat.first?.minutes, float > 0, !activity.isUndated else { continue }
        guard activity.activity.details.actualStart == nil, activity.activity.details.window == nil else { continue }
        let later = try delayed(plan, activity.id, by: elapsed(activity, float, plan))
        try #require(later[activity.id]?.start.minutes == activity.start.minutes + elapsed(activity, float, plan))
        for other in schedule.activities where other.id != activity.id {
          try #require(
            later[other.id]?.start == other.start && later[other.id]?.finish == other.finish,
            "seed \(seed), \(activity.id) by \(float) moves \(other.id)")
        }
      }
    }
  }

  @Test func `early is never after late where nothing is infeasible`() throws {
    for seed in `Laws of float`.seeds {
      var (plan, features) = RandomPlans.everything(seed)
      for place in plan.activities.indices {
        plan.activities[place].details.deadline = nil
        plan.activities[place].details.constraints = []
      }
      plan.mustFinishBy = nil
      plan.options.scheduleFrom = .start
      for place in plan.projects.indices { plan.projects[place].mustFinishBy = nil }
      guard let network = try? Network(plan) else { continue }
      // A longest lag after what has begun can be missed, as a deadline can.
      if network.findings.contains(where: { $0.code == .maximumBroken }) { continue }
      for activity in Schedule(network).activities where activity.isScheduled {
        if let late = activity.lateStart.first {
          try #require(activity.start <= late, "seed \(seed), \(features), \(activity.id)")
        }
        if let late = activity.lateFinish.first {
          try #require(activity.finish <= late, "seed \(seed), \(features), \(activity.id)")
        }
        if let total = activity.totalFloat.first, let free = activity.freeFloat.first {
          try #require(.zero <= free && free <= total, "seed \(seed), \(features), \(activity.id)")
        }
      }
    }
  }

  @Test func `the order of the file changes nothing, whatever is in it`() throws {
    for seed in `Laws of float`.seeds {
      let (plan, features) = RandomPlans.everything(seed)
      var dice = Dice(seed: seed)
      var shuffled = plan
      shuffled.activities.shuffle(using: &dice)
      shuffled.links.shuffle(using: &dice)
      shuffled.projects.shuffle(using: &dice)
      let (first, second) = (try? Network(plan), try? Network(shuffled))
      try #require((first == nil) == (second == nil), "seed \(seed), \(features)")
      guard let first, let second else { continue }
      let (one, other) = (Schedule(first), Schedule(second))
      for activity in one.activities {
        let same = try #require(other[activity.id])
        try #require(
          activity.starts == same.starts && activity.finishes == same.finishes
            && activity.lateStart == same.lateStart && activity.lateFinish == same.lateFinish
            && activity.totalFloat == same.totalFloat && activity.freeFloat == same.freeFloat
            && activity.isOnLongestPath == same.isOnLongestPath && activity.isScheduled == same.isScheduled
            && activity.isLowerBound == same.isLowerBound && Set(activity.waitsFor) == Set(same.waitsFor)
            && activity.basis == same.basis && activity.drivenBasis == same.drivenBasis,
          "seed \(seed), \(features), \(activity.id)")
      }
    }
  }

  @Test func `a hammock and a summary change nothing else`() throws {
    for seed in `Laws of float`.seeds {
      let (plan, features) = RandomPlans.everything(seed, only: Features.all.filter { $0 != .spans })
      guard let network = try? Network(plan) else { continue }
      var more = plan
      var dice = Dice(seed: seed)
      more.activities.append(Activity("p.200", kind: .hammock))
      for activity in plan.activities where dice.one(in: 50) {
        more.links.append(
          dice.one(in: 50)
            ? Link(from: "p.200", to: activity.id, dice.one(of: Link.Kind.allCases), lag: .days(30))
            : Link(from: activity.id, to: "p.200", dice.one(of: Link.Kind.allCases), lag: .days(30)))
      }
      more.activities.append(Activity("p.100", kind: .summary))
      for place in plan.activities.indices where dice.one(in: 50) { more.activities[place].details.parent = "p.100" }
      let (alone, together) = (Schedule(network), Schedule(try Network(more)))
      for activity in alone.activities {
        let same = try #require(together[activity.id])
        try #require(
          activity.starts == same.starts && activity.finishes == same.finishes && activity.totalFloat == same.totalFloat
            && activity.freeFloat == same.freeFloat && activity.isOnLongestPath == same.isOnLongestPath
            && activity.waitsFor == same.waitsFor && activity.driver == same.driver,
          "seed \(seed), \(features), \(activity.id)")
      }
    }
  }

  @Test func `a longest lag that holds anyway changes nothing, and one that is kept holds`() throws {
    for seed in `Laws of float`.seeds {
      let (plan, features) = RandomPlans.everything(seed, only: [.maximum, .spans], share: 70)
      guard features.contains(.maximum), let network = try? Network(plan) else { continue }
      let oracle = MinuteOracle(plan, .first)
      let early = EarlyDates(network, .first)
      func dates(_ id: ActivityID) -> MinuteOracle.Dates {
        let position = network.position(plan.index(of: id)!)
        return .init(start: early.start(position), finish: early.finish(position))
      }
      for link in oracle.links where link.details.maximum != nil && !oracle.isFixed(plan[link.from]!) {
        let (from, to) = (dates(link.from), dates(link.to))
        let event = link.kind.boundsFinish ? to.finish : to.start
        var leave = link.kind.leavesStart ? from.start : from.finish
        // The end of a period of work and the start of the next are the same boundary.
        if !link.kind.leavesStart, from.finish > from.start {
          leave = oracle.calendar(plan[link.from]!).opening(leave)
        }
        try #require(oracle.reaches(link, from: leave, to: event), "seed \(seed), \(link.from) → \(link.to)")
      }
    }
  }
}
