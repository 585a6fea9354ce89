/// A whole picture.
///
///     let picture = try SVGPicture(drawing, at: positions)
///     picture.document           // a file of its own
///     HTML.picture(picture)      // inside a page
public struct SVGPicture: Hashable, Sendable {
  /// In points; a PDF page made of the picture has this size.
  public let size: Size
  /// What the picture is called.
  public let title: String
  let root: Markup

  /// A picture of `content` in a frame from (0, 0) to `size`.
  ///
  /// - Parameters:
  ///   - description: what the picture shows, for those who cannot see it.
  ///   - id: the id of the root element; several pictures in one page need several.
  public init(
    size: Size, title: String, description: String = "", language: String = "nb", id: String = "picture",
    background: Colour? = .white, content: [SVG]
  ) {
    self.init(
      size: size, title: title, description: description, language: language, id: ElementIDs.sanitised(id),
      background: background, css: "", content: content)
  }

  init(
    size: Size, title: String, description: String, language: String, id: String, background: Colour?, css: String,
    content: [SVG]
  ) {
    let size = Size(width: max(size.width, 1).rounded(.up), height: max(size.height, 1).rounded(.up))
    self.size = size
    self.title = PlainText.cleaned(title)
    var parts: [SVG] = [
      .element("title", [Attribute("id", id + "-title")], [.text(title)]),
      .element("desc", [Attribute("id", id + "-description")], [.text(description)]),
    ]
    if !css.isEmpty { parts.append(SVG(.element("style", [], [.raw(css)]))) }
    if let background {
      parts.append(
        .element(
          "rect", [Attribute("width", size.width), Attribute("height", size.height), Attribute("fill", background.css)])
      )
    }
    root =
      SVG.element(
        "svg",
        [
          Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("id", id), Attribute("lang", language),
          Attribute("width", size.width), Attribute("height", size.height),
          Attribute("viewBox", "0 0 \(DecimalText.of(size.width)) \(DecimalText.of(size.height))"),
          Attribute("font-family", FontMetrics.family), Attribute("role", "graphics-document document"),
          Attribute("aria-labelledby", "\(id)-title \(id)-description"),
        ], parts + content
      ).markup
  }

  /// The picture as an SVG file.
  public var document: String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    root.write(.xml, into: &out)
    return out + "\n"
  }
}
