/// Two normal quantities with mean 0, standard deviation 1 and a correlation.
package enum BivariateNormal {
  /// The probability that both stay below their limits, with an error below 1e-14.
  ///
  /// Not a number where the correlation lies outside −1…1.
  ///
  /// Method: the integral of Drezner and Wesolowsky (1990) over the angle, in pieces that halve towards full correlation.
  package static func cumulative(_ h: Double, _ k: Double, correlation rho: Double) -> Double {
    guard rho >= -1, rho <= 1, h == h, k == k else { return .nan }
    if h == -.infinity || k == -.infinity { return 0 }
    if h == .infinity { return StandardNormal.cumulative(k) }
    if k == .infinity { return StandardNormal.cumulative(h) }
    if rho < 0 { return max(0, StandardNormal.cumulative(h) - cumulative(h, -k, correlation: -rho)) }
    // The angle from full correlation: its cosine is the correlation.
    let end = 2 * Elementary.asin(((1 - rho) / 2).squareRoot())
    let gap = (h - k) * (h - k) / 2
    func density(_ angle: Double) -> Double {
      let (sine, cosine) = (Elementary.sin(angle), Elementary.cos(angle / 2))
      return Elementary.exp(-gap / (sine * sine) - h * k / (2 * cosine * cosine))
    }
    var sum = 0.0
    var high = Double.pi / 2
    for _ in 0..<60 where high > end {
      let low = max(end, high / 2)
      sum += Quadrature.integral(from: low, to: high, density)
      high = low
    }
    return StandardNormal.cumulative(h) * StandardNormal.cumulative(k) + sum / (2 * .pi)
  }

  /// The probability that cost and finish both stay within what each alone keeps with a given probability.
  ///
  ///     BivariateNormal.jointConfidence(0.7, 0.7, correlation: 0.6)     // 0.573
  package static func jointConfidence(_ p: Double, _ q: Double, correlation: Double) -> Double {
    cumulative(StandardNormal.quantile(p), StandardNormal.quantile(q), correlation: correlation)
  }
}
