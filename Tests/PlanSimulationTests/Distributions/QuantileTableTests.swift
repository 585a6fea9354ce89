import PlanSimulation
import Testing

@Suite struct `Quantile tables` {
  struct Bound: Sendable {
    var distribution: Distribution
    /// In standard deviations.
    var value: Double
    var mean: Double
    /// As a share of itself.
    var deviation: Double
  }

  static let bounds: [Bound] = {
    let all: [(Distribution?, Double, Double, Double)] = [
      (try? .pert(min: 4, mode: 6, max: 11), 1.1e-4, 2.5e-5, 1.5e-5),
      (try? .pert(min: 0, mode: 0, max: 10), 1.1e-4, 2.5e-5, 1.5e-5),
      (try? .pert(min: 0, mode: 1, max: 10, lambda: 20), 1.1e-4, 2.5e-5, 1.5e-5),
      (try? .normal(mean: 0, deviation: 1), 1.1e-4, 1e-7, 1.5e-5),
      (try? .exponential(mean: 1), 1.2e-4, 2.5e-5, 1.5e-5),
      (try? .lognormal(location: 0, scale: 0.5), 3e-4, 2e-5, 2e-5),
      (try? .uniform(min: 0, max: 1), 1e-6, 1e-6, 1e-6),
      (try? .triangular(min: 0, mode: 3, max: 10), 1e-4, 1e-5, 1e-5),
    ]
    return all.compactMap { row in row.0.map { Bound(distribution: $0, value: row.1, mean: row.2, deviation: row.3) } }
  }()

  @Test func `are compared for all families`() { #expect(Self.bounds.count == 8) }

  @Test(arguments: bounds)
  func `are as near to the distribution as promised`(bound: Bound) throws {
    let distribution = bound.distribution
    let table = try #require(QuantileTable(of: distribution))
    var worst = 0.0
    var last = -Float.infinity
    var falls = 0
    for word in stride(from: 0, through: UInt32.max - 512 * 167, by: 512 * 167) {
      let u = unitFloat(word)
      let value = table.quantile(u)
      if value < last { falls += 1 }
      last = value
      let exact = u < 0.5 ? distribution.quantile(Double(u)) : distribution.upperQuantile(1 - Double(u))
      worst = max(worst, abs(Double(value) - exact))
    }
    #expect(falls == 0)
    // The first and last thousand numbers that can be drawn at all.
    for step in 0..<1000 as Range<UInt32> {
      let u = unitFloat(step << 9)
      worst = max(worst, abs(Double(table.quantile(u)) - distribution.quantile(Double(u))))
      worst = max(worst, abs(Double(table.quantile(1 - u)) - distribution.upperQuantile(Double(u))))
    }
    #expect(worst < bound.value * distribution.deviation, "\(worst / distribution.deviation) standard deviations")

    // The moments of the straight lines between the knots.
    var (mean, square) = (0.0, 0.0)
    for half in [0, QuantileTable.upperHalf] {
      for cell in 0..<QuantileTable.upperHalf - 1 {
        let width = Double(sign: .plus, exponent: cell / 32 - 29, significand: 1)
        let (a, b) = (Double(table.values[half + cell]), Double(table.values[half + cell + 1]))
        mean += width * (a + b) / 2
        square += width * (a * a + a * b + b * b) / 3
      }
    }
    #expect(abs(mean - distribution.mean) < bound.mean * distribution.deviation)
    #expect(abs((square - mean * mean).squareRoot() / distribution.deviation - 1) < bound.deviation)
  }

  @Test func `find the same place in lanes`() {
    for first in stride(from: 0, to: UInt32.max - 16 * 99_991, by: 16 * 99_991) {
      let u = unitFloat(SIMD16<UInt32>((0..<16).map { first + $0 * 99_991 }))
      let places = QuantileTable.place(of: u)
      let low = QuantileTable.place(of: u.lowHalf)
      for lane in 0..<16 {
        let place = QuantileTable.place(of: u[lane])
        #expect(places.index[lane] == place.index && places.fraction[lane] == place.fraction)
        #expect(lane > 7 || low.index[lane] == place.index && low.fraction[lane] == place.fraction)
      }
    }
  }

  @Test func `stay inside whatever is asked`() throws {
    let table = try #require(QuantileTable(of: .pert(min: 4, mode: 6, max: 11)))
    for u: Float in [-1, 0, 1e-30, 0.5, 1, 7, .nan, .infinity, -.infinity] {
      #expect(table.quantile(u) >= 4 && table.quantile(u) <= 11)
    }
    #expect(abs(table.quantile(0.5) - 6.3825886) < 1e-5)
  }

  @Test func `steps take each value with its share`() throws {
    let steps = try #require(
      StepTable(of: .discrete([.init(2, probability: 0.25), .init(5, probability: 0.5), .init(9, probability: 0.25)])))
    #expect([0.1, 0.25, 0.26, 0.75, 0.76, 1, .nan].map(steps.quantile) == [2, 2, 5, 5, 9, 9, 2])
    #expect(try StepTable(of: .exponential(mean: 1)) == nil)
    #expect(try QuantileTable(of: .discrete([.init(2, probability: 0.5), .init(3, probability: 0.5)])) == nil)
  }
}
