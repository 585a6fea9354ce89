extension JSONValue {
  /// Reads a JSON document (RFC 8259); nil where it is none, has a name twice, or is nested deeper than 64 levels.
  ///
  /// Numbers may have up to six decimals and no exponent, as ``text`` writes them.
  init?(parsing bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.document() else { return nil }
    self = value
  }

  /// The value under a name; nil where there is none.
  subscript(name: String) -> JSONValue? {
    guard case .object(let pairs) = self else { return nil }
    return pairs.first { $0.0 == name }?.1
  }

  var word: String? { if case .string(let text) = self { text } else { nil } }
  var number: Int? { if case .integer(let number) = self { number } else { nil } }
  var list: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  /// All members, where all are texts.
  var texts: [String]? {
    guard let list else { return nil }
    let texts = list.compactMap(\.word)
    return texts.count == list.count ? texts : nil
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() -> JSONValue? {
    guard let value = value(depth: 0) else { return nil }
    skipSpace()
    return place == bytes.count ? value : nil
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ byte: Character) -> Bool {
    skipSpace()
    guard next == byte.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    let end = place + word.utf8.count
    guard end <= bytes.count, bytes[place..<end].elementsEqual(word.utf8) else { return false }
    place = end
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth < 64 else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return take(word: "true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take(word: "false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    place += 1
    var pairs: [(String, JSONValue)] = []
    var names: Set<String> = []
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard let name = string(), names.insert(name).inserted, take(":"), let value = value(depth: depth + 1) else {
        return nil
      }
      pairs.append((name, value))
    } while take(",")
    return take("}") ? .object(pairs) : nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    place += 1
    var values: [JSONValue] = []
    if take("]") { return .array([]) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while take(",")
    return take("]") ? .array(values) : nil
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"): guard escape(into: &text) else { return nil }
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard let byte = next else { return false }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard var code = hexadecimal() else { return false }
      if code >= 0xD800, code < 0xDC00 {
        guard take(word: "\\u"), let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return false }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { return false }
      text.append(contentsOf: String(Character(scalar)).utf8)
    default: return false
    }
    return true
  }

  private mutating func hexadecimal() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[place..<(place + 4)], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }), let code = UInt32(digits, radix: 16) else { return nil }
    place += 4
    return code
  }

  /// A whole number, or one with up to six decimals.
  private mutating func number() -> JSONValue? {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, let whole = Int(first) else { return nil }
    if parts.count == 1 { return .integer(whole) }
    guard parts.count == 2, (1...6).contains(parts[1].count), let part = Int(parts[1]), !parts[1].hasPrefix("-"),
      whole.magnitude < 1_000_000_000_000
    else { return nil }
    let millionths = (0..<(6 - parts[1].count)).reduce(part) { sum, _ in 10 * sum }
    return .millionths(1_000_000 * whole + (first.hasPrefix("-") ? -millionths : millionths))
  }
}
