import PlanSimulation
import Testing

@Suite struct `Philox 4x32` {
  struct Vector: Sendable {
    var key: UInt64
    var counter: SIMD4<UInt32>
    var words: SIMD4<UInt32>
  }

  /// The vectors of the authors' own test file.
  static let published = [
    Vector(key: 0, counter: SIMD4(0, 0, 0, 0), words: SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
    Vector(
      key: .max, counter: SIMD4(repeating: .max), words: SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
    Vector(
      key: 0x299f_31d0_a409_3822, counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      words: SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)),
  ]

  @Test(arguments: published)
  func `gives the published words`(vector: Vector) {
    let counter = vector.counter
    #expect(Philox4x32(key: vector.key).words(counter.x, counter.y, counter.z, counter.w) == vector.words)
  }
}
