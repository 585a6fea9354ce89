import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Gaps between dated milestones` {
  private func outlooks(_ plan: Plan, slip: String, asWork: Bool) throws -> SlipReport {
    let gaps = asWork ? plan.sizedGaps() : []
    let changed = try plan.applying([Change(slip)])
    return try SlipReport(
      before: Outlook(plan.takingAsWork(gaps), promises: plan),
      after: Outlook(changed.takingAsWork(gaps), promises: plan))
  }

  private func range(_ plan: Plan, slip: String) throws -> GapRange? {
    try GapRange(
      plan.sizedGaps(), asBuffer: outlooks(plan, slip: slip, asWork: false),
      asWork: outlooks(plan, slip: slip, asWork: true))
  }

  private func amkB(_ gap: Gap = .unknown) -> Plan {
    var plan = amk(planB, release: ("2023-06-01", "2023-06-30"))
    plan.links[3].details.gap = gap
    return plan
  }

  @Test func `are measured from first day to first day`() {
    #expect(amk(planA).sizedGaps().map(\.size) == [.days(61)])
    #expect(amk(planB).sizedGaps().map(\.size) == [.days(31)])
    #expect(amkB(.buffer).sizedGaps().isEmpty)
    var undated = amkB()
    undated.activities[4].details.planned = nil
    #expect(undated.sizedGaps().isEmpty)
  }

  /// Seven weeks of slip meet a gap of 31 days.
  @Test func `take a slip up as buffers and pass it on as work, and every answer lies between`() throws {
    let range = try #require(try range(amkB(), slip: "inter.bergen +7ew"))
    #expect(range.rows.map(\.id) == ["hso.oslo"])
    let row = range.rows[0]
    #expect(row.asBuffer.moved.first == .days(49 - 31))
    #expect(row.asWork.moved == Readings(first: .days(49), last: .days(49)))
    #expect(row.least == .days(18) && row.most == .days(49))
    #expect(row.asBuffer.verdicts == [.depends] && row.asWork.verdicts == [.fails])
  }

  @Test func `a slip that does not reach a gap has no range, one that both absorb has one without rows`() throws {
    #expect(try range(amkB(), slip: "hso.oslo +1ew") == nil)
    let range = try #require(try range(amkB(), slip: "inter.release +1ed"))
    #expect(range.rows.isEmpty)
  }

  @Test(arguments: [(Gap.work, 49), (.buffer, 18), (.workOf(.elapsedDays(20)), 38)])
  func `that the plan calls work or buffer leave nothing open`(gap: Gap, days: Int) throws {
    let plan = amkB(gap)
    #expect(try range(plan, slip: "inter.bergen +7ew") == nil)
    let known = plan.sizedGaps()
    let before = try Outlook(plan.takingAsWork(known))
    let after = try Outlook(plan.applying([Change("inter.bergen +7ew")]).takingAsWork(known))
    let moved = try #require(SlipReport(before: before, after: after).rows.first { $0.id == "hso.oslo" })
    #expect(moved.moved.first == .days(days))
  }

  @Test func `ask for earlier dates before them as work`() throws {
    let plan = amkB()
    let work = plan.takingAsWork(plan.sizedGaps())
    let buffered = try #require(try Needs(Outlook(plan), for: "hso.oslo"))
    let worked = try #require(try Needs(Outlook(work, promises: plan), for: "hso.oslo"))
    let needs = try #require(GapNeeds(plan.sizedGaps(), asBuffer: buffered, asWork: worked))
    let bergen = try #require(needs.rows.first { $0.id == "inter.bergen" })
    #expect(bergen.finish.last.likely == .at("2024-01-29"))
    #expect(buffered.rows.first { $0.id == "inter.bergen" }?.finish.last.likely == .at("2024-02-29"))
    let other = try #require(try Needs(Outlook(plan), for: "inter.bergen"))
    #expect(GapNeeds(plan.sizedGaps(), asBuffer: other, asWork: other) == nil)
  }
}
