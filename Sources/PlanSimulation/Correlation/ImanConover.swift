/// Gives samples a rank correlation by changing nothing but their order.
///
/// Method: Iman and Conover 1982, with van der Waerden scores. The normal scores of the new order have exactly the correlation asked for
/// where there are no ties; the ranks come near.
package enum ImanConover {
  package struct Result: Hashable, Sendable {
    /// For each quantity, the rank from 0 of the value that each row gets.
    package let ranks: [[Int]]
    /// The correlation of the mixed scores that the ranks come from.
    package let scoreCorrelation: [[Double]]
  }

  /// The ranks that each quantity's values take, row by row.
  ///
  /// - Parameter permutations: for each quantity, an order of 0..<n in which its scores begin.
  /// - Returns: nothing where a list is no order of 0..<n, the target does not fit or cannot be, or the scores depend on each other.
  /// - Complexity: O(n k² + k n log n) for k quantities.
  package static func ranks(permutations: [[Int]], target: [[Double]]) -> Result? {
    let count = permutations.first?.count ?? 0
    guard count > 1, target.count == permutations.count, let wanted = CorrelationMatrix(rows: target) else {
      return nil
    }
    var scores = (1...count).map { StandardNormal.quantile(Double($0) / Double(count + 1)) }
    let deviation = (scores.reduce(0) { $0 + $1 * $1 } / Double(count)).squareRoot()
    scores = scores.map { $0 / deviation }
    var columns: [[Double]] = []
    for permutation in permutations {
      guard permutation.sorted() == Array(0..<count) else { return nil }
      columns.append(permutation.map { scores[$0] })
    }
    let size = columns.count
    func products(_ columns: [[Double]]) -> [[Double]] {
      columns.map { a in
        columns.map { b in
          var sum = 0.0
          for row in 0..<count { sum += a[row] * b[row] }
          return sum / Double(count)
        }
      }
    }
    var found = products(columns)
    for index in found.indices { found[index][index] = 1 }
    guard let present = CorrelationMatrix(rows: found) else { return nil }
    let (f, p) = (present.factor(), wanted.factor())
    guard (0..<size).allSatisfy({ f[$0][$0] > 0 }) else { return nil }
    // Row by row: solve F·y = m, then mix by P.
    var mixed = columns
    for row in 0..<count {
      var y = [Double](repeating: 0, count: size)
      for i in 0..<size {
        var sum = columns[i][row]
        for k in 0..<i { sum -= f[i][k] * y[k] }
        y[i] = sum / f[i][i]
      }
      for i in 0..<size {
        var sum = 0.0
        for k in 0...i { sum += p[i][k] * y[k] }
        mixed[i][row] = sum
      }
    }
    let ranks = mixed.map { column -> [Int] in
      var ranks = [Int](repeating: 0, count: count)
      let order = column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
      for (rank, row) in order.enumerated() { ranks[row] = rank }
      return ranks
    }
    let after = products(mixed)
    var correlation = after
    for i in 0..<size {
      for j in 0..<size { correlation[i][j] = i == j ? 1 : after[i][j] / (after[i][i] * after[j][j]).squareRoot() }
    }
    return Result(ranks: ranks, scoreCorrelation: correlation)
  }
}
