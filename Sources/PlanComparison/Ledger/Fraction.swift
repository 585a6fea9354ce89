/// An exact ratio of whole numbers, in lowest terms.
public struct Fraction: Hashable, Sendable {
  /// Carries the sign; zero stands over one.
  public let numerator: Int
  /// Greater than zero.
  public let denominator: Int

  package init(_ numerator: Int, over denominator: Int) {
    precondition(denominator > 0, "A denominator must be greater than zero")
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    let divisor = Int(max(a, 1))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }
}

/// Whole numbers with the sum of some fractions, each as near below or above its fraction as that allows.
///
///     apportioned([3, 1, 0], over: 2)        // [2, 0, 0]: the half that is left over goes to the first
///
/// By largest remainder (Hamilton); of equal remainders the first gets more.
///
/// - Precondition: the numerators add up to a multiple of the denominator.
func apportioned(_ numerators: [Int], over denominator: Int) -> [Int] {
  var whole: [Int] = []
  var remainders: [(rest: Int, place: Int)] = []
  for (place, numerator) in numerators.enumerated() {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    whole.append(rest < 0 ? quotient - 1 : quotient)
    remainders.append((rest < 0 ? rest + denominator : rest, place))
  }
  // Remainders may come near the largest number, so they are not added up as they are.
  let left = remainders.reduce((sum: 0, whole: 0)) { total, next in
    let room = denominator - next.rest
    return total.sum >= room ? (total.sum - room, total.whole + 1) : (total.sum + next.rest, total.whole)
  }.whole
  remainders.sort { ($1.rest, $0.place) < ($0.rest, $1.place) }
  for (_, place) in remainders.prefix(left) { whole[place] += 1 }
  return whole
}
