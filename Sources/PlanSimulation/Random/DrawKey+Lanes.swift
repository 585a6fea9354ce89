/// The draws of several iterations at once, equal word for word to ``DrawKey/draw(iteration:)``.
///
/// Written out per width, because the operators of a generic `SIMD` work lane by lane.
extension DrawKey {
  @inline(__always)
  package func draw(iterations: SIMD4<UInt32>) -> SIMD4<UInt32> {
    typealias Lanes = SIMD4<UInt32>
    var word = iterations ^ Lanes(repeating: words[0])
    word ^= word &>> Lanes(repeating: 17)
    word &*= Lanes(repeating: 0xed5a_d4bb)
    word ^= word &>> Lanes(repeating: 11)
    word &+= Lanes(repeating: words[1])
    word &*= Lanes(repeating: 0xac4c_1b51)
    word ^= word &>> Lanes(repeating: 15)
    word &+= Lanes(repeating: words[2])
    word &*= Lanes(repeating: 0x3184_8bab)
    word ^= word &>> Lanes(repeating: 14)
    return word
  }

  @inline(__always)
  package func draw(iterations: SIMD8<UInt32>) -> SIMD8<UInt32> {
    typealias Lanes = SIMD8<UInt32>
    var word = iterations ^ Lanes(repeating: words[0])
    word ^= word &>> Lanes(repeating: 17)
    word &*= Lanes(repeating: 0xed5a_d4bb)
    word ^= word &>> Lanes(repeating: 11)
    word &+= Lanes(repeating: words[1])
    word &*= Lanes(repeating: 0xac4c_1b51)
    word ^= word &>> Lanes(repeating: 15)
    word &+= Lanes(repeating: words[2])
    word &*= Lanes(repeating: 0x3184_8bab)
    word ^= word &>> Lanes(repeating: 14)
    return word
  }

  @inline(__always)
  package func draw(iterations: SIMD16<UInt32>) -> SIMD16<UInt32> {
    typealias Lanes = SIMD16<UInt32>
    var word = iterations ^ Lanes(repeating: words[0])
    word ^= word &>> Lanes(repeating: 17)
    word &*= Lanes(repeating: 0xed5a_d4bb)
    word ^= word &>> Lanes(repeating: 11)
    word &+= Lanes(repeating: words[1])
    word &*= Lanes(repeating: 0xac4c_1b51)
    word ^= word &>> Lanes(repeating: 15)
    word &+= Lanes(repeating: words[2])
    word &*= Lanes(repeating: 0x3184_8bab)
    word ^= word &>> Lanes(repeating: 14)
    return word
  }
}
