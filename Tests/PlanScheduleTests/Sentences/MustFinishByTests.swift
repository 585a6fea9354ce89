import PlanModel
import PlanSchedule
import Testing

@Suite struct `Must finish by` {
  private func scheduled(_ activities: [Activity], _ links: [Link] = [], plan day: Int? = nil, p: Int? = nil) throws
    -> Schedule
  {
    var plan = plan(activities, links)
    if let day { plan.mustFinishBy = Fact(on(day)) }
    var project = Project("p")
    if let p { project.mustFinishBy = Fact(on(p)) }
    plan.projects = [project]
    return Schedule(try Network(plan))
  }

  @Test func `float is to the end of that day, later than the latest finish or earlier`() throws {
    let links = [Link(from: "p.a", to: "p.b")]
    for (day, float) in [(9, 5), (4, 0), (2, -2)] {
      let schedule = try scheduled([task("p.a", 3), task("p.b", 2), task("p.z", 1)], links, p: day)
      #expect(timeline(of: schedule) == "p.a  ###..\np.b  ...##\np.z  #....")
      #expect(["p.a", "p.b", "p.z"].map { days(schedule[$0]?.totalFloat.first) } == [float, float, float + 4])
      #expect(days(schedule["p.b"]?.lateFinish.first) == day + 1)
    }
  }

  @Test func `other projects keep their own end`() throws {
    let schedule = try scheduled([task("p.a", 3), task("q.b", 2), task("q.z", 4)], p: 9)
    #expect(["p.a", "q.b", "q.z"].map { days(schedule[$0]?.totalFloat.first) } == [7, 2, 0])
  }

  @Test func `of the plan it is that of every project without its own`() throws {
    let activities = [task("p.a", 3), task("q.b", 2), task("c", 1)]
    let all = try scheduled(activities, plan: 9)
    #expect(["p.a", "q.b", "c"].map { days(all[$0]?.totalFloat.first) } == [7, 8, 9])
    let own = try scheduled(activities, plan: 9, p: 4)
    #expect(["p.a", "q.b", "c"].map { days(own[$0]?.totalFloat.first) } == [2, 8, 9])
  }

  @Test func `a link into another project does not carry its end over`() throws {
    let schedule = try scheduled([task("p.a", 3), task("q.b", 2)], [Link(from: "p.a", to: "q.b")], p: 9)
    #expect(days(schedule["p.a"]?.totalFloat.first) == 7)
    #expect(days(schedule["q.b"]?.totalFloat.first) == 0)
  }

  @Test func `a deadline before it still binds`() throws {
    let schedule = try scheduled([with(task("p.a", 3)) { $0.deadline = Fact(on(5)) }, task("p.z", 1)], p: 9)
    #expect(["p.a", "p.z"].map { days(schedule[$0]?.totalFloat.first) } == [3, 9])
  }

  @Test func `the longest path ends at the latest finish all the same`() throws {
    for day in [2, 20] {
      let schedule = try scheduled(
        [task("p.a", 3), task("p.b", 2), task("p.z", 4)], [Link(from: "p.a", to: "p.b")], p: day)
      #expect(["p.a", "p.b", "p.z"].map { schedule[$0]?.isOnLongestPath } == [true, true, false])
    }
  }

  @Test func `a named end stands before it`() throws {
    var plan = plan(
      [task("p.a", 3), task("p.z", 5), .milestone("m")], [Link(from: "p.a", to: "m"), Link(from: "p.z", to: "m")])
    plan.mustFinishBy = Fact(on(9))
    let schedule = Schedule(try Network(plan), to: "m")
    #expect(["p.a", "p.z", "m"].map { days(schedule[$0]?.totalFloat.first) } == [2, 0, 0])
  }

  @Test func `on work time it is the last work time of that day`() throws {
    var plan = plan([Activity("a", work: .hours(8), calendar: "weekdays")])
    plan.mustFinishBy = Fact(on(6))  // a Sunday
    let schedule = Schedule(try Network(plan))
    #expect(schedule["a"]?.lateStart.first?.description == "2023-05-05T08:00")
    #expect(schedule["a"]?.lateFinish.first?.description == "2023-05-05T16:00")
    #expect(schedule["a"]?.totalFloat.first == .hours(32))
  }
}
