/// Numbers as SVG and DOT want them: a point, no exponent, no needless zeros.
package enum DecimalText {
  /// The value rounded to two decimals; a value that is no number is "0".
  ///
  ///     DecimalText.of(12.5)      // "12.5"
  ///     DecimalText.of(-0.001)    // "0"
  package static func of(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let hundredths = Int64((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let size = hundredths.magnitude
    let whole = size / 100
    let rest = size % 100
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
