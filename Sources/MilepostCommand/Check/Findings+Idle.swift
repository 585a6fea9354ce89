import PlanModel

extension Findings {
  /// What is said in places where it moves no date; what can only be told of a lowered plan, the network tells itself.
  static func idle(_ plan: Plan) -> [Diagnostic] {
    func finding(_ what: String, _ why: String, _ origin: Origin) -> Diagnostic {
      Diagnostic(.idleFact, what, why, severity: .warning, at: origin)
    }
    var found: [Diagnostic] = []
    for activity in plan.activities where activity.kind == .summary || activity.kind == .hammock {
      let why = activity.kind == .summary ? "a summary spans its parts" : "a hammock spans what it is linked to"
      func add(_ key: String, _ evidence: Evidence?) {
        if let evidence { found.append(finding("'\(key)' of '\(activity.id)'", why, evidence.origin)) }
      }
      add("duration", activity.duration?.evidence)
      guard activity.hasDetails else { continue }
      let details = activity.details
      add("planned", details.planned?.evidence)
      add("deadline", details.deadline?.evidence)
      for constraint in details.constraints { add(constraint.kind.rawValue, constraint.date.evidence) }
      if details.isAsLateAsPossible { add("as-late-as-possible", activity.evidence) }
      if details.window != nil { add("window", activity.evidence) }
    }
    for link in plan.links where link.strength != .hard && link.hasDetails && link.details.maximum != nil {
      found.append(
        finding("'max' of \(link.from) → \(link.to)", "only hard links schedule", link.evidence.origin))
    }
    for fact in [plan.mustFinishBy] + plan.projects.map(\.mustFinishBy) {
      if let fact, fact.value.latest == nil {
        found.append(finding("'must-finish-by' \(fact.value.words)", "it has no last day", fact.evidence.origin))
      }
    }
    return found
  }

  /// The dates that the plan and its projects must finish by without a source or a reason.
  static func unsourcedEnds(_ plan: Plan) -> [Diagnostic] {
    let ends =
      [(plan.mustFinishBy, plan.name)] + plan.projects.map { ($0.mustFinishBy, $0.id.text) }
    return ends.compactMap { fact, name in
      guard let fact, fact.evidence.basis == .unsourced else { return nil }
      return Diagnostic(.unsourced, "must-finish-by", name, severity: .warning, at: fact.evidence.origin)
    }
  }
}
