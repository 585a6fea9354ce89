import PlanSimulation
import Testing

@Suite struct `How quantities go together` {
  /// Every pair counted, slowly.
  private func kendallByPairs(_ a: [Double], _ b: [Double]) -> Double? {
    var (same, opposite, tiedA, tiedB) = (0.0, 0.0, 0.0, 0.0)
    for i in a.indices {
      for j in 0..<i {
        let (x, y) = (a[i] - a[j], b[i] - b[j])
        if x * y > 0 { same += 1 } else if x * y < 0 { opposite += 1 }
        if x != 0 { tiedA += 1 }
        if y != 0 { tiedB += 1 }
      }
    }
    return tiedA > 0 && tiedB > 0 ? (same - opposite) / (tiedA.squareRoot() * tiedB.squareRoot()) : nil
  }

  @Test(arguments: 0..<300)
  func `by Kendall is that of all pairs`(seed: Int) {
    let count = seed % 23 + 1
    let key = DrawKey(seed: UInt64(seed), id: 1, purpose: 0)
    let values = (0..<2 * count).map { Double(key.draw(iteration: UInt32($0)) % UInt32(seed % 7 + 1)) }
    let (a, b) = (Array(values[..<count]), Array(values[count...]))
    let (found, expected) = (Association.kendall(a, b), kendallByPairs(a, b))
    #expect((found == nil) == (expected == nil))
    if let found, let expected { #expect(abs(found - expected) < 1e-14) }
  }

  @Test func `of what rises together is one, and of what falls minus one`() throws {
    let a = [1.0, 2, 3, 5, 8]
    let cubes = a.map { $0 * $0 * $0 }
    #expect(Association.spearman(a, cubes) == 1)
    #expect(Association.kendall(a, cubes.map { -$0 }) == -1)
    let falling = try #require(Association.pearson(a, a.map { 7 - 2 * $0 }))
    #expect(abs(falling + 1) < 1e-15)
    let pearson = try #require(Association.pearson(a, cubes))
    #expect(pearson > 0.9 && pearson < 0.98)
  }

  @Test func `shares ranks among equals`() {
    #expect(Association.ranks([5, 1, 5, 2, 5]) == [4, 1, 4, 2, 4])
    #expect(Association.ranks([]) == [])
  }

  @Test func `is nothing where nothing varies or the lists do not fit`() {
    for measure in [Association.pearson, Association.spearman, Association.kendall] {
      #expect(measure([1, 2, 3], [4, 4, 4]) == nil)
      #expect(measure([1, 2], [1, 2, 3]) == nil)
      #expect(measure([], []) == nil)
      #expect(measure([1, .nan], [1, 2]) == nil)
    }
  }

  @Test(arguments: 0..<100)
  func `of whole numbers in order is the same`(seed: Int) {
    let count = seed * seed / 4 + seed
    let key = DrawKey(seed: UInt64(seed), id: 2, purpose: 0)
    let width = [3, 50, 70_000, UInt32.max][seed % 4]
    let values = (0..<2 * count).map { Int32(truncatingIfNeeded: key.draw(iteration: UInt32($0)) % width) &- 1 }
    let (a, b) = (Array(values[..<count]), Array(values[count...]))
    let (x, y) = (Association.Ordered(a), Association.Ordered(b))
    #expect(Association.kendall(x, y) == Association.kendall(a.map(Double.init), b.map(Double.init)))
    #expect(x.ranks == Association.ranks(a.map(Double.init)))
    #expect(WholeOrder.sorted(a) == a.sorted())
    let places = a.indices.sorted { (a[$0], $0) < (a[$1], $1) }
    #expect(WholeOrder.places(of: a) == places.map(Int32.init))
    let turned = Array(a.indices.map(Int32.init).reversed())
    let expected = a.indices.sorted { a[$0] != a[$1] ? a[$0] < a[$1] : $0 > $1 }
    #expect(WholeOrder.places(of: a, from: turned) == expected.map(Int32.init))
  }

  @Test func `whole numbers as far apart as they come keep their order`() {
    #expect(WholeOrder.sorted([.max, 0, .min, -1, 1]) == [.min, -1, 0, 1, .max])
    #expect(WholeOrder.sorted([]) == [])
    #expect(WholeOrder.places(of: [4, 4]) == [0, 1])
    #expect(Association.kendall(Association.Ordered([1, 2]), Association.Ordered([1])) == nil)
  }
}
