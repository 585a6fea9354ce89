/// What the correlation of two normal quantities means for quantities of any distribution that follow them rank by rank.
///
///     GaussianCopula.normalCorrelation(spearman: 0.7)     // 0.717
///
/// Not a number outside −1…1.
package enum GaussianCopula {
  package static func spearman(normalCorrelation rho: Double) -> Double { 6 / Double.pi * Elementary.asin(rho / 2) }

  package static func kendall(normalCorrelation rho: Double) -> Double { 2 / Double.pi * Elementary.asin(rho) }

  /// The probability that both lie below their medians.
  package static func orthant(normalCorrelation rho: Double) -> Double { 0.25 + Elementary.asin(rho) / (2 * .pi) }

  package static func normalCorrelation(spearman: Double) -> Double {
    guard abs(spearman) <= 1 else { return .nan }
    return 2 * Elementary.sin(.pi * spearman / 6)
  }

  package static func normalCorrelation(kendall: Double) -> Double {
    guard abs(kendall) <= 1 else { return .nan }
    return Elementary.sin(.pi * kendall / 2)
  }
}
