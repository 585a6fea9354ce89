/// One line of text in a picture.
///
///     TextLine("Oppstart AMK Oslo", bold: true)
///     TextLine("januar 2024", size: 9.5, colour: Palette.standard.mutedInk)
public struct TextLine: Hashable, Sendable {
  /// What is written.
  public var text: String
  /// The type size in points.
  public var size: Double
  /// Whether in bold letters.
  public var bold: Bool
  /// The colour of the letters; nil leaves the choice to whatever the line stands on.
  public var colour: Colour?

  /// A line of text, 11 points high unless said otherwise.
  public init(_ text: String, size: Double = 11, bold: Bool = false, colour: Colour? = nil) {
    self.text = text
    self.size = size
    self.bold = bold
    self.colour = colour
  }

  /// The width in points.
  public var width: Double { FontMetrics.width(of: text, size: size, bold: bold) }

  /// The height in points, leading included.
  public var height: Double { FontMetrics.lineHeight(size: size) }

  func with(text: some StringProtocol) -> TextLine {
    var line = self
    line.text = String(text)
    return line
  }
}
