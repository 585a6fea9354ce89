extension Distribution {
  /// One value, without doubt.
  public static func constant(_ value: Double) throws(InvalidDistribution) -> Self {
    try finite(value)
    return Self(.constant(value))
  }

  /// Every value between two bounds is as likely as any other.
  public static func uniform(min: Double, max: Double) throws(InvalidDistribution) -> Self {
    try finite(min, max)
    guard min <= max else { throw .order }
    return Self(min == max ? .constant(min) : .uniform(min: min, max: max))
  }

  /// A straight rise to the mode and a straight fall after it.
  public static func triangular(min: Double, mode: Double, max: Double) throws(InvalidDistribution) -> Self {
    try finite(min, mode, max)
    guard min <= mode, mode <= max else { throw .order }
    return Self(min == max ? .constant(min) : .triangular(min: min, mode: mode, max: max))
  }

  /// The beta distribution of PERT: α = 1 + λ(mode − min)/(max − min) and β = 1 + λ(max − mode)/(max − min).
  ///
  /// - Parameter lambda: the weight of the mode; 4 is the classical PERT, other weights make a modified PERT.
  public static func pert(
    min: Double, mode: Double, max: Double, lambda: Double = 4
  ) throws(InvalidDistribution) -> Self {
    try finite(min, mode, max, lambda)
    guard min <= mode, mode <= max else { throw .order }
    guard lambda > 0, lambda <= 1000 else { throw .notPositive }
    guard min < max else { return Self(.constant(min)) }
    let fraction = (mode - min) / (max - min)
    return Self(.pert(min: min, max: max, alpha: 1 + lambda * fraction, beta: 1 + lambda * (1 - fraction)))
  }

  /// The normal distribution. It has no bounds: what cannot be negative is cut off by whoever draws.
  public static func normal(mean: Double, deviation: Double) throws(InvalidDistribution) -> Self {
    try finite(mean, deviation)
    guard deviation >= 0 else { throw .notPositive }
    return Self(deviation == 0 ? .constant(mean) : .normal(mean: mean, deviation: deviation))
  }

  /// The normal distribution with a tenth of its values below `p10` and a tenth above `p90`.
  public static func normal(p10: Double, p90: Double) throws(InvalidDistribution) -> Self {
    try finite(p10, p90)
    guard p10 <= p90 else { throw .order }
    return try normal(mean: (p10 + p90) / 2, deviation: (p90 - p10) / (2 * tenth))
  }

  /// A quantity whose logarithm is normal, by the mean and standard deviation of the quantity itself.
  public static func lognormal(mean: Double, deviation: Double) throws(InvalidDistribution) -> Self {
    try finite(mean, deviation)
    guard mean > 0, deviation >= 0 else { throw .notPositive }
    let variance = Elementary.log1p((deviation / mean) * (deviation / mean))
    return try lognormal(location: Elementary.log(mean) - variance / 2, scale: variance.squareRoot())
  }

  /// A quantity whose logarithm is normal, with a tenth of its values below `p10` and a tenth above `p90`.
  public static func lognormal(p10: Double, p90: Double) throws(InvalidDistribution) -> Self {
    try finite(p10, p90)
    guard p10 > 0 else { throw .notPositive }
    guard p10 <= p90 else { throw .order }
    let (low, high) = (Elementary.log(p10), Elementary.log(p90))
    return try lognormal(location: (low + high) / 2, scale: (high - low) / (2 * tenth))
  }

  /// A quantity whose logarithm is normal, by the mean and standard deviation of that logarithm.
  public static func lognormal(location: Double, scale: Double) throws(InvalidDistribution) -> Self {
    try finite(location, scale)
    guard scale >= 0 else { throw .notPositive }
    // Beyond these the mean or the variance leaves the range of numbers.
    guard scale <= 10, abs(location) <= 200 else { throw .percentiles }
    return Self(
      scale == 0 ? .constant(Elementary.exp(location)) : .lognormal(location: location, scale: scale))
  }

  /// The wait for something that is as likely at any time.
  public static func exponential(mean: Double) throws(InvalidDistribution) -> Self {
    try finite(mean)
    guard mean > 0 else { throw .notPositive }
    return Self(.exponential(mean: mean))
  }

  /// Some values, each with its probability.
  ///
  /// The probabilities add up to one within 1e-6; they are made to do so exactly. Outcomes of probability 0 are left out.
  public static func discrete(_ outcomes: [Outcome]) throws(InvalidDistribution) -> Self {
    var total = 0.0
    for outcome in outcomes {
      try finite(outcome.value, outcome.probability)
      guard outcome.probability >= 0 else { throw .probabilities }
      total += outcome.probability
    }
    guard abs(total - 1) <= 1e-6 else { throw .probabilities }
    var merged: [Outcome] = []
    for outcome in outcomes.sorted(by: { $0.value < $1.value }) where outcome.probability > 0 {
      let share = outcome.probability / total
      if merged.last?.value == outcome.value {
        merged[merged.count - 1].probability += share
      } else {
        merged.append(Outcome(outcome.value, probability: share))
      }
    }
    return Self(merged.count == 1 ? .constant(merged[0].value) : .discrete(merged))
  }

  /// The normal quantile of 0.9.
  static let tenth = 1.2815515655446004

  private static func finite(_ values: Double...) throws(InvalidDistribution) {
    for value in values where !value.isFinite || abs(value) > 1e100 { throw .notFinite }
  }
}
