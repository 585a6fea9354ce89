import PlanModel
import PlanSchedule
import Testing

/// The status date is day 5: what is left waits for day 6 at least.
@Suite struct `Suspended work` {
  private func reported(_ activities: [Activity], _ links: [Link] = []) throws -> Schedule {
    var plan = plan(activities, links)
    plan.statusDate = dayZero + 5
    return Schedule(try Network(plan))
  }

  /// Begun on day 0, halted at the end of day 1.
  private func halted(_ activity: Activity, resumes: Int?) -> Activity {
    with(activity) {
      $0.actualStart = Fact(on(0))
      $0.suspended = Fact(on(1))
      $0.resumes = resumes.map { Fact(on($0)) }
    }
  }

  @Test func `what was done counts up to the day it was halted, and the rest waits for the day it resumes`() throws {
    let schedule = try reported([halted(task("a", 6), resumes: 9)])
    #expect(days(schedule["a"]?.start) == 0)
    #expect(days(schedule["a"]?.finish) == 13)
    #expect(schedule["a"]?.isUndated == false)
  }

  @Test func `what is stated to remain waits too`() throws {
    let schedule = try reported([with(halted(task("a", 6), resumes: 9)) { $0.remaining = Fact(.days(1)) }])
    #expect(days(schedule["a"]?.finish) == 10)
  }

  @Test func `nothing is done before the status date, whenever it resumes`() throws {
    let schedule = try reported([with(halted(task("a", 6), resumes: 4)) { $0.remaining = Fact(.days(2)) }])
    #expect(days(schedule["a"]?.finish) == 8)
  }

  @Test func `a day of halting after the status date takes nothing away`() throws {
    let schedule = try reported([with(halted(task("a", 9), resumes: 9)) { $0.suspended = Fact(on(7)) }])
    #expect(days(schedule["a"]?.finish) == 12)
  }

  @Test func `without a day to resume its finish is a lower bound`() throws {
    let schedule = try reported([halted(task("a", 6), resumes: nil), task("b", 1)], [Link(from: "a", to: "b")])
    #expect(days(schedule["a"]?.finish) == 10)
    #expect(schedule["a"]?.isUndated == true)
    #expect(schedule["a"]?.isLowerBound == true)
    #expect(schedule["b"]?.waitsFor == ["a"])
    #expect(schedule["b"]?.isLowerBound == true)
  }

  @Test func `a link that is later than the day it resumes holds it longer`() throws {
    let schedule = try reported(
      [task("z", 5), halted(task("a", 3), resumes: 8)], [Link(from: "z", to: "a")])
    #expect(days(schedule["a"]?.finish) == 12)  // z until day 11
    let free = try reported([task("z", 1), halted(task("a", 3), resumes: 8)], [Link(from: "z", to: "a")])
    #expect(days(free["a"]?.finish) == 9)
  }

  @Test func `on work time the rest begins with the next work time`() throws {
    // Monday and Tuesday are done, three days are left from Saturday, which is Monday, on.
    var plan = plan([halted(Activity("a", work: .hours(40), calendar: "weekdays"), resumes: 12)])
    plan.defaultCalendar = "weekdays"
    plan.statusDate = dayZero + 5
    #expect(Schedule(try Network(plan))["a"]?.finish.description == "2023-05-17T16:00")
  }

  @Test func `an expected finish counts from the day it resumes`() throws {
    let schedule = try reported([
      with(halted(task("a", 6), resumes: 9)) { $0.expectedFinish = Fact(on(7)) },
      with(halted(task("b", 6), resumes: 9)) { $0.expectedFinish = Fact(on(14)) },
    ])
    #expect(days(schedule["a"]?.finish) == 9)
    #expect(days(schedule["b"]?.finish) == 15)
  }

  @Test func `float of the rest is that of its finish`() throws {
    let schedule = try reported([halted(task("a", 6), resumes: 9), task("z", 14)])
    #expect(days(schedule["a"]?.totalFloat.first) == 7)
    #expect(schedule["a"]?.lateStart.first == nil)
  }

  @Test func `what has not begun or is done is not halted`() throws {
    let unstarted = with(task("a", 2)) { $0.suspended = Fact(on(1)) }
    let done = with(halted(task("b", 2), resumes: nil)) { $0.actualFinish = Fact(on(4)) }
    let schedule = try reported([unstarted, done])
    #expect(days(schedule["a"]?.start) == 6)
    #expect(days(schedule["a"]?.finish) == 8)
    #expect(days(schedule["b"]?.finish) == 5)
    #expect(schedule["b"]?.isUndated == false)
  }
}
