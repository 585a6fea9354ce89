/// How wide and how high text is, known without asking the machine for its fonts.
///
///     FontMetrics.width(of: "Oppstart AMK Oslo", size: 11)          // points
///     FontMetrics.width(of: "Oppstart AMK Oslo", size: 11, bold: true)
///
/// The widths are those of DejaVu Sans, so a picture is laid out alike everywhere; Verdana has nearly the same widths and
/// Arial is narrower, so text drawn in a substitute still fits. Kerning is left out: it only makes text narrower.
public enum FontMetrics {
  /// The fonts that pictures name, in the order of preference.
  public static let family = "DejaVu Sans, Verdana, Arial, sans-serif"

  /// The width in points of one line of text.
  ///
  /// Characters outside the tables count as a typical letter, as one em when they are wide (CJK, emoji), as nothing when
  /// they are combining marks or joiners.
  ///
  /// - Complexity: O(*n*) for *n* Unicode scalars.
  public static func width(of text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += advance(of: scalar, bold: bold) }
    return Double(units) * size / 2048
  }

  /// From the baseline to the top of the highest letter, in points.
  public static func ascent(size: Double) -> Double { size * 0.93 }

  /// From one baseline to the next, in points.
  public static func lineHeight(size: Double) -> Double { size * 1.22 }

  /// The advance width of one character in 2048ths of the type size.
  package static func advance(of scalar: Unicode.Scalar, bold: Bool) -> Int {
    let value = scalar.value
    for range in bold ? DejaVuSans.bold : DejaVuSans.regular {
      if value < range.first { break }
      let index = Int(value - range.first)
      if index < range.widths.count {
        if range.widths[index] > 0 { return Int(range.widths[index]) }
        break
      }
    }
    return fallbackAdvance(of: scalar, bold: bold)
  }

  private static func fallbackAdvance(of scalar: Unicode.Scalar, bold: Bool) -> Int {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0x20000...0x3FFFD:
      return 2048
    case 0x1F000...0x1FAFF, 0x2600...0x27BF: return 2560
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format: return 0
    default: return bold ? 1700 : 1500
    }
  }
}
