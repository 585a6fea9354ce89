/// A discrete distribution compiled for drawing: the first value whose share, added up, reaches the number drawn.
package struct StepTable: Sendable {
  package let values: [Float]
  /// The shares up to each value but the last.
  package let shares: [Float]

  /// Nothing for distributions that are not discrete.
  package init?(of distribution: Distribution) {
    guard case .discrete(let outcomes) = distribution.shape else { return nil }
    var sum = 0.0
    var shares: [Float] = []
    for outcome in outcomes.dropLast() {
      sum += outcome.probability
      shares.append(Float(sum))
    }
    self.shares = shares
    values = outcomes.map { Float($0.value) }
  }

  /// Linear in the number of values, which is small.
  @inline(__always)
  package func quantile(_ u: Float) -> Float {
    var index = 0
    while index < shares.count, u > shares[index] { index += 1 }
    return values[index]
  }
}
