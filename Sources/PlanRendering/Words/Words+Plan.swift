package import PlanModel

/// How an answer begins: whose plan, as of when, with what applied.
extension Words {
  /// `Regional IKT-portefølje – per 30. april 2023`.
  package func title(of plan: Plan) -> String {
    let name = plan.name.isEmpty ? pick("Plan uten navn", "Unnamed plan") : plan.name
    guard let status = plan.statusDate else { return name }
    return "\(name) – \(pick("per", "as of")) \(fullDay(status))"
  }

  /// `Med: plan-b; x.test +2w`.
  package func applied(_ names: [String]) -> String { "\(pick("Med", "With")): \(names.joined(separator: "; "))" }

  package var planWithoutScenario: String { pick("planen uten scenario", "the plan without a scenario") }
  package var noProject: String { pick("Uten prosjekt", "No project") }
  package var nothingPlanned: String { pick("Planen har ingen aktiviteter.", "The plan has no activities.") }
}
