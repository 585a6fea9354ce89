import PlanModel
import PlanSchedule
import Testing

@Suite struct `Floats of an activity` {
  /// a and b meet in c beside d; everything meets in z.
  private func schedule() throws -> Schedule {
    Schedule(
      try Network(
        plan(
          [task("a", 2), task("b", 4), task("c", 3), task("d", 10), task("z", 1)],
          [
            Link(from: "a", to: "c"), Link(from: "b", to: "c"), Link(from: "c", to: "z"), Link(from: "d", to: "z"),
          ])))
  }

  @Test func `share the room between who is before and who is after`() throws {
    let table = FloatTable(try schedule())
    func floats(_ id: ActivityID) throws -> [Int?] {
      let floats = try #require(table[id]?.first)
      return [
        floats.totalAtStart, floats.totalAtFinish, floats.total, floats.free, floats.interfering, floats.safety,
        floats.independent,
      ].map(days)
    }
    #expect(try floats("a") == [5, 5, 5, 2, 3, 5, 2])
    #expect(try floats("b") == [3, 3, 3, 0, 3, 3, 0])
    #expect(try floats("c") == [3, 3, 3, 3, 0, 0, 0])  // its predecessors may use it all
    #expect(try floats("d") == [0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `count working time, and for tolerances the clock`() throws {
    var plan = plan(
      [Activity("a", work: .hours(8), calendar: "weekdays"), task("b", 6)])
    plan.start = dayZero + 4  // Friday
    let floats = try #require(FloatTable(Schedule(try Network(plan)))["a"]?.first)
    #expect(floats.total == .hours(3 * 8))  // Monday, Tuesday, Wednesday
    #expect(floats.elapsed == .days(5))
  }

  @Test func `of what has started are of its finish, of what is done there are none`() throws {
    var plan = plan([task("a", 2), task("b", 6)])
    plan.statusDate = dayZero
    plan.activities[0].details.actualStart = Fact(on(0))
    let floats = try #require(FloatTable(Schedule(try Network(plan)))["a"]?.first)
    #expect(floats.totalAtStart == nil)
    #expect(days(floats.totalAtFinish) == 5)
    #expect(days(floats.safety) == 5)
    plan.activities[0].details.actualFinish = Fact(on(0))
    #expect(FloatTable(Schedule(try Network(plan)))["a"]?.first == nil)
  }

  @Test(arguments: 0..<4)
  func `keep their laws in plans with everything in them`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      let plan = RandomPlans.plan(seed)
      let schedule = Schedule(try Network(plan))
      let table = FloatTable(schedule)
      for activity in schedule.activities {
        let floats = try #require(table[activity.id])
        for (floats, total, free) in [
          (floats.first, activity.totalFloat.first, activity.freeFloat.first),
          (floats.last, activity.totalFloat.last, activity.freeFloat.last),
        ] {
          guard let floats else { continue }
          try #require(floats.total == total && floats.free == free, "seed \(seed), \(activity.id)")
          try #require(floats.independent <= floats.free && floats.independent >= .zero, "seed \(seed), \(activity.id)")
          try #require(floats.interfering + floats.free == floats.total, "seed \(seed), \(activity.id)")
          let measured = activity.isDone || floats.totalAtStart == nil ? floats.totalAtFinish : floats.totalAtStart!
          try #require(floats.safety <= measured, "seed \(seed), \(activity.id)")
          try #require(
            floats.independent <= max(.zero, floats.safety) || floats.total < .zero, "seed \(seed), \(activity.id)")
        }
      }
    }
  }

  /// Safety and independent float from their definitions: predecessors held at their late dates.
  @Test func `of small plans equal holding all predecessors at their late dates`() throws {
    for seed in 0..<400 {
      let plan = RandomPlans.oneCalendar(seed)
      let schedule = Schedule(try Network(plan))
      let table = FloatTable(schedule)
      for activity in schedule.activities {
        let floats = try #require(table[activity.id]?.first)
        var forced = dayZero.start.minutes
        for link in plan.links where link.to == activity.id {
          let before = try #require(schedule[link.from])
          let late = try #require(link.kind.leavesStart ? before.lateStart.first : before.lateFinish.first)
          let lag = Int32((link.lag?.thousandths ?? 0) / 1000)
          let length = activity.finish.minutes - activity.start.minutes
          forced = max(forced, late.minutes + lag - (link.kind.boundsFinish ? length : 0))
        }
        let lateStart = try #require(activity.lateStart.first).minutes
        try #require(floats.safety.minutes == lateStart - forced, "seed \(seed), \(activity.id)")
        let limit = activity.start.minutes + floats.free.minutes
        try #require(floats.independent.minutes == max(0, limit - forced), "seed \(seed), \(activity.id)")
        try #require(floats.safety >= .zero, "seed \(seed), \(activity.id)")
      }
    }
  }
}

@Suite struct `Float to several ends` {
  @Test func `is to each end alone, and nothing where no path leads there`() throws {
    let schedule = Schedule(
      try Network(
        plan(
          [task("a", 2), task("b", 5), .milestone("m"), .milestone("n")],
          [Link(from: "a", to: "m"), Link(from: "a", to: "n"), Link(from: "b", to: "n")])))
    let floats = Floats(schedule, to: ["m", "n", "nobody"])
    #expect(floats.ends == ["m", "n"])
    #expect(days(floats["a", to: "m"]?.first?.total) == 0)
    #expect(days(floats["a", to: "n"]?.first?.total) == 3)
    #expect(days(floats["a", to: "n"]?.first?.lateFinish) == 5)
    #expect(floats["b", to: "m"] == nil)
    #expect(floats["a", to: "b"] == nil)
    #expect(days(floats["m", to: "m"]?.first?.total) == 0)
  }

  @Test(arguments: 0..<4)
  func `equals a schedule to that end, deadlines apart`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      var plan = RandomPlans.plan(seed)
      for place in plan.activities.indices {
        plan.activities[place].details.deadline = nil
        plan.activities[place].details.constraints.removeAll {
          [.startNoLaterThan, .finishNoLaterThan, .startOn, .finishOn, .pinStart, .pinFinish, .externalLateFinish]
            .contains($0.kind)
        }
      }
      let network = try Network(plan)
      let all = Schedule(network)
      let floats = Floats(all, to: plan.activities.map(\.id))
      for end in plan.activities {
        let schedule = Schedule(network, to: end.id)
        for activity in schedule.activities {
          let float = floats[activity.id, to: end.id]
          try #require(float?.first?.total == activity.totalFloat.first, "seed \(seed), \(activity.id) to \(end.id)")
          try #require(float?.last?.total == activity.totalFloat.last, "seed \(seed), \(activity.id) to \(end.id)")
          try #require(float?.first?.lateStart == activity.lateStart.first, "seed \(seed), \(activity.id) to \(end.id)")
        }
      }
    }
  }
}

extension RandomPlans {
  /// A small plan around the clock in minutes, links of all kinds with lags, nothing else.
  static func oneCalendar(_ seed: Int, kinds: [Link.Kind] = Link.Kind.allCases, lags: Bool = true) -> Plan {
    var dice = Dice(seed: seed)
    let ids = (0..<dice.number(2...7)).map { ActivityID("a\($0)") }
    var links: [Link] = []
    for to in ids.indices.dropFirst() {
      for from in 0..<to where dice.one(in: 45) {
        let lag = lags && dice.one(in: 30) ? Quantity.minutes(dice.number(-3...5)) : nil
        links.append(Link(from: ids[from], to: ids[to], dice.one(of: kinds), lag: lag))
      }
    }
    links.shuffle(using: &dice)
    return PlanScheduleTests.plan(ids.map { Activity($0, work: .minutes(dice.number(0...9))) }, links)
  }
}
