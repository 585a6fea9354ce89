/// Text that any output may carry: control characters and noncharacters are gone, line ends are `\n`.
///
///     PlainText.cleaned("Åpning\u{0}\r\nBergen")    // "Åpning\nBergen"
///
/// XML 1.0 has no way at all to write most control characters, so they are dropped rather than escaped. Marks that turn
/// the direction of the text around them are dropped too: they could make a label read as something else.
public enum PlainText {
  /// The text without characters that XML forbids, tabs as spaces.
  public static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !afterReturn { scalars.append("\n") }
      case 0x09: scalars.append(" ")
      case 0x2028, 0x2029, 0x85: scalars.append("\n")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF: break
      case let value where value & 0xFFFE == 0xFFFE: break
      default: scalars.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(scalars)
  }
}

extension String {
  /// With unbreakable spaces, for what should stay on one line where there is room; pictures draw ordinary spaces.
  var unbroken: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }

  /// With ordinary spaces again.
  package var withOrdinarySpaces: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
