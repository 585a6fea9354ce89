/// A square table of numbers that is the same when its rows and columns change places.
package struct SymmetricMatrix: Hashable, Sendable {
  package let size: Int
  private var values: [Double]

  /// The unit matrix.
  package init(unit size: Int) {
    self.size = max(0, size)
    values = [Double](repeating: 0, count: self.size * self.size)
    for index in 0..<self.size { self[index, index] = 1 }
  }

  /// Nothing unless every row has as many finite numbers as there are rows, and both halves agree.
  package init?(rows: [[Double]]) {
    self.init(unit: rows.count)
    for (row, numbers) in rows.enumerated() {
      guard numbers.count == size, numbers.allSatisfy(\.isFinite) else { return nil }
      for (column, number) in numbers.enumerated() {
        guard abs(rows[column].count > row ? rows[column][row] - number : .infinity) <= 1e-12 else { return nil }
        values[row * size + column] = number
      }
    }
  }

  package var rows: [[Double]] { (0..<size).map { row in (0..<size).map { self[row, $0] } } }

  /// Setting a number sets its mirror image too.
  package subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set {
      values[row * size + column] = newValue
      values[column * size + row] = newValue
    }
  }

  /// The greatest difference to another matrix of the same size.
  package func distance(to other: Self) -> Double {
    zip(values, other.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }
}
