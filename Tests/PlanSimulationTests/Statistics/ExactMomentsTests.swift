import PlanSimulation
import Testing

@Suite struct `Exact moments` {
  @Test func `are the same in any order and any split`() {
    let values = (0..<1000).map { 20_000_000 + Int(mix64(UInt64($0)) % 100_000) }
    var whole = ExactMoments()
    for value in values.reversed() { whole.add(value) }
    for cut in [0, 1, 333, 1000] {
      var (left, right) = (ExactMoments(), ExactMoments())
      for value in values[..<cut] { left.add(value) }
      for value in values[cut...] { right.add(value) }
      #expect(right.merged(with: left) == whole)
    }
    let mean = Double(values.reduce(0, +)) / 1000
    #expect(whole.mean == mean)
    let variance = values.map { (Double($0) - mean) * (Double($0) - mean) }.reduce(0, +) / 999
    #expect(abs((whole.variance ?? 0) / variance - 1) < 1e-12)
  }

  @Test func `keep their digits far from zero`() {
    var moments = ExactMoments()
    for value in [1, 2, 3, 4] { moments.add(1_000_000_000_000 + value) }
    #expect(moments.mean == 1_000_000_000_002.5)
    #expect(moments.variance == 5.0 / 3)
  }

  @Test func `of nothing are nothing, and no value is too large`() {
    var moments = ExactMoments()
    #expect(moments.mean == nil && moments.variance == nil)
    moments.add(.max)
    #expect(moments.mean == 0x1p40 && moments.variance == nil)
    moments.add(.min)
    #expect(moments.mean == 0 && moments.variance == 0x1p81)
  }
}
