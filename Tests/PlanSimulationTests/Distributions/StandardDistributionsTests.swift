import PlanSimulation
import Testing

/// Against figures computed with forty digits.
@Suite struct `Standard distributions` {
  @Test(arguments: [
    (-37, 5.7255712225245768e-300), (-20, 2.7536241186062337e-89), (-8, 6.2209605742717841e-16),
    (-3, 0.0013498980316300945), (-2.5, 0.0062096653257761352), (-1, 0.15865525393145705),
    (-0.1, 0.46017216272297102), (0.3, 0.61791142218895263), (1, 0.84134474606854295), (2.4, 0.99180246407540387),
    (2.6, 0.99533881197628125), (5, 0.99999971334842812),
  ])
  func `share below a normal value`(z: Double, expected: Double) {
    #expect(abs(StandardNormal.cumulative(z) / expected - 1) < 3e-13)
  }

  @Test(arguments: [
    (0x1p-53, -8.209536151601387), (1e-300, -37.0470962993612), (1e-10, -6.361340902404057),
    (0.001, -3.0902323061678136), (0.025, -1.9599639845400543), (0.1, -1.2815515655446004), (0.5, 0),
    (0.6, 0.2533471031357997), (0.975, 1.9599639845400538), (0x1.fffffff8p-1, 6.009353565530744),
  ])
  func `normal value of a share`(p: Double, expected: Double) {
    #expect(abs(StandardNormal.quantile(p) - expected) <= 1e-14 * abs(expected))
  }

  @Test func `normal shares and values are each other's inverse`() {
    for step in 1..<4000 {
      let p = Double(step) / 4000
      #expect(abs(StandardNormal.cumulative(StandardNormal.quantile(p)) - p) < 1e-14)
    }
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(-0.1).isNaN)
    #expect(StandardNormal.quantile(.nan).isNaN)
    #expect(StandardNormal.cumulative(-.infinity) == 0)
    #expect(StandardNormal.cumulative(.infinity) == 1)
  }

  @Test(arguments: [
    (1, 5, 1e-07, 2.0000000800000047e-8), (5, 1, 1e-07, 0.039810717055349725), (1, 5, 0.5, 0.12944943670387586),
    (2.142857142857143, 3.857142857142857, 0.25, 0.21606418425226432), (1.4, 4.6, 0.01, 0.0092091367737110098),
    (3, 19, 0.999, 0.4306328607853102), (1.0001, 5, 1e-06, 2.0028308474871139e-7),
    (401, 601, 0.9, 0.42007417994710773), (21, 81, 1e-05, 0.072442524102094109), (0.5, 0.5, 0.2, 0.095491502812526298),
  ])
  func `beta value of a share`(alpha: Double, beta: Double, p: Double, expected: Double) throws {
    let one = try #require(StandardBeta(alpha: alpha, beta: beta))
    let mirrored = try #require(StandardBeta(alpha: beta, beta: alpha))
    #expect(abs(one.quantile(p) / expected - 1) < 1e-12)
    #expect(abs(1 - mirrored.upperQuantile(p) - expected) < 1e-13)
    #expect(abs(one.cumulative(expected) / p - 1) < 1e-12)
    #expect(abs(mirrored.complement(1 - expected) / p - 1) < 1e-7)
  }

  @Test(arguments: [(1, 1), (1, 5), (5, 1), (2.5, 2.5), (1.01, 900), (1000, 1.5)])
  func `beta shares and values are each other's inverse`(alpha: Double, beta: Double) throws {
    let one = try #require(StandardBeta(alpha: alpha, beta: beta))
    var last = 0.0
    for step in 1..<500 {
      let p = Double(step) / 500
      let x = one.quantile(p)
      #expect(x > last)
      #expect(abs(one.cumulative(x) - p) < 1e-12)
      #expect(abs(one.upperQuantile(1 - p) - x) < 1e-12)
      last = x
    }
  }

  @Test func `nonsense makes no beta distribution`() {
    #expect(StandardBeta(alpha: 0, beta: 1) == nil)
    #expect(StandardBeta(alpha: 1, beta: .nan) == nil)
    #expect(StandardBeta(alpha: .infinity, beta: 1) == nil)
  }
}
