/// A JSON document whose keys keep the order in which they were written.
///
///     let value: JSONValue = .object([("format", 1), ("name", "Blåbær")])
///     value.text      // pretty, two spaces, ends with a line break
enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  /// A number with at most six decimals, written the same everywhere; see ``decimal(_:)``.
  case millionths(Int)
  case bool(Bool)
  case null

  /// The document, indented by two spaces, keys in order, UTF-8 as it is; ends with a line break.
  var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    func newLine(_ depth: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .millionths(let number): bytes.append(contentsOf: JSONValue.text(ofMillionths: number).utf8)
    case .string(let text): JSONValue.quote(text, to: &bytes)
    case .array(let values):
      if values.isEmpty { return bytes.append(contentsOf: "[]".utf8) }
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        newLine(depth + 1)
        value.write(to: &bytes, depth: depth + 1)
      }
      newLine(depth)
      bytes.append(UInt8(ascii: "]"))
    case .object(let pairs):
      if pairs.isEmpty { return bytes.append(contentsOf: "{}".utf8) }
      bytes.append(UInt8(ascii: "{"))
      for (index, pair) in pairs.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        newLine(depth + 1)
        JSONValue.quote(pair.0, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        pair.1.write(to: &bytes, depth: depth + 1)
      }
      newLine(depth)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// A string as RFC 8259 wants it: quotes, backslashes and controls escaped, the rest as it is.
  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x00..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONValue {
  /// Whether both say the same; keys in the same order.
  func isSame(as other: JSONValue) -> Bool {
    switch (self, other) {
    case (.string(let a), .string(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.millionths(let a), .millionths(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.null, .null): true
    case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.0 == $1.0 && $0.1.isSame(as: $1.1) }
    default: false
    }
  }

  /// A number rounded to six decimals; null where it is none, or too large to be written so.
  static func decimal(_ value: Double?) -> JSONValue {
    guard let value, abs(value) < 1e12 else { return .null }
    return .millionths(Int((value * 1e6).rounded(.toNearestOrEven)))
  }

  /// `0.8`, `-12.345678`, `3`.
  private static func text(ofMillionths number: Int) -> String {
    let (whole, part) = number.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var text = (number < 0 ? "-" : "") + String(whole)
    guard part > 0 else { return text }
    let digits = String(part)
    text += "." + String(repeating: "0", count: 6 - digits.count) + digits
    while text.last == "0" { text.removeLast() }
    return text
  }

  /// A text, or null.
  init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
  /// A number, or null.
  init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }
  /// A flag, or null.
  init(_ flag: Bool?) { self = flag.map(JSONValue.bool) ?? .null }
  /// Several texts.
  init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .integer(number) }
  init(booleanLiteral flag: Bool) { self = .bool(flag) }
}
