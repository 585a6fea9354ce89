import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

@Suite struct `Even sampling` {
  private let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  /// A chain of activities around the clock, each between one and 1,025 minutes with all minutes alike.
  private func chain(_ count: Int) throws -> RiskModel {
    var plan = Plan(
      activities: (0..<count).map { Activity(ActivityID("a\($0)"), work: .minutes(10), calendar: "24h") },
      links: (1..<max(1, count)).map { Link(from: ActivityID("a\($0 - 1)"), to: ActivityID("a\($0)")) })
    plan.start = monday
    var model = RiskModel(certain: try Network(plan))
    for number in 0..<count {
      model.setDuration(of: ActivityID("a\(number)"), to: try .uniform(min: 100.5, max: 1124.5))
    }
    return model
  }

  @Test(arguments: [SamplingMode.latinHypercube, .sobol], 0..<4)
  func `falls once into each of 1,024 cells in every batch`(mode: SamplingMode, batch: Int) throws {
    let futures = Simulation(try chain(1), sampling: mode).run(batches: batch..<(batch + 1))
    let minutes = try #require(futures.finishes(of: nil)).map { Int($0.minutes - monday.start.minutes) }
    #expect(minutes.sorted() == Array(101...1124))
  }

  @Test func `is surer of the mean than plain sampling`() throws {
    let model = try chain(12)
    func spread(_ mode: SamplingMode) throws -> Double {
      let futures = Simulation(model, sampling: mode).run(batches: 0..<16)
      let minutes = try #require(futures.finishes(of: nil)).map { Double($0.minutes - monday.start.minutes) }
      let means = (0..<16).map { batch in minutes[(1024 * batch)..<(1024 * (batch + 1))].reduce(0, +) / 1024 }
      let mean = means.reduce(0, +) / 16
      #expect(abs(mean - 12 * 612.5) < 40)
      return means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let plain = try spread(.plain)
    #expect(try spread(.latinHypercube) < plain / 20)
    #expect(try spread(.sobol) < plain / 20)
  }

  @Test(arguments: SamplingMode.allCases, 1...6)
  func `gives the same bits in shards and on every path`(mode: SamplingMode, seed: Int) throws {
    let model = try RiskPlans.model(seed)
    let whole = Simulation(model, sampling: mode, on: .baseline).run(batches: 0..<4)
    for path in KernelPath.available {
      let simulation = Simulation(model, sampling: mode, on: path)
      let parts = (simulation.run(batches: 3..<4), simulation.run(batches: 0..<3))
      #expect(parts.0.joined(with: parts.1) == whole)
    }
  }

  @Test func `tells its error from batches, as small as it is`() throws {
    let model = try chain(12)
    var errors: [SamplingMode: Int] = [:]
    for mode in SamplingMode.allCases {
      let odds = try #require(
        Simulation(model, seed: 5, sampling: mode).run(batches: 0..<32).odds(of: nil, in: model.network.plan))
      errors[mode] = odds.error(ofQuantile: 0.8)
      let day = try #require(odds.quantile(0.8))
      let interval = odds.probabilityInterval(by: day)
      #expect(interval.contains(odds.probability(by: day)))
      #expect(interval.upperBound - interval.lowerBound < (mode == .plain ? 0.025 : 0.015))
      #expect(odds.probabilityInterval(by: day + 1000).upperBound == 1)
    }
    #expect(try #require(errors[.latinHypercube]) <= 1)
  }

  /// Of many runs of a few batches, the interval must hold the true share about as often as it says.
  @Test(arguments: SamplingMode.allCases)
  func `holds what is behind the batches 19 times of 20`(mode: SamplingMode) throws {
    let model = try chain(6)
    let plan = model.network.plan
    let many = try #require(
      Simulation(model, seed: 999, sampling: .latinHypercube).run(batches: 0..<100).odds(of: nil, in: plan))
    let day = try #require(many.quantile(0.6))
    let truth = many.probability(by: day)
    let held = try (1...60).count { seed in
      let odds = try #require(
        Simulation(model, seed: UInt64(seed), sampling: mode).run(batches: 0..<4).odds(of: nil, in: plan))
      return odds.probabilityInterval(by: day).contains(truth)
    }
    // 57 of 60 are expected; fewer than 50 happens less than once in a thousand.
    #expect(held >= 50, "\(mode): \(held)")
  }

  @Test func `Student's t is that of the tables`() {
    #expect(abs(BatchError.student(degrees: 1) - 12.7062) < 1e-3)
    #expect(abs(BatchError.student(degrees: 4) - 2.7764) < 1e-3)
    #expect(abs(BatchError.student(degrees: 9) - 2.2622) < 1e-3)
    #expect(abs(BatchError.student(degrees: 1000) - 1.9623) < 1e-3)
    #expect(BatchError.halfWidth([1]) == nil)
    #expect(BatchError.halfWidth([2, 2, 2]) == 0)
  }

  /// A share, a cost and several promises, seen in many runs: the interval holds what is behind them about as often as it says,
  /// and is narrower than independent futures would allow.
  @Test(arguments: [SamplingMode.latinHypercube, .sobol])
  func `tells the error of shares and costs from its batches`(mode: SamplingMode) throws {
    let model = try chain(4)
    let middle = monday.start.minutes + 4 * 612 + 2
    var (shares, costs, runs) = (0, 0, 0)
    var width = 0.0
    for seed in 1...60 {
      let futures = Simulation(model, seed: UInt64(seed), sampling: mode).run(batches: 0..<8)
      let minutes = try #require(futures.finishes(of: nil)).map(\.minutes)
      let interval = ShareInterval.of(minutes.map { $0 <= middle }, mode)
      let plain = ShareInterval.of(minutes.count { $0 <= middle }, of: minutes.count)
      // Symmetrical, so that half of what is behind lies on either side.
      if interval.contains(0.5) { shares += 1 }
      width += (interval.upperBound - interval.lowerBound) / (plain.upperBound - plain.lowerBound)
      let odds = CostOdds(minutes.map { Double($0 - monday.start.minutes) }, mode)
      let (low, high) = odds.confidence(0.5)
      if try #require(low) <= 2450, try #require(high) >= 2450 { costs += 1 }
      #expect(odds.interval(within: Double(middle - monday.start.minutes)) == interval)
      runs += 1
    }
    #expect(shares >= runs * 85 / 100 && costs >= runs * 85 / 100, "\(shares), \(costs) of \(runs)")
    #expect(width / Double(runs) < 0.85)
  }

  @Test func `promises kept together have the error of their batches`() throws {
    let days = (0..<4096).map { monday + ($0 % 1024 < 512 + $0 / 1024 ? 0 : 3) }
    let promise = KeptPromises.Promise(days: days, last: monday)
    let even = try #require(KeptPromises([promise], .latinHypercube))
    let half = try #require(BatchError.halfWidth((0..<4).map { Double(512 + $0) / 1024 }))
    #expect(abs(even.interval.upperBound - (even.share + half)) < 1e-12)
    let plain = try #require(KeptPromises([promise]))
    #expect(plain.share == even.share)
    #expect(plain.interval == ShareInterval.of(plain.kept, of: 4096))
    // Batches that agree tell nothing.
    let alike = KeptPromises.Promise(days: (0..<4096).map { monday + ($0 % 2) }, last: monday)
    #expect(try #require(KeptPromises([alike], .sobol)).interval == ShareInterval.of(2048, of: 4096))
  }
}
