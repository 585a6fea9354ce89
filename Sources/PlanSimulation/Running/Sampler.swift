/// How the values of one distribution are drawn from uniform numbers: by its formula where that is quick, else from a table.
struct Sampler: Sendable {
  private let distribution: Distribution
  private let table: QuantileTable?

  init(_ distribution: Distribution, _ tables: inout [Distribution: QuantileTable]) {
    self.distribution = distribution
    switch distribution.shape {
    case .constant, .uniform, .triangular, .discrete: table = nil
    case .pert, .normal, .lognormal, .exponential:
      table = tables[distribution] ?? QuantileTable(of: distribution)
      tables[distribution] = table
    }
  }

  /// The value below which a share of `uniform` lies. A table is read at the nearest of its 2²³ uniform numbers.
  func value(_ uniform: Double) -> Double {
    table.map { Double($0.quantile(Float(uniform))) } ?? distribution.quantile(uniform)
  }

  var mean: Double { distribution.mean }

  /// As large as a value can come; where there is no greatest one, the greatest of 2²³ draws in equal shares.
  var largest: Double {
    let greatest = distribution.maximum
    return greatest.isFinite ? greatest : value(1 - 0x1p-24)
  }
}
