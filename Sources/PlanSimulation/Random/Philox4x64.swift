/// Philox with words of 64 bits: four random words for a key and a counter.
///
/// Philox4x64-10 of Salmon, Moraes, Dror and Shaw (2011). Constant time.
public struct Philox4x64: Hashable, Sendable {
  private let key: SIMD2<UInt64>

  /// A generator for a key of two words, in the order of the published one.
  public init(key: SIMD2<UInt64>) { self.key = key }

  /// The words at a counter, least significant word first.
  public func words(_ counter: SIMD4<UInt64>, rounds: Int = 10) -> SIMD4<UInt64> {
    var word = counter
    var round = key
    for _ in 0..<max(0, rounds) {
      let first = word[0].multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let second = word[2].multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      word = SIMD4(second.high ^ word[1] ^ round[0], second.low, first.high ^ word[3] ^ round[1], first.low)
      round &+= SIMD2(0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B)
    }
    return word
  }
}
