extension StandardNormal {
  /// The share below z.
  ///
  /// Relative error below 1e-15 in the middle and 2e-13 at −37, where doubles end. Constant time.
  ///
  /// Method: the rational approximations of the error function by Cody (1969).
  package static func cumulative(_ z: Double) -> Double {
    guard z == z else { return z }
    let x = z * 0.707106781186547524400844362105
    let size = abs(x)
    if size <= 0.46875 { return 0.5 + 0.5 * x * near(x * x) }
    guard size < 27 else { return z < 0 ? 0 : 1 }
    let ratio = size <= 4 ? middle(size) : far(size)
    // The square of a number of few bits is exact; the rest of the exponent is small.
    let short = (size * 16).rounded(.towardZero) / 16
    let rest = (size - short) * (size + short)
    let share = 0.5 * (Elementary.exp(-short * short) * Elementary.exp(-rest) * ratio)
    return z < 0 ? share : 1 - share
  }

  /// erf(x)/x by x².
  private static func near(_ s: Double) -> Double {
    var above = 1.85777706184603153e-1
    above = above * s + 3.16112374387056560e00
    above = above * s + 1.13864154151050156e02
    above = above * s + 3.77485237685302021e02
    above = above * s + 3.20937758913846947e03
    var below = 1.0
    below = below * s + 2.36012909523441209e01
    below = below * s + 2.44024637934444173e02
    below = below * s + 1.28261652607737228e03
    below = below * s + 2.84423683343917062e03
    return above / below
  }

  /// exp(y²) erfc(y) for y up to 4.
  private static func middle(_ y: Double) -> Double {
    var above = 2.15311535474403846e-8
    above = above * y + 5.64188496988670089e-1
    above = above * y + 8.88314979438837594e0
    above = above * y + 6.61191906371416295e01
    above = above * y + 2.98635138197400131e02
    above = above * y + 8.81952221241769090e02
    above = above * y + 1.71204761263407058e03
    above = above * y + 2.05107837782607147e03
    above = above * y + 1.23033935479799725e03
    var below = 1.0
    below = below * y + 1.57449261107098347e01
    below = below * y + 1.17693950891312499e02
    below = below * y + 5.37181101862009858e02
    below = below * y + 1.62138957456669019e03
    below = below * y + 3.29079923573345963e03
    below = below * y + 4.36261909014324716e03
    below = below * y + 3.43936767414372164e03
    below = below * y + 1.23033935480374942e03
    return above / below
  }

  /// exp(y²) erfc(y) for y from 4.
  private static func far(_ y: Double) -> Double {
    let s = 1 / (y * y)
    var above = 1.63153871373020978e-2
    above = above * s + 3.05326634961232344e-1
    above = above * s + 3.60344899949804439e-1
    above = above * s + 1.25781726111229246e-1
    above = above * s + 1.60837851487422766e-2
    above = above * s + 6.58749161529837803e-4
    var below = 1.0
    below = below * s + 2.56852019228982242e00
    below = below * s + 1.87295284992346725e00
    below = below * s + 5.27905102951428412e-1
    below = below * s + 6.05183413124413191e-2
    below = below * s + 2.33520497626869185e-3
    return (0.564189583547756286948 - s * above / below) / y
  }
}
