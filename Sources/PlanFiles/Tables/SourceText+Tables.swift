import CTableBytes

extension SourceText {
  /// Whether bytes are what ``init(path:bytes:isTable:problems:)`` takes for the text of a table: UTF-8 without control
  /// characters but tabs and the ends of lines, and without a byte order mark.
  static func isTable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var place = 0
    while place + 64 <= bytes.count {
      var others = milepost_others(base + place)
      var next = place + 64
      while others != 0 {
        let other = place + others.trailingZeroBitCount
        guard let length = length(bytes, other) else { return false }
        next = max(next, other + length)
        others &= UInt64.max << UInt64(other + length - place)
      }
      place = next
    }
    while place < bytes.count {
      guard let length = length(bytes, place) else { return false }
      place += length
    }
    return true
  }

  /// How many bytes the character at a place has; nil where tables may not hold it.
  @inline(__always)
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    let byte = bytes[place]
    guard byte >= 0x80 else {
      let isHeld = (byte >= 0x20 && byte != 0x7F) || byte == Byte.tab || byte == Byte.lineFeed
      return isHeld || byte == Byte.carriageReturn ? 1 : nil
    }
    guard let (scalar, length) = decode(bytes, at: place) else { return nil }
    switch scalar {
    case 0x80..<0x85, 0x86..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF: return nil
    default: return length
    }
  }
}
