import PlanModel

extension Draft {
  /// Reads what the levels of risks mean; a plan says it once.
  mutating func readRiskScales(_ outer: Fields) {
    guard let fields = outer.mapping("risk-scales", as: KeyTable.riskScales),
      define("risk-scales", "risk-scales", at: fields.origin, fields.reading)
    else { return }
    _ = (fields.note, fields.seeds)
    var scales = RiskScales()
    for level in RiskScales.levels {
      if let probability = fields.probability("S\(level)") { scales.probabilities[level] = probability }
      if let impact = fields.consequence("K\(level)") { scales.impacts[level] = impact }
    }
    for level in RiskScales.levels {
      guard let here = scales.probabilities[level],
        let below = RiskScales.levels.last(where: { $0 < level && scales.probabilities[$0] != nil }),
        let less = scales.probabilities[below], here.value.middle < less.value.middle
      else { continue }
      fields.reading.report(
        .contradiction, "S\(level) (\(here.value)) is less likely than S\(below) (\(less.value))",
        "levels rise from S1 to S5", severity: .warning, at: here.evidence.origin)
    }
    plan.riskScales = scales
  }
}
