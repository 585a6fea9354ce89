/// Which of n sorted values is a quantile.
///
///     let p80 = finishes.sorted()[Quantile.index(of: 0.8, count: finishes.count)]
///
/// A quantile is the least value that at least a share p of the sample does not exceed: the inverse of the empirical
/// distribution (definition 1 of Hyndman and Fan 1996). It is always a value that occurred, never one between two.
package enum Quantile {
  /// The index from 0. Anything below 0 or not a number is taken as 0, anything above 1 as 1; 0 for an empty sample.
  package static func index(of p: Double, count: Int) -> Int {
    guard count > 0, p > 0 else { return 0 }
    guard p < 1 else { return count - 1 }
    // 0.07 · 100 is a little more than 7 in doubles; the seventh value is meant.
    let position = p * Double(count)
    let nearest = position.rounded()
    let rank = abs(position - nearest) <= 1e-12 * position ? nearest : position.rounded(.up)
    return min(max(Int(rank), 1), count) - 1
  }

  /// How many independent iterations tell a probability near p within ± `error`.
  ///
  ///     Quantile.iterationsNeeded(p: 0.8, within: 0.01, confidence: 0.95)     // 6147
  ///
  /// By the normal approximation; nothing unless all three lie strictly between 0 and 1.
  package static func iterationsNeeded(p: Double, within error: Double, confidence: Double) -> Int? {
    guard p > 0, p < 1, error > 1e-8, error < 1, confidence > 0, confidence < 1 else { return nil }
    let z = StandardNormal.quantile(0.5 + confidence / 2)
    return Int(((z / error) * (z / error) * p * (1 - p)).rounded(.up))
  }
}

/// Between which of n sorted values a quantile of the distribution behind them lies.
///
///     QuantileInterval(count: 1000, p: 0.8, confidence: 0.95)     // the 775th to the 825th value
///
/// It holds for every distribution, and for independent iterations only: the error of Latin hypercube or Sobol samples is another.
package struct QuantileInterval: Hashable, Sendable {
  /// From 1; nothing where even the least value is not low enough.
  package let lower: Int?
  /// From 1; nothing where even the greatest value is not high enough.
  package let upper: Int?
  /// The probability that the quantile lies between, at least the confidence asked for.
  package let coverage: Double

  /// Nothing unless there are values, and p and the confidence lie strictly between 0 and 1.
  ///
  /// - Complexity: O(√n).
  package init?(count: Int, p: Double, confidence: Double) {
    guard let binomial = Binomial(count: count, p: p), confidence > 0, confidence < 1 else { return nil }
    let outside = (1 - confidence) / 2
    let low = binomial.firstCount { $0 > outside }
    let high = binomial.firstCount { 1 - $0 <= outside } + 1
    lower = low >= 1 ? low : nil
    upper = high <= count ? high : nil
    coverage = (high > count ? 1 : binomial.cumulative(high - 1)) - binomial.cumulative(low - 1)
  }
}
