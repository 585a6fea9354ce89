import Foundation
import PlanSimulation

extension Distribution {
  /// The distribution that a case describes; nothing for a type we do not know.
  static func described(by row: Fields) throws -> Distribution? {
    func number(_ keys: String...) -> Double { keys.lazy.compactMap { row.number($0) }.first ?? .nan }
    switch row.text("type") {
    case "constant": return try .constant(number("value"))
    case "uniform": return try .uniform(min: number("min", "a"), max: number("max", "b"))
    case "triangular": return try .triangular(min: number("min"), mode: number("mode"), max: number("max"))
    case "pert" where row.has("p10"), "pertP10P90", "pertTrigen":
      return try .pert(
        p10: number("p10"), mode: number("mode"), p90: number("p90"), lambda: row.number("lambda") ?? 4)
    case "pert", "modifiedPert", "beta":
      return try .pert(
        min: number("min"), mode: number("mode"), max: number("max"), lambda: row.number("lambda") ?? 4)
    case "normal" where row.has("p10"): return try .normal(p10: number("p10"), p90: number("p90"))
    case "normal": return try .normal(mean: number("mean"), deviation: number("sd", "standardDeviation"))
    case "lognormal" where row.has("p10"), "lognormalP10P90":
      return try .lognormal(p10: number("p10"), p90: number("p90"))
    case "lognormal" where !row.has("sd") && row.has("mu"):
      return try .lognormal(location: number("mu"), scale: number("sigma"))
    case "lognormal": return try .lognormal(mean: number("mean"), deviation: number("sd", "standardDeviation"))
    case "exponential": return try .exponential(mean: number("mean"))
    case "trigen": return try .trigen(p10: number("p10"), mode: number("mode"), p90: number("p90"))
    case "discrete":
      let outcomes = row.rows("outcomes") ?? []
      let values = row.numbers("values") ?? outcomes.compactMap { $0.number("value") }
      let probabilities =
        row.numbers("probabilities") ?? row.numbers("weights") ?? outcomes.compactMap { $0.number("probability") }
      return try .discrete(zip(values, probabilities).map { .init($0, probability: $1) })
    default: return nil
    }
  }
}

/// A case of kind `distribution`: moments, shares and quantiles, row by row.
struct DistributionCase {
  private let file: Fields

  init(_ data: Data) throws { file = try Fields(data) }

  /// Nothing where a type is not known.
  func checks() throws -> Checks? {
    var checks = Checks()
    checks.compared = [
      "type", "min", "mode", "max", "lambda", "value", "p10", "p90", "values", "probabilities", "weights", "mean", "sd",
      "standardDeviation", "variance", "quantiles", "cdf", "alpha", "beta", "a", "b", "mu", "sigma", "tolerance",
      "lowerBound", "upperBound", "outcomes", "p50", "title", "note",
    ]
    // The classical shortcut is what our variance is not.
    checks.compared.insert("classicalVariance")
    let rows = file.rows("expected") ?? file.rows("distributions") ?? file.fields("expected").map { [$0] } ?? []
    for row in rows {
      guard let distribution = try Distribution.described(by: row) else { return nil }
      let name = row.text("type") ?? ""
      func check(_ what: String, _ found: Double, _ expected: Double?) {
        checks.check("\(name) \(what)", found, expected, within: file.tolerance * max(1, abs(expected ?? 0)))
      }
      let expected = row.fields("expected") ?? row
      check("mean", distribution.mean, expected.number("mean"))
      check("variance", distribution.variance, expected.number("variance"))
      check("deviation", distribution.deviation, expected.number("sd"))
      check("lower bound", distribution.minimum, expected.number("lowerBound") ?? expected.number("min"))
      check("upper bound", distribution.maximum, expected.number("upperBound") ?? expected.number("max"))
      check("median", distribution.quantile(0.5), expected.number("p50"))
      for (p, value) in expected.table("quantiles") ?? [:] {
        check("quantile \(p)", distribution.quantile(Double(p) ?? .nan), value)
      }
      for (x, p) in expected.table("cdf") ?? [:] {
        check("share to \(x)", distribution.cumulative(Double(x) ?? .nan), p)
      }
      switch distribution.shape {
      case .pert(_, _, let alpha, let beta):
        check("alpha", alpha, expected.number("alpha"))
        check("beta", beta, expected.number("beta"))
      case .triangular(let min, _, let max):
        check("a", min, expected.number("a"))
        check("b", max, expected.number("b"))
      case .lognormal(let location, let scale):
        check("mu", location, expected.number("mu"))
        check("sigma", scale, expected.number("sigma"))
      default: break
      }
    }
    return checks
  }
}
