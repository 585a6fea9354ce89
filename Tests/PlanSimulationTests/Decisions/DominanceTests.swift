import PlanSimulation
import Testing

@Suite struct `Dominance of a plan` {
  /// By the definitions, at every date that occurs and between them.
  private func bySlowCounting(_ a: [Double], _ b: [Double]) -> (first: Bool, second: Bool) {
    let dates = stride(from: -1.0, through: 12, by: 0.5)
    func finished(_ plan: [Double], _ date: Double) -> Double { Double(plan.count { $0 <= date }) / Double(plan.count) }
    func late(_ plan: [Double], _ date: Double) -> Double {
      plan.reduce(0) { $0 + max(0, $1 - date) } / Double(plan.count)
    }
    let first =
      dates.allSatisfy { finished(a, $0) >= finished(b, $0) - 1e-12 }
      && dates.contains { finished(a, $0) > finished(b, $0) + 1e-12 }
    return (first, dates.allSatisfy { late(a, $0) <= late(b, $0) + 1e-9 })
  }

  @Test(arguments: 0..<600)
  func `is what its definition says`(seed: Int) throws {
    let key = DrawKey(seed: UInt64(seed), id: 3, purpose: 0)
    let (sizeA, sizeB) = (seed % 4 + 1, seed % 3 + 1)
    let values = (0..<sizeA + sizeB).map { Double(key.draw(iteration: UInt32($0)) % UInt32(seed % 9 + 2)) }
    let (a, b) = (Array(values[..<sizeA]), Array(values[sizeA...]))
    let dominance = try #require(Dominance(of: a, over: b))
    let expected = bySlowCounting(a, b)
    #expect(dominance.firstOrder == expected.first)
    #expect(dominance.secondOrder == expected.second)
    #expect(!dominance.firstOrder || dominance.secondOrder)
  }

  @Test func `of the steadier plan is of second order only`() throws {
    typealias Plans = `Two plans on the same futures`
    let aOverB = try #require(Dominance(of: Plans.a, over: Plans.b))
    let bOverA = try #require(Dominance(of: Plans.b, over: Plans.a))
    #expect(!aOverB.firstOrder && !aOverB.secondOrder && !bOverA.firstOrder && bOverA.secondOrder)
    #expect(aOverB.shortfall == bOverA.lead && aOverB.lead == bOverA.shortfall)
  }

  @Test func `is contradicted by large samples only`() throws {
    let few = try #require(Dominance(of: [1, 2, 9], over: [1, 2, 3]))
    #expect(few.isContradicted(confidence: 0.95) == false)
    let late = (0..<1000).map { Double($0 % 10) }
    let many = try #require(Dominance(of: late, over: late.map { $0 - 4 }))
    #expect(many.isContradicted(confidence: 0.95) == true)
    #expect(abs(try #require(many.tolerance(confidence: 0.95)) - 2 * 0.046806) < 1e-5)
    #expect(many.tolerance(confidence: 1) == nil)
    #expect(Dominance(of: [], over: [1]) == nil && Dominance(of: [.nan], over: [1]) == nil)
  }

  /// What comes evenly on one of 200 days, and what comes 20 days later: ahead by a tenth, behind by nothing.
  private func batches(_ count: Int, even: Bool, _ dice: inout Dice) -> (a: [Double], b: [Double]) {
    func one(_ later: Double) -> [Double] {
      (0..<1024 * count).map { future in
        let u = Double(dice.number(0...999_999)) / 1_000_000
        return later + (200 * (even ? (Double(future % 1024) + u) / 1024 : u)).rounded(.down)
      }
    }
    return (one(0), one(20))
  }

  @Test(arguments: [(2, true), (4, true), (8, true), (8, false)])
  func `from even draws is as sure as their batches agree`(count: Int, even: Bool) throws {
    var dice = Dice(seed: count)
    var (held, sharper) = (0, 0)
    for _ in 0..<40 {
      let (a, b) = batches(count, even: even, &dice)
      let dominance = try #require(Dominance(of: a, over: b, sampling: .latinHypercube))
      let plain = try #require(Dominance(of: a, over: b)?.tolerance(confidence: 0.95))
      let tolerance = try #require(dominance.tolerance(confidence: 0.95))
      #expect(tolerance <= plain)
      if abs(dominance.lead - 0.1) <= tolerance, dominance.shortfall <= tolerance { held += 1 }
      if tolerance < plain / 5 { sharper += 1 }
    }
    #expect(held >= 36, "held \(held) of 40")
    #expect(even ? sharper >= 36 : sharper == 0, "sharper \(sharper) of 40")
  }

  @Test func `from many batches takes some of them together`() throws {
    var dice = Dice(seed: 11)
    let (a, b) = batches(70, even: true, &dice)
    let tolerance = try #require(Dominance(of: a, over: b, sampling: .sobol)?.tolerance(confidence: 0.95))
    #expect(tolerance > 0 && tolerance < 0.002)
    // Of one batch, or of samples of their own, nothing is known but what holds for independent draws.
    let one = Dominance(of: Array(a.prefix(1024)), over: Array(b.prefix(1024)), sampling: .latinHypercube)
    #expect(
      one?.tolerance(confidence: 0.95)
        == Dominance(of: Array(a.prefix(1024)), over: Array(b.prefix(1024)))?.tolerance(confidence: 0.95))
  }
}
