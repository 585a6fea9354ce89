import PlanModel
import PlanSchedule
import Testing

@Suite struct `Float and critical paths` {
  @Test func `total and free float`() throws {
    let schedule = Schedule(
      try Network(
        plan(
          [task("a", 1), task("b", 2), task("c", 5), task("d", 1)],
          [Link(from: "a", to: "b"), Link(from: "b", to: "d"), Link(from: "c", to: "d")])))
    #expect(["a", "b", "c", "d"].map { days(schedule[$0]?.totalFloat.first) } == [2, 2, 0, 0])
    #expect(["a", "b", "c", "d"].map { days(schedule[$0]?.freeFloat.first) } == [0, 2, 0, 0])
    #expect(["a", "b", "c", "d"].map { schedule[$0]?.isCritical } == [false, false, true, true])
    #expect(["a", "b", "c", "d"].map { schedule[$0]?.isOnLongestPath } == [false, false, true, true])
    #expect(schedule["d"]?.placement.links == [2])
  }

  @Test func `ties all drive and the first in the plan is named`() throws {
    let schedule = Schedule(
      try Network(
        plan([task("a", 2), task("b", 2), task("c", 1)], [Link(from: "b", to: "c"), Link(from: "a", to: "c")])))
    #expect(schedule["c"]?.driver == .link(0))
    #expect(schedule["c"]?.placement.links == [0, 1])
    #expect(schedule["a"]?.isOnLongestPath == true)
    #expect(schedule["b"]?.isOnLongestPath == true)
  }

  @Test func `the longest path survives a deadline that gives others less float`() throws {
    let urgent = with(task("u", 1)) { $0.deadline = Fact(on(-1)) }
    let schedule = Schedule(try Network(plan([task("a", 5), urgent])))
    #expect(schedule["u"]?.isCritical == true)
    #expect(schedule["u"]?.isOnLongestPath == false)
    #expect(schedule["a"]?.isOnLongestPath == true)
  }

  @Test func `float is to the end of the activity's own project`() throws {
    let schedule = Schedule(
      try Network(plan([task("p.a", 2), task("p.z", 5), task("q.b", 9)], [Link(from: "p.a", to: "q.b")])))
    #expect(days(schedule["p.a"]?.totalFloat.first) == 3)  // not 0, though q waits for it
    #expect(days(schedule["p.a"]?.freeFloat.first) == 0)
    #expect(days(schedule["q.b"]?.totalFloat.first) == 0)
  }

  @Test func `float to a named milestone is null where no path leads there`() throws {
    let network = try Network(
      plan(
        [task("p.a", 2), task("p.z", 5), task("q.b", 9), .milestone("m")],
        [Link(from: "p.a", to: "m"), Link(from: "p.z", to: "m")]))
    let schedule = Schedule(network, to: "m")
    #expect(schedule.floatTo == "m")
    #expect(days(schedule["p.a"]?.totalFloat.first) == 3)
    #expect(days(schedule["p.z"]?.totalFloat.first) == 0)
    #expect(schedule["q.b"]?.totalFloat.first == nil)
    #expect(schedule["q.b"]?.isCritical == nil)
    #expect(schedule["p.z"]?.isOnLongestPath == true)
    #expect(schedule["p.a"]?.isOnLongestPath == false)
  }

  @Test func `a path may leave the project and come back`() throws {
    let schedule = Schedule(
      try Network(
        plan(
          [task("p.a", 2), task("q.b", 3), task("p.c", 1), task("q.d", 9), task("p.e", 4)],
          [Link(from: "p.a", to: "q.b"), Link(from: "q.b", to: "p.c")])))
    #expect(days(schedule["p.a"]?.totalFloat.first) == 0)
    #expect(schedule["p.a"]?.isOnLongestPath == true)
    #expect(schedule["q.b"]?.isOnLongestPath == false)  // of p it is, of its own project it is not
    #expect(days(schedule["q.b"]?.totalFloat.first) == 4)
    #expect(days(schedule["p.e"]?.totalFloat.first) == 2)
  }

  @Test func `late dates may use the float choice of the plan`() throws {
    for choice in PlanOptions.Float.allCases {
      var plan = plan([task("a", 1), task("b", 4)])
      plan.options.float = choice
      #expect(days(Schedule(try Network(plan))["a"]?.totalFloat.first) == 3)
    }
  }

  @Test func `a milestone between two activities changes nothing`() throws {
    func schedule(_ links: [Link]) throws -> Schedule {
      var plan = plan(
        [
          Activity("a", work: .hours(40), calendar: "weekdays"), .milestone("m"),
          Activity("b", work: .hours(8), calendar: "norway"),
        ], links)
      plan.defaultCalendar = "weekdays"
      return Schedule(try Network(plan))
    }
    let through = try schedule([Link(from: "a", to: "m"), Link(from: "m", to: "b")])
    let direct = try schedule([Link(from: "a", to: "b")])
    #expect(through["b"]?.start == direct["b"]?.start)
    #expect(through["a"]?.totalFloat == direct["a"]?.totalFloat)
    #expect(through["m"]?.finishDays.first == dayZero + 4)  // on Friday, when the work is done
  }

  @Test func `an empty plan has no finish`() throws {
    let schedule = Schedule(try Network(Plan()))
    #expect(schedule.finish == nil)
    #expect(schedule.activities.isEmpty)
    #expect(schedule["nobody"] == nil)
  }
}
