import Foundation
import PlanSimulation

/// A case of kind `stat`: quantiles, copulas, maxima of normal quantities, reordering by ranks, matrices.
struct StatisticsCase {
  private let file: Fields
  private var tolerance: Double { file.tolerance }

  init(_ data: Data) throws { file = try Fields(data) }

  /// Nothing where no part of the case is known.
  func checks() throws -> Checks? {
    if file.has("normals") { return maximumChecks() }
    if file.has("scorePermutations") { return reorderingChecks() }
    if let checks = matrixChecks() ?? associationChecks() ?? latestChecks() { return checks }
    guard let rows = file.rows("expected") else { return nil }
    var checks = Checks()
    checks.compared = ["p", "pHex", "n", "confidence", "rho", "pCost", "pFinish", "normalCorrelation"]
    for row in rows where !check(row, &checks) { return nil }
    return checks
  }

  private func check(_ row: Fields, _ checks: inout Checks) -> Bool {
    func compare(_ key: String, _ found: Double?, within: Double? = nil) {
      checks.compared.insert(key)
      let within = within ?? tolerance * max(1, abs(row.number(key) ?? 0))
      checks.check("\(key) of \(row.values)", found, row.number(key), within: within)
    }
    if let z = row.number("z"), let p = row.text("pHex").flatMap(Double.init) ?? row.number("p") {
      let relative = file.number("relativeTolerance") ?? 1e-13
      compare("z", StandardNormal.quantile(p), within: relative * abs(z))
    } else if let p = row.number("p"), let count = row.number("n"), let confidence = row.number("confidence") {
      let interval = QuantileInterval(count: Int(count), p: p, confidence: confidence)
      for (key, rank) in [("lower", interval?.lower), ("upper", interval?.upper)] {
        compare(key, rank.map(Double.init))
        if row.values[key] is NSNull { checks.check("\(key) of \(row.values) is missing", rank == nil, true) }
      }
      compare("coverage", interval?.coverage)
    } else if let rho = row.number("normalCorrelation") {
      compare("spearman", GaussianCopula.spearman(normalCorrelation: rho))
      compare("pearsonOfUniforms", GaussianCopula.spearman(normalCorrelation: rho))
      compare("kendall", GaussianCopula.kendall(normalCorrelation: rho))
      compare("orthantProbability", GaussianCopula.orthant(normalCorrelation: rho))
    } else if let cost = row.number("pCost"), let finish = row.number("pFinish"), let rho = row.number("rho") {
      compare("jcl", BivariateNormal.jointConfidence(cost, finish, correlation: rho))
    } else if let count = row.number("n"), count >= 1, count <= 1e5 {
      let latest = NormalMaximum.exact(Array(repeating: NormalMoments(mean: 0, variance: 1), count: Int(count)))
      for key in ["mean", "expectedMax", "expected", "expectedMaximum"] { compare(key, latest?.mean) }
      compare("variance", latest?.variance)
      compare("sd", latest?.deviation)
    } else {
      return false
    }
    return true
  }

  private func maximumChecks() -> Checks? {
    let normals = (file.rows("normals") ?? []).map { row -> NormalMoments in
      let deviation = row.number("sd") ?? (row.number("variance") ?? .nan).squareRoot()
      return NormalMoments(mean: row.number("mean") ?? .nan, variance: deviation * deviation)
    }
    guard normals.count > 1, let expected = file.fields("expected") else { return nil }
    var checks = Checks()
    let rho = file.number("rho") ?? file.number("correlation") ?? 0
    let found = [
      "clarkPair": normals[0].maximum(normals[1], correlation: rho),
      "clarkSequential": NormalMaximum.sequential(normals),
      "exact": rho == 0 ? NormalMaximum.exact(normals) : normals[0].maximum(normals[1], correlation: rho),
    ]
    for (key, moments) in found {
      checks.compared.insert(key)
      checks.check("mean of \(key)", moments?.mean, expected.fields(key)?.number("mean"), within: tolerance)
      checks.check("variance of \(key)", moments?.variance, expected.fields(key)?.number("variance"), within: tolerance)
    }
    return checks
  }

  private func reorderingChecks() -> Checks? {
    guard let permutations = file.matrix("scorePermutations"), let target = file.matrix("target"),
      let expected = file.fields("expected")
    else { return nil }
    var checks = Checks()
    checks.compared = ["ranks", "scoreCorrelation", "spearmanOfResult"]
    let found = ImanConover.ranks(permutations: permutations.map { $0.map { Int($0) } }, target: target)
    checks.check("ranks", found?.ranks, expected.matrix("ranks")?.map { $0.map { Int($0) } })
    check("correlation of scores", found?.scoreCorrelation, expected.matrix("scoreCorrelation"), &checks)
    let ranks = (found?.ranks ?? []).map { $0.map(Double.init) }
    let spearman = ranks.map { a in ranks.map { Association.spearman(a, $0) ?? .nan } }
    check("correlation of ranks", spearman, expected.matrix("spearmanOfResult"), &checks)
    return checks
  }

  /// The nearest correlation matrix to one that is given.
  private func matrixChecks() -> Checks? {
    let matrices = file.values.keys.sorted().compactMap { file.matrix($0) }
    guard let given = matrices.first, given.allSatisfy({ $0.count == given.count }), given.count > 1 else { return nil }
    guard let expected = file.fields("expected") else { return nil }
    var checks = Checks()
    let found = CorrelationMatrix.nearest(to: given)
    for key in expected.values.keys.sorted() {
      guard let rows = expected.matrix(key), rows.count == given.count else { continue }
      checks.compared.insert(key)
      let isFactor = key.lowercased().contains("cholesky") || key.lowercased().contains("factor")
      check(key, isFactor ? found?.matrix.factor() : found?.matrix.matrix.rows, rows, &checks)
    }
    let rows = found?.matrix.matrix.rows ?? []
    var square = 0.0
    for (row, numbers) in rows.enumerated() {
      for (column, number) in numbers.enumerated() {
        square += (number - given[row][column]) * (number - given[row][column])
      }
    }
    for key in ["frobeniusDistance", "distance"] where expected.has(key) {
      checks.compared.insert(key)
      checks.check(key, square.squareRoot(), expected.number(key), within: tolerance)
    }
    return checks.compared.isEmpty ? nil : checks
  }

  /// The correlations of two lists.
  private func associationChecks() -> Checks? {
    guard let a = file.numbers("x"), let b = file.numbers("y"), let expected = file.fields("expected") else {
      return nil
    }
    var checks = Checks()
    let found = [
      "pearson": Association.pearson(a, b), "spearman": Association.spearman(a, b),
      "kendallTauB": Association.kendall(a, b), "kendall": Association.kendall(a, b),
    ]
    for (key, value) in found where expected.has(key) {
      checks.compared.insert(key)
      checks.check(key, value, expected.number(key), within: tolerance)
    }
    return checks.compared.isEmpty ? nil : checks
  }

  /// The mean of the greatest of n standard normal numbers, by n.
  private func latestChecks() -> Checks? {
    guard let table = file.table("expected"), !table.isEmpty, file.text("id")?.contains("normals") == true else {
      return nil
    }
    var checks = Checks()
    for (key, mean) in table {
      guard let count = Int(key), 1...10_000 ~= count else { continue }
      checks.compared.insert(key)
      let latest = NormalMaximum.exact(Array(repeating: NormalMoments(mean: 0, variance: 1), count: count))
      checks.check("greatest of \(count)", latest?.mean, mean, within: tolerance)
    }
    return checks.compared.isEmpty ? nil : checks
  }

  private func check(_ name: String, _ found: [[Double]]?, _ expected: [[Double]]?, _ checks: inout Checks) {
    for (row, numbers) in (expected ?? []).enumerated() {
      for (column, number) in numbers.enumerated() {
        let value = found.flatMap { row < $0.count && column < $0[row].count ? $0[row][column] : nil }
        checks.check("\(name) at \(row), \(column)", value, number, within: tolerance)
      }
    }
  }
}
