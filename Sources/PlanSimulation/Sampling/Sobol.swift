/// Points that fill the unit cube evenly: among the first 2ᵏ every dimension has exactly one number in each of 2ᵏ equal cells.
///
///     Sobol.word(index: 3, dimension: 1)     // 0xC000_0000, that is 0.75
///
/// A run takes a power of two of points per randomization, beginning with point 0 and never dropping it. The spread within one
/// randomization says nothing about the error; that takes several of them.
///
/// Method: Sobol 1967 in the Gray-code order of Antonov and Saleev 1979, with the direction numbers of Joe and Kuo 2008.
package enum Sobol {
  /// How many dimensions there are.
  package static let dimensions = 64

  /// A coordinate of a point in 2⁻³² of the unit. Nothing changes in any other point or dimension by asking.
  ///
  /// - Parameter dimension: from 0; 0 throughout for a dimension that is not there.
  /// - Complexity: O(number of bits of the index).
  package static func word(index: UInt32, dimension: Int) -> UInt32 {
    guard 0..<dimensions ~= dimension else { return 0 }
    var gray = index ^ index >> 1
    var word: UInt32 = 0
    var bit = dimension * 32
    while gray != 0 {
      if gray & 1 == 1 { word ^= directions[bit] }
      gray >>= 1
      bit += 1
    }
    return word
  }

  /// The words of many points in a row, as a run asks for them. O(1) each.
  package static func words(dimension: Int, count: Int) -> [UInt32] {
    guard 0..<dimensions ~= dimension, count > 0 else { return [] }
    var word: UInt32 = 0
    return (0..<count).map { index in
      defer { word ^= directions[dimension * 32 + min(31, (~UInt32(truncatingIfNeeded: index)).trailingZeroBitCount)] }
      return word
    }
  }

  /// 32 words for each dimension: what each bit of the Gray code of an index adds.
  private static let directions: [UInt32] = JoeKuo.rows.flatMap { row -> [UInt32] in
    var words = row.numbers.enumerated().map { $0.element << UInt32(31 - $0.offset) }
    guard row.polynomial > 1 else { return (0..<32).map { 0x8000_0000 >> $0 } }
    let degree = row.numbers.count
    for bit in degree..<32 {
      var word = words[bit - degree] ^ words[bit - degree] >> UInt32(degree)
      for power in 1..<max(1, degree) where row.polynomial >> UInt32(degree - power) & 1 == 1 {
        word ^= words[bit - power]
      }
      words.append(word)
    }
    return words
  }
}
