import PlanSimulation
import Testing

@Suite struct `Correlated draws` {
  private func draws(_ count: Int, _ quantities: Int) -> [[Double]] {
    (0..<count).map { row in
      (0..<quantities).map { unitDouble(DrawKey(seed: 4, id: UInt64($0), purpose: 0).draw(iteration: UInt32(row))) }
    }
  }

  @Test func `have the rank correlation that was asked for`() throws {
    let weights = try #require(
      CopulaWeights(pairs: [.init(a: 0, b: 1, spearman: 0.7), .init(a: 1, b: 2, spearman: -0.4)], count: 3))
    #expect(weights.change == 0)
    let rows = draws(20_000, 3).map(weights.correlated)
    func column(_ index: Int) -> [Double] { rows.map { $0[index] } }
    // Standard errors are below 0.007.
    #expect(abs(try #require(Association.spearman(column(0), column(1))) - 0.7) < 0.02)
    #expect(abs(try #require(Association.spearman(column(1), column(2))) + 0.4) < 0.03)
    #expect(abs(try #require(Association.spearman(column(0), column(2)))) < 0.03)
    for index in 0..<3 {
      let sorted = column(index).sorted()
      let worst = sorted.indices.map { abs(sorted[$0] - (Double($0) + 0.5) / 20_000) }.max() ?? 1
      #expect(worst < 0.016)  // uniform, by the band for one in a million
    }
  }

  @Test func `leave alone what is not correlated`() throws {
    let weights = try #require(CopulaWeights(pairs: [.init(a: 0, b: 2, normal: 0.5)], count: 4))
    for row in draws(50, 4) {
      let correlated = weights.correlated(row)
      #expect(correlated[0] == row[0] && correlated[1] == row[1] && correlated[3] == row[3])
      #expect(correlated[2] != row[2])
    }
  }

  @Test func `follow each other completely where asked`() throws {
    let weights = try #require(CopulaWeights(pairs: [.init(a: 0, b: 1, normal: -1)], count: 2))
    for row in draws(50, 2) {
      let correlated = weights.correlated(row)
      #expect(abs(correlated[0] + correlated[1] - 1) < 1e-12)
    }
  }

  @Test func `say by how much an impossible wish was changed`() throws {
    let pairs: [CopulaWeights.Pair] = [
      .init(a: 0, b: 1, normal: 0.9), .init(a: 1, b: 2, normal: 0.9), .init(a: 0, b: 2, normal: -0.9),
    ]
    let weights = try #require(CopulaWeights(pairs: pairs, count: 3))
    #expect(weights.change > 0.3 && weights.change < 0.5)
    #expect(CopulaWeights(pairs: [.init(a: 0, b: 3, normal: 0.9)], count: 3) == nil)
    #expect(CopulaWeights(pairs: [.init(a: 1, b: 1, normal: 0.9)], count: 3) == nil)
    #expect(CopulaWeights(pairs: [.init(a: 0, b: 1, spearman: 1.9)], count: 3) == nil)
    #expect(CopulaWeights(pairs: [.init(a: 0, b: 1, normal: 0.9)], count: -3) == nil)
  }
}
