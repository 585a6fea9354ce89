extension Distribution {
  /// The triangle with a tenth of its values below `p10`, a tenth above `p90`, and a mode between them: "trigen".
  ///
  /// Its bounds lie outside the percentiles; the lower one can be negative where `p10` is not.
  public static func trigen(p10: Double, mode: Double, p90: Double) throws(InvalidDistribution) -> Self {
    let (min, max) = try bounds(p10: p10, mode: mode, p90: p90) { fraction in
      // The quantiles of the triangle on 0…1.
      (
        fraction >= 0.1 ? (0.1 * fraction).squareRoot() : 1 - (0.9 * (1 - fraction)).squareRoot(),
        fraction >= 0.9 ? (0.9 * fraction).squareRoot() : 1 - (0.1 * (1 - fraction)).squareRoot()
      )
    }
    return try triangular(min: min, mode: Swift.min(Swift.max(mode, min), max), max: max)
  }

  /// The PERT distribution with a tenth of its values below `p10`, a tenth above `p90`, and a mode between them.
  public static func pert(
    p10: Double, mode: Double, p90: Double, lambda: Double = 4
  ) throws(InvalidDistribution) -> Self {
    guard lambda > 0, lambda <= 1000 else { throw .notPositive }
    let (min, max) = try bounds(p10: p10, mode: mode, p90: p90) { fraction in
      let beta = StandardBeta(alpha: 1 + lambda * fraction, beta: 1 + lambda * (1 - fraction))
      return (beta?.quantile(0.1) ?? .nan, 1 - (beta.map { 1 - $0.upperQuantile(0.1) } ?? .nan))
    }
    return try pert(min: min, mode: Swift.min(Swift.max(mode, min), max), max: max, lambda: lambda)
  }

  /// The bounds that give the percentiles, for a family that is known by where between its bounds the mode lies.
  ///
  /// Each place of the mode on 0…1 gives the two bounds at once, and they give the mode in the caller's unit, which rises with
  /// its place: from the lower bound, below P10, to the upper one, above P90. So halving always ends.
  private static func bounds(
    p10: Double, mode: Double, p90: Double, standard: (Double) -> (p10: Double, p90: Double)
  ) throws(InvalidDistribution) -> (min: Double, max: Double) {
    guard p10.isFinite, mode.isFinite, p90.isFinite, abs(p10) <= 1e50, abs(p90) <= 1e50 else { throw .notFinite }
    guard p10 <= mode, mode <= p90 else { throw .order }
    guard p10 < p90 else { return (p10, p10) }
    var (low, high) = (0.0, 1.0)
    var found = (min: p10, max: p90)
    for _ in 0..<60 {
      let fraction = (low + high) / 2
      let quantiles = standard(fraction)
      let range = (p90 - p10) / (quantiles.p90 - quantiles.p10)
      let min = p10 - range * quantiles.p10
      guard range.isFinite else { throw .percentiles }
      found = (min, min + range)
      if min + fraction * range < mode { low = fraction } else { high = fraction }
    }
    return found
  }
}
