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
}
