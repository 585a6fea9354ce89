import PlanSimulation
import Testing

@Suite struct `Distributions` {
  static let some: [Distribution] = {
    let all: [Distribution?] = [
      try? .uniform(min: 3, max: 8), try? .triangular(min: 4, mode: 6, max: 11),
      try? .triangular(min: 0, mode: 0, max: 10),
      try? .triangular(min: -5, mode: 10, max: 10), try? .pert(min: 4, mode: 6, max: 11),
      try? .pert(min: 0, mode: 0, max: 10), try? .pert(min: 2, mode: 3, max: 9, lambda: 20),
      try? .normal(mean: 20, deviation: 3), try? .normal(p10: 4, p90: 9), try? .lognormal(mean: 20, deviation: 6),
      try? .lognormal(p10: 30, p90: 60), try? .exponential(mean: 7), try? .trigen(p10: 30, mode: 40, p90: 65),
      try? .pert(p10: 30, mode: 40, p90: 65),
    ]
    return all.compactMap { $0 }
  }()

  @Test func `all of them can be built`() { #expect(Self.some.count == 14) }

  /// The mean is the area over the quantiles, the variance that of their squares.
  @Test(arguments: some)
  func `moments are those of the quantiles`(distribution: Distribution) {
    // The middles of cells that shrink towards both ends.
    let count = 4000
    var (mean, square) = (0.0, 0.0)
    for half in [false, true] {
      for cell in 0..<count {
        let (low, high) = (Double(cell) / Double(count), Double(cell + 1) / Double(count))
        let width = (high * high * high - low * low * low) / 2
        let middle = (low + high) / 2
        let share = middle * middle * middle / 2
        let value = half ? distribution.upperQuantile(share) : distribution.quantile(share)
        mean += width * value
        square += width * (value - distribution.mean) * (value - distribution.mean)
      }
    }
    #expect(abs(mean - distribution.mean) < 1e-5 * distribution.deviation)
    #expect(abs(square / distribution.variance - 1) < 2e-5)
  }

  @Test(arguments: some)
  func `quantiles rise, invert the share below, and agree from above`(distribution: Distribution) {
    var last = distribution.minimum
    for step in 1..<1000 {
      let p = Double(step) / 1000
      let value = distribution.quantile(p)
      #expect(value > last)
      #expect(abs(distribution.cumulative(value) - p) < 1e-12)
      #expect(abs(distribution.upperQuantile(1 - p) - value) < 1e-11 * distribution.deviation)
      last = value
    }
    #expect(last < distribution.maximum)
    #expect(distribution.quantile(0) == distribution.minimum)
    #expect(distribution.quantile(1) == distribution.maximum)
    #expect(distribution.quantile(1.5).isNaN)
    #expect(distribution.quantile(.nan).isNaN)
  }

  @Test func `percentiles come out as they went in`() throws {
    for mode in [30.0, 33, 40, 64, 65] {
      for distribution in [
        try Distribution.trigen(p10: 30, mode: mode, p90: 65), try .pert(p10: 30, mode: mode, p90: 65),
        try .pert(p10: 30, mode: mode, p90: 65, lambda: 1),
      ] {
        #expect(abs(distribution.quantile(0.1) - 30) < 1e-9)
        #expect(abs(distribution.quantile(0.9) - 65) < 1e-9)
        #expect(distribution.minimum < mode && mode < distribution.maximum)
      }
    }
    let lognormal = try Distribution.lognormal(p10: 30, p90: 60)
    #expect(abs(lognormal.quantile(0.1) - 30) < 1e-12)
    #expect(abs(lognormal.mean - 44.00652525382771) < 1e-11)
    #expect(abs(lognormal.variance - 146.9367814920456) < 1e-9)
    let normal = try Distribution.normal(p10: 4, p90: 9)
    #expect(abs(normal.quantile(0.9) - 9) < 1e-12)
  }

  @Test func `a lognormal one by mean and deviation`() throws {
    let one = try Distribution.lognormal(mean: 20, deviation: 6)
    let expected = [0.01: 9.676689619656877, 0.1: 13.150117078299992, 0.5: 19.15652570442303, 0.99: 37.923348943502916]
    for (p, value) in expected { #expect(abs(one.quantile(p) / value - 1) < 1e-13) }
    #expect(abs(one.mean - 20) < 1e-13)
    #expect(abs(one.deviation - 6) < 1e-13)
  }

  @Test func `a discrete one takes its values in order and never another`() throws {
    let one = try Distribution.discrete([
      .init(9, probability: 0.25), .init(2, probability: 0.5), .init(5, probability: 0), .init(9, probability: 0.25),
    ])
    #expect([0.0, 0.25, 0.5, 0.500001, 1].map(one.quantile) == [2, 2, 2, 9, 9])
    #expect([0.0, 0.25, 0.500001, 1].map(one.upperQuantile) == [9, 9, 2, 2])
    #expect([1.9, 2, 8.9, 9].map(one.cumulative) == [0, 0.5, 0.5, 1])
    #expect(one.mean == 5.5)
    #expect(one.variance == 12.25)
  }

  @Test func `what has no width is a constant`() throws {
    for one in [
      try Distribution.uniform(min: 4, max: 4), try .triangular(min: 4, mode: 4, max: 4),
      try .pert(min: 4, mode: 4, max: 4),
      try .normal(mean: 4, deviation: 0), try .trigen(p10: 4, mode: 4, p90: 4),
      try .discrete([.init(4, probability: 1)]),
      try .constant(4),
    ] {
      #expect(one.isConstant && one.mean == 4 && one.variance == 0 && one.quantile(0.3) == 4 && one.cumulative(4) == 1)
    }
  }

  @Test func `nonsense is refused with its reason`() {
    #expect(throws: InvalidDistribution.notFinite) { try Distribution.constant(.nan) }
    #expect(throws: InvalidDistribution.notFinite) { try Distribution.trigen(p10: 1, mode: .nan, p90: 2) }
    #expect(throws: InvalidDistribution.order) { try Distribution.uniform(min: 2, max: 1) }
    #expect(throws: InvalidDistribution.order) { try Distribution.triangular(min: 0, mode: 3, max: 2) }
    #expect(throws: InvalidDistribution.order) { try Distribution.pert(p10: 2, mode: 1, p90: 3) }
    #expect(throws: InvalidDistribution.notPositive) { try Distribution.pert(min: 0, mode: 1, max: 2, lambda: 0) }
    #expect(throws: InvalidDistribution.notPositive) { try Distribution.normal(mean: 0, deviation: -1) }
    #expect(throws: InvalidDistribution.notPositive) { try Distribution.lognormal(p10: 0, p90: 3) }
    #expect(throws: InvalidDistribution.notPositive) { try Distribution.exponential(mean: 0) }
    #expect(throws: InvalidDistribution.probabilities) { try Distribution.discrete([]) }
    #expect(throws: InvalidDistribution.probabilities) { try Distribution.discrete([.init(1, probability: 0.9)]) }
    #expect(throws: InvalidDistribution.percentiles) { try Distribution.lognormal(location: 0, scale: 50) }
  }
}
