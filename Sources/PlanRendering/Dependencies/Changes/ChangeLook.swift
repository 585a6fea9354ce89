import PlanModel

/// The looks that pictures of a slip and of a difference share: what the picture is about stands out, all else is grey.
///
/// Each look differs from the others in the weight of its outline or in a sign, so that a grey copy reads the same.
enum ChangeLook {
  static let palette = Palette.standard
  /// What moves to later dates, and to earlier ones.
  static let later = palette.bad
  static let earlier = palette.category(0)
  static let grey = Colour(0xB4BDC8)
  static let greyInk = Colour(0x69747F)

  static func moved(isLater: Bool) -> GraphDrawing.Style {
    .init(fill: isLater ? Colour(0xFDEDE7) : Colour(0xE6F1FA), stroke: isLater ? later : earlier, strokeWidth: 2.6)
  }

  static let held = GraphDrawing.Style(fill: .white, stroke: Colour(0x2E3A48), strokeWidth: 1.4, line: .double)
  static let around = GraphDrawing.Style(fill: Colour(0xFAFBFC), stroke: grey, strokeWidth: 1)

  /// A group, with a quieter frame than in other pictures.
  static func group(isOwn: Bool) -> GraphDrawing.Style {
    .init(
      fill: Colour(0xF4F6F9), stroke: Colour(0x9AA6B3), strokeWidth: 1.1, line: isOwn ? .solid : .dashed)
  }

  static func moveBadge(isLater: Bool, _ meaning: String) -> GraphDrawing.Badge {
    .init(isLater ? "→" : "←", colour: isLater ? later : earlier, tooltip: meaning)
  }

  static func heldBadge(_ meaning: String) -> GraphDrawing.Badge { .init("=", colour: .white, tooltip: meaning) }

  static func changedBadge(_ meaning: String) -> GraphDrawing.Badge {
    .init("Δ", colour: palette.ink, tooltip: meaning)
  }

  /// The lines of a node that stands around: as others have them, in grey.
  static func muted(_ lines: [TextLine]) -> [TextLine] {
    lines.map { line in
      var line = line
      line.colour = greyInk
      line.bold = false
      return line
    }
  }
}
