import PlanSimulation
import Testing

@Suite struct `Quantiles` {
  @Test func `are the least value that a share of the sample does not exceed`() {
    for count in 1...60 {
      for hundredth in 0...100 {
        let index = Quantile.index(of: Double(hundredth) / 100, count: count)
        // In whole numbers: the first rank with rank/count ≥ hundredth/100.
        let rank = (1...count).first { $0 * 100 >= hundredth * count } ?? count
        #expect(index == rank - 1, "\(hundredth) % of \(count)")
      }
    }
    #expect(Quantile.index(of: .nan, count: 5) == 0)
    #expect(Quantile.index(of: 7, count: 5) == 4)
    #expect(Quantile.index(of: 0.5, count: 0) == 0)
  }

  struct Interval: Sendable {
    var count: Int
    var p: Double
    var confidence: Double
    var lower: Int?
    var upper: Int?
    var coverage: Double
  }

  @Test(arguments: [
    Interval(count: 100, p: 0.5, confidence: 0.95, lower: 40, upper: 61, coverage: 0.9647997997822952),
    Interval(count: 1000, p: 0.8, confidence: 0.95, lower: 775, upper: 825, coverage: 0.9518995831665726),
    Interval(count: 1000, p: 0.9, confidence: 0.9, lower: 884, upper: 916, coverage: 0.9081536018628302),
    Interval(count: 10_000, p: 0.8, confidence: 0.95, lower: 7921, upper: 8079, coverage: 0.9517324352182875),
    Interval(count: 20, p: 0.5, confidence: 0.9, lower: 6, upper: 15, coverage: 0.9586105346679688),
  ])
  func `have the published intervals`(expected: Interval) throws {
    let interval = try #require(
      QuantileInterval(count: expected.count, p: expected.p, confidence: expected.confidence))
    #expect(interval.lower == expected.lower)
    #expect(interval.upper == expected.upper)
    #expect(abs(interval.coverage - expected.coverage) < 1e-12)
  }

  /// The definition, by adding up binomial probabilities one by one.
  @Test func `have intervals that follow the definition for every small sample`() throws {
    for count in 1...40 {
      for p in [0.03, 0.1, 0.5, 0.8, 0.97] {
        var shares: [Double] = []
        var coefficient = 1.0
        for k in 0...count {
          let power = (0..<k).reduce(1.0) { product, _ in product * p }
          shares.append(coefficient * (0..<count - k).reduce(power) { product, _ in product * (1 - p) })
          coefficient = coefficient * Double(count - k) / Double(k + 1)
        }
        let lower = (1...count).last { shares[..<$0].reduce(0, +) <= 0.05 }
        let upper = (1...count).first { shares[$0...].reduce(0, +) <= 0.05 }
        let interval = try #require(QuantileInterval(count: count, p: p, confidence: 0.9))
        #expect(interval.lower == lower, "\(count) \(p)")
        #expect(interval.upper == upper, "\(count) \(p)")
        let inside = shares[(lower ?? 0)..<(upper ?? count + 1)].reduce(0, +)
        #expect(abs(interval.coverage - inside) < 1e-12)
      }
    }
    #expect(QuantileInterval(count: 0, p: 0.5, confidence: 0.9) == nil)
    #expect(QuantileInterval(count: 10, p: 1, confidence: 0.9) == nil)
    #expect(QuantileInterval(count: 10, p: 0.5, confidence: .nan) == nil)
  }

  @Test func `need so many iterations`() {
    #expect(Quantile.iterationsNeeded(p: 0.8, within: 0.01, confidence: 0.95) == 6147)
    #expect(Quantile.iterationsNeeded(p: 0.8, within: 0, confidence: 0.95) == nil)
  }

  @Test func `lie in a band`() throws {
    let half = try #require(ConfidenceBand.halfHeight(count: 1000, confidence: 0.95))
    #expect(abs(half - 0.04294694083467376) < 1e-15)
    #expect(ConfidenceBand.halfHeight(count: 0, confidence: 0.95) == nil)
  }
}
