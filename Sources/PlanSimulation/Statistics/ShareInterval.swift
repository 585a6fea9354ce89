/// Between which bounds a share lies, seen in a number of independent iterations.
///
///     ShareInterval.of(714, of: 1024)      // 0.669…0.725
package enum ShareInterval {
  /// The interval with 95 % confidence (Wilson 1927); everything where nothing was seen.
  ///
  /// It holds the share itself, and stays inside 0…1.
  package static func of(_ count: Int, of total: Int) -> ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let n = Double(total)
    let (p, z) = (Double(min(max(count, 0), total)) / n, 1.959963984540054)
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, min(p, centre - half))...min(1, max(p, centre + half))
  }

  /// The same for futures drawn in some way: between batches by Student's t where draws are spread evenly in them.
  ///
  /// Batches that all agree tell nothing about their error; then it is Wilson's too, which even draws only undercut.
  ///
  /// - Parameter holds: by future, in order of batches.
  package static func of(_ holds: [Bool], _ sampling: SamplingMode) -> ClosedRange<Double> {
    let count = holds.count { $0 }
    let wilson = of(count, of: holds.count)
    guard sampling != .plain else { return wilson }
    let shares = BatchError.batches(of: holds).map { Double($0.count { $0 }) / Double(max(1, $0.count)) }
    guard let half = BatchError.halfWidth(shares), half > 0 else { return wilson }
    let share = Double(count) / Double(max(1, holds.count))
    return max(0, share - half)...min(1, share + half)
  }
}
