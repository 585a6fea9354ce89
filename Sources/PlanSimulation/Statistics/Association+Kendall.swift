extension Association {
  /// Kendall's tau-b: pairs in the same order less pairs in the opposite order, corrected for ties.
  ///
  /// O(n log n). Method: sort by one, count the exchanges of a merge sort by the other, Knight 1966.
  package static func kendall(_ a: [Double], _ b: [Double]) -> Double? {
    guard a.count == b.count, a.count > 1 else { return nil }
    guard a.allSatisfy({ $0 == $0 }), b.allSatisfy({ $0 == $0 }) else { return nil }
    let order = a.indices.sorted { (a[$0], b[$0]) < (a[$1], b[$1]) }
    let sortedA = order.map { a[$0] }
    var values = order.map { b[$0] }
    let pairs = count(of: a.count)
    let tiedA = tied(sortedA) { sortedA[$0] == sortedA[$1] }
    let tiedBoth = tied(sortedA) { [values] in sortedA[$0] == sortedA[$1] && values[$0] == values[$1] }
    let exchanges = sort(&values)
    let tiedB = tied(values) { [values] in values[$0] == values[$1] }
    let above = pairs - tiedA - tiedB + tiedBoth - 2 * exchanges
    guard pairs > tiedA, pairs > tiedB else { return nil }
    return Double(above) / (Double(pairs - tiedA) * Double(pairs - tiedB)).squareRoot()
  }

  private static func count(of equals: Int) -> Int { equals * (equals - 1) / 2 }

  /// The number of pairs within runs of equal neighbours.
  private static func tied(_ values: [Double], equal: (Int, Int) -> Bool) -> Int {
    var (pairs, run) = (0, 1)
    for index in values.indices.dropFirst() {
      if equal(index - 1, index) { run += 1 } else { (pairs, run) = (pairs + count(of: run), 1) }
    }
    return pairs + count(of: run)
  }

  /// Sorts by merging; how many pairs of neighbours had to change places.
  private static func sort(_ values: inout [Double]) -> Int {
    var exchanges = 0
    var width = 1
    while width < values.count {
      var merged: [Double] = []
      merged.reserveCapacity(values.count)
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var (left, right) = (start, middle)
        while left < middle || right < end {
          if right == end || left < middle && values[left] <= values[right] {
            merged.append(values[left])
            left += 1
          } else {
            merged.append(values[right])
            right += 1
            exchanges += middle - left
          }
        }
      }
      values = merged
      width *= 2
    }
    return exchanges
  }
}
