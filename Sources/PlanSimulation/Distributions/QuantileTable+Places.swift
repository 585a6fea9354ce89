/// Where a probability falls in a table: the index of the value before it, and how far it is on the way to the next.
///
/// By integer operations on the bits of the number alone: its exponent and the upper five bits of its fraction are the index.
extension QuantileTable {
  @inline(__always)
  package static func place(of u: Float) -> (index: Int32, fraction: Float) {
    let distance = u < 0.5 ? u : 1 - u
    let bits = (distance > 0x1p-24 ? distance : 0x1p-24).bitPattern
    let cell = Int32(truncatingIfNeeded: bits &>> 18) &- lowest
    let fraction = Float(bitPattern: (bits &<< 5) & 0x007f_ffff | 0x3f80_0000) - 1
    return (u < 0.5 ? cell : cell &+ half, fraction)
  }

  @inline(__always)
  package static func place(of u: SIMD8<Float>) -> (index: SIMD8<Int32>, fraction: SIMD8<Float>) {
    typealias Words = SIMD8<UInt32>
    let isLow = u .< SIMD8(repeating: 0.5)
    let distance = (SIMD8(repeating: 1) - u).replacing(with: u, where: isLow)
    let least = SIMD8<Float>(repeating: 0x1p-24)
    let bits = unsafeBitCast(least.replacing(with: distance, where: distance .> least), to: Words.self)
    let cell = unsafeBitCast(bits &>> Words(repeating: 18), to: SIMD8<Int32>.self) &- SIMD8(repeating: lowest)
    let one = (bits &<< Words(repeating: 5)) & Words(repeating: 0x007f_ffff) | Words(repeating: 0x3f80_0000)
    let fraction = unsafeBitCast(one, to: SIMD8<Float>.self) - SIMD8(repeating: 1)
    return ((cell &+ SIMD8(repeating: half)).replacing(with: cell, where: isLow), fraction)
  }

  @inline(__always)
  package static func place(of u: SIMD16<Float>) -> (index: SIMD16<Int32>, fraction: SIMD16<Float>) {
    typealias Words = SIMD16<UInt32>
    let isLow = u .< SIMD16(repeating: 0.5)
    let distance = (SIMD16(repeating: 1) - u).replacing(with: u, where: isLow)
    let least = SIMD16<Float>(repeating: 0x1p-24)
    let bits = unsafeBitCast(least.replacing(with: distance, where: distance .> least), to: Words.self)
    let cell = unsafeBitCast(bits &>> Words(repeating: 18), to: SIMD16<Int32>.self) &- SIMD16(repeating: lowest)
    let one = (bits &<< Words(repeating: 5)) & Words(repeating: 0x007f_ffff) | Words(repeating: 0x3f80_0000)
    let fraction = unsafeBitCast(one, to: SIMD16<Float>.self) - SIMD16(repeating: 1)
    return ((cell &+ SIMD16(repeating: half)).replacing(with: cell, where: isLow), fraction)
  }

  /// The index that the bits of 2⁻²⁴ give.
  private static var lowest: Int32 { 103 << 5 }
  private static var half: Int32 { 23 * 32 + 1 }
}
