/// Random words as numbers strictly between 0 and 1, each exactly representable.
///
///     unitFloat(0)            // 2⁻²⁴
///     unitFloat(.max)         // 1 − 2⁻²⁴
///
/// The numbers are the middles of equal cells, so that 1 − u is as likely as u. A `Float` has room for the middles of 2²³ cells
/// and a `Double` for those of 2⁵² cells: one bit more, and the last middle would round to 1.
@inline(__always)
package func unitFloat(_ word: UInt32) -> Float {
  // 1 + k·2⁻²³, less 1 − 2⁻²⁴: exact, and without a conversion from integers.
  Float(bitPattern: word &>> 9 | 0x3f80_0000) - 0x1.fffffep-1
}

@inline(__always)
package func unitFloat(_ words: SIMD8<UInt32>) -> SIMD8<Float> {
  let bits = (words &>> SIMD8(repeating: 9)) | SIMD8(repeating: 0x3f80_0000)
  return unsafeBitCast(bits, to: SIMD8<Float>.self) - SIMD8(repeating: 0x1.fffffep-1)
}

@inline(__always)
package func unitFloat(_ words: SIMD16<UInt32>) -> SIMD16<Float> {
  let bits = (words &>> SIMD16(repeating: 9)) | SIMD16(repeating: 0x3f80_0000)
  return unsafeBitCast(bits, to: SIMD16<Float>.self) - SIMD16(repeating: 0x1.fffffep-1)
}

/// The middle of one of 2³² cells.
package func unitDouble(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

/// The middle of one of 2⁵² cells, by the upper bits of two words.
package func unitDouble(low: UInt32, high: UInt32) -> Double {
  (Double((UInt64(high) &<< 32 | UInt64(low)) &>> 12) + 0.5) * 0x1p-52
}
