/// A piece of a picture, built as a value; everything in it is escaped when it is written.
///
///     SVG.element("rect", [Attribute("width", 12), Attribute("height", 12), Attribute("fill", "#0072b2")])
public struct SVG: Hashable, Sendable {
  let markup: Markup

  init(_ markup: Markup) { self.markup = markup }

  /// An element of the picture; `script` and `foreignObject` come out as empty groups.
  public static func element(_ name: StaticString, _ attributes: [Attribute] = [], _ children: [SVG] = []) -> SVG {
    let name = "\(name)"
    if ["script", "style", "foreignobject"].contains(name.lowercased()) { return SVG(.element("g", [], [])) }
    return SVG(.element(name, attributes, children.map(\.markup)))
  }

  /// Text inside an element such as `text` or `title`.
  public static func text(_ text: String) -> SVG { SVG(.text(text)) }

  /// Several pieces in a row.
  public static func sequence(_ parts: [SVG]) -> SVG { SVG(.sequence(parts.map(\.markup))) }

  /// A line of text with its baseline at `y`.
  ///
  /// - Parameter anchor: "start", "middle" or "end": what of the line stands at `x`.
  public static func line(
    _ line: TextLine, x: Double, y: Double, anchor: String = "start", colour: Colour = Palette.standard.ink,
    halo: Colour? = nil
  ) -> SVG {
    var attributes = [Attribute("x", x), Attribute("y", y), Attribute("font-size", line.size)]
    attributes.append(Attribute("fill", (line.colour ?? colour).css))
    if line.bold { attributes.append(Attribute("font-weight", "bold")) }
    if anchor != "start" { attributes.append(Attribute("text-anchor", anchor)) }
    if let halo {
      attributes += [
        Attribute("stroke", halo.css), Attribute("stroke-width", 3.5), Attribute("stroke-linejoin", "round"),
        Attribute("paint-order", "stroke"),
      ]
    }
    return .element("text", attributes, [.text(line.text)])
  }

  /// What is shown when the pointer rests on the element around it.
  static func tooltip(_ text: String) -> SVG { .element("title", [], [.text(text)]) }
}
