import PlanSimulation
import Testing

@Suite struct `Histograms of time` {
  @Test func `count every value in its cell, before minute zero too`() throws {
    let one = try #require(TimeHistogram([-1, -10, -11, 0, 9, 10, 9], width: 10))
    #expect(one.cells.map(\.start) == [-20, -10, 0, 10])
    #expect(one.cells.map(\.count) == [1, 2, 3, 1])
    #expect(one.count == 7)
    #expect(TimeHistogram([1], width: 0) == nil)
    #expect(TimeHistogram([.min, .max], width: 1440)?.count == 2)
  }

  @Test func `merge to the same whole in any split`() throws {
    let values = (0..<500).map { Int(mix64(UInt64($0)) % 9000) - 3000 }
    let whole = try #require(TimeHistogram(values, width: 60))
    for cut in [0, 1, 77, 499, 500] {
      let left = try #require(TimeHistogram(Array(values[..<cut]), width: 60))
      let right = try #require(TimeHistogram(Array(values[cut...]), width: 60))
      #expect(left.merged(with: right) == whole)
      #expect(right.merged(with: left) == whole)
    }
    #expect(whole.merged(with: try #require(TimeHistogram([], width: 30))) == nil)
  }
}
