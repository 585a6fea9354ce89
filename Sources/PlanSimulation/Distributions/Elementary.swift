/// Logarithm, exponential and the angles, by sums, products, quotients and square roots alone.
///
/// The C library's functions differ from machine to machine in their last bit; these are the same bits everywhere. Errors stay
/// below two units in the last place for the arguments that simulation uses.
///
/// Method and coefficients: fdlibm, Sun Microsystems 1993. "Permission to use, copy, modify, and distribute this software is
/// freely granted, provided that this notice is preserved."
package enum Elementary {
  /// The natural logarithm: minus infinity at 0, not a number below.
  package static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : (x == .infinity ? x : .nan) }
    var exponent = Int(x.exponent)
    var fraction = x.significand
    if fraction > 1.414_213_562_373_095_1 {
      fraction *= 0.5
      exponent += 1
    }
    let f = fraction - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    let odd =
      z
      * (6.666666666666735130e-01
        + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860510658591e-01)))
    let half = 0.5 * f * f
    let k = Double(exponent)
    return k * ln2High - ((half - (s * (half + (odd + even)) + k * ln2Low)) - f)
  }

  /// log(1 + x), exact for small x as well.
  package static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    guard sum != 1 else { return x }
    guard sum > 0, sum < .infinity else { return log(sum) }
    return log(sum) * (x / (sum - 1))
  }

  /// e to the power x: infinity above 709.78, 0 below −745.13.
  package static func exp(_ x: Double) -> Double {
    guard x == x else { return x }
    guard x < 709.782712893383973096 else { return .infinity }
    guard x > -745.13321910194110842 else { return 0 }
    let k = (x * 1.44269504088896338700).rounded()
    let high = x - k * ln2High
    let low = k * ln2Low
    let r = high - low
    let t = r * r
    let c =
      r - t
      * (1.66666666666666019037e-01
        + t
        * (-2.77777777770155933842e-03
          + t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))))
    let y = 1 - ((low - (r * c) / (2 - c)) - high)
    // In two steps, so that neither the largest nor the smallest results leave the range on the way.
    let half = Int(k) / 2
    return y * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: Int(k) - half, significand: 1)
  }

  /// The sine of an angle from −π to π.
  package static func sin(_ x: Double) -> Double {
    if x < 0 { return -sin(-x) }
    if x > .pi / 2 { return sin((.pi - x) + 1.22464679914735317720e-16) }
    if x > .pi / 4 { return cos((.pi / 2 - x) + 6.12323399573676603587e-17) }
    let z = x * x
    let r =
      8.33333333332248946124e-03
      + z
      * (-1.98412698298579493134e-04
        + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))
    return x + z * x * (-1.66666666666666324348e-01 + z * r)
  }

  /// The cosine of an angle from −π to π.
  package static func cos(_ x: Double) -> Double {
    let x = abs(x)
    if x > .pi / 2 { return -cos((.pi - x) + 1.22464679914735317720e-16) }
    if x > .pi / 4 { return sin((.pi / 2 - x) + 6.12323399573676603587e-17) }
    let z = x * x
    let r =
      z
      * (4.16666666666666019037e-02
        + z
        * (-1.38888888888741095749e-03
          + z
          * (2.48015872894767294178e-05
            + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 - z * 1.13596475577881948265e-11)))))
    let half = 0.5 * z
    let w = 1 - half
    return w + (((1 - w) - half) + z * r)
  }

  /// The angle between −π/2 and π/2 whose sine is x; not a number outside −1…1.
  package static func asin(_ x: Double) -> Double {
    if x < 0 { return -asin(-x) }
    guard x <= 1 else { return .nan }
    if x > 0.5 {
      let half = (1 - x) * 0.5
      let root = half.squareRoot()
      return .pi / 2 - (2 * (root + root * arcsineTail(half)) - 6.12323399573676603587e-17)
    }
    return x + x * arcsineTail(x * x)
  }

  private static func arcsineTail(_ z: Double) -> Double {
    let above =
      z
      * (1.66666666666666657415e-01
        + z
        * (-3.25565818622400915405e-01
          + z
          * (2.01212532134862925881e-01
            + z
            * (-4.00555345006794114027e-02 + z * (7.91534994289814532176e-04 + z * 3.47933107596021167570e-05)))))
    let below =
      1 + z
      * (-2.40339491173441421878e+00
        + z * (2.02094576023350569471e+00 + z * (-6.88283971605453293030e-01 + z * 7.70381505559019352791e-02)))
    return above / below
  }

  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10
}
