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

  /// Activities in a row around the clock: what one takes is told by its finish and that of the one before.
  @Test(arguments: 1...12)
  func `reasons are those of the durations themselves`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let ids = (0..<5).map { ActivityID("p.\($0)") }
    var plan = Plan(
      activities: ids.map { Activity($0, work: .days(10), calendar: "24h") },
      links: zip(ids, ids.dropFirst()).map { Link(from: $0, to: $1) })
    plan.start = monday
    var model = RiskModel(certain: try Network(plan))
    for id in ids {
      let (low, high) = (Double(dice.number(1...9000)), Double(dice.number(9001...20_000)))
      model.setDuration(
        of: id,
        to: dice.one(in: 50)
          ? try .triangular(min: low, mode: low, max: high)
          : dice.one(in: 50) ? try .uniform(min: low, max: high) : try .pert(min: low, mode: 9000, max: high))
    }
    let mode = dice.one(of: SamplingMode.allCases)
    let simulation = Simulation(model, seed: 3, watching: ids, sampling: mode)
    let futures = simulation.run(batches: 1..<3)
    let finishes = try ids.map { try #require(futures.finishes(of: $0)).map { Double($0.minutes) } }
    let first = finishes[0].map { $0 - Double(monday.start.minutes) }
    let durations = [first] + zip(finishes.dropFirst(), finishes).map { zip($0, $1).map { $0 - $1 } }
    let found = simulation.influences(on: nil, futures, leading: 9)
    #expect(found.count == 5)
    for influence in found {
      let place = try #require(ids.firstIndex { .duration($0) == influence.subject })
      let pearson = try #require(Association.pearson(durations[place], finishes[4]))
      #expect(abs(try #require(influence.cruciality) - pearson) < 1e-9)
      #expect(influence.spearman == Association.spearman(durations[place], finishes[4]))
      #expect(influence.kendall == Association.kendall(durations[place], finishes[4]))
    }
  }

  @Test(arguments: 1...25)
  func `reasons are the same on every path and for any number of ends at once`(seed: Int) throws {
    let model = try RiskPlans.model(seed)
    let ids = model.network.plan.activities.map(\.id)
    let simulation = Simulation(model, seed: 3, watching: ids, countingDriversOf: [nil], on: .baseline)
    let futures = simulation.run(batches: 1..<3)
    let ends = ([nil] + ids).map { ($0, Optional<Set<ActivityID>>.none) }
    let found = simulation.influences(on: ends, futures, leading: 99)
    for ((end, _), found) in zip(ends, found) {
      #expect(found == simulation.influences(on: end, futures, leading: 99))
    }
    for path in KernelPath.available.dropFirst() {
      let wide = Simulation(model, seed: 3, watching: ids, countingDriversOf: [nil], on: path)
      #expect(wide.influences(on: ends, futures, leading: 99) == found)
    }
    let few = simulation.influences(on: ends, futures, leading: 99, ranks: false)
    #expect(few.map { $0.map(\.cruciality) } == found.map { $0.map(\.cruciality) })
    #expect(few.map { $0.map(\.days) } == found.map { $0.map(\.days) })
    #expect(few.joined().allSatisfy { $0.kendall == nil && $0.spearman == nil })
  }

  @Test(arguments: 1...25)
  func `sums made on the way give the reasons that drawing again gives, in any number of threads and parts`(
    seed: Int
  ) async throws {
    var dice = Dice(seed: seed)
    let model = try RiskPlans.model(seed)
    let ids = model.network.plan.activities.map(\.id)
    let ends = ([nil] + ids).map { ($0, Optional<Set<ActivityID>>.none) }
    let mode = dice.one(of: SamplingMode.allCases)
    let plain = Simulation(model, seed: 3, watching: ids, sampling: mode, on: .baseline)
    let expected = plain.influences(on: ends, plain.run(batches: 0..<5), leading: 4)
    // Some of the ends, so that the others are drawn again beside them.
    let explained = ([nil] + ids).filter { _ in dice.one(in: 2) }
    for path in KernelPath.available {
      let simulation = Simulation(model, seed: 3, watching: ids, explaining: explained, sampling: mode, on: path)
      let whole = simulation.run(batches: 0..<5)
      #expect(whole.totals != nil || explained.isEmpty || !simulation.isWide)
      #expect(simulation.influences(on: ends, whole, leading: 4) == expected)
      #expect(try await simulation.run(batches: 0..<5, threads: dice.number(2...5)) == whole)
      let cut = dice.number(1...4)
      let parts = (simulation.run(batches: cut..<5), simulation.run(batches: 0..<cut))
      #expect(parts.0.joined(with: parts.1) == whole)
    }
  }
}
