/// Where the draws of one uncertain thing come from: the same seed, id and purpose give the same draws wherever they are asked for.
///
///     let key = DrawKey(seed: 42, id: stableID(of: "amk.integration-test"), purpose: 0)
///     let word = key.draw(iteration: 7)          // the same on every machine, in every order, in every scenario
///
/// The key is mixed once per activity in 64 bits; a draw then costs three 32-bit multiplications, so that it runs in as many
/// lanes as a register has. The words enter before, between and after the first two multiplications: streams whose first words
/// agree are still strangers. Over the iterations of one key every word comes once in 2³² draws.
///
/// Method: the finalizer of SplitMix64 (Steele, Lea and Flood 2014) for the key, the constants of `triple32` (Wellons 2018)
/// for the draw. What it was tested with stands in decision 30.
package struct DrawKey: Hashable, Sendable {
  package let words: SIMD4<UInt32>

  /// A key that has been mixed before; a draw uses three words of it.
  package init(_ k0: UInt32, _ k1: UInt32, _ k2: UInt32) { words = SIMD4(k0, k1, k2, 0) }

  /// - Parameters:
  ///   - id: a number that belongs to the thing for good, see ``stableID(of:)``.
  ///   - purpose: tells apart several draws of one thing, such as its duration and whether its risk occurs.
  package init(seed: UInt64, id: UInt64, purpose: UInt32) {
    let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
    let mixed = mix64(mix64(seed &+ golden) ^ id)
    let first = mix64(mixed &+ golden &* (UInt64(purpose) &+ 1))
    let second = mix64(first &+ golden)
    words = SIMD4(
      UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
      UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32))
  }

  /// The word of one iteration. Constant time.
  @inline(__always)
  package func draw(iteration: UInt32) -> UInt32 {
    var word = iteration ^ words[0]
    word ^= word &>> 17
    word &*= 0xed5a_d4bb
    word ^= word &>> 11
    word &+= words[1]
    word &*= 0xac4c_1b51
    word ^= word &>> 15
    word &+= words[2]
    word &*= 0x3184_8bab
    word ^= word &>> 14
    return word
  }
}

/// A bijection of 64 bits in which every bit of the result hangs on every bit of the input.
package func mix64(_ value: UInt64) -> UInt64 {
  var mixed = value
  mixed = (mixed ^ mixed &>> 30) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ mixed &>> 27) &* 0x94D0_49BB_1331_11EB
  return mixed ^ mixed &>> 31
}
