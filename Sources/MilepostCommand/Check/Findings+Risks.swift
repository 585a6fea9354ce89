import PlanModel

extension Findings {
  /// What a simulation could not use of what the plan says of risks, as notes; nothing where no risk has numbers.
  static func risks(_ plan: Plan) -> [Diagnostic] {
    guard plan.hasSimulationFacts else { return [] }
    return plan.risks.flatMap { risk($0, plan) } + plan.correlations.flatMap { constants($0, plan) }
  }

  private static func risk(_ risk: Risk, _ plan: Plan) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ code: Diagnostic.Code, _ values: String...) {
      found.append(Diagnostic(code, values: [risk.id] + values, severity: .note, at: risk.evidence.origin))
    }
    let levels = risk.levelsWithoutNumbers(plan)
    if !levels.isEmpty { add(.levelWithoutScale, levels.joined(separator: " and ")) }
    let factor = risk.factor != nil
    if factor != !risk.stretches.isEmpty { add(.idleFactor, factor ? "stretches" : "factor") }
    let hasEffect =
      !plan.delays(by: risk).isEmpty || (factor && !risk.stretches.isEmpty) || plan.cost(of: risk) != nil
    let probability = plan.probability(of: risk)
    // Half a driver and a level without a number are told above.
    if probability != nil, !hasEffect, !factor, risk.stretches.isEmpty, risk.delays.isEmpty || risk.consequence == nil {
      add(.riskWithoutImpact)
    }
    if hasEffect, probability == nil, risk.likelihood == nil { add(.riskWithoutProbability) }
    return found
  }

  /// Activities of a correlation whose durations are not drawn.
  private static func constants(_ correlation: Correlation, _ plan: Plan) -> [Diagnostic] {
    let names = correlation.activities.filter { id in
      guard let activity = plan[id] else { return false }
      return activity.kind != .task || activity.duration?.value.isConstant ?? true
    }
    guard !names.isEmpty else { return [] }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return [
      Diagnostic(
        .constantCorrelation, list, names.count == 1 ? "it has" : "they have", severity: .note,
        at: correlation.evidence.origin)
    ]
  }
}

extension Plan {
  /// Whether the plan says anything of risks in numbers.
  fileprivate var hasSimulationFacts: Bool {
    !riskScales.isEmpty || !correlations.isEmpty
      || risks.contains { risk in
        risk.probability != nil || risk.factor != nil || risk.cost != nil || !risk.impacts.isEmpty
          || !risk.delays.isEmpty || !risk.stretches.isEmpty
      }
  }
}

extension Risk {
  /// The levels that the risk has, no number goes before, and the plan gives none for: `S3`, `K4`.
  fileprivate func levelsWithoutNumbers(_ plan: Plan) -> [String] {
    var levels: [String] = []
    if let likelihood, probability == nil, plan.riskScales.probability(ofLevel: likelihood.value) == nil {
      levels.append("S\(likelihood.value)")
    }
    let hasOwn = !impacts.isEmpty || factor != nil || cost != nil
    if let consequence, !hasOwn || !delays.isEmpty, plan.riskScales.impact(ofLevel: consequence.value) == nil {
      levels.append("K\(consequence.value)")
    }
    return levels
  }
}
