/// A tree of marked-up text; the one place where characters are escaped.
indirect enum Markup: Hashable, Sendable {
  case element(String, [Attribute], [Markup])
  case text(String)
  case sequence([Markup])
  /// The inside of `style` and `script`, made safe by whoever builds it.
  case raw(String)
}

/// The name and value of an attribute.
///
///     Attribute("class", "milestone late")
///     Attribute("x", 12.5)
///
/// Names are literals of the source code, so no input ever becomes one; values may be anything. Event handlers (`on…`)
/// cannot be written, and the attributes that lead elsewhere keep only what ``SafeLink`` accepts.
public struct Attribute: Hashable, Sendable {
  let name: String
  let value: String?

  /// A whole number.
  public init(_ name: StaticString, _ value: String) {
    let name = "\(name)"
    self.name = name
    if name.lowercased().hasPrefix("on") {
      self.value = nil
    } else if ["href", "xlink:href", "src", "action", "formaction", "cite", "poster"].contains(name) {
      self.value = SafeLink.address(value)
    } else {
      self.value = PlainText.cleaned(value)
    }
  }

  /// A number, with two decimals at most.
  public init(_ name: StaticString, _ value: Double) { self.init(name, DecimalText.of(value)) }

  /// A whole number.
  public init(_ name: StaticString, _ value: Int) { self.init(name, String(value)) }

  /// An attribute without a value, written as `name=""`.
  public init(_ name: StaticString) { self.init(name, "") }
}

extension Markup {
  /// How empty elements are written.
  enum Syntax {
    /// `<path/>`
    case xml
    /// `<br>` and `<td></td>`
    case html
  }

  func write(_ syntax: Syntax, into out: inout String) {
    switch self {
    case .text(let text): Self.escape(PlainText.cleaned(text), into: &out)
    case .raw(let text): out += text
    case .sequence(let parts): for part in parts { part.write(syntax, into: &out) }
    case .element(let name, let attributes, let children):
      out += "<"
      out += name
      for attribute in attributes {
        guard let value = attribute.value else { continue }
        out += " "
        out += attribute.name
        out += "=\""
        Self.escape(value, into: &out)
        out += "\""
      }
      // Inside HTML, a picture keeps the syntax of XML.
      let inner: Syntax = name == "svg" ? .xml : syntax
      if children.isEmpty, inner == .xml {
        out += "/>"
      } else if inner == .html, Self.voidElements.contains(name) {
        out += ">"
      } else {
        out += ">"
        for child in children { child.write(inner, into: &out) }
        out += "</\(name)>"
      }
    }
  }

  static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// Writes the text with the five characters that mean something in XML or HTML escaped; line ends in it stay.
  static func escape(_ text: String, into out: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
