import PlanComparison
import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

@Suite struct `The latest delivery with a probability` {
  private let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  private func task(_ id: String, _ range: (Int, Int, Int)) -> Activity {
    var activity = Activity(ActivityID(id), work: .days(1), calendar: "24h")
    activity.duration = Fact(
      Estimate(.minutes(range.1 * 1440), low: .minutes(range.0 * 1440), high: .minutes(range.2 * 1440)))
    return activity
  }

  /// A delivery without a date, a test of 10 to 30 days after it, and work beside it of 5 to 40 days.
  private func plan() -> Plan {
    var beside = task("beside", (5, 20, 40))
    beside.details.planned = Fact(DateSpan(monday))
    var plan = Plan(
      activities: [
        Activity("delivery", kind: .finishMilestone), task("test", (10, 20, 30)), beside,
        Activity("live", kind: .finishMilestone),
      ],
      links: [
        Link(from: "delivery", to: "test"), Link(from: "test", to: "live"), Link(from: "beside", to: "live"),
      ])
    plan.statusDate = monday + -1
    plan.options.minutesPerDay = 1440
    return plan
  }

  /// Says when the delivery comes, and runs the plan again.
  private func share(of plan: Plan, delivering id: ActivityID, on day: Day, by limit: Day) throws -> Double {
    var plan = plan
    let index = try #require(plan.index(of: id))
    var activity = plan[index]
    // It comes on the day, whatever is before it.
    plan.links.removeAll { $0.to == id }
    activity.kind = .finishMilestone
    activity.duration = nil
    activity.details.planned = Fact(DateSpan(day))
    plan.replace(index, with: activity)
    let simulation = Simulation(RiskModel(try Network(plan)), seed: 4, watching: ["live"])
    return try #require(simulation.run(batches: 0..<2).odds(of: "live", in: plan)).probability(by: limit)
  }

  @Test(arguments: [0.3, 0.5, 0.8])
  func `is the last day with which a run of its own still holds`(wanted: Double) throws {
    let limit = monday + 44
    let outlook = try Outlook(plan())
    let needs = try #require(LatestDeliveries(outlook, of: "live", by: limit, share: wanted, seed: 4, batches: 2))
    #expect(Set(needs.rows.map(\.id)) == ["delivery", "test", "beside"])
    for row in needs.rows {
      let day = try #require(row.latest(wanted))
      #expect(try share(of: plan(), delivering: row.id, on: day, by: limit) >= wanted)
      #expect(try share(of: plan(), delivering: row.id, on: day + 1, by: limit) < wanted)
      #expect(row.probability(on: day) >= wanted && row.probability(on: day + 1) < wanted)
      let (lower, upper) = row.confidence(wanted)
      #expect(try #require(lower) <= day && day <= #require(upper))
    }
    let delivery = try #require(needs.rows.first { $0.id == "delivery" })
    #expect(delivery.odds == nil && delivery.leavesOut == [])
    #expect(needs.leavesOut == ["delivery"])
    #expect(needs.rows.first { $0.id == "test" }?.leavesOut == [])
    #expect(needs.rows.first { $0.id == "beside" }?.leavesOut == ["delivery"])
  }

  @Test func `counts futures that fail without it as failed`() throws {
    // Work beside it takes up to 40 days: by day 24 it is often late, whatever the delivery does.
    let limit = monday + 24
    let needs = try #require(
      LatestDeliveries(try Outlook(plan()), of: "live", by: limit, share: 0.8, seed: 4, batches: 2))
    let delivery = try #require(needs.rows.first { $0.id == "delivery" })
    let beside = try share(of: plan(), delivering: "delivery", on: monday + -60, by: limit)
    #expect(delivery.atBest == beside)
    #expect(beside < 0.8)
    #expect(delivery.latest(0.8) == nil)
  }

  @Test func `earlier is never less likely`() throws {
    let needs = try #require(
      LatestDeliveries(try Outlook(plan()), of: "live", by: monday + 40, share: 0.8, seed: 4, batches: 1))
    for row in needs.rows {
      let shares = (0..<60).map { row.probability(on: monday + $0) }
      #expect(shares == shares.sorted(by: >))
    }
    #expect(LatestDeliveries(try Outlook(plan()), of: "gone", by: monday, share: 0.8, seed: 1, batches: 1) == nil)
  }

  // MARK: Significance and measures

  @Test func `what always drives is fully significant, what has float is less`() throws {
    let outlook = try Outlook(plan())
    let simulation = Simulation(RiskModel(outlook.network), seed: 4, watching: ["live"])
    let values = simulation.significance(of: ["test", "beside", "gone"], for: "live", batches: 0..<1)
    let (test, beside) = (try #require(values[0]), try #require(values[1]))
    #expect(test > 0.5 && test < 1 && beside > 0.5 && beside < 1)
    #expect(values[2] == nil)
    var alone = plan()
    alone.links.removeAll { $0.from == "beside" }
    let one = Simulation(RiskModel(try Network(alone)), seed: 4, watching: ["live"])
    let sure = one.significance(of: ["test", "beside"], for: "live", batches: 0..<1)
    #expect(sure[0] == 1 && sure[1] == nil)
  }

  @Test func `a measure is worth the days that the percentile falls by`() throws {
    var plan = plan()
    plan.links.removeAll { $0.from == "beside" }
    var risk = Risk("R")
    risk.probability = Fact(try #require(Probability("0.5")))
    risk.impacts = [Risk.Impact("test", Fact(Estimate(.minutes(50 * 1440))))]
    var stop = Risk.Measure("A", name: "Stop it")
    stop.changes = [Change(.risk(RiskChange("R", .drop)), text: "drop risk R")]
    let idle = Risk.Measure("B", name: "Talk about it")
    risk.measures = [idle, stop]
    plan.risks = [risk]
    let simulation = Simulation(RiskModel(try Network(plan)), seed: 4, watching: ["live"])
    let worth = simulation.measures(for: "live", at: 0.8, batches: 0..<3)
    #expect(worth.map(\.measure) == ["A"])
    #expect(abs(worth[0].days - 47) < 6)
    #expect(try #require(worth[0].error) < 3)
  }
}
