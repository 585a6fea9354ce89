import PlanModel
import PlanSchedule
import Testing

@Suite struct `Unknown dates` {
  /// With a status date and no start, roots without dates are undated.
  private func scheduled(_ activities: [Activity], _ links: [Link] = []) throws -> Schedule {
    var plan = Plan(activities: activities, links: links)
    plan.statusDate = dayZero - 1
    return Schedule(try Network(plan))
  }

  @Test func `an undated root stands at the status date and what waits for it says so`() throws {
    let schedule = try scheduled(
      [.milestone("r"), .milestone("m", .finishMilestone, planned: on(4)), task("b", 1)],
      [Link(from: "r", to: "m"), Link(from: "m", to: "b")])
    #expect(schedule["r"]?.start == dayZero.start)
    #expect(schedule["r"]?.isUndated == true)
    #expect(schedule["r"]?.driver == .nothing)
    #expect(schedule["r"]?.basis == .unknown)
    #expect(schedule["m"]?.waitsFor == ["r"])
    #expect(schedule["b"]?.waitsFor == ["r"])
    #expect(schedule["b"]?.isLowerBound == true)
    #expect(schedule["b"]?.isUndated == false)
    #expect(schedule["b"]?.basis == .unknown)
    #expect(schedule["b"]?.drivenBasis == .unsourced)  // what placed it is stated
    #expect(schedule["b"]?.isFloatAtMost == true)
  }

  @Test func `everything undated that is waited for is named in plan order`() throws {
    let schedule = try scheduled(
      [.milestone("m"), .milestone("s"), .milestone("r"), .milestone("q", .finishMilestone, planned: on(1))],
      [Link(from: "r", to: "m"), Link(from: "s", to: "m"), Link(from: "q", to: "m")])
    #expect(schedule["m"]?.waitsFor == ["s", "r"])
  }

  @Test func `without a status date a dated plan still does not know its undated roots`() throws {
    let activities = [Activity.milestone("m", .finishMilestone, planned: on(4)), task("r", 1), task("b", 1)]
    let schedule = Schedule(try Network(Plan(activities: activities, links: [Link(from: "r", to: "b")])))
    #expect(schedule["r"]?.isUndated == true)
    #expect(schedule["b"]?.waitsFor == ["r"])
    // A plan without any date is about distances alone.
    let bare = Schedule(try Network(Plan(activities: [task("a", 1), task("b", 1)], links: [Link(from: "a", to: "b")])))
    #expect(bare["a"]?.isUndated == false)
    #expect(bare["b"]?.waitsFor == [])
  }

  @Test func `a constraint dates a root`() throws {
    let dated = with(task("a", 1)) { $0.constraints = [Constraint(.startNoEarlierThan, Fact(on(3)))] }
    #expect(try scheduled([dated])["a"]?.isUndated == false)
    // Without any other date the plan begins no later than its constraint.
    #expect(days(Schedule(try Network(Plan(activities: [dated])))["a"]?.start) == 3)
    let old = with(task("a", 1)) { $0.constraints = [Constraint(.startNoEarlierThan, Fact(on(-9_000)))] }
    #expect(days(Schedule(try Network(Plan(activities: [old])))["a"]?.start) == -9_000)
  }

  @Test func `a missing duration contributes nothing and its finish is waited for`() throws {
    let schedule = Schedule(
      try Network(
        plan(
          [Activity("u"), task("after", 1), task("beside", 1)],
          [Link(from: "u", to: "after"), Link(from: "u", to: "beside", .startToStart)])))
    #expect(schedule["u"]?.isUndated == true)
    #expect(days(schedule["after"]?.start) == 0)
    #expect(schedule["after"]?.waitsFor == ["u"])
    #expect(schedule["beside"]?.waitsFor == [])  // its start is known
  }

  @Test func `overdue means that the new date is unknown`() throws {
    let schedule = try scheduled(
      [.milestone("m", .finishMilestone, planned: on(-20)), task("b", 1)], [Link(from: "m", to: "b")])
    #expect(schedule["m"]?.start == dayZero.start)
    #expect(schedule["m"]?.isUndated == true)
    #expect(schedule["b"]?.waitsFor == ["m"])
    let begun = with(task("a", 9)) {
      $0.planned = Fact(on(-20))
      $0.actualStart = Fact(on(-2))
    }
    #expect(try scheduled([begun])["a"]?.isUndated == false)
  }

  @Test(arguments: [EventState.Word.missed, .stopped])
  func `a missed or stopped event has no date until it is planned anew`(word: EventState.Word) throws {
    let halted = with(.milestone("m")) { $0.state = Fact(EventState(word)) }
    let schedule = try scheduled(
      [.milestone("p", .finishMilestone, planned: on(1)), halted, task("b", 1)],
      [Link(from: "p", to: "m"), Link(from: "m", to: "b")])
    #expect(schedule["m"]?.isUndated == true)
    #expect(schedule["b"]?.waitsFor == ["m"])
    let again = with(halted) { $0.planned = Fact(on(5)) }
    #expect(try scheduled([again])["m"]?.isUndated == false)
  }

  @Test func `what is done waits for nothing any more`() throws {
    let done = with(.milestone("m")) { $0.actualFinish = Fact(on(-2)) }
    let schedule = try scheduled([.milestone("r"), done], [Link(from: "r", to: "m")])
    #expect(schedule["m"]?.waitsFor == [])
    #expect(schedule["m"]?.isLowerBound == false)
    #expect(schedule["r"]?.isFloatAtMost == true)  // for its own sake
  }

  @Test func `the weakest basis is handed on, along driving links apart`() throws {
    let sourced = Evidence(source: "report")
    let assumed = Evidence(because: "usual")
    var a = Activity("a", duration: Fact(Estimate(.days(5)), sourced))
    a.details.planned = Fact(on(0), sourced)
    var b = Activity("b", duration: Fact(Estimate(.days(1)), assumed))
    b.details.planned = Fact(on(0), sourced)
    var details = LinkDetails()
    details.dependency.evidence = sourced
    let links = [Link(from: "a", to: "m", details: details), Link(from: "b", to: "m", details: details)]
    let schedule = try scheduled([a, b, .milestone("m")], links)
    #expect(schedule["a"]?.basis == .stated)
    #expect(schedule["b"]?.basis == .assumed)
    #expect(schedule["m"]?.basis == .assumed)
    #expect(schedule["m"]?.drivenBasis == .stated)
  }
}
