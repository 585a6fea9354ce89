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
    for link in plan.links where link.hasDetails {
      func add(_ key: String, _ why: String) {
        found.append(finding("'\(key)' of \(link.from) → \(link.to)", why, link.evidence.origin))
      }
      let details = link.details
      if details.maximum != nil, link.strength != .hard { add("max", "only hard links schedule") }
      guard details.isMaximumOnly else { continue }
      if details.maximum == nil {
        add("max-only", "it has no 'max'")
      } else if link.lag != nil {
        add("lag", "'max-only' says that there is no least lag")
      }
    }
    for activity in plan.activities where activity.hasDetails { found += idle(activity, in: plan, finding) }
    for fact in [plan.mustFinishBy] + plan.projects.map(\.mustFinishBy) {
      if let fact, fact.value.latest == nil {
        found.append(finding("'must-finish-by' \(fact.value.words)", "it has no last day", fact.evidence.origin))
      }
    }
    return found
  }

  /// What one activity says for nothing.
  private static func idle(
    _ activity: Activity, in plan: Plan, _ finding: (String, String, Origin) -> Diagnostic
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let details = activity.details
    func add(_ key: String, _ why: String, _ origin: Origin) {
      found.append(finding("'\(key)' of '\(activity.id)'", why, origin))
    }
    if let parent = details.parent, let whole = plan[parent], whole.kind != .summary {
      add("part-of", "'\(parent)' is not a summary", activity.evidence.origin)
    }
    let hasBegun = details.actualStart != nil || details.actualFinish != nil
    if let remaining = details.remaining, activity.kind != .task || !hasBegun {
      add(
        "remaining", activity.kind == .task ? "it is not under way" : "only work has any", remaining.evidence.origin)
    }
    guard activity.kind != .summary, activity.kind != .hammock else { return found }
    if details.window != nil, activity.kind == .task {
      add("window", "windows are for milestones", activity.evidence.origin)
    }
    let isPinned = details.constraints.contains { $0.kind == .pinStart || $0.kind == .pinFinish }
    if details.isAsLateAsPossible, isPinned || hasBegun {
      add("as-late-as-possible", isPinned ? "it is pinned" : "it has begun", activity.evidence.origin)
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
