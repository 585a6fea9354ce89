import PlanModel
import PlanSchedule
import Testing

@Suite struct `Summaries` {
  private func part(_ activity: Activity, of parent: ActivityID) -> Activity {
    with(activity) { $0.parent = parent }
  }

  @Test func `a summary spans its parts`() throws {
    let schedule = try schedule(
      [Activity("s", kind: .summary), part(task("a", 2), of: "s"), part(task("b", 3), of: "s"), task("z", 1)],
      [Link(from: "z", to: "a"), Link(from: "a", to: "b")])
    #expect(timeline(of: schedule) == "s  .#####\na  .##...\nb  ...###\nz  #.....")
    #expect(schedule["s"]?.isScheduled == true)
  }

  @Test func `its late dates span those of its parts and its float is the smallest of theirs`() throws {
    let schedule = try schedule([
      Activity("s", kind: .summary), part(task("a", 2), of: "s"), part(task("b", 3), of: "s"), task("z", 9),
    ])
    #expect(days(schedule["s"]?.lateStart.first) == 6)  // b; a may start on day 7
    #expect(days(schedule["s"]?.lateFinish.first) == 9)
    #expect(days(schedule["s"]?.totalFloat.first) == 6)
    let parts = [Activity("s", kind: .summary), part(task("a", 2), of: "s"), part(task("b", 9), of: "s")]
    let tight = Schedule(try Network(plan(parts)))
    #expect(days(tight["s"]?.totalFloat.first) == 0)
    #expect(tight["s"]?.isCritical == true)
  }

  @Test func `a summary of summaries spans everything below`() throws {
    let schedule = try schedule(
      [
        part(task("b", 3), of: "inner"), Activity("outer", kind: .summary), part(task("a", 2), of: "outer"),
        part(Activity("inner", kind: .summary), of: "outer"),
      ], [Link(from: "a", to: "b")])
    #expect(timeline(of: schedule) == "b      ..###\nouter  #####\na      ##...\ninner  ..###")
  }

  @Test func `milestones are parts, what is cancelled is not`() throws {
    let schedule = try schedule([
      Activity("s", kind: .summary), part(task("a", 2), of: "s"),
      part(.milestone("m", .finishMilestone, planned: on(4)), of: "s"),
      part(with(task("c", 9)) { $0.state = Fact(EventState(.cancelled)) }, of: "s"),
    ])
    #expect(days(schedule["s"]?.start) == 0)
    #expect(days(schedule["s"]?.finish) == 5)
  }

  @Test func `with nothing scheduled below, it is not scheduled`() throws {
    let schedule = try schedule([
      Activity("s", kind: .summary), Activity("t", kind: .summary),
      part(with(task("c", 9)) { $0.isInactive = true }, of: "s"), part(Activity("u", kind: .summary), of: "t"),
      task("a", 1),
    ])
    for id: ActivityID in ["s", "t", "u"] {
      #expect(schedule[id]?.isScheduled == false)
      #expect(schedule[id]?.totalFloat.first == nil)
    }
    #expect(days(schedule.finish) == 1)
  }

  @Test func `both readings span`() throws {
    let schedule = try schedule([
      Activity("s", kind: .summary), part(.milestone("m", .finishMilestone, planned: between(2, 5)), of: "s"),
    ])
    #expect(schedule["s"]?.finishDays == Readings(first: dayZero + 2, last: dayZero + 5))
  }

  @Test func `parts may lie in other projects and count there`() throws {
    let schedule = try schedule([
      Activity("p.s", kind: .summary), part(task("q.a", 2), of: "p.s"), task("q.z", 5), task("p.b", 1),
    ])
    #expect(days(schedule["p.s"]?.finish) == 2)
    #expect(days(schedule["p.s"]?.totalFloat.first) == 3)  // that of its part, to the end of q
    #expect(days(schedule["p.b"]?.totalFloat.first) == 0)  // p itself ends with day 0
  }

  @Test func `what is done begins it`() throws {
    var plan = plan([
      Activity("s", kind: .summary), part(with(task("a", 2)) { $0.actualFinish = Fact(on(1)) }, of: "s"),
      part(task("b", 2), of: "s"),
    ])
    plan.activities[1].details.actualStart = Fact(on(0))
    plan.statusDate = dayZero + 3
    let schedule = Schedule(try Network(plan))
    #expect(days(schedule["s"]?.start) == 0)
    #expect(days(schedule["s"]?.finish) == 6)
    #expect(days(schedule["s"]?.totalFloat.first) == 0)
  }
}
