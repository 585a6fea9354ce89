extension SourceText {
  /// Whether bytes are what ``init(path:bytes:isTable:problems:)`` takes for the text of a table: UTF-8 without control
  /// characters but tabs and the ends of lines, and without a byte order mark.
  static func isTable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place < raw.count {
      if place + 8 <= raw.count {
        let other = others(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        guard other != 0 else {
          place += 8
          continue
        }
        place += other.trailingZeroBitCount / 8
      }
      let byte = bytes[place]
      if byte >= 0x80 {
        guard let (scalar, length) = decode(bytes, at: place) else { return false }
        switch scalar {
        case 0x80..<0x85, 0x86..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF: return false
        default: place += length
        }
      } else {
        guard (byte >= 0x20 && byte != 0x7F) || byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn
        else { return false }
        place += 1
      }
    }
    return true
  }

  /// The top bits of those of eight bytes that are no printed ASCII characters and end no line.
  @inline(__always)
  private static func others(_ word: UInt64) -> UInt64 {
    let ends = EightBytes.equal(word, Byte.lineFeed) | EightBytes.equal(word, Byte.carriageReturn)
    return (word | (EightBytes.below(word, 0x20) & ~ends) | ((word & ~EightBytes.tops) &+ EightBytes.ones))
      & EightBytes.tops
  }
}

/// Eight bytes looked at together; the top bit of a byte says whether something holds of it.
enum EightBytes {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bits of the bytes that are this one.
  @inline(__always)
  static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return ~(((difference & ~tops) &+ ~tops) | difference) & tops
  }

  /// The top bits of the bytes below this one, which is at most 0x80.
  @inline(__always)
  static func below(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    ~((word | tops) &- ones &* UInt64(byte)) & ~word & tops
  }

  /// How many bytes continue a character of UTF-8.
  @inline(__always)
  static func continuations(_ word: UInt64) -> Int { (word & ~(word &<< 1) & tops).nonzeroBitCount }
}
