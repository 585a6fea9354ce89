import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Colliding events` {
  private func event(
    _ id: ActivityID, _ first: String, _ last: String, sites: [String] = [], teams: [String] = []
  ) -> Activity {
    var activity = Activity.milestone(id, .startMilestone)
    activity.details.planned = .span(first, last)
    activity.details.event = "go-live"
    activity.details.sites = sites
    activity.details.teams = teams
    return activity
  }

  private func collisions(_ events: [Activity], within: Int = 14) throws -> Collisions {
    var plan = Plan(activities: events)
    plan.projects = [Project("a"), Project("b"), Project("c")]
    plan.statusDate = .at("2023-04-30")
    return try Collisions(Outlook(plan), within: within)
  }

  @Test(arguments: [
    ("2023-10-15", "2023-10-15", Collisions.Word.certain, 1...1), ("2023-10-28", "2023-10-28", .certain, 14...14),
    ("2023-10-29", "2023-10-29", .none, 15...15), ("2023-10-20", "2023-11-20", .possible, 6...37),
    ("2023-10-01", "2023-10-20", .certain, 0...13), ("2023-12-01", "2023-12-31", .none, 48...78),
  ])
  func `are certain, possible or none by their spans`(
    first: String, last: String, word: Collisions.Word, distance: ClosedRange<Int>
  ) throws {
    let found = try collisions([
      event("a.x", "2023-10-14", "2023-10-14", sites: ["vv"]), event("b.y", first, last, sites: ["vv", "ous"]),
    ])
    let pair = try #require(found.pairs.first)
    #expect(pair.word == word)
    #expect(pair.distance == distance)
    #expect(pair.shared == [.site("vv")])
  }

  /// Every day of one span against every day of the other.
  @Test(arguments: Seed.first(60))
  func `agree with trying every day`(seed: Seed) throws {
    var seed = seed
    func span() -> (Day, Day) {
      let first = Day.at("2024-03-01") + Int.random(in: 0...30, using: &seed)
      return (first, first + Int.random(in: 0...12, using: &seed))
    }
    let (a, b) = (span(), span())
    let within = Int.random(in: 0...20, using: &seed)
    let found = try collisions(
      [
        event("a.x", a.0.description, a.1.description, teams: ["t"]),
        event("b.y", b.0.description, b.1.description, teams: ["t"]),
      ], within: within)
    var near: [Bool] = []
    for x in 0...(a.1 - a.0) { for y in 0...(b.1 - b.0) { near.append(abs((a.0 + x) - (b.0 + y)) <= within) } }
    let word: Collisions.Word = near.allSatisfy { $0 } ? .certain : near.contains(true) ? .possible : .none
    #expect(found.pairs.map(\.word) == [word])
  }

  @Test func `share a project or a team, or do not meet at all`() throws {
    let found = try collisions([
      event("a.x", "2023-10-15", "2023-10-15", sites: ["sthf"]),
      event("a.y", "2023-11-12", "2023-11-12", sites: ["vv"]),
      event("b.z", "2023-10-15", "2023-10-15", sites: ["ous"]),
    ])
    #expect(found.pairs.map(\.shared) == [[.project("a")]])
    #expect(found.pairs.map(\.distance) == [28...28])
  }

  @Test func `without a date are named, not guessed`() throws {
    var undated = Activity.milestone("a.x", .startMilestone)
    undated.details.event = "go-live"
    let found = try collisions([undated, event("a.y", "2023-11-12", "2023-11-12")])
    #expect(found.undated == ["a.x"])
    #expect(found.pairs.isEmpty)
  }

  @Test func `that wait for something undated are judged where they are planned, and say so`() throws {
    var plan = Plan(
      activities: [
        .milestone("a.platform"), event("a.x", "2023-10-15", "2023-10-15"), event("a.y", "2023-10-20", "2023-10-20"),
      ], links: [Link(from: "a.platform", to: "a.x")])
    plan.projects = [Project("a")]
    plan.statusDate = .at("2023-04-30")
    let pair = try #require(Collisions(Outlook(plan)).pairs.first)
    #expect(pair.word == .certain && pair.waitsFor == ["a.platform"])
  }

  @Test func `are counted by site and quarter, with the peak`() throws {
    let found = try collisions([
      event("a.x", "2023-10-15", "2023-10-15", sites: ["vv"]), event("b.y", "2023-11-12", "2023-11-12", sites: ["vv"]),
      event("c.z", "2023-12-20", "2024-01-10", sites: ["vv"]), event("c.u", "2024-01-10", "2024-01-10"),
    ])
    let vv = found.quarters.filter { $0.site == "vv" }
    #expect(vv.map { [$0.year, $0.quarter, $0.certain, $0.possible] } == [[2023, 4, 2, 3], [2024, 1, 0, 1]])
    #expect(vv.map(\.isPeak) == [true, false])
    #expect(found.quarters.last?.site == nil)
  }
}

@Suite struct `Who is touched` {
  @Test func `is told by project, with three different answers`() throws {
    var plan = amk(planB, release: ("2023-06-01", "2023-06-30"))
    plan.projects[1].owner = "RHF"
    plan.relations = [Relation(from: "inter.release", to: "hso"), Relation(from: "hso", to: "elsewhere")]
    let changed = try plan.applying([Change("inter.release +6ew", evidence: Evidence(isWhatIf: true))])
    let touched = try Touched(SlipReport(before: Outlook(plan), after: Outlook(changed, promises: plan)))

    #expect(touched.parties.map(\.project) == ["hso", "inter"])
    let hso = touched.parties[0]
    #expect(hso.owners == ["RHF"])
    #expect(hso.moved.map(\.id) == ["hso.integration", "hso.acceptance"])
    #expect(hso.reached == 3)
    // What moves within its float uses it up.
    #expect(hso.consumed.map(\.id).allSatisfy { hso.moved.map(\.id).contains($0) })
    #expect(hso.reachedOnly.map(\.id) == ["hso.oslo"])
    #expect(touched.parties.map(\.reached) == [3, 2])
    #expect(touched.exposures.map(\.isDirect) == [true, false])
    // Every row is in one party.
    #expect(touched.parties.map(\.reached).reduce(0, +) == touched.report.rows.count)
  }
}
