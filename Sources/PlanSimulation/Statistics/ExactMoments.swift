/// Mean and variance of whole minutes, the same whatever order they were added in.
///
///     var moments = ExactMoments()
///     for finish in finishes { moments.add(finish) }
///     let all = moments.merged(with: other)
///
/// Sums are integers of 128 bits, so that shards of a run merge to the bit.
package struct ExactMoments: Hashable, Sendable {
  package private(set) var count: Int
  private var sum: Int128
  private var squares: Int128

  package init() {
    count = 0
    sum = 0
    squares = 0
  }

  /// Takes in a value; one beyond ±2⁴⁰ minutes, two million years, counts as that.
  package mutating func add(_ value: Int) {
    let value = Int128(min(max(value, -1 << 40), 1 << 40))
    count += 1
    sum += value
    squares += value * value
  }

  package func merged(with other: Self) -> Self {
    var both = self
    both.count += other.count
    both.sum += other.sum
    both.squares += other.squares
    return both
  }

  /// Nothing without values.
  package var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }

  /// The variance with n − 1; nothing for fewer than two values.
  package var variance: Double? {
    guard count > 1 else { return nil }
    // Around a whole number near the mean, so that nothing large is subtracted after rounding.
    let number = Int128(count)
    let centre = sum / number
    let rest = sum - number * centre
    let around = squares - 2 * centre * sum + number * centre * centre
    return (Double(around) - Double(rest) / Double(count) * Double(rest)) / Double(count - 1)
  }

  package var deviation: Double? { variance.map { max(0, $0).squareRoot() } }
}
