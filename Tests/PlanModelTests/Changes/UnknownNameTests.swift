import PlanModel
import Testing

@Suite struct `Changes of what is not there` {
  private var plan: Plan {
    var plan = Plan(
      activities: [
        Activity("x.release-1-1", work: .days(1)), Activity("x.test", work: .days(1)),
        Activity("y.test", work: .days(1)),
        Activity("y.live", work: .days(1)), .milestone("done"),
      ],
      links: [
        Link(from: "x.release-1-1", to: "x.test"), Link(from: "y.test", to: "y.live", .startToStart),
        Link(from: "y.live", to: "done"),
      ])
    plan.projects = [Project("x"), Project("y")]
    return plan
  }

  private func refusal(_ texts: String..., in plan: Plan? = nil) throws -> [String] {
    let changes = try texts.map { try Change($0) }
    do {
      _ = try (plan ?? self.plan).applying(changes)
      return []
    } catch {
      return error.diagnostics.map { problem in problem.help.map { "\(problem.message) | \($0)" } ?? problem.message }
    }
  }

  /// An id without its project was refused without a word of what was meant.
  @Test(arguments: [
    ("release-1-1 +6ew", "no activity is called 'release-1-1'; did you mean 'x.release-1-1'?"),
    ("relase-1-1 +6ew", "no activity is called 'relase-1-1'; did you mean 'x.release-1-1'?"),
    ("x.relase-1-1 +6ew", "no activity is called 'x.relase-1-1'; did you mean 'x.release-1-1'?"),
    ("drop live", "no activity is called 'live'; did you mean 'y.live'?"),
    ("test +1w", "no activity is called 'test' | give the project too; there are: x.test, y.test"),
    (
      "something-else +1w",
      "no activity is called 'something-else' | ids are project.activity, or the activity alone where it has no project"
    ),
    ("done window=winter", "no window is called 'winter' | the plan has no windows; they are defined under 'windows'"),
    ("add zebra.a 3d", "no project is called 'zebra' | the projects are: x, y"),
    (
      "drop x.release-1-1 -> done",
      "there is no link x.release-1-1 → done to drop | there are: x.release-1-1 -> x.test, y.live -> done"
    ),
    (
      "drop x.test -> x.release-1-1",
      "there is no link x.test → x.release-1-1 to drop | there is one the other way: x.release-1-1 -> x.test"
    ),
    (
      "drop y.test -> y.live FS",
      "there is no link y.test → y.live to drop | there is one of another type: y.test -> y.live SS"
    ),
    (
      "drop done -> x.release-1-1",
      "there is no link done → x.release-1-1 to drop | no link begins at done, and none ends at x.release-1-1"
    ),
  ])
  func `is refused with what there is`(text: String, expected: String) throws {
    #expect(try refusal(text) == [expected])
  }

  @Test func `lists eight names and counts the rest`() throws {
    var plan = plan
    plan.projects = (1...11).map { Project(ProjectID("p\($0)")) }
    #expect(
      try refusal("add zebra.a 3d", in: plan) == [
        "no project is called 'zebra' | the projects are: p1, p2, p3, p4, p5, p6, p7, p8 and 3 more"
      ])
  }

  @Test func `knows what earlier changes added and dropped`() throws {
    #expect(
      try refusal("nowhere-to-be-seen +1d", "add x.fresh 3d", "fresh +1d", "drop x.fresh", "fresh +1d").map {
        String($0.prefix(60))
      } == [
        "no activity is called 'nowhere-to-be-seen' | ids are project",
        "no activity is called 'fresh'; did you mean 'x.fresh'?",
        "no activity is called 'fresh' | ids are project.activity, or",
      ])
  }

  @Test func `says the same for one id and for many`() {
    let plan = plan
    var many = UnknownActivities()
    for id: ActivityID in ["test", "live", "x.relase-1-1", "relase-1-1", "nothing-of-the-kind", ""] {
      var one = UnknownActivities()
      #expect(many.diagnostic(for: id, in: plan, at: .memory) == one.diagnostic(for: id, in: plan, at: .memory))
    }
  }

  @Test(.timeLimit(.minutes(1))) func `costs no square in a large plan`() throws {
    let activities = (0..<30_000).map { Activity(ActivityID("project-\($0 % 100).activity-\($0)")) }
    let changes = try (0..<3000).map { try Change("activity-number-\($0) +1d") } + [Change("activity-77 +1d")]
    do {
      _ = try Plan(activities: activities).applying(changes)
      Issue.record("the ids are unknown")
    } catch {
      #expect(error.diagnostics.count == 3001)
      #expect(error.diagnostics.last?.values == ["activity-77", "project-77.activity-77"])
    }
  }
}
