/// A reader that accepts well-formed XML without declarations, entities of its own, or comments, and nothing else.
///
/// Slow and obvious: it exists to catch a writer that forgets to escape.
struct StrictXML {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [Element] = []

    /// This element and all inside it, in document order.
    var all: [Element] { [self] + children.flatMap(\.all) }
    func named(_ name: String) -> [Element] { all.filter { $0.name == name } }
    func classed(_ name: String) -> [Element] {
      all.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains { $0 == name } }
    }
    func number(_ name: String) -> Double { attributes[name].flatMap { Double($0) } ?? .nan }
  }

  struct Malformed: Error { let reason: String }

  private let scalars: [Unicode.Scalar]
  private var at = 0

  static func parse(_ text: String) throws -> Element {
    var reader = StrictXML(text)
    if reader.looking(at: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>") { reader.at += 38 }
    reader.blanks()
    let root = try reader.element()
    reader.blanks()
    guard reader.at == reader.scalars.count else { throw Malformed(reason: "text after the root") }
    return root
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private mutating func element() throws -> Element {
    try expect("<")
    let name = try word()
    var attributes: [String: String] = [:]
    while true {
      blanks()
      if looking(at: "/>") {
        at += 2
        return Element(name: name, attributes: attributes)
      }
      if looking(at: ">") { break }
      let key = try word()
      try expect("=\"")
      let value = try characters(until: "\"")
      guard attributes.updateValue(value, forKey: key) == nil else { throw Malformed(reason: "two \(key)") }
      try expect("\"")
    }
    at += 1
    var element = Element(name: name, attributes: attributes)
    while true {
      element.text += try characters(until: "<")
      if looking(at: "</") {
        try expect("</\(name)>")
        return element
      }
      element.children.append(try self.element())
    }
  }

  private mutating func characters(until end: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while at < scalars.count, scalars[at] != end {
      let scalar = scalars[at]
      switch scalar {
      case "<": throw Malformed(reason: "bare <")
      case "&": text.append(try entity())
      case "\n", "\t": text.append(scalar)
      default:
        guard scalar.value >= 0x20, scalar.value != 0x7F, scalar.value & 0xFFFE != 0xFFFE else {
          throw Malformed(reason: "control character \(scalar.value)")
        }
        text.append(scalar)
      }
      at += 1
    }
    return String(text)
  }

  private mutating func entity() throws -> Unicode.Scalar {
    for (name, scalar) in ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
      as [String: Unicode.Scalar]
    where looking(at: name) {
      at += name.unicodeScalars.count - 1
      return scalar
    }
    throw Malformed(reason: "bare &")
  }

  private mutating func word() throws -> String {
    var name = String.UnicodeScalarView()
    while at < scalars.count, scalars[at].isASCII,
      scalars[at].properties.isAlphabetic || "-:_0123456789".unicodeScalars.contains(scalars[at])
    {
      name.append(scalars[at])
      at += 1
    }
    guard !name.isEmpty else { throw Malformed(reason: "no name") }
    return String(name)
  }

  private func looking(at text: String) -> Bool { scalars[at...].starts(with: text.unicodeScalars) }

  private mutating func expect(_ text: String) throws {
    guard looking(at: text) else { throw Malformed(reason: "expected \(text)") }
    at += text.unicodeScalars.count
  }

  private mutating func blanks() { while at < scalars.count, scalars[at] == " " || scalars[at] == "\n" { at += 1 } }
}
