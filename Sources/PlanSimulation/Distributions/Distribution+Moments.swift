extension Distribution {
  /// The expected value, in the unit of the values; computed by formula, nothing is drawn.
  public var mean: Double {
    switch shape {
    case .constant(let value): value
    case .uniform(let min, let max): (min + max) / 2
    case .triangular(let min, let mode, let max): (min + mode + max) / 3
    case .pert(let min, let max, let alpha, let beta): min + (max - min) * (alpha / (alpha + beta))
    case .normal(let mean, _): mean
    case .lognormal(let location, let scale): Elementary.exp(location + scale * scale / 2)
    case .exponential(let mean): mean
    case .discrete(let outcomes): outcomes.reduce(0) { $0 + $1.value * $1.probability }
    }
  }

  /// The variance of the distribution itself; for PERT not the classical shortcut ((max − min)/6)².
  public var variance: Double {
    switch shape {
    case .constant: return 0
    case .uniform(let min, let max): return (max - min) * (max - min) / 12
    case .triangular(let min, let mode, let max):
      let (low, high) = (mode - min, max - mode)
      return (low * low + low * high + high * high) / 18
    case .pert(let min, let max, let alpha, let beta):
      let (range, sum) = (max - min, alpha + beta)
      return range * range * alpha * beta / (sum * sum * (sum + 1))
    case .normal(_, let deviation): return deviation * deviation
    case .lognormal(let location, let scale):
      let square = scale * scale
      return (Elementary.exp(square) - 1) * Elementary.exp(2 * location + square)
    case .exponential(let mean): return mean * mean
    case .discrete(let outcomes):
      let mean = mean
      return outcomes.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.probability }
    }
  }

  /// The square root of the variance.
  public var deviation: Double { variance.squareRoot() }
}
