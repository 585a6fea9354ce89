/// The beta distribution on 0…1.
///
///     StandardBeta(alpha: 2, beta: 4)?.quantile(0.5)     // 0.3138…
package struct StandardBeta: Hashable, Sendable {
  package let alpha: Double
  package let beta: Double
  /// log Γ(α+β) − log Γ(α) − log Γ(β).
  private let logFactor: Double

  /// Nothing unless both are positive and below 10⁶.
  package init?(alpha: Double, beta: Double) {
    guard alpha > 0, beta > 0, alpha <= 1e6, beta <= 1e6 else { return nil }
    self.alpha = alpha
    self.beta = beta
    logFactor = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta)
  }

  package func density(_ x: Double) -> Double {
    guard x > 0, x < 1 else { return 0 }
    return Elementary.exp(logFactor + (alpha - 1) * Elementary.log(x) + (beta - 1) * Elementary.log1p(-x))
  }

  /// The share below x, with a relative error about 1e-13.
  ///
  /// Method: the continued fraction of the incomplete beta function by Lentz's algorithm, Press et al., "Numerical Recipes" §6.4.
  package func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return x == x ? 0 : x }
    guard x < 1 else { return 1 }
    let front = Elementary.exp(logFactor + alpha * Elementary.log(x) + beta * Elementary.log1p(-x))
    if x < (alpha + 1) / (alpha + beta + 2) { return front * Self.fraction(alpha, beta, x) / alpha }
    return 1 - front * Self.fraction(beta, alpha, 1 - x) / beta
  }

  /// The share above x.
  package func complement(_ x: Double) -> Double {
    guard x > 0 else { return x == x ? 1 : x }
    guard x < 1 else { return 0 }
    let front = Elementary.exp(logFactor + alpha * Elementary.log(x) + beta * Elementary.log1p(-x))
    if x < (alpha + 1) / (alpha + beta + 2) { return 1 - front * Self.fraction(alpha, beta, x) / alpha }
    return front * Self.fraction(beta, alpha, 1 - x) / beta
  }

  /// The value below which a share p lies.
  ///
  /// - Parameter start: where to begin the search, the nearer the quicker.
  package func quantile(_ p: Double, from start: Double? = nil) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? 0 : (p == 1 ? 1 : .nan) }
    return solve(from: start, risingTo: p) { cumulative($0) }
  }

  /// The value above which a share p lies; keeps its digits where p is small.
  package func upperQuantile(_ p: Double, from start: Double? = nil) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? 1 : (p == 1 ? 0 : .nan) }
    return solve(from: start, risingTo: -p) { -complement($0) }
  }

  /// Newton's steps with Halley's correction, kept between bounds that close in.
  private func solve(from start: Double?, risingTo goal: Double, _ share: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 1.0)
    var x = start ?? alpha / (alpha + beta)
    for _ in 0..<200 {
      if !(x > low && x < high) { x = low + (high - low) / 2 }
      let error = share(x) - goal
      if error > 0 { high = x } else { low = x }
      if error == 0 { return x }
      let step = error / density(x)
      let bend = 0.5 * ((alpha - 1) / x - (beta - 1) / (1 - x)) * step
      let next = x - step / (1 - max(-0.5, min(0.5, bend)))
      if abs(next - x) <= 1e-15 * x || high - low <= 1e-16 * low { return min(max(next, low), high) }
      // Where a step leads outside or the density has run out, halve; by factors where x is far below 1.
      if next > low, next < high {
        x = next
      } else {
        x = low > 0 || high > 1e-3 ? low + (high - low) / 2 : high * 1e-3
      }
    }
    return x
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var value = d
    for number in 1...20_000 {
      let m = Double(number)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      value *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return value
    func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  }
}

/// The logarithm of the gamma function for x > 0: the recursion up to 15, then Stirling's series.
package func logGamma(_ x: Double) -> Double {
  var (shifted, product) = (x, 1.0)
  while shifted < 15 {
    product *= shifted
    shifted += 1
  }
  let inverse = 1 / shifted
  let square = inverse * inverse
  let series =
    inverse
    * (1.0 / 12 - square
      * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188 - square * (691.0 / 360360))))))
  return (shifted - 0.5) * Elementary.log(shifted) - shifted + 0.918938533204672741780329736406 + series
    - Elementary.log(product)
}
