import PlanSimulation
import Testing

@Suite struct `The unit interval` {
  /// With one bit more the last middle would round to 1, and an inversion would run into its end.
  @Test func `has neither of its ends`() {
    #expect(unitFloat(0) == 0x1p-24)
    #expect(unitFloat(.max) == 1 - 0x1p-24)
    #expect(unitDouble(0) == 0x1p-33)
    #expect(unitDouble(.max) == 1 - 0x1p-33)
    #expect(unitDouble(low: 0, high: 0) == 0x1p-53)
    #expect(unitDouble(low: .max, high: .max) == 1 - 0x1p-53)
  }

  @Test func `is symmetric, and every number is the middle of its cell`() {
    for word in stride(from: 0, through: UInt32.max - 65_521, by: 65_521) {
      #expect(unitFloat(word) == 1 - unitFloat(~word))
      #expect(Double(unitFloat(word)) == (Double(word >> 9) + 0.5) * 0x1p-23)
    }
  }

  @Test func `is the same in lanes`() {
    let words = SIMD16<UInt32>((0..<16).map { mix64(UInt64($0)) }.map { UInt32(truncatingIfNeeded: $0) })
    for lane in 0..<16 {
      #expect(unitFloat(words)[lane] == unitFloat(words[lane]))
      #expect(unitFloat(words.lowHalf)[lane % 8] == unitFloat(words[lane % 8]))
    }
  }

  @Test func `by two words of the reference generator`() {
    let expected: [(Double, Double)] = [
      (0x1.caa82198cfdcdp-1, 0x1.55ce634db1fb2p-2), (0x1.803d865b9777ap-2, 0x1.6476c1cc7e6fcp-3),
      (0x1.e001559a49d9fp-1, 0x1.a60347aaae349p-1),
    ]
    for (iteration, pair) in expected.enumerated() {
      let words = Philox4x32(key: 42).words(UInt32(iteration), 0, 7, 0)
      #expect(unitDouble(low: words[0], high: words[1]) == pair.0)
      #expect(unitDouble(low: words[2], high: words[3]) == pair.1)
    }
  }
}
