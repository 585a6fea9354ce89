/// temporary
public enum Distribution: Hashable, Sendable {
  case constant(Double)
  case uniform(low: Double, high: Double)
  case triangular(low: Double, mode: Double, high: Double)

  public func quantile(_ u: Double) -> Double {
    switch self {
    case .constant(let value): return value
    case .uniform(let low, let high): return low + (high - low) * u
    case .triangular(let low, let mode, let high):
      let split = (mode - low) / (high - low)
      return u < split
        ? low + (u * (high - low) * (mode - low)).squareRoot()
        : high - ((1 - u) * (high - low) * (high - mode)).squareRoot()
    }
  }
}
