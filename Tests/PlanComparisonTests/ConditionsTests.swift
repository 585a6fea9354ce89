import PlanComparison
import PlanModel
import PlanSchedule
import Testing

/// A go-live that waits for a database by a hard link, for training by a soft one, and for a platform by relations.
private func clinic() -> Plan {
  func link(_ from: ActivityID, _ to: ActivityID, _ strength: Strength, _ id: String, refines: [String] = []) -> Link {
    var details = LinkDetails()
    details.dependency.id = id
    details.dependency.refines = refines
    return Link(from: from, to: to, strength: strength, details: details)
  }
  func relation(_ from: String, _ to: String, _ id: String, refines: [String] = []) -> Relation {
    var dependency = Dependency()
    dependency.id = id
    dependency.refines = refines
    return Relation(from: from, to: to, dependency: dependency)
  }
  var live = Activity.milestone("clinic.live", .startMilestone)
  live.details.planned = .span("2023-10-15", "2023-10-15")
  var training = Activity.milestone("clinic.training")
  training.details.planned = .span("2023-09-01", "2023-09-30")
  var peak = Activity(
    "infra.peak", duration: Fact(Estimate(.elapsedDays(60)), Evidence(source: "plan")), calendar: "24h")
  peak.details.planned = .span("2023-09-01", "2023-09-01")
  var plan = Plan(
    activities: [.milestone("base.ready"), training, live, peak],
    links: [
      link("base.ready", "clinic.live", .hard, "L1", refines: ["R1"]),
      link("clinic.training", "clinic.live", .soft, "L2"),
    ])
  var (group, member) = (Project("group", kind: .group), Project("member"))
  group.name = "Several projects"
  member.partOf = "infra"
  var platform = Project("platform", kind: .platform)
  platform.owner = "Operations"
  plan.projects = [Project("base"), Project("clinic"), Project("infra"), group, member, platform]
  plan.relations = [
    relation("base", "clinic", "R1"), relation("platform", "clinic.live", "R2", refines: ["R3"]),
    relation("platform", "clinic", "R3"), relation("base", "base.ready", "R4"), relation("clinic", "group", "R5"),
    relation("infra", "base", "R6"), relation("infra", "group", "R7"),
  ]
  plan.statusDate = .at("2023-04-30")
  return plan
}

@Suite struct `Conditions that move no date` {
  @Test func `are those of the milestone, of what lies before it and of its project, the precise form only`() throws {
    let needs = try #require(Needs(Outlook(clinic()), for: "clinic.live"))
    #expect(needs.conditions.map(\.dependency.id) == ["L2", "R2", "R4"])
    #expect(needs.conditions.map(\.form) == [.link, .relation, .relation])
    #expect(needs.conditions[0].placed?.last == .at("2023-09-30"))
    #expect(needs.conditions[1].placed == nil)
    #expect(needs.conditions[1].owner == "Operations")
  }
}

@Suite struct `Milestones within a stretch of work` {
  @Test func `are told with the shortest way from it, groups nobody lists apart`() throws {
    let during = try #require(During(Outlook(clinic()), "infra.peak"))
    #expect(during.days == Day.at("2023-09-01")...Day.at("2023-10-30"))
    #expect(during.rows.map(\.id) == ["clinic.training", "clinic.live"])
    #expect(during.rows.map(\.word) == [.certain, .possible], "what waits for something undated may be later")
    #expect(during.rows[0].way?.map(\.id) == ["R6", "R1"])
    #expect(during.rows[1].way?.map(\.id) == ["R6", "L1"])
    #expect(during.openGroups.map(\.group) == ["group"])
    #expect(during.openGroups[0].way.map(\.id) == ["R7"])
    #expect(try During(Outlook(clinic()), "nobody") == nil)
  }
}

@Suite struct `Those who depend on what moves` {
  @Test func `are said to be undated, listed or not listed`() throws {
    let plan = clinic()
    let changed = try plan.applying([Change("clinic.training planned=2023-10-01")])
    func receivers(_ plan: Plan, _ changed: Plan) throws -> [Touched.Receiver] {
      try Touched(SlipReport(before: Outlook(plan), after: Outlook(changed))).exposures.map(\.receiver)
    }
    #expect(try receivers(plan, changed) == [.unlisted])
    var listed = plan
    listed.projects[4].partOf = "group"
    var listedChanged = changed
    listedChanged.projects[4].partOf = "group"
    #expect(try receivers(listed, listedChanged) == [.members(["member"])])
    var bare = plan
    bare.relations[4].to = "platform"
    var bareChanged = changed
    bareChanged.relations[4].to = "platform"
    #expect(try receivers(bare, bareChanged) == [.undated])
  }
}
