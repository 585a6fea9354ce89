/// How the normal numbers of a group of correlated activities are made from independent ones.
///
///     let weights = CopulaWeights(pairs: [.init(a: 0, b: 1, spearman: 0.7)], count: 2)
///     let u = weights?.correlated([0.31, 0.84])         // the second follows the first
///
/// Each number keeps its own distribution: a draw u becomes a normal number, mixes with those before it, and goes back. The first
/// activity of a group keeps its draws, and so does everything outside.
package struct CopulaWeights: Hashable, Sendable {
  package struct Pair: Hashable, Sendable {
    package var a: Int
    package var b: Int
    /// The correlation of the normal numbers behind.
    package var normal: Double

    package init(a: Int, b: Int, normal: Double) {
      self.a = a
      self.b = b
      self.normal = normal
    }

    /// By the rank correlation that is wanted of the quantities themselves.
    package init(a: Int, b: Int, spearman: Double) {
      self.init(a: a, b: b, normal: GaussianCopula.normalCorrelation(spearman: spearman))
    }
  }

  /// The greatest change that an entry needed to make the correlations possible; 0 where they were.
  package let change: Double
  /// The correlations that are used.
  package let matrix: CorrelationMatrix
  /// Row i holds the weights of the numbers 0…i.
  package let weights: [[Double]]

  /// Nothing where a pair names nobody, itself, or a correlation beyond ±1. Where a pair is named twice the last one counts.
  ///
  /// - Complexity: O(n³).
  package init?(pairs: [Pair], count: Int) {
    var matrix = SymmetricMatrix(unit: count)
    for pair in pairs {
      guard matrix.size == count, 0..<count ~= pair.a, 0..<count ~= pair.b, pair.a != pair.b else { return nil }
      guard abs(pair.normal) <= 1 else { return nil }
      matrix[pair.a, pair.b] = pair.normal
    }
    guard let found = CorrelationMatrix.nearest(to: matrix.rows) else { return nil }
    self.matrix = found.matrix
    change = found.change
    weights = found.matrix.factor()
  }

  /// Correlated draws from independent ones, both strictly between 0 and 1.
  package func correlated(_ draws: [Double]) -> [Double] {
    let normals = draws.map(StandardNormal.quantile)
    return weights.indices.map { row in
      var sum = 0.0
      for column in 0...row where column < normals.count && weights[row][column] != 0 {
        sum += weights[row][column] * normals[column]
      }
      // A number that mixes with nothing stays what it was, to the bit.
      if row < draws.count, weights[row][row] == 1 { return draws[row] }
      return min(max(StandardNormal.cumulative(sum), 0x1p-53), 1 - 0x1p-53)
    }
  }
}
