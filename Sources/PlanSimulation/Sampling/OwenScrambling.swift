/// Turns even points into random ones that are as even: each randomization is unbiased, and several of them show the error.
///
///     OwenScrambling(seed: 42, dimension: stableID(of: "amk.test"), randomization: 3).word(sobol)
///
/// Every bit is flipped or not by what the bits before it are, so that two points in one cell of any size stay in one cell.
/// Method: nested uniform scrambling (Owen 1995) by hashing (Laine and Karras 2011, with the constants of Vegdahl 2021).
package struct OwenScrambling: Hashable, Sendable {
  private let seed: UInt32
  private let second: UInt32

  package init(seed: UInt64, dimension: UInt64, randomization: UInt32) {
    let key = DrawKey(seed: seed, id: dimension, purpose: 0x6f77_656e)
    self.seed = key.draw(iteration: randomization &* 2)
    second = key.draw(iteration: randomization &* 2 &+ 1)
  }

  /// A coordinate, scrambled: a bijection of the words. Constant time.
  package func word(_ word: UInt32) -> UInt32 {
    // Reversed, so that the bits before a bit are the lower ones, which products and sums carry upwards only.
    var bits = reversed(word)
    bits ^= bits &* 0x3d20_adea
    bits &+= seed
    bits &*= seed >> 16 | 1
    bits ^= bits &* 0x0552_6c56
    bits ^= bits &* 0x53a2_2864
    // A second key: 32 bits alone give too few scramblings for thousands of dimensions.
    bits &+= second
    bits ^= bits &* 0x3d20_adea
    bits &*= second >> 16 | 1
    bits ^= bits &* 0x0552_6c56
    bits ^= bits &* 0x53a2_2864
    return reversed(bits)
  }

  private func reversed(_ word: UInt32) -> UInt32 {
    var word = word
    word = word >> 1 & 0x5555_5555 | (word & 0x5555_5555) << 1
    word = word >> 2 & 0x3333_3333 | (word & 0x3333_3333) << 2
    word = word >> 4 & 0x0f0f_0f0f | (word & 0x0f0f_0f0f) << 4
    return word.byteSwapped
  }
}
