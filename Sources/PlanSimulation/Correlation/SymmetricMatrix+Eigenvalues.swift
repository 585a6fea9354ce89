extension SymmetricMatrix {
  package struct Eigen: Sendable {
    package var values: [Double]
    /// By columns: `vectors[i][k]` is component i of the vector that belongs to `values[k]`.
    package var vectors: [[Double]]
  }

  /// Eigenvalues and vectors by Jacobi's rotations, cyclic. O(n³) for each of some ten sweeps.
  package func eigen() -> Eigen {
    var a = rows
    var v = SymmetricMatrix(unit: size).rows
    for _ in 0..<60 {
      var rest = 0.0
      var all = 0.0
      for row in 0..<size {
        for column in 0..<size {
          all += a[row][column] * a[row][column]
          if row != column { rest += a[row][column] * a[row][column] }
        }
      }
      if rest <= 1e-33 * all { break }
      for p in 0..<size {
        for q in p + 1..<max(size, p + 1) where a[p][q] != 0 { Self.rotate(&a, &v, p, q) }
      }
    }
    return Eigen(values: (0..<size).map { a[$0][$0] }, vectors: v)
  }

  /// The rotation in the plane of two axes that makes their common entry zero.
  private static func rotate(_ a: inout [[Double]], _ v: inout [[Double]], _ p: Int, _ q: Int) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let root = (theta * theta + 1).squareRoot()
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + root)
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in a.indices {
      let (kp, kq) = (a[k][p], a[k][q])
      (a[k][p], a[k][q]) = (c * kp - s * kq, s * kp + c * kq)
    }
    for k in a.indices {
      let (pk, qk) = (a[p][k], a[q][k])
      (a[p][k], a[q][k]) = (c * pk - s * qk, s * pk + c * qk)
      let (kp, kq) = (v[k][p], v[k][q])
      (v[k][p], v[k][q]) = (c * kp - s * kq, s * kp + c * kq)
    }
    (a[p][q], a[q][p]) = (0, 0)
  }
}
