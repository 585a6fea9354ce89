/// The probability that a standard normal value is below `x`, to about 1e-15.
///
/// Only the basic operations are used, so that the answer is the same on every machine.
///
/// Marsaglia (2004), *Evaluating the normal distribution*: a series around zero; beyond 8 nothing is left to add.
package func normalProbability(below x: Double) -> Double {
  guard abs(x) <= 8 else { return x < 0 ? 0 : x > 0 ? 1 : x }
  var (sum, term, n) = (x, x, 1.0)
  while true {
    n += 2
    term *= x * x / n
    if sum + term == sum { break }
    sum += term
  }
  let density = exponential(-x * x / 2) * 0.398_942_280_401_432_7  // 1/√2π
  return min(max(0.5 + sum * density, 0), 1)
}

/// *e* to the power of `y`, for `y` between −700 and 700: a power of two, times a series for the rest.
func exponential(_ y: Double) -> Double {
  let twos = (y * 1.442_695_040_888_963_4).rounded()
  // ln 2 in two parts, so that taking it off loses nothing.
  let rest = (y - twos * 0.693_147_180_369_123_8) - twos * 1.908_214_929_270_587_7e-10
  var (sum, term) = (1.0, 1.0)
  for n in 1...20 {
    term *= rest / Double(n)
    sum += term
  }
  return Double(sign: .plus, exponent: Int(twos), significand: sum)
}
