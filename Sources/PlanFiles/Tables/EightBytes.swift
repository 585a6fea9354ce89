/// Eight bytes looked at together.
enum EightBytes {
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// How many bytes continue a character of UTF-8.
  @inline(__always)
  static func continuations(_ word: UInt64) -> Int { (word & ~(word &<< 1) & tops).nonzeroBitCount }

  /// Whether all bytes are ASCII.
  @inline(__always)
  static func areASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    guard raw.count >= 8 else { return bytes.allSatisfy { $0 < 0x80 } }
    var place = 0
    // The last word may tell bytes again that the word before told.
    while place < raw.count {
      guard raw.loadUnaligned(fromByteOffset: min(place, raw.count - 8), as: UInt64.self) & tops == 0 else {
        return false
      }
      place += 8
    }
    return true
  }
}
