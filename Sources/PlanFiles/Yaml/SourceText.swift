import PlanModel

/// The text of one file: checked UTF-8 with a table of lines.
struct SourceText {
  /// As the user would name the file.
  let path: String
  /// The number of the path in ``Places``.
  let source: Int32
  /// The bytes after a byte order mark.
  let bytes: [UInt8]
  /// Where each line begins; the breaks are those of YAML 1.1. Of a table they are not known: its cells know
  /// their places.
  let lineStarts: [Int]
  /// Whether ` #` with a character right after it occurs at all, so that texts must be checked for it.
  let hasHashes: Bool

  /// Checks the bytes; a problem is reported and gives nil.
  init?(path: String, bytes all: [UInt8], isTable: Bool = false, problems: inout Problems) {
    self.path = path
    source = problems.places.number(of: path)
    let hasMark = all.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(all.dropFirst(3)) : all
    self.bytes = bytes
    var starts = [0]
    var hashes = false
    var problem: (offset: Int, code: Diagnostic.Code, text: String)?
    var i = 0
    var lines = 1
    scan: while i < bytes.count {
      i = SourceText.plainEnd(bytes, from: i)
      guard i < bytes.count else { break }
      let byte = bytes[i]
      if byte < 0x80 {
        i += 1
        switch byte {
        case 0x0A:
          lines += 1
          if !isTable { starts.append(i) }
        case 0x0D:
          if i >= bytes.count || bytes[i] != 0x0A {
            lines += 1
            if !isTable { starts.append(i) }
          }
        case 0x23:  // #
          if i >= 2, bytes[i - 2] == 0x20, i < bytes.count, bytes[i] > 0x20, bytes[i] != 0x23 { hashes = true }
        case 0x09: break
        case 0..<0x20, 0x7F:
          problem = (i - 1, .yamlSyntax, "control character U+\(hexadecimal(UInt32(byte)))")
          break scan
        default: break
        }
        continue
      }
      guard let (scalar, length) = bytes.withUnsafeBufferPointer({ SourceText.decode($0, at: i) }) else {
        problem = (i, .invalidUTF8, String(i + (hasMark ? 3 : 0)))
        break
      }
      i += length
      switch scalar {
      case 0x85, 0x2028, 0x2029: if !isTable { starts.append(i) }
      case 0x80..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF:
        problem = (i - length, .yamlSyntax, "control character U+\(hexadecimal(scalar))")
        break scan
      default: break
      }
    }
    lineStarts = starts
    hasHashes = hashes
    if let problem {
      var start = starts.last ?? 0
      if isTable {
        start = bytes[..<problem.offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
      }
      let column = bytes[start..<problem.offset].count { $0 & 0xC0 != 0x80 } + 1
      let origin = problems.places.add(source: source, line: lines, column: column)
      let help = problem.code == .yamlSyntax ? ["remove it"] : []
      problems.add(Diagnostic(problem.code, values: [problem.text] + help, at: origin))
      problems.isIncomplete = true
      return nil
    }
  }

  /// The next byte that is no printed ASCII character, or is a `#`; eight bytes at a time.
  private static func plainEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBytes { raw in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let tops: UInt64 = 0x8080_8080_8080_8080
      var i = start
      while i + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let hash = word ^ (ones &* 0x23)
        // A top bit for bytes from 0x80, below 0x20, of 0x7F, and equal to `#`; of the first such byte it is right.
        let found = (word | ((word &- ones &* 0x20) & ~word) | (word &+ ones) | ((hash &- ones) & ~hash)) & tops
        if found != 0 { return i + found.trailingZeroBitCount / 8 }
        i += 8
      }
      return i
    }
  }

  /// The scalar that begins at a byte and its length, nil where the bytes are not UTF-8.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (UInt32, Int)? {
    let first = UInt32(bytes[i])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), i + length <= bytes.count else { return nil }
    var scalar = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for j in 1..<length {
      guard bytes[i + j] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[i + j] & 0x3F)
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }

  // MARK: Looking at the text

  /// The text of a line without its break, empty where there is none.
  func line(_ number: Int32) -> String {
    let index = Int(number) - 1
    guard lineStarts.indices.contains(index) else { return "" }
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > lineStarts[index], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[lineStarts[index]..<end], as: UTF8.self)
  }

  /// The rest of a line from a place on.
  func rest(from mark: YamlMark) -> String {
    String(String.UnicodeScalarView(line(mark.line).unicodeScalars.dropFirst(max(0, Int(mark.column) - 1))))
  }

  /// The text between two places of one line, empty where they are on different lines.
  func text(from start: YamlMark, to end: YamlMark) -> String {
    guard start.line == end.line, start < end else { return "" }
    return String(String.UnicodeScalarView(rest(from: start).unicodeScalars.prefix(Int(end.column - start.column))))
  }
}

/// Four hexadecimal digits or more.
func hexadecimal(_ number: UInt32) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
