/// A counter-based generator: four random words for a key and a counter, and nothing remembered in between.
///
///     let words = Philox4x32(key: 42).words(0, 0, 7, 0)
///
/// The reference generator of the simulation. Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
/// easy as 1, 2, 3" (2011); checked against the vectors that they publish.
public struct Philox4x32: Hashable, Sendable {
  private let key: (low: UInt32, high: UInt32)

  /// A generator for a key, which is the seed: its low 32 bits are the first word of the published key.
  public init(key: UInt64) {
    self.key = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
  }

  /// Equal keys: the same words at every counter.
  public static func == (one: Self, other: Self) -> Bool { one.key == other.key }

  /// By the key, as equality.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key.low)
    hasher.combine(key.high)
  }

  /// The words at a counter, least significant word first. Constant time.
  ///
  /// - Parameter rounds: 10 is the published default; 7 is the least that passes the authors' tests.
  public func words(
    _ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32, rounds: Int = 10
  ) -> SIMD4<UInt32> {
    var (a, b, c, d) = (c0, c1, c2, c3)
    var (low, high) = key
    for _ in 0..<max(0, rounds) {
      let first = UInt64(a) &* 0xD251_1F53
      let second = UInt64(c) &* 0xCD9E_8D57
      (a, b, c, d) = (
        UInt32(truncatingIfNeeded: second >> 32) ^ b ^ low, UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ d ^ high, UInt32(truncatingIfNeeded: first)
      )
      low &+= 0x9E37_79B9
      high &+= 0xBB67_AE85
    }
    return SIMD4(a, b, c, d)
  }
}
