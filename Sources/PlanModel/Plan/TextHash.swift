/// The hash of ids: the same number for the same text, however Unicode writes it.
///
/// Most ids are short, and a short text of ASCII characters lies whole in the two words that every text has: then the words
/// are hashed as they are.
struct TextHash: Sendable {
  /// A text as it lies in memory: the same words are the same text.
  struct Words: Equatable {
    var low: UInt64
    var high: UInt64
  }

  /// Drawn once for a process, so that nobody can choose ids that all meet in one slot. No result depends on it.
  private static let processSeed = UInt64.random(in: 0...UInt64.max)
  /// Whether short texts lie in memory as ``words(of:)`` has them; where they do not, their bytes are read.
  private static let isLayoutKnown =
    MemoryLayout<String>.size == 16
    && ["", "a", "amk.b-1", "amk.b-12", "amk.bergen-one1"].allSatisfy { text in
      let bytes = Array(text.utf8)
      return withUnsafeBytes(of: text, Words.init) == bytes.withUnsafeBufferPointer(words(of:))
    }

  private let seed = TextHash.processSeed
  private let isLayoutKnown = TextHash.isLayoutKnown

  func callAsFunction(_ text: String) -> UInt64 {
    if let hash = hash(withUnsafeBytes(of: text) { $0.count < 16 ? nil : Words($0) }) { return hash }
    if let hash = text.utf8.withContiguousStorageIfAvailable({ hash(ascii: $0) }) ?? nil { return hash }
    // Three other characters are canonically the same as an ASCII one.
    var plain: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: plain.append(UInt8(scalar.value))
      case 0x037E: plain.append(0x3B)
      case 0x1FEF: plain.append(0x60)
      case 0x212A: plain.append(0x4B)
      default: return mixed(UInt64(bitPattern: Int64(text.hashValue)), seed)
      }
    }
    return plain.withUnsafeBufferPointer { hash(ascii: $0) } ?? 0
  }

  /// The hash of a short ASCII text from its words alone; nil where it is longer or other.
  @inline(__always)
  func hash(_ words: Words?) -> UInt64? {
    guard isLayoutKnown, let words, words.high >> 60 == 0xE else { return nil }
    return hash(short: words)
  }

  /// Whether the words are a short ASCII text, all of it.
  @inline(__always)
  func isShort(_ words: Words) -> Bool { isLayoutKnown && words.high >> 60 == 0xE }

  /// What the words of a short text hold that begins with these bytes, at most 15, and in which of their bits.
  static func prefix(_ bytes: [UInt8]) -> (words: Words, mask: Words) {
    func bits(_ bytes: Int) -> UInt64 { bytes >= 8 ? UInt64.max : UInt64(1) << UInt64(8 * max(0, bytes)) &- 1 }
    let mask = Words(low: bits(bytes.count), high: bits(bytes.count - 8))
    let words = bytes.withUnsafeBufferPointer(words(of:))
    return (Words(low: words.low & mask.low, high: words.high & mask.high), mask)
  }

  @inline(__always)
  private func hash(short words: Words) -> UInt64 {
    mixed(words.low ^ seed, words.high ^ 0xE703_7ED1_A0B4_28DB)
  }

  /// The hash of ASCII bytes, and where they are the whole of what lies in memory, the words; nil where one is not ASCII.
  @inline(__always)
  func hash(sought bytes: UnsafeBufferPointer<UInt8>) -> (hash: UInt64, words: Words, isShort: Bool)? {
    guard isLayoutKnown, bytes.count < 16 else { return hash(ascii: bytes).map { ($0, Words(low: 0, high: 0), false) } }
    let words = TextHash.words(of: bytes)
    guard (words.low | words.high << 8) & 0x8080_8080_8080_8080 == 0 else { return nil }
    return (hash(short: words), words, true)
  }

  /// The hash of the bytes, nil where one of them is not ASCII.
  private func hash(ascii bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let raw = UnsafeRawBufferPointer(bytes)
    if raw.count < 16 {
      let words = TextHash.words(of: bytes)
      return (words.low | words.high << 8) & 0x8080_8080_8080_8080 == 0 ? hash(short: words) : nil
    }
    var state = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var union: UInt64 = 0
    var place = 0
    // The last word may tell bytes again that the word before told.
    while place < raw.count {
      let word = raw.loadUnaligned(fromByteOffset: min(place, raw.count - 8), as: UInt64.self)
      union |= word
      state = mixed(state ^ word, 0x9E37_79B9_7F4A_7C15)
      place += 8
    }
    return union & 0x8080_8080_8080_8080 == 0 ? state : nil
  }

  /// The words of at most 15 bytes: the bytes in order, and their number last.
  @inline(__always)
  private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> Words {
    let raw = UnsafeRawBufferPointer(bytes)
    var words = Words(low: 0, high: UInt64(0xE0 | raw.count) << 56)
    // Two loads that may overlap tell all bytes.
    if raw.count >= 8 {
      words.low = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      if raw.count > 8 {
        words.high |= raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self) >> UInt64(8 * (16 - raw.count))
      }
    } else if raw.count >= 4 {
      let last = raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)
      words.low =
        UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) | UInt64(last) << UInt64(8 * (raw.count - 4))
    } else {
      for (place, byte) in raw.enumerated() { words.low |= UInt64(byte) << UInt64(8 * place) }
    }
    return words
  }

  /// Multiplies to 128 bits and folds the halves (Wang Yi, wyhash).
  @inline(__always)
  private func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}

extension TextHash.Words {
  /// The two words at an offset.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    low = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    high = bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
  }

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) { self.init(bytes, at: 0) }

  /// Whether the words of a short text hold a byte, which must not be zero.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let every = UInt64(byte) &* 0x0101_0101_0101_0101
    // The last byte of the words is no part of the text.
    let (a, b) = (low ^ every, (high << 8) ^ every)
    let found = (a &- 0x0101_0101_0101_0101) & ~a | (b &- 0x0101_0101_0101_0101) & ~b
    return found & 0x8080_8080_8080_8080 != 0
  }
}
