/// How often something of probability p happens in n trials.
///
/// Built from the mode outwards by the ratio of neighbours and made to add up to one, which keeps all digits for any n and needs
/// neither factorials nor logarithms. Counts rarer than 1e-25 of the mode are left out. O(√n).
package struct Binomial: Sendable {
  private let first: Int
  /// The probability of at most as many as `first`, `first + 1` …
  private let shares: [Double]
  private let count: Int

  /// Nothing unless there are 1 to 2⁴⁰ trials and p lies strictly between 0 and 1.
  package init?(count: Int, p: Double) {
    guard count > 0, count < 1 << 40, p > 0, p < 1 else { return nil }
    let odds = p / (1 - p)
    let mode = min(count, Int(Double(count + 1) * p))
    var below: [Double] = []
    var weight = 1.0
    var k = mode
    while k > 0, weight > 1e-25 {
      weight *= Double(k) / (Double(count - k + 1) * odds)
      below.append(weight)
      k -= 1
    }
    first = k
    var weights = below.reversed() + [1.0]
    weight = 1
    k = mode
    while k < count, weight > 1e-25 {
      weight *= Double(count - k) * odds / Double(k + 1)
      weights.append(weight)
      k += 1
    }
    let total = weights.reduce(0, +)
    var sum = 0.0
    shares = weights.map { weight in
      sum += weight
      return sum / total
    }
    self.count = count
  }

  /// The probability of at most k.
  package func cumulative(_ k: Int) -> Double {
    if k < first { return 0 }
    return k - first < shares.count ? shares[k - first] : 1
  }

  /// The least count whose cumulative probability satisfies a condition that stays true once it is; the number of trials if none.
  package func firstCount(where condition: (Double) -> Bool) -> Int {
    if condition(0), first > 0 { return 0 }
    return shares.firstIndex(where: condition).map { first + $0 } ?? count
  }
}
