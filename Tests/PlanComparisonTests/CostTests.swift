import PlanComparison
import PlanModel
import PlanSchedule
import Testing

@Suite struct `What changes cost` {
  /// A board case that a project waits for, and two milestones of another project.
  private func plan(rate: String?) -> Plan {
    var board = Activity.milestone("board.case")
    board.details.planned = .span("2023-05-11", "2023-05-11")
    var test = Activity(
      "site.test", duration: Fact(Estimate(.elapsedDays(10)), Evidence(source: "plan")), calendar: "24h")
    test.details.planned = .span("2023-06-01", "2023-06-01")
    var plan = Plan(
      activities: [board, test, .milestone("site.live")], links: [Link(from: "site.test", to: "site.live")])
    func cost(_ forecast: String, _ steering: String, _ limit: String) -> Cost {
      var cost = Cost()
      (cost.forecast, cost.steeringFrame, cost.costFrame) = (Amount(forecast), Amount(steering), Amount(limit))
      cost.runRate = rate.flatMap { Amount($0) }
      return cost
    }
    var (logistics, site) = (Project("logistics"), Project("site"))
    logistics.cost = cost("275.3", "272.6", "286")
    site.cost = cost("10", "11", "12")
    plan.projects = [Project("board"), logistics, site]
    var dependency = Dependency()
    dependency.id = "D073"
    plan.relations = [Relation(from: "board.case", to: "logistics", dependency: dependency)]
    plan.statusDate = .at("2023-04-30")
    return plan
  }

  private func rows(_ change: String, rate: String? = nil) throws -> [CostReport.Row] {
    let plan = plan(rate: rate)
    let changed = try plan.applying([Change(change, evidence: Evidence(isWhatIf: true))])
    return try CostReport(SlipReport(before: Outlook(plan), after: Outlook(changed, promises: plan))).rows
  }

  @Test func `a project that waits for a decision loses at most the decision's delay`() throws {
    let row = try #require(try rows("board.case +5ew", rate: "2.5").first)
    #expect(row.project.id == "logistics")
    #expect(row.delay?.cause == .waits("board.case", relation: "D073"))
    #expect(row.delay?.isAtMost == true)
    // 35 days of a month of 30.4375, at 2.5.
    #expect(row.delay?.cost?.last == Amount("2.875"))
    #expect(row.forecast?.last == Amount("278.175"))
    #expect(row.rooms.map(\.room) == [Amount("-5.575"), Amount("7.825")])
    #expect(row.rooms.map(\.isCrossed) == [true, false])
    #expect(row.roomsBefore.map(\.room) == [Amount("-2.7"), Amount("10.7")])
  }

  @Test func `without a run rate the price is unknown, and the rate that breaks a frame is known`() throws {
    let row = try #require(try rows("board.case +5ew").first)
    #expect(row.delay?.cost == nil && row.forecast == nil)
    let rate = try #require(row.breakingRates[.cost])
    #expect(row.breakingRates[.steering] == nil, "crossed already")
    // Two thousandths a month more break it, prices being whole thousandths.
    for (more, breaks) in [(Int64(0), false), (2, true)] {
      let amount = Amount(thousandths: rate.thousandths + more)
      let priced = try #require(try rows("board.case +5ew", rate: amount.description).first)
      #expect(priced.rooms[1].isCrossed == breaks, "\(amount)")
    }
  }

  @Test func `a project that ends later pays its run rate, one that does not pays nothing`() throws {
    let later = try #require(try rows("site.test duration +5ed", rate: "6").first)
    #expect(later.project.id == "site")
    #expect(later.delay?.cause == .end("site.live"))
    #expect(later.delay?.isAtMost == false)
    #expect(later.delay?.cost == Readings(first: Amount(thousandths: 986), last: Amount(thousandths: 986)))
    #expect(try rows("site.test duration -5ed", rate: "6").isEmpty)
    #expect(try rows("board.case -1ew", rate: "6").isEmpty)
  }

  @Test func `the least room in per cent comes first, and what the change crosses is named`() throws {
    let base = plan(rate: nil)
    let calm = FrameRanking(base, before: base)
    #expect(calm.rows.map(\.project.id) == ["logistics", "site"])
    #expect(calm.rows[1].rooms.map(\.share) == [10_000, 20_000])
    #expect(calm.rows.flatMap(\.newlyCrossed) == [])
    let grown = try FrameRanking(base.applying([Change("* cost forecast +12%")]), before: base)
    #expect(grown.rows.map(\.newlyCrossed) == [[.cost], [.steering]])
    #expect(grown.unknown.isEmpty)
  }
}
