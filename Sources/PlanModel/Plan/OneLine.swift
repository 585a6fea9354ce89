extension String {
  /// The text as one line that cannot steer a terminal or turn the text around it: for names in tables and sentences.
  ///
  ///     "Oslo\\n start".oneLine      // "Oslo start"
  ///
  /// Line breaks and white space become one space; control characters and the marks that override the direction of
  /// writing (U+202A to U+202E, U+2066 to U+2069) are left out. O(length).
  package var oneLine: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = UnicodeScalarView()
    var isAfterBreak = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: isAfterBreak = true
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: break
      default:
        if isAfterBreak, let last = result.last, last != " ", scalar != " " { result.append(" ") }
        isAfterBreak = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
