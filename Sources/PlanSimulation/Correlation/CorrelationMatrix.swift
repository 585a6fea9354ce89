/// Correlations that can occur together: ones on the diagonal, no negative eigenvalue.
///
///     let asked = CorrelationMatrix(rows: [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])     // nothing: impossible
///     let (matrix, change) = CorrelationMatrix.nearest(to: rows)!                              // change: 0.4
package struct CorrelationMatrix: Hashable, Sendable {
  package let matrix: SymmetricMatrix
  package var size: Int { matrix.size }
  package subscript(row: Int, column: Int) -> Double { matrix[row, column] }

  /// Nothing unless the rows are symmetric with ones on the diagonal, nothing beyond ±1, and no eigenvalue below −10⁻¹². O(n³).
  package init?(rows: [[Double]]) {
    guard let matrix = SymmetricMatrix(rows: rows), Self.looksRight(matrix) else { return nil }
    guard matrix.eigen().values.allSatisfy({ $0 >= -1e-12 }) else { return nil }
    self.matrix = matrix
  }

  private init(unchecked matrix: SymmetricMatrix) { self.matrix = matrix }

  /// The possible matrix that is nearest to what was asked for, and the greatest change that this made to an entry.
  ///
  /// Nearest in the sum of squared differences, which is unique. Nothing unless the rows are symmetric. The change is 0 where the
  /// matrix was possible already; tell whoever wrote it where it is not.
  ///
  /// Method: alternating projections with Dykstra's correction, Higham 2002. O(n³) for each of some ten to thousand steps.
  package static func nearest(to rows: [[Double]]) -> (matrix: Self, change: Double)? {
    if let possible = Self(rows: rows) { return (possible, 0) }
    guard let asked = SymmetricMatrix(rows: rows) else { return nil }
    let size = asked.size
    var current = asked
    var correction = SymmetricMatrix(rows: rows.map { $0.map { _ in 0 } }) ?? asked
    for _ in 0..<5000 {
      var shifted = current
      for row in 0..<size {
        for column in 0...row { shifted[row, column] -= correction[row, column] }
      }
      let projected = shifted.withoutNegativeEigenvalues()
      var next = projected
      for row in 0..<size {
        for column in 0...row { correction[row, column] = projected[row, column] - shifted[row, column] }
        next[row, row] = 1
      }
      let step = next.distance(to: current)
      current = next
      if step < 1e-14 { break }
    }
    // The last projection set the diagonal, which can leave an eigenvalue a hair below zero: scale it away.
    let possible = current.withoutNegativeEigenvalues()
    var scaled = possible
    for row in 0..<size {
      for column in 0..<row {
        let product = possible[row, row] * possible[column, column]
        scaled[row, column] = product > 0 ? possible[row, column] / product.squareRoot() : 0
      }
      scaled[row, row] = 1
    }
    return (Self(unchecked: scaled), scaled.distance(to: asked))
  }

  /// The lower triangle L with L·Lᵀ = this matrix: independent normal numbers times L are correlated ones.
  ///
  /// Where quantities hang together completely, columns of L are zero. O(n³). Method: Cholesky.
  package func factor() -> [[Double]] {
    var lower = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for column in 0..<size {
      var pivot = matrix[column, column]
      for k in 0..<column { pivot -= lower[column][k] * lower[column][k] }
      guard pivot > 1e-12 else { continue }
      let root = pivot.squareRoot()
      lower[column][column] = root
      for row in column + 1..<max(size, column + 1) {
        var sum = matrix[row, column]
        for k in 0..<column { sum -= lower[row][k] * lower[column][k] }
        lower[row][column] = sum / root
      }
    }
    return lower
  }

  private static func looksRight(_ matrix: SymmetricMatrix) -> Bool {
    (0..<matrix.size).allSatisfy { row in
      matrix[row, row] == 1 && (0..<row).allSatisfy { abs(matrix[row, $0]) <= 1 }
    }
  }
}

extension SymmetricMatrix {
  /// The nearest matrix without negative eigenvalues.
  fileprivate func withoutNegativeEigenvalues() -> Self {
    let eigen = eigen()
    var result = self
    for row in 0..<size {
      for column in 0...row {
        var sum = 0.0
        for k in 0..<size where eigen.values[k] > 0 {
          sum += eigen.values[k] * eigen.vectors[row][k] * eigen.vectors[column][k]
        }
        result[row, column] = sum
      }
    }
    return result
  }
}
