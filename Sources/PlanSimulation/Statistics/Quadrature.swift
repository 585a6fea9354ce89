/// Integrals by Gauss and Legendre: exact for polynomials up to degree 47.
enum Quadrature {
  /// The integral of a smooth function over an interval.
  static func integral(from a: Double, to b: Double, _ function: (Double) -> Double) -> Double {
    let (middle, half) = ((a + b) / 2, (b - a) / 2)
    var sum = 0.0
    for node in nodes { sum += node.weight * (function(middle - half * node.x) + function(middle + half * node.x)) }
    return sum * half
  }

  /// The positive nodes of 24 points, by Newton's method on the Legendre polynomial.
  private static let nodes: [(x: Double, weight: Double)] = (0..<12).map { index in
    var x = Elementary.cos(.pi * (Double(index) + 0.75) / 24.5)
    var slope = 1.0
    for _ in 0..<8 {
      var (last, value) = (0.0, 1.0)
      for degree in 1...24 {
        let n = Double(degree)
        (last, value) = (value, ((2 * n - 1) * x * value - (n - 1) * last) / n)
      }
      slope = 24 * (x * value - last) / (x * x - 1)
      x -= value / slope
    }
    return (x, 2 / ((1 - x * x) * slope * slope))
  }
}
