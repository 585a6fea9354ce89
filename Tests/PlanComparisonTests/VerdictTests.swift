import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Verdicts` {
  @Test func `wait for what has no date, and tell by when it is needed`() throws {
    let outlook = try Outlook(amk(planA))

    let verdict = try #require(outlook.verdict(on: "inter.bergen"))

    #expect(verdict.word == .unknown)
    #expect(verdict.waitsFor == ["inter.release"])
    let need = try #require(verdict.breakEvens.first)
    #expect(need.activity == "inter.release")
    #expect(need.atWorst! < need.likely! && need.likely! < need.atBest!)
  }

  @Test func `hold when even the last days and the longest durations are in time`() throws {
    let outlook = try Outlook(amk(planB, release: ("2023-05-01", "2023-05-15")))
    #expect(outlook.verdict(on: "inter.bergen")?.word == .holds)
  }

  @Test func `depend on durations that nobody knows`() throws {
    let outlook = try Outlook(amk(planA, release: ("2023-06-01", "2023-06-30")))
    #expect(outlook.verdict(on: "inter.bergen")?.word == .depends)
  }

  @Test func `fail when even the best case is too late, whatever else is unknown`() throws {
    var plan = amk(planA, release: ("2023-11-01", "2023-11-10"))
    plan.activities.append(.milestone("inter.undated"))
    plan.links.append(Link(from: "inter.undated", to: "inter.bergen"))
    #expect(try Outlook(plan).verdict(on: "inter.bergen")?.word == .fails)
  }

  @Test func `do not move with a what-if change`() throws {
    let plan = amk(planB, release: ("2023-06-01", "2023-06-30"))
    let change = try Change("inter.bergen planned=2024-04", evidence: Evidence(isWhatIf: true))
    let outlook = try Outlook(plan.applying([change]), promises: plan)
    #expect(outlook.verdict(on: "inter.bergen")?.word == .fails)
    #expect(outlook.verdict(on: "inter.bergen")?.target.value.latest == .at("2024-01-31"))
  }

  @Test func `are not given where the target is switched off or there is none`() throws {
    let plan = try amk(planB).applying([Change("inter.bergen target=none")])
    let outlook = try Outlook(plan)
    #expect(outlook.verdict(on: "inter.bergen") == nil)
    #expect(outlook.verdict(on: "hso.acceptance") == nil)
  }

  @Test func `have a break-even that is exact to the day`() throws {
    let need = try #require(Outlook(amk(planA)).verdict(on: "inter.bergen")?.breakEvens.first)
    for (durations, limit) in [(Reading.Durations.low, need.atBest), (.likely, need.likely), (.high, need.atWorst)] {
      let day = try #require(limit)
      func bergen(_ release: Day) throws -> Day {
        let network = try Network(amk(planA, release: (release.description, release.description)))
        let early = EarlyDates(network, Reading(dates: .first, durations: durations))
        return Instant(minutes: early.start(network.position(network.plan.index(of: "inter.bergen")!))).day
      }
      #expect(try bergen(day) <= .at("2023-11-30"))
      #expect(try bergen(day + 1) > .at("2023-11-30"))
    }
  }
}
