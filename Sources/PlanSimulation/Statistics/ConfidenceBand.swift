/// How far the distribution behind a sample can be from the sample, everywhere at once.
package enum ConfidenceBand {
  /// The half height of the band around the empirical distribution: √(ln(2/α) / 2n) for α = 1 − confidence.
  ///
  /// Dvoretzky, Kiefer and Wolfowitz, with the constant of Massart (1990). For independent iterations. Nothing without values or
  /// where the confidence does not lie strictly between 0 and 1.
  package static func halfHeight(count: Int, confidence: Double) -> Double? {
    guard count > 0, confidence > 0, confidence < 1 else { return nil }
    return (Elementary.log(2 / (1 - confidence)) / (2 * Double(count))).squareRoot()
  }
}
