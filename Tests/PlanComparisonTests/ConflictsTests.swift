import PlanComparison
import PlanModel
import PlanSchedule
import Testing

@Suite struct `Facts that cannot all hold` {
  /// What keeps an activity from being earlier: a floor in the test's own words.
  private static let floors: Set<Constraint.Kind> = [
    .startNoEarlierThan, .finishNoEarlierThan, .startOn, .finishOn, .pinStart, .pinFinish, .externalEarlyStart,
  ]

  /// The plan with only the facts of a set, made anew: no dates, no work, no links besides them.
  private func only(_ subjects: [Assumptions.Subject], of plan: Plan) -> Plan {
    var bare = plan
    bare.links = plan.links.filter { link in subjects.contains(.link(link)) }
    bare.activities = plan.activities.map { activity in
      var activity = activity
      let id = activity.id
      if let span = activity.details.planned?.value, !subjects.contains(.planned(id, span)) {
        activity.details.planned = nil
      }
      if let work = activity.duration?.value, !subjects.contains(.duration(id, work)) {
        activity.duration = Fact(Estimate(Quantity(0, work.likely.unit)))
      }
      activity.details.slips.removeAll { !subjects.contains(.slip(id, $0.value)) }
      activity.details.constraints.removeAll {
        Self.floors.contains($0.kind) && !subjects.contains(.constraint(id, $0))
      }
      return activity
    }
    return bare
  }

  private func isMissed(_ conflict: Conflicts.Conflict, in plan: Plan) throws -> Bool {
    let network = try Network(plan)
    let early = EarlyDates(network, conflict.reading)
    let finish = Instant(minutes: early.finish(network.position(try #require(plan.index(of: conflict.activity.id)))))
    return (conflict.activity.kind == .startMilestone ? finish.day : finish.finishDay) > conflict.limit
  }

  /// With the set the limit is missed; without any one of its facts it is met: dropping facts never makes anything later,
  /// so no smaller set can miss it either.
  @Test(arguments: Seed.first(150))
  func `are an irreducible set`(seed: Seed) throws {
    var seed = seed
    var plan = randomPlan(&seed, activities: 8)
    for place in plan.activities.indices where plan.activities[place].details.actualFinish == nil {
      let day = Day.at("2024-01-10") + Int.random(in: 0..<40, using: &seed)
      plan.activities[place].details.target = .by(Fact(DateSpan(day), Evidence(source: "test")))
    }
    let outlook = try Outlook(plan)
    for conflict in Conflicts(outlook).conflicts {
      let facts = conflict.members.dropFirst().map(\.subject)
      #expect(try isMissed(conflict, in: only(facts, of: plan)), "\(seed) \(conflict.activity.id)")
      for left in facts.indices {
        var fewer = facts
        fewer.remove(at: left)
        #expect(
          try !isMissed(conflict, in: only(Array(fewer), of: plan)), "\(seed) \(conflict.activity.id) \(facts[left])")
      }
    }
  }

  /// Two days of digging from Monday, then three days of pouring: done on Friday, wanted on Wednesday.
  private func site() -> Plan {
    var dig = Activity("dig", duration: Fact(Estimate(.elapsedDays(2)), Evidence(because: "clay")), calendar: "24h")
    dig.details.planned = .span("2024-01-08", "2024-01-08")
    let pour = Activity("pour", duration: Fact(Estimate(.elapsedDays(3)), Evidence(source: "bid")), calendar: "24h")
    var done = Activity.milestone("done")
    done.details.target = .by(.span("2024-01-10", "2024-01-10"))
    var plan = Plan(
      activities: [dig, pour, done, .milestone("other")],
      links: [Link(from: "dig", to: "pour"), Link(from: "pour", to: "done"), Link(from: "other", to: "done")])
    plan.statusDate = .at("2024-01-01")
    plan.start = .at("2024-01-01")
    return plan
  }

  @Test func `come with the least that is enough of each, and the cheapest first`() throws {
    let conflict = try #require(try Conflicts(Outlook(site())).conflicts.first)
    #expect(conflict.comes == .at("2024-01-12") && conflict.limit == .at("2024-01-10"))
    #expect(conflict.isCertain)
    #expect(conflict.members.count == 6)
    #expect(conflict.members[0].relaxation == .later(2))
    #expect(conflict.members.dropFirst().map(\.relaxation?.days) == [2, 2, 2, 2, 2])
    let kinds = conflict.members.map(\.relaxation)
    #expect(kinds.contains(.earlier(2)) && kinds.contains(.shorter(2)) && kinds.contains(.overlap(2)))
    #expect(conflict.members.map(\.basis).contains(.assumed))
  }

  @Test func `a fact that is not enough alone says so`() throws {
    var plan = site()
    plan.activities[3].details.planned = .span("2024-01-12", "2024-01-12")
    let conflict = try #require(try Conflicts(Outlook(plan)).conflicts.first)
    let enough = conflict.members.dropFirst().filter { $0.relaxation != nil }
    #expect(enough.isEmpty, "two chains are too late")
  }

  @Test func `what is past at the status date has only its target to give`() throws {
    var plan = site()
    plan.statusDate = .at("2024-01-20")
    plan.start = .at("2024-01-20")
    let conflict = try #require(try Conflicts(Outlook(plan)).conflicts.first)
    #expect(conflict.members.count == 1)
  }

  @Test func `latest-date constraints and deadlines are limits, too`() throws {
    var plan = site()
    plan.activities[2].details.target = .off(.none)
    plan.activities[2].details.deadline = .span("2024-01-10", "2024-01-10")
    plan.activities[1].details.constraints = [Constraint(.startNoLaterThan, .span("2024-01-09", "2024-01-09"))]
    let conflicts = try Conflicts(Outlook(plan))
    #expect(conflicts.conflicts.map(\.activity.id) == ["pour", "done"])
    #expect(
      conflicts.conflicts[0].members.count == 4, "the limit, the date, the work and the link of what comes before")
    #expect(try Conflicts(Outlook(plan), of: ["done"]).conflicts.count == 1)
  }

  @Test func `targets that hold, and those nobody knows, are counted`() throws {
    var plan = site()
    plan.activities[2].details.target = .by(.span("2024-02-10", "2024-02-10"))
    #expect(try Conflicts(Outlook(plan)).holding == 1)
    plan.start = nil
    let unknown = try Conflicts(Outlook(plan))
    #expect(unknown.conflicts.isEmpty && unknown.unknown == ["done"])
  }
}
