import PlanModel
import PlanSchedule
import Testing

@Suite struct `Scheduling from the finish` {
  private func fromFinish(_ day: Int?, _ activities: [Activity], _ links: [Link] = []) -> Plan {
    var plan = plan(activities, links)
    plan.options.scheduleFrom = .finish
    plan.mustFinishBy = day.map { Fact(on($0)) }
    return plan
  }

  @Test func `everything lies as late as the date that the plan must finish by allows`() throws {
    let schedule = Schedule(
      try Network(fromFinish(7, [task("a", 2), task("b", 3), task("c", 1)], [Link(from: "a", to: "b")])))
    #expect(timeline(of: schedule) == "a  ...##...\nb  .....###\nc  .......#")
    #expect(["a", "b", "c"].map { days(schedule[$0]?.totalFloat.first) } == [0, 0, 0])
  }

  @Test func `a date that cannot be met gives the dates from the start and negative float`() throws {
    let schedule = Schedule(
      try Network(fromFinish(2, [task("a", 2), task("b", 3), task("c", 1)], [Link(from: "a", to: "b")])))
    #expect(timeline(of: schedule) == "a  ##...\nb  ..###\nc  ..#..")
    #expect(["a", "b", "c"].map { days(schedule[$0]?.totalFloat.first) } == [-2, -2, 0])
  }

  @Test func `it holds for all projects and over their links`() throws {
    let schedule = Schedule(
      try Network(fromFinish(7, [task("p.a", 2), task("q.b", 3), task("p.c", 1)], [Link(from: "p.a", to: "q.b")])))
    #expect(timeline(of: schedule) == "p.a  ...##...\nq.b  .....###\np.c  .......#")
  }

  @Test func `all kinds of links and lags are taken back`() throws {
    func drawn(_ kind: Link.Kind, _ lag: Int) throws -> String {
      timeline(
        of: Schedule(
          try Network(fromFinish(6, [task("a", 2), task("b", 3)], [Link(from: "a", to: "b", kind, lag: .days(lag))]))))
    }
    #expect(try drawn(.finishToStart, 1) == "a  .##....\nb  ....###")
    #expect(try drawn(.startToStart, 1) == "a  ...##..\nb  ....###")
    #expect(try drawn(.finishToFinish, 1) == "a  ....##.\nb  ....###")
    #expect(try drawn(.startToFinish, 4) == "a  ...##..\nb  ....###")
  }

  @Test func `a deadline and a late constraint are kept`() throws {
    let urgent = with(task("a", 2)) { $0.deadline = Fact(on(3)) }
    let starts = with(task("b", 2)) { $0.constraints = [Constraint(.startNoLaterThan, Fact(on(1)))] }
    #expect(timeline(of: Schedule(try Network(fromFinish(5, [urgent, starts])))) == "a  ..##\nb  .##.")
  }

  @Test func `floors, pins and what has begun stay`() throws {
    var plan = fromFinish(
      9,
      [
        with(task("a", 4)) { $0.actualStart = Fact(on(1)) },
        with(task("b", 2)) { $0.constraints = [Constraint(.pinStart, Fact(on(5)))] },
        with(task("c", 2)) { $0.planned = Fact(on(12)) },
        with(task("d", 1)) { $0.actualFinish = Fact(on(2)) },
        task("e", 1),
      ])
    plan.statusDate = dayZero + 2
    let schedule = Schedule(try Network(plan))
    #expect(days(schedule["a"]?.finish) == 5)
    #expect(days(schedule["b"]?.start) == 5)
    #expect(days(schedule["c"]?.start) == 12)
    #expect(days(schedule["d"]?.finish) == 3)
    #expect(days(schedule["e"]?.start) == 9)
  }

  @Test func `work lies on work time`() throws {
    var plan = fromFinish(6, [Activity("a", work: .hours(10)), .milestone("m")], [Link(from: "a", to: "m")])
    plan.defaultCalendar = "weekdays"
    let schedule = Schedule(try Network(plan))
    #expect(schedule["a"]?.start.description == "2023-05-04T14:00")
    #expect(schedule["a"]?.finish.description == "2023-05-05T16:00")
    #expect(schedule["m"]?.days.first == dayZero + 6)  // events live around the clock
  }

  @Test func `it needs the date`() {
    let problems = #expect(throws: InvalidPlan.self) { try Network(fromFinish(nil, [task("a", 1)])) }
    #expect(problems?.diagnostics.count == 1)
    #expect(problems?.diagnostics.first?.message.contains("must-finish-by") == true)
  }
}
