import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Slip report` {
  private func report(_ change: String, _ plan: Plan) throws -> SlipReport {
    let changed = try plan.applying([Change(change, evidence: Evidence(isWhatIf: true))])
    return try SlipReport(before: Outlook(plan), after: Outlook(changed, promises: plan))
  }

  @Test func `tells what moves and what only loses float`() throws {
    let report = try report("inter.release +6ew", amk(planB, release: ("2023-06-01", "2023-06-30")))

    #expect(report.moved.map(\.id) == ["inter.release", "hso.integration", "hso.acceptance"])
    #expect(report.held.map(\.id) == ["inter.bergen", "hso.oslo"])
    #expect(report.rows[0].moved.first == .days(42))
  }

  @Test func `tells where a slip is absorbed`() throws {
    let report = try report("inter.release +30ew", amk(planB, release: ("2023-06-01", "2023-06-30")))
    let bergen = try #require(report.rows.first { $0.id == "inter.bergen" })

    #expect(bergen.hasMoved)
    #expect(bergen.absorbed > .zero)
    // What came in is what was absorbed and what went on.
    #expect(bergen.pushed == bergen.absorbed + bergen.moved.first)
    #expect(bergen.ledger.first?.total == bergen.moved.first)
  }

  @Test func `leaves alone what the slip cannot reach`() throws {
    var plan = amk(planB, release: ("2023-06-01", "2023-06-30"))
    plan.activities.append(Activity("hso.training", work: .days(5)))
    #expect(try report("inter.release +6ew", plan).rows.contains { $0.id == "hso.training" } == false)
  }

  @Test func `is refused for what is undated or has happened`() throws {
    #expect(throws: InvalidPlan.self) { _ = try report("inter.release +6ew", amk(planB)) }
    var plan = amk(planB)
    plan.activities[0].details.actualFinish = .span("2023-04-05", "2023-04-05")
    #expect(throws: InvalidPlan.self) { _ = try report("inter.release +6ew", plan) }
  }
}
