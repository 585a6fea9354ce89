import Foundation
import PlanSimulation
import Testing

/// Against the C library of this machine, which is right to a unit in the last place.
@Suite struct `Elementary functions` {
  private func agree(_ found: Double, _ expected: Double, _ name: @autoclosure () -> String, units: Double = 3) {
    if abs(found - expected) > units * 0x1p-52 * max(abs(expected), .leastNormalMagnitude) {
      Issue.record("\(name()): \(found), not \(expected)")
    }
  }

  @Test func `logarithm`() {
    for exponent in stride(from: -1070, through: 1020, by: 21) {
      for step in 0..<37 {
        let x = Double(sign: .plus, exponent: exponent, significand: 1 + Double(step) / 37)
        agree(Elementary.log(x), Foundation.log(x), "log \(x)")
      }
    }
    for step in -999..<2000 {
      let x = Double(step) / 1000
      agree(Elementary.log1p(x), Foundation.log1p(x), "log1p \(x)", units: 5)
      agree(Elementary.log1p(x * 1e-9), Foundation.log1p(x * 1e-9), "log1p \(x)e-9", units: 5)
    }
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.nan).isNaN)
  }

  @Test func `exponential`() {
    for step in -7400..<7090 {
      agree(Elementary.exp(Double(step) / 10), Foundation.exp(Double(step) / 10), "exp \(step)/10")
    }
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(709.7).isFinite)
    #expect(Elementary.exp(-746) == 0)
    #expect(Elementary.exp(.nan).isNaN)
  }

  @Test func `angles`() {
    for step in -3141...3141 {
      let x = Double(step) / 1000
      #expect(abs(Elementary.sin(x) - Foundation.sin(x)) < 2.3e-16)
      #expect(abs(Elementary.cos(x) - Foundation.cos(x)) < 2.3e-16)
    }
    for step in -1000...1000 {
      agree(Elementary.asin(Double(step) / 1000), Foundation.asin(Double(step) / 1000), "asin \(step)")
    }
    #expect(Elementary.asin(1.001).isNaN)
  }

  @Test(arguments: [
    (0.01, 4.5994798780420217), (0.5, 0.57236494292470009), (1, 0), (1.5, -0.12078223763524522), (2, 0),
    (3.3, 0.9870985778947344), (10, 12.80182748008147), (15, 25.191221182738682), (100.25, 360.28455963776423),
    (1e5, 1051287.7089736569),
  ])
  func `logarithm of the gamma function`(x: Double, expected: Double) {
    #expect(abs(logGamma(x) - expected) <= 2e-14 * max(1, abs(expected)))
  }
}
