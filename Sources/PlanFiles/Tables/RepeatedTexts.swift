import PlanModel

/// Texts that many rows say: each is made once while it is remembered.
struct RepeatedTexts {
  private var hashes: [UInt64] = Array(repeating: 0, count: 1024)
  private var texts: [String] = Array(repeating: "", count: 1024)
  /// How many more texts may be made anew before nothing is remembered any longer; those found again add to it.
  private var patience = Self.mostPatience
  private static let mostPatience = 8192

  /// The text of checked bytes.
  @inline(__always)
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Short texts need no memory of their own.
    if bytes.count < 16 || patience == 0 { return String(checked: bytes) }
    let hash = Self.hash(bytes)
    let place = Int(truncatingIfNeeded: hash >> 54)
    if hashes[place] == hash, Self.isEqual(texts[place], bytes) {
      if patience < Self.mostPatience { patience += 1 }
      return texts[place]
    }
    patience -= 1
    let text = String(checked: bytes)
    (hashes[place], texts[place]) = (hash, text)
    return text
  }

  @inline(__always)
  private static func isEqual(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { own in
      guard own.count == bytes.count else { return false }
      let (a, b) = (UnsafeRawBufferPointer(own), UnsafeRawBufferPointer(bytes))
      var place = 0
      // The last word may tell bytes again that the word before told.
      while place < a.count {
        let offset = min(place, a.count - 8)
        if a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          != b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        {
          return false
        }
        place += 8
      }
      return true
    } ?? false
  }

  /// Of at least eight bytes. Whoever makes all texts meet makes them anew each, and no more.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = UInt64(truncatingIfNeeded: raw.count)
    var place = 0
    while place < raw.count {
      let word = raw.loadUnaligned(fromByteOffset: min(place, raw.count - 8), as: UInt64.self)
      let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.high ^ product.low
      place += 8
    }
    return state
  }
}

/// Sources and reasons that rows in a row have in common.
struct RepeatedEvidence {
  private var source: [UInt8]?
  private var because: [UInt8]?
  private var last = Evidence.none

  /// Evidence of these, made anew only where they differ from those of the row before.
  mutating func evidence(_ source: UnsafeBufferPointer<UInt8>?, _ because: UnsafeBufferPointer<UInt8>?) -> Evidence {
    if !isSame(self.source, source) || !isSame(self.because, because) {
      self.source = source.map { Array($0) }
      self.because = because.map { Array($0) }
      last = Evidence(
        source: source.map { String(decoding: $0, as: UTF8.self) },
        because: because.map { String(decoding: $0, as: UTF8.self) })
    }
    return last
  }

  private func isSame(_ known: [UInt8]?, _ bytes: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let known, let bytes else { return known == nil && bytes == nil }
    return known.elementsEqual(bytes)
  }
}
