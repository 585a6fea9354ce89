/// A whole web page that needs nothing but itself.
///
///     HTMLPage(title: "Styringsrapport", language: "nb", head: [.style("body { margin: 2em }")], body: [...]).source
public struct HTMLPage: Hashable, Sendable {
  /// What the tab of the browser says.
  public var title: String
  /// As in BCP 47: "nb", "en".
  public var language: String
  /// What stands in the head after the title: styles, scripts, data.
  public var head: [HTML]
  /// What the page shows.
  public var body: [HTML]

  /// A page of these parts.
  public init(title: String, language: String = "nb", head: [HTML] = [], body: [HTML] = []) {
    self.title = title
    self.language = language
    self.head = head
    self.body = body
  }

  /// The page as text, beginning with its document type.
  ///
  /// Its security policy allows what stands in the page itself and nothing from elsewhere.
  public var source: String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
    let page = HTML.element(
      "html", [Attribute("lang", language)],
      [
        .element(
          "head", [],
          [
            .element("meta", [Attribute("charset", "utf-8")]),
            .element("meta", [Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", policy)]),
            .element(
              "meta", [Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")]),
            .element("title", [], [.text(title)]),
          ] + head),
        .element("body", [], body),
      ])
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }
}
