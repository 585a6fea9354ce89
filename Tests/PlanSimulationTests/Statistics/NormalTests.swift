import PlanSimulation
import Testing

@Suite struct `Normal quantities` {
  @Test(arguments: [
    ((0.3, -0.2, 0.5), 0.33619843701551877), ((1.2, 1.1, 0.97), 0.85286615399600557),
    ((1.2, 1.2, 0.999999), 0.88482077203281551), ((-1, -2, -0.8), 4.7359755180848889e-8),
    ((0.5, 2, 0.9999), 0.6914624612740131), ((-3, -3, 0.4), 4.5677911134293936e-5),
  ])
  func `stay below both limits`(limits: (Double, Double, Double), expected: Double) {
    let (h, k, rho) = limits
    #expect(abs(BivariateNormal.cumulative(h, k, correlation: rho) - expected) < 1e-14)
    #expect(abs(BivariateNormal.cumulative(k, h, correlation: rho) - expected) < 1e-14)
  }

  @Test func `stay below both limits at the edges`() {
    #expect(BivariateNormal.cumulative(.infinity, 0, correlation: 0.3) == 0.5)
    #expect(BivariateNormal.cumulative(-.infinity, 0, correlation: 0.3) == 0)
    #expect(BivariateNormal.cumulative(0, 0, correlation: 1.1).isNaN)
    for (h, k) in [(0.3, 0.3), (0.3, 1), (-2, 1), (-0.5, 0.5)] {
      let (low, high) = (
        StandardNormal.cumulative(min(h, k)), StandardNormal.cumulative(h) + StandardNormal.cumulative(k)
      )
      #expect(abs(BivariateNormal.cumulative(h, k, correlation: 1) - low) < 1e-14)
      #expect(abs(BivariateNormal.cumulative(h, k, correlation: -1) - max(0, high - 1)) < 1e-14)
    }
  }

  @Test func `have a joint confidence below each alone`() {
    #expect(abs(BivariateNormal.jointConfidence(0.7, 0.7, correlation: 0.6) - 0.5727483626977697) < 1e-13)
    #expect(abs(BivariateNormal.jointConfidence(0.7, 0.7, correlation: 0) - 0.49) < 1e-14)
  }

  @Test(arguments: [
    (2, 0.56418958354775629), (3, 0.84628437532163443), (5, 1.1629644736405196), (20, 1.8674750597983205),
  ])
  func `of one kind have a latest`(count: Int, expected: Double) throws {
    let latest = try #require(
      NormalMaximum.exact(Array(repeating: NormalMoments(mean: 0, variance: 1), count: count)))
    #expect(abs(latest.mean - expected) < 1e-12)
  }

  @Test func `meet one after the other as Clark says, and otherwise in truth`() throws {
    let three = [
      NormalMoments(mean: 20, variance: 9), NormalMoments(mean: 21, variance: 16),
      NormalMoments(mean: 19, variance: 25),
    ]
    let pair = three[0].maximum(three[1])
    #expect(abs(pair.mean - 22.53447317931638) < 1e-12)
    #expect(abs(pair.variance - 9.165736848716165) < 1e-11)
    let sequential = try #require(NormalMaximum.sequential(three))
    #expect(abs(sequential.mean - 23.51290084696112) < 1e-12)
    let exact = try #require(NormalMaximum.exact(three))
    #expect(abs(exact.mean - 23.50388733609589) < 1e-11)
    #expect(abs(exact.variance - 9.350419765634683) < 1e-10)
    let exactPair = try #require(NormalMaximum.exact(Array(three[..<2])))
    #expect(abs(exactPair.variance - pair.variance) < 1e-10)
    #expect(NormalMaximum.exact([]) == nil && NormalMaximum.sequential([]) == nil)
    #expect(abs(three[0].exceeds(three[1]) - StandardNormal.cumulative(-0.2)) < 1e-15)
    #expect(three[0].maximum(three[0], correlation: 1) == three[0])
  }

  @Test func `give rank correlations and back`() {
    for step in -10...10 {
      let rho = Double(step) / 10
      #expect(
        abs(GaussianCopula.normalCorrelation(spearman: GaussianCopula.spearman(normalCorrelation: rho)) - rho) < 1e-15)
      #expect(
        abs(GaussianCopula.normalCorrelation(kendall: GaussianCopula.kendall(normalCorrelation: rho)) - rho) < 1e-15)
      #expect(
        abs(GaussianCopula.orthant(normalCorrelation: rho) - BivariateNormal.cumulative(0, 0, correlation: rho)) < 1e-14
      )
    }
    #expect(GaussianCopula.normalCorrelation(spearman: 1.5).isNaN)
  }
}
