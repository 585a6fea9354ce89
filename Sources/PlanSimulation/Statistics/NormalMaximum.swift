/// Mean and variance of a quantity that is normal, or taken as such.
package struct NormalMoments: Hashable, Sendable {
  package var mean: Double
  package var variance: Double

  package init(mean: Double, variance: Double) {
    self.mean = mean
    self.variance = variance
  }

  package var deviation: Double { variance.squareRoot() }

  /// The later of two normal quantities: exact mean and variance, which are not those of a normal quantity any more.
  ///
  /// Method: Clark 1961.
  package func maximum(_ other: Self, correlation: Double = 0) -> Self {
    let spread = (variance + other.variance - 2 * correlation * deviation * other.deviation)
    guard spread > 0 else { return mean >= other.mean ? self : other }
    let a = spread.squareRoot()
    let alpha = (mean - other.mean) / a
    let (share, rest) = (StandardNormal.cumulative(alpha), StandardNormal.cumulative(-alpha))
    // Around the greater mean, so that the variance keeps its digits far from zero.
    let centre = Swift.max(mean, other.mean)
    let (m, n) = (mean - centre, other.mean - centre)
    let density = StandardNormal.density(alpha)
    let first = m * share + n * rest + a * density
    let second = (m * m + variance) * share + (n * n + other.variance) * rest + (m + n) * a * density
    return Self(mean: centre + first, variance: second - first * first)
  }

  /// The probability that this one is the later of the two.
  package func exceeds(_ other: Self, correlation: Double = 0) -> Double {
    let spread = variance + other.variance - 2 * correlation * deviation * other.deviation
    guard spread > 0 else { return mean > other.mean ? 1 : 0 }
    return StandardNormal.cumulative((mean - other.mean) / spread.squareRoot())
  }
}

/// The latest of several normal quantities.
package enum NormalMaximum {
  /// Two at a time, each result taken as normal: an approximation. Nothing for an empty list.
  package static func sequential(_ quantities: [NormalMoments]) -> NormalMoments? {
    guard let first = quantities.first else { return nil }
    return quantities.dropFirst().reduce(first) { $0.maximum($1) }
  }

  /// The exact mean and variance for independent quantities, by integrating the product of their distributions.
  package static func exact(_ quantities: [NormalMoments]) -> NormalMoments? {
    let varying = quantities.filter { $0.variance > 0 }
    guard let low = varying.map({ $0.mean - 10 * $0.deviation }).max(),
      let high = varying.map({ $0.mean + 10 * $0.deviation }).max(), varying.count == quantities.count
    else { return quantities.count == 1 ? quantities.first : nil }
    // What is below `low` has a probability below 1e-23. E(high − T) and E(high − T)² are integrals of the distribution.
    let steps = 64
    var (first, second) = (0.0, 0.0)
    for step in 0..<steps {
      let (a, b) = (
        low + (high - low) * Double(step) / Double(steps), low + (high - low) * Double(step + 1) / Double(steps)
      )
      func share(_ x: Double) -> Double {
        varying.reduce(1) { $0 * StandardNormal.cumulative((x - $1.mean) / $1.deviation) }
      }
      first += Quadrature.integral(from: a, to: b, share)
      second += Quadrature.integral(from: a, to: b) { 2 * (high - $0) * share($0) }
    }
    return NormalMoments(mean: high - first, variance: second - first * first)
  }
}
