/// A counter-based generator without multiplications: two random words for a key and a counter.
///
/// Threefry2x64-20 of Salmon, Moraes, Dror and Shaw (2011), after the cipher Threefish. Constant time.
public struct Threefry2x64: Hashable, Sendable {
  private let key: SIMD2<UInt64>

  /// A generator for a key of two words, in the order of the published one.
  public init(key: SIMD2<UInt64>) { self.key = key }

  /// The words at a counter, least significant word first.
  public func words(_ counter: SIMD2<UInt64>, rounds: Int = 20) -> SIMD2<UInt64> {
    let turns: [UInt64] = [16, 42, 12, 31, 16, 32, 24, 21]
    let keys = [key[0], key[1], 0x1BD1_1BDA_A9FC_1A22 ^ key[0] ^ key[1]]
    var (left, right) = (counter[0] &+ keys[0], counter[1] &+ keys[1])
    for round in 0..<max(0, rounds) {
      left &+= right
      let turn = turns[round % 8]
      right = (right &<< turn | right &>> (64 - turn)) ^ left
      if round % 4 == 3 {
        let step = round / 4 + 1
        left &+= keys[step % 3]
        right &+= keys[(step + 1) % 3] &+ UInt64(step)
      }
    }
    return SIMD2(left, right)
  }
}
