import PlanSimulation
import Testing

@Suite struct `Two plans on the same futures` {
  static let a: [Double] = [100, 104, 98, 120, 101, 99, 110, 103, 97, 108]
  static let b: [Double] = [102, 105, 101, 109, 103, 102, 106, 104, 101, 105]

  @Test func `are compared future by future`() throws {
    let pair = try #require(PairedFinishes(a: Self.a, b: Self.b))
    #expect(pair.meanA == 104 && pair.meanB == 103.8)
    #expect(pair.probabilityAEarlier == 0.7 && pair.probabilityTie == 0 && pair.probabilityBEarlier == 0.3)
    #expect(abs(pair.meanDifference - 0.2) < 1e-12)
    #expect(abs(try #require(pair.pairedDeviation) - 4.589843860815602) < 1e-12)
    #expect(abs(try #require(pair.unpairedDeviation) - 7.465476095557023) < 1e-12)
    #expect(pair.onTime(\.a, by: 106) == 0.7 && pair.onTime(\.b, by: 106) == 0.9)
    #expect(pair.expectedLateness(\.a, after: 106) == 2 && abs(pair.expectedLateness(\.b, after: 106) - 0.3) < 1e-12)
    #expect(pair.tailMean(\.a, above: 0.8) == 115 && pair.tailMean(\.b, above: 0.8) == 107.5)
    #expect(pair.tailMean(\.a, above: 1) == 120 && pair.tailMean(\.a, above: .nan) == 104)
  }

  @Test func `have regrets`() throws {
    let regret = try #require(Regret(of: [Self.a, Self.b]))
    #expect(zip(regret.expected, [1.8, 1.6]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(regret.maximum == [11, 4] && regret.best == 1)
    #expect(abs(regret.valueOfPerfectInformation - 1.6) < 1e-12)
    #expect(Regret(of: []) == nil && Regret(of: [[1], []]) == nil && Regret(of: [[.nan]]) == nil)
  }

  @Test func `need futures`() {
    #expect(PairedFinishes(a: [], b: []) == nil)
    #expect(PairedFinishes(a: [1], b: [1, 2]) == nil)
    #expect(PairedFinishes(a: [.infinity], b: [1]) == nil)
    #expect(PairedFinishes(a: [1], b: [1])?.pairedDeviation == nil)
    #expect(PairedFinishes(a: [1], b: [1])?.probabilityTie == 1)
  }
}
