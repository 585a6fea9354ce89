extension Character {
  /// The columns that a terminal gives a character: 0 for marks alone, 2 for East Asian wide letters and emoji.
  var displayWidth: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var width = 0
    for scalar in unicodeScalars { width = max(width, scalar.displayWidth) }
    if width == 1, unicodeScalars.contains("\u{FE0F}") { return 2 }
    return width
  }
}

extension StringProtocol {
  /// The columns that a terminal gives the text.
  var displayWidth: Int {
    let isASCII = utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    return isASCII ? utf8.count : plainWidth ?? reduce(0) { $0 + $1.displayWidth }
  }

  /// The number of scalars where each of them is a character of one column: Latin letters, dashes, lines. Nil elsewhere.
  var plainWidth: Int? {
    var width = 0
    var lead: UInt8 = 0
    var second: UInt8 = 0
    for byte in utf8 {
      switch byte {
      case 0x20..<0x7F, 0xC3...0xCB: width += 1
      case 0xC2, 0xE2: width += 1
      case 0x80..<0xC0:
        // No control characters and soft hyphens; of punctuation en dash, dots and what compares; of signs, lines.
        if lead == 0xC2, byte < 0xA0 || byte == 0xAD { return nil }
        if lead == 0xE2, ![0x80, 0x89, 0x94].contains(byte) { return nil }
        if second == 0x80, ![0x93, 0xA6].contains(byte) { return nil }
      default: return nil
      }
      second = lead == 0xE2 && byte < 0xC0 ? byte : 0
      lead = byte
    }
    return width
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .surrogate: return 0
    default: break
    }
    if value < 0x1100 { return 1 }
    if properties.isEmojiPresentation { return 2 }
    for range in Self.wide where range.contains(value) { return 2 }
    return 1
  }

  /// Blocks that Unicode's East Asian Width (UAX #11) calls wide or full width.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text with control characters other than line breaks, and marks that override the direction of writing, made
  /// visible, so that no name can steer a terminal.
  var withoutControlCharacters: String {
    if !mayHaveControlCharacters { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl =
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: scalar != "\n" && scalar.properties.generalCategory == .control
        }
      result.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// Whether the bytes of any such character occur: `00` to `1F` and `7F`, `C2 80` to `C2 9F`, and some after `E2 80` or
  /// `E2 81`.
  private var mayHaveControlCharacters: Bool {
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if byte < 0x20 && byte != 0x0A || byte == 0x7F { return true }
      if second == 0xC2 && byte < 0xA0 { return true }
      if first == 0xE2, second == 0x80 && 0xAA...0xAE ~= byte || second == 0x81 && 0xA6...0xA9 ~= byte { return true }
      (first, second) = (second, byte)
    }
    return false
  }
}
