import PlanSimulation
import Testing

@Suite struct `Correlation matrices` {
  private func close(_ a: [[Double]], _ b: [[Double]], _ tolerance: Double) -> Bool {
    zip(a, b).allSatisfy { zip($0, $1).allSatisfy { abs($0 - $1) < tolerance } }
  }

  /// The examples of Higham (2002), with more digits.
  @Test func `that are impossible get the published neighbours`() throws {
    let three = try #require(CorrelationMatrix.nearest(to: [[1, 1, 0], [1, 1, 1], [0, 1, 1]]))
    let (a, b) = (0.7606898534022837, 0.15729810613837606)
    #expect(close(three.matrix.matrix.rows, [[1, a, b], [a, 1, a], [b, a, 1]], 1e-10))
    #expect(abs(three.change - (1 - a)) < 1e-10)
    let four = try #require(
      CorrelationMatrix.nearest(to: [[2, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 2]]))
    let (p, q, r, s) = (-0.8084124981493, 0.1915875018507, 0.1067750490255, -0.6562326948066)
    #expect(close(four.matrix.matrix.rows, [[1, p, q, r], [p, 1, s, q], [q, s, 1, p], [r, q, p, 1]], 1e-10))
  }

  @Test func `that are possible stay as they are`() throws {
    let rows = [[1, 0.7, 0.2], [0.7, 1, -0.1], [0.2, -0.1, 1]]
    #expect(CorrelationMatrix(rows: rows) != nil)
    let nearest = try #require(CorrelationMatrix.nearest(to: rows))
    #expect(nearest.change == 0 && nearest.matrix.matrix.rows == rows)
  }

  @Test(arguments: 0..<40)
  func `nearest to anything are possible and nearer than mixtures`(seed: Int) throws {
    let size = seed % 5 + 2
    var rows = SymmetricMatrix(unit: size).rows
    let key = DrawKey(seed: UInt64(seed), id: 0, purpose: 0)
    for row in 0..<size {
      for column in 0..<row {
        rows[row][column] = 2 * unitDouble(key.draw(iteration: UInt32(row * size + column))) - 1
        rows[column][row] = rows[row][column]
      }
    }
    let (matrix, _) = try #require(CorrelationMatrix.nearest(to: rows))
    #expect(matrix.matrix.eigen().values.allSatisfy { $0 > -1e-12 })
    func distance(_ other: [[Double]]) -> Double {
      var sum = 0.0
      for i in 0..<size {
        for j in 0..<size { sum += (rows[i][j] - other[i][j]) * (rows[i][j] - other[i][j]) }
      }
      return sum
    }
    let found = distance(matrix.matrix.rows)
    // The set of possible matrices is convex: on the way to any other one, the distance only grows.
    for share in [0.01, 0.1, 0.5] {
      var mixture = matrix.matrix.rows
      for i in 0..<size {
        for j in 0..<size where i != j { mixture[i][j] *= 1 - share }
      }
      #expect(distance(mixture) >= found - 1e-9)
    }
  }

  @Test(arguments: [
    [[1, 0.7, 0.2], [0.7, 1, -0.1], [0.2, -0.1, 1]], [[1, 1], [1, 1]], [[1, -1, 0], [-1, 1, 0], [0, 0, 1]], [[1]], [],
  ])
  func `are the product of their factor`(rows: [[Double]]) throws {
    let matrix = try #require(CorrelationMatrix(rows: rows))
    let factor = matrix.factor()
    func product(_ a: [Double], _ b: [Double]) -> Double { a.indices.reduce(0) { $0 + a[$1] * b[$1] } }
    let back = factor.map { a in factor.map { product(a, $0) } }
    #expect(close(back, rows, 1e-14))
    for (row, numbers) in factor.enumerated() { #expect(numbers[(row + 1)...].allSatisfy { $0 == 0 }) }
  }

  @Test func `have eigenvalues and vectors`() throws {
    let matrix = try #require(SymmetricMatrix(rows: [[2, -1, 0], [-1, 2, -1], [0, -1, 2]]))
    let eigen = matrix.eigen()
    let expected = [2 - 2.0.squareRoot(), 2, 2 + 2.0.squareRoot()]
    #expect(zip(eigen.values.sorted(), expected).allSatisfy { abs($0 - $1) < 1e-14 })
    for k in 0..<3 {
      for i in 0..<3 {
        var image = 0.0
        for j in 0..<3 { image += matrix[i, j] * eigen.vectors[j][k] }
        let scaled = eigen.values[k] * eigen.vectors[i][k]
        #expect(abs(image - scaled) < 1e-14)
      }
    }
  }

  @Test func `that are no matrices are refused`() {
    #expect(CorrelationMatrix(rows: [[1, 0.2], [0.3, 1]]) == nil)
    #expect(CorrelationMatrix(rows: [[1, 0.2], [0.2]]) == nil)
    #expect(CorrelationMatrix(rows: [[1, .nan], [.nan, 1]]) == nil)
    #expect(CorrelationMatrix(rows: [[1, 1.2], [1.2, 1]]) == nil)
    #expect(CorrelationMatrix.nearest(to: [[1, 0.2], [0.3, 1]]) == nil)
  }
}
