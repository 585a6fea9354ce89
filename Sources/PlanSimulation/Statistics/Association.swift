/// How two quantities go together, from pairs of values.
///
/// The sign is kept: a reverse critical activity, which shortens the project by taking longer, has a negative correlation with the
/// finish. Nothing where one of the two does not vary, where the lists differ in length, or where a value is not a number.
package enum Association {
  /// The correlation of the values. Linear.
  package static func pearson(_ a: [Double], _ b: [Double]) -> Double? {
    guard a.count == b.count, a.count > 1 else { return nil }
    let (meanA, meanB) = (mean(a), mean(b))
    var (squareA, squareB, product) = (0.0, 0.0, 0.0)
    for index in a.indices {
      let (x, y) = (a[index] - meanA, b[index] - meanB)
      squareA += x * x
      squareB += y * y
      product += x * y
    }
    guard squareA > 0, squareB > 0 else { return nil }
    // One root of a product is exact where both are equal; two roots keep numbers that a product would push out of range.
    let square = squareA * squareB
    let value = product / (square.isNormal ? square.squareRoot() : squareA.squareRoot() * squareB.squareRoot())
    return value.isFinite ? min(1, max(-1, value)) : nil
  }

  /// The correlation of the ranks, equal values sharing the mean of theirs. O(n log n).
  package static func spearman(_ a: [Double], _ b: [Double]) -> Double? {
    guard a.allSatisfy({ $0 == $0 }), b.allSatisfy({ $0 == $0 }) else { return nil }
    return pearson(ranks(a), ranks(b))
  }

  /// Ranks from 1; equal values share the mean of theirs. O(n log n).
  package static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }

  private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
