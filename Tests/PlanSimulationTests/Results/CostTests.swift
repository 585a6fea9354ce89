import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

@Suite struct `What futures cost` {
  private let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  /// One project around the clock: 10 days of work, and a milestone behind it.
  private func plan(_ change: (inout Plan, inout Cost) -> Void) -> Plan {
    var plan = Plan(
      activities: [Activity("p.a", work: .days(10), calendar: "24h"), Activity("p.end", kind: .finishMilestone)],
      links: [Link(from: "p.a", to: "p.end")])
    plan.start = monday
    plan.options.minutesPerDay = 1440
    plan.options.daysPerWeek = 7
    var cost = Cost()
    cost.forecast = Amount("100")
    var project = Project("p")
    change(&plan, &cost)
    project.cost = cost
    plan.projects = [project]
    return plan
  }

  private func costs(_ plan: Plan, _ change: (inout RiskModel) throws -> Void = { _ in }) throws -> (
    CostFutures, Futures, Simulation
  ) {
    var model = RiskModel(try Network(plan))
    try change(&model)
    let simulation = Simulation(model, seed: 3, watching: plan.costlyEnds + ["p.end"])
    let futures = simulation.run(batches: 0..<4)
    return (try #require(CostFutures(simulation, futures)), futures, simulation)
  }

  @Test func `are the forecast where nothing about money varies`() throws {
    let (costs, _, _) = try costs(plan { _, _ in }) {
      $0.setDuration(of: "p.a", to: try .uniform(min: 1440, max: 14_400))
    }
    #expect(!costs.varies)
    #expect(costs.total.quantile(0.1) == 100 && costs.total.quantile(1) == 100 && costs.total.mean == 100)
    #expect(costs.rows.map(\.project.id.text) == ["p"])
  }

  @Test func `of a renamed project stay as they were drawn where its seed id is the old name`() throws {
    func values(_ name: String, seedID: String?) throws -> [Double] {
      var (plan, cost) = (plan { _, _ in }, Cost())
      cost.range = Fact(try #require(AmountRange("80..100..200")))
      plan.activities = [Activity(ActivityID("\(name).end"), kind: .finishMilestone)]
      plan.links = []
      plan.projects = [Project(ProjectID(name))]
      plan.projects[0].cost = cost
      plan.projects[0].seedID = seedID
      let simulation = Simulation(RiskModel(try Network(plan)), seed: 3, watching: plan.costlyEnds)
      return try #require(CostFutures(simulation, simulation.run(batches: 0..<1))).total.values
    }
    let before = try values("p", seedID: nil)
    #expect(try values("q", seedID: "p") == before)
    #expect(try values("q", seedID: nil) != before)
  }

  @Test func `grow by the run rate for each month that the project ends later`() throws {
    let (costs, futures, _) = try costs(plan { _, cost in cost.runRate = Amount("43.83") }) {
      $0.setDuration(of: "p.a", to: try .uniform(min: 1440, max: 28_800))
    }
    // A minute costs a thousandth.
    let finishes = try #require(futures.finishes(of: "p.end"))
    let planned = Int(monday.start.minutes) + 14_400
    for (cost, finish) in zip(costs.total.values, finishes) {
      let dearer = Double(Int(finish.minutes) - planned) / 1000
      #expect(abs(cost - 100 - dearer) < 1e-9)
    }
    #expect(costs.varies)
  }

  @Test func `of an activity grow by its run rate for each month that it takes longer`() throws {
    var plan = plan { _, _ in }
    var own = Cost()
    own.runRate = Amount("43.83")
    var activity = plan.activities[0]
    activity.details.cost = own
    plan.replace(ActivityIndex(0), with: activity)
    let (costs, futures, _) = try costs(plan) { $0.setDuration(of: "p.a", to: try .uniform(min: 1440, max: 28_800)) }
    let finishes = try #require(futures.finishes(of: "p.end"))
    let planned = Int(monday.start.minutes) + 14_400
    for (cost, finish) in zip(costs.total.values, finishes) {
      let dearer = Double(Int(finish.minutes) - planned) / 1000
      #expect(abs(cost - 100 - dearer) < 1e-9)
    }
  }

  @Test func `have the range of the plan, and what risks cost when they happen`() throws {
    let range = try #require(AmountRange("80..100..150"))
    let (ranged, _, _) = try costs(plan { _, cost in cost.range = Fact(range) })
    #expect(abs(ranged.total.mean - 110) < 1)
    #expect(ranged.total.quantile(0) >= 80 && ranged.total.quantile(1) <= 150)
    var risk = Risk("R")
    risk.probability = Fact(try #require(Probability("0.3")))
    risk.cost = Fact(AmountRange(Amount(thousandths: 50_000)))
    risk.impacts = [Risk.Impact("p.a", Fact(Estimate(.minutes(7 * 1440))))]
    let (risky, futures, _) = try costs(plan { plan, _ in plan.risks = [risk] })
    #expect(abs(risky.total.mean - 115) < 1.2)
    // It costs in just those futures in which it delays.
    let finishes = try #require(futures.finishes(of: "p.end"))
    let usual = try #require(finishes.min())
    for (cost, finish) in zip(risky.total.values, finishes) {
      let (isDear, isLate) = (cost > 100, finish > usual)
      #expect(isDear == isLate)
    }
    #expect(risky.rows[0].odds == risky.total)
  }

  @Test func `keep date and money together no more often than either`() throws {
    let (costs, futures, simulation) = try costs(plan { _, cost in cost.runRate = Amount("43.83") }) {
      $0.setDuration(of: "p.a", to: try .uniform(min: 1440, max: 28_800))
    }
    let days = try #require(futures.finishes(of: "p.end")).map(\.finishDay)
    let odds = try #require(futures.odds(of: "p.end", in: simulation.model.network.plan))
    for share in [0.1, 0.4, 0.7, 0.95] {
      let (day, limit) = (try #require(odds.quantile(share)), costs.total.quantile(0.7))
      let joint = try #require(costs.total.joint(days, by: day, within: limit))
      #expect(joint <= min(odds.probability(by: day), costs.total.probability(within: limit)) + 1e-12)
      #expect(costs.total.jointInterval(days, by: day, within: limit).contains(joint))
      // Time is all that costs: one goes with the other.
      #expect(joint >= min(odds.probability(by: day), costs.total.probability(within: limit)) - 0.06)
    }
    #expect(costs.total.joint([], by: monday, within: 1) == nil)
  }

  @Test func `of plans without figures are nothing`() throws {
    var bare = plan { _, _ in }
    bare.projects = [Project("p")]
    let simulation = Simulation(RiskModel(try Network(bare)))
    #expect(CostFutures(simulation, simulation.run(batches: 0..<1)) == nil)
  }
}
