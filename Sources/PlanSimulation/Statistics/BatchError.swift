/// The error of a mean of independent randomizations, each of which may be as even as it likes inside.
package enum BatchError {
  /// Half the width of the interval that holds what is behind the values with 95 % confidence: t · s / √n with Student's t
  /// for n − 1 degrees of freedom. Nothing for less than two values.
  package static func halfWidth(_ values: [Double]) -> Double? {
    let n = Double(values.count)
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return student(degrees: values.count - 1) * (squares / (n - 1) / n).squareRoot()
  }

  /// What was seen in each batch of 1,024 futures, in order.
  static func batches<Element>(of values: [Element]) -> [ArraySlice<Element>] {
    stride(from: 0, to: values.count, by: Batch.size).map { values[$0..<min($0 + Batch.size, values.count)] }
  }

  /// What Student's t stays below, either way, in 95 % of all cases: t² / (ν + t²) has the beta distribution (½, ν / 2).
  ///
  ///     BatchError.student(degrees: 9)      // 2.262
  package static func student(degrees: Int) -> Double {
    let freedom = Double(max(1, degrees))
    guard freedom < 1e6, let beta = StandardBeta(alpha: 0.5, beta: freedom / 2) else { return 1.959963984540054 }
    let above = beta.upperQuantile(0.05)
    guard above > 0, above < 1 else { return 1.959963984540054 }
    return (freedom * above / (1 - above)).squareRoot()
  }
}
