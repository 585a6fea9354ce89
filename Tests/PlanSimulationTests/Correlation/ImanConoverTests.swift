import PlanSimulation
import Testing

@Suite struct `Iman and Conover` {
  @Test func `reorder ranks as in the worked example`() throws {
    let result = try #require(
      ImanConover.ranks(
        permutations: [Array(0..<12), [11, 7, 2, 10, 0, 1, 4, 6, 9, 5, 3, 8]], target: [[1, 0.7], [0.7, 1]]))
    #expect(result.ranks == [Array(0..<12), [5, 3, 1, 7, 0, 2, 4, 6, 10, 9, 8, 11]])
    #expect(abs(result.scoreCorrelation[0][1] - 0.7) < 1e-14)
    let spearman = try #require(
      Association.spearman(result.ranks[0].map(Double.init), result.ranks[1].map(Double.init)))
    #expect(abs(spearman - 0.706293706294) < 1e-11)
  }

  @Test func `come near the target for many rows`() throws {
    let target = [[1, 0.5, -0.3], [0.5, 1, 0.2], [-0.3, 0.2, 1]]
    let orders = (0..<3).map { id in
      (0..<1000).sorted { (a: Int, b: Int) in
        let key = DrawKey(seed: 1, id: UInt64(id), purpose: 0)
        return key.draw(iteration: UInt32(a)) < key.draw(iteration: UInt32(b))
      }
    }
    let result = try #require(ImanConover.ranks(permutations: orders, target: target))
    for i in 0..<3 {
      #expect(result.ranks[i].sorted() == Array(0..<1000))
      for j in 0..<i {
        let found = try #require(
          Association.spearman(result.ranks[i].map(Double.init), result.ranks[j].map(Double.init)))
        #expect(abs(found - GaussianCopula.spearman(normalCorrelation: target[i][j])) < 0.03)
      }
    }
  }

  @Test func `refuse what does not fit`() {
    #expect(ImanConover.ranks(permutations: [[0, 1], [0, 1]], target: [[1, 0], [0, 1]]) == nil)  // the same order twice
    #expect(ImanConover.ranks(permutations: [[0, 2]], target: [[1]]) == nil)
    #expect(ImanConover.ranks(permutations: [[0, 1], [1]], target: [[1, 0], [0, 1]]) == nil)
    #expect(ImanConover.ranks(permutations: [], target: []) == nil)
  }
}
