/// A piece of a web page, built as a value; everything in it is escaped when it is written.
///
///     HTML.element("p", [Attribute("class", "lead")], ["Oppstart AMK Oslo: ", .element("b", [], ["januar 2024"])])
///
/// A string literal is text. Names of elements and attributes are literals of the source code, so nothing that a plan says
/// can open a tag. Pictures enter as ``SVGPicture`` only.
public struct HTML: Hashable, Sendable, ExpressibleByStringLiteral {
  let markup: Markup

  init(_ markup: Markup) { self.markup = markup }

  /// A literal is text.
  public init(stringLiteral value: String) { markup = .text(value) }

  /// Text, whatever characters it has.
  public static func text(_ text: String) -> HTML { HTML(.text(text)) }

  /// An element; `style` and `script` have functions of their own and come out empty here.
  public static func element(_ name: StaticString, _ attributes: [Attribute] = [], _ children: [HTML] = []) -> HTML {
    let name = "\(name)".lowercased()
    let isCode = name == "style" || name == "script"
    return HTML(.element(name, attributes, isCode ? [] : children.map(\.markup)))
  }

  /// Several pieces in a row.
  public static func sequence(_ parts: [HTML]) -> HTML { HTML(.sequence(parts.map(\.markup))) }

  /// A picture of our own, inside the page.
  public static func picture(_ picture: SVGPicture) -> HTML { HTML(picture.root) }

  /// A style sheet that stands in the source code.
  public static func style(_ css: StaticString) -> HTML {
    HTML(.element("style", [], [.raw(closed("\(css)"))]))
  }

  /// A script that stands in the source code.
  public static func script(_ code: StaticString) -> HTML {
    HTML(.element("script", [], [.raw(closed("\(code)"))]))
  }

  /// JSON for the scripts of the page; it cannot end the element that it stands in.
  ///
  ///     HTML.data("plan", json: #"{"name": "</script>"}"#)
  public static func data(_ id: StaticString, json: String) -> HTML {
    var safe = ""
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": safe += "\\u003c"
      case ">": safe += "\\u003e"
      case "&": safe += "\\u0026"
      case "\u{2028}": safe += "\\u2028"
      case "\u{2029}": safe += "\\u2029"
      case let other where other.value < 0x20 || other.value == 0x7F: safe += " "
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return HTML(
      .element("script", [Attribute("type", "application/json"), Attribute("id", "\(id)")], [.raw(safe)]))
  }

  /// This piece as text.
  public var source: String {
    var out = ""
    markup.write(.html, into: &out)
    return out
  }

  /// Source code that cannot end its own element.
  private static func closed(_ code: String) -> String {
    var out = ""
    var previous: Character = " "
    for character in code {
      if previous == "<", character == "/" || character == "!" { out += "\\" }
      out.append(character)
      previous = character
    }
    return out
  }
}
