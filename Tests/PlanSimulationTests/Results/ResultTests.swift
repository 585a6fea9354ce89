import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

@Suite struct `What a simulation tells` {
  private let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  /// Two activities side by side and one after them, around the clock.
  private func model(_ first: Distribution, _ second: Distribution) throws -> RiskModel {
    var plan = Plan(
      activities: ["a", "b", "c"].map { Activity(ActivityID($0), work: .days(10), calendar: "24h") },
      links: ["a", "b"].map { Link(from: ActivityID($0), to: "c") })
    plan.start = monday
    plan.options.minutesPerDay = 1440
    var model = RiskModel(certain: try Network(plan))
    model.setDuration(of: "a", to: first)
    model.setDuration(of: "b", to: second)
    return model
  }

  @Test func `quantiles are days that occur, and probabilities are shares`() throws {
    let even = try Distribution.uniform(min: 1440, max: 11 * 1440)
    let model = try model(even, .constant(1440))
    let futures = Simulation(model, watching: ["a"]).run(batches: 0..<8)
    let odds = try #require(futures.odds(of: "a", in: model.network.plan))
    #expect(odds.iterations == 8192)
    let middle = try #require(odds.quantile(0.5))
    #expect(abs(middle - (monday + 5)) <= 1)
    let bounds = odds.confidence(0.5)
    #expect(try #require(bounds.lower) <= middle && middle <= #require(bounds.upper))
    #expect(odds.probability(by: monday + 20) == 1)
    #expect(odds.probability(by: monday + -1) == 0)
    let half = odds.probability(by: monday + 5)
    #expect(abs(half - 0.5) < 0.03)
    #expect(odds.probabilityInterval(by: monday + 5).contains(half))
    #expect(odds.counts.reduce(0) { $0 + $1.count } == 8192)
  }

  @Test func `what is longest and widest leads the ranking`() throws {
    let model = try model(
      .uniform(min: 10 * 1440, max: 40 * 1440), .triangular(min: 9 * 1440, mode: 10 * 1440, max: 12 * 1440))
    let simulation = Simulation(model)
    let futures = simulation.run(batches: 0..<4)
    let found = simulation.influences(on: nil, futures)
    #expect(found.map(\.subject) == [.duration("a"), .duration("b")])
    #expect(try #require(found[0].cruciality) > 0.99)
    #expect(abs(found[0].days - 24) < 1)
    #expect(abs(found[1].days) < 3)
    #expect(try #require(found[0].criticality) > 0.9)
  }

  @Test func `a risk is worth what it adds when it happens`() throws {
    var model = try model(.constant(10 * 1440), .constant(10 * 1440))
    try model.addEvent("late", probability: 0.25, delaying: "a", by: .constant(7 * 1440))
    let simulation = Simulation(model)
    let futures = simulation.run(batches: 0..<4)
    let risk = try #require(simulation.influences(on: nil, futures).first { $0.subject == .risk("late") })
    #expect(risk.days == 7)
    let shift = try #require(simulation.shift(of: nil, futures))
    #expect(abs(shift.asymmetry - 1.75) < 0.001)
    #expect(abs(shift.asymmetry + shift.merging - 1.75) < 0.2)
  }

  @Test func `where alike paths meet, the mean is later than the paths' means`() throws {
    let even = try Distribution.uniform(min: 1440, max: 19 * 1440)
    let simulation = Simulation(try model(even, even))
    let shift = try #require(simulation.shift(of: nil, simulation.run(batches: 0..<8)))
    #expect(shift.asymmetry == 0)
    // The later of two uniform numbers on 18 days lies 3 days after the middle, on average.
    #expect(abs(shift.merging - 3) < 0.2)
  }
}
