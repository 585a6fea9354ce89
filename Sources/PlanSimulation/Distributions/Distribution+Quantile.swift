extension Distribution {
  /// The value below which a share p lies: the inverse of the distribution, the only way in which anything is drawn.
  ///
  /// - Parameter p: from 0, the least value, to 1, the greatest; not a number gives not a number, as does anything outside.
  /// - Complexity: O(1); for PERT and discrete distributions some dozen steps of a search.
  public func quantile(_ p: Double) -> Double { quantile(p, upper: false) }

  /// The value above which a share p lies; keeps its digits where p is small.
  package func upperQuantile(_ p: Double) -> Double { quantile(p, upper: true) }

  private func quantile(_ p: Double, upper: Bool) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return upper ? maximum : minimum }
    if p == 1 { return upper ? minimum : maximum }
    switch shape {
    case .constant(let value): return value
    case .uniform(let min, let max): return upper ? max - p * (max - min) : min + p * (max - min)
    case .triangular(let min, let mode, let max):
      let (range, low, high) = (max - min, mode - min, max - mode)
      let below = upper ? p * range >= high : p * range <= low
      let root = (upper == below ? 1 - p : p)
      return below ? min + (root * range * low).squareRoot() : max - (root * range * high).squareRoot()
    case .pert(let min, let max, let alpha, let beta):
      guard let standard = StandardBeta(alpha: alpha, beta: beta) else { return .nan }
      return min + (max - min) * (upper ? standard.upperQuantile(p) : standard.quantile(p))
    case .normal(let mean, let deviation):
      let z = StandardNormal.quantile(p)
      return upper ? mean - deviation * z : mean + deviation * z
    case .lognormal(let location, let scale):
      let z = StandardNormal.quantile(p)
      return Elementary.exp(upper ? location - scale * z : location + scale * z)
    case .exponential(let mean): return upper ? -mean * Elementary.log(p) : -mean * Elementary.log1p(-p)
    case .discrete(let outcomes):
      var sum = 0.0
      for outcome in outcomes {
        sum += outcome.probability
        if sum >= (upper ? 1 - p : p) { return outcome.value }
      }
      return maximum
    }
  }

  /// The share of values at or below x.
  public func cumulative(_ x: Double) -> Double {
    guard x == x else { return x }
    switch shape {
    case .constant(let value): return x >= value ? 1 : 0
    case .uniform(let min, let max): return Swift.min(1, Swift.max(0, (x - min) / (max - min)))
    case .triangular(let min, let mode, let max):
      if x <= min { return 0 }
      if x >= max { return 1 }
      if x <= mode { return (x - min) * (x - min) / ((max - min) * (mode - min)) }
      return 1 - (max - x) * (max - x) / ((max - min) * (max - mode))
    case .pert(let min, let max, let alpha, let beta):
      return StandardBeta(alpha: alpha, beta: beta)?.cumulative((x - min) / (max - min)) ?? .nan
    case .normal(let mean, let deviation): return StandardNormal.cumulative((x - mean) / deviation)
    case .lognormal(let location, let scale):
      return x <= 0 ? 0 : StandardNormal.cumulative((Elementary.log(x) - location) / scale)
    case .exponential(let mean): return x <= 0 ? 0 : 1 - Elementary.exp(-x / mean)
    case .discrete(let outcomes): return Swift.min(1, outcomes.reduce(0) { $0 + ($1.value <= x ? $1.probability : 0) })
    }
  }
}
