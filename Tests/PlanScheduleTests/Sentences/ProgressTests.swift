import PlanModel
import PlanSchedule
import Testing

@Suite struct `Progress` {
  /// The status date is day 3: everything unfinished waits for day 4.
  private func reported(_ activities: [Activity], _ links: [Link] = []) -> Plan {
    var plan = plan(activities, links)
    plan.statusDate = dayZero + 3
    return plan
  }

  @Test func `nothing unfinished lies before the end of the status date`() throws {
    let schedule = Schedule(try Network(reported([task("a", 2)])))
    #expect(timeline(of: schedule) == "a  ....##")
    #expect(schedule["a"]?.driver == .statusDate)
  }

  @Test func `what has happened stays where it happened`() throws {
    let done = with(task("a", 9)) {
      $0.actualStart = Fact(on(0))
      $0.actualFinish = Fact(on(2))
    }
    let schedule = Schedule(try Network(reported([done, task("b", 1)], [Link(from: "a", to: "b")])))
    #expect(timeline(of: schedule) == "a  ###..\nb  ....#")
    #expect(schedule["a"]?.driver == .actual)
    #expect(schedule["a"]?.totalFloat.first == nil)
    #expect(schedule["a"]?.freeFloat.first == nil)
    #expect(schedule["a"]?.isDone == true)
  }

  @Test func `work under way goes on from the status date`() throws {
    let started = with(task("a", 6)) { $0.actualStart = Fact(on(2)) }
    let schedule = Schedule(try Network(reported([started])))
    #expect(timeline(of: schedule) == "a  ..######")  // two days done, four left
    let remaining = with(started) { $0.remaining = Fact(.days(1)) }
    #expect(timeline(of: Schedule(try Network(reported([remaining])))) == "a  ..###")
  }

  @Test func `what is left is working time where the duration is, and may be elapsed where that is`() throws {
    let started = with(task("a", 6)) {
      $0.actualStart = Fact(on(2))
      $0.remaining = Fact(.elapsedDays(2))
    }
    let problems = #expect(throws: InvalidPlan.self) { try Network(reported([started])) }
    #expect(problems?.diagnostics.map(\.code) == [.badQuantity])
    let long = with(Activity("a", work: Quantity(2, .elapsedMonths))) {
      $0.actualStart = Fact(on(2))
      $0.remaining = Fact(Quantity(1, .elapsedMonths))
    }
    #expect(days(Schedule(try Network(reported([long])))["a"]?.finish) == 34)
  }

  @Test func `an actual start after the status date adds no work`() throws {
    let started = with(task("a", 2)) { $0.actualStart = Fact(on(6)) }
    let network = try Network(reported([started]))
    #expect(timeline(of: Schedule(network)) == "a  ......##")
    #expect(network.findings.map(\.code) == [.actualAfterStatusDate])
  }

  @Test func `with actual dates remaining work waits for what has happened, also after the status date`() throws {
    let started = with(task("b", 4)) {
      $0.actualStart = Fact(on(2))
      $0.remaining = Fact(.days(1))
    }
    let late = with(task("done", 2)) {
      $0.actualStart = Fact(on(1))
      $0.actualFinish = Fact(on(5))
    }
    var plan = reported(
      [task("a", 9), late, started, task("c", 1)],
      [Link(from: "a", to: "b"), Link(from: "done", to: "b"), Link(from: "b", to: "c")])
    func drawn(_ progress: PlanOptions.Progress) throws -> (Int?, Driver?) {
      plan.options.progress = progress
      let schedule = Schedule(try Network(plan))
      return (days(schedule["b"]?.finish), schedule["c"]?.driver)
    }
    // a has not begun, and would be ready on day 13.
    #expect(try drawn(.retainedLogic).0 == 14)
    #expect(try drawn(.actualDates).0 == 7)
    #expect(try drawn(.progressOverride).0 == 5)
    #expect(try drawn(.actualDates).1 == .link(2))
  }

  @Test func `remaining work waits for an unfinished predecessor with retained logic only`() throws {
    let started = with(task("b", 4)) { $0.actualStart = Fact(on(2)) }
    var plan = reported([task("a", 3), started], [Link(from: "a", to: "b")])
    let retained = Schedule(try Network(plan))
    #expect(days(retained["b"]?.start) == 2)
    #expect(days(retained["b"]?.finish) == 9)  // a until day 7, two days left
    #expect(retained["b"]?.placement.links == [0])
    #expect(retained["a"]?.isOnLongestPath == true)
    #expect(days(retained["a"]?.freeFloat.first) == 0)
    plan.options.progress = .progressOverride
    let overridden = Schedule(try Network(plan))
    #expect(days(overridden["b"]?.finish) == 6)
    #expect(overridden["b"]?.placement.links == [])
    #expect(days(overridden["a"]?.totalFloat.first) == 0)  // it ends the project itself
  }

  /// Finish links of a started activity were turned round with its whole duration, so that it finished too early.
  @Test func `a finish link bounds what is left of a started activity`() throws {
    let started = with(task("b", 4)) { $0.actualStart = Fact(on(2)) }
    let schedule = Schedule(
      try Network(reported([task("a", 3), started], [Link(from: "a", to: "b", .finishToFinish, lag: .days(1))])))
    #expect(days(schedule["a"]?.finish) == 7)
    #expect(days(schedule["b"]?.finish) == 8)
    #expect(days(schedule["a"]?.totalFloat.first) == 0)
  }

  @Test func `a slip of work under way delays what is left, and a negative one does nothing`() throws {
    let started = with(task("a", 4)) {
      $0.actualStart = Fact(on(2))
      $0.slips = [Fact(.elapsedDays(2))]
    }
    #expect(days(Schedule(try Network(reported([started])))["a"]?.finish) == 8)
    let early = with(started) { $0.slips = [Fact(.elapsedDays(-2))] }
    #expect(days(Schedule(try Network(reported([early])))["a"]?.finish) == 6)
  }

  @Test func `float of work under way is that of its finish`() throws {
    let started = with(task("a", 4)) { $0.actualStart = Fact(on(2)) }
    let schedule = Schedule(
      try Network(reported([started, task("z", 9), task("s", 1)], [Link(from: "a", to: "s", .startToStart)])))
    #expect(schedule["a"]?.lateStart.first == nil)
    #expect(days(schedule["a"]?.lateFinish.first) == 13)
    #expect(days(schedule["a"]?.totalFloat.first) == 7)
  }

  @Test func `an imprecise actual counts as its latest day within the status date`() throws {
    let done = Activity.milestone("m")
    let schedule = Schedule(try Network(reported([with(done) { $0.actualFinish = Fact(between(1, 9)) }])))
    #expect(schedule["m"]?.days.first == dayZero + 3)
  }

  @Test func `an event that was taken is done on its day`() throws {
    let taken = with(.milestone("m")) { $0.state = Fact(EventState(.taken, at: on(1))) }
    let schedule = Schedule(try Network(reported([taken])))
    #expect(schedule["m"]?.days.first == dayZero + 1)
    #expect(schedule["m"]?.isDone == true)
  }

  @Test func `an actual without a status date is refused`() throws {
    let done = with(task("a", 1)) { $0.actualFinish = Fact(on(1)) }
    let problems = #expect(throws: InvalidPlan.self) { try Network(plan([done])) }
    #expect(problems?.diagnostics.map(\.code) == [.statusDateMissing])
  }
}
