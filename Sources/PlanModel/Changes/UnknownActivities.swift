/// Words the refusals of many ids that name no activity, each with what may have been meant.
///
///     var unknown = UnknownActivities()
///     unknown.diagnostic(for: "release-1-1", in: plan, at: origin)      // did you mean 'x.release-1-1'?
///
/// The short names are gathered once, and the search for similar ids ends when it has cost enough: a large plan with
/// every id misspelt must not cost its square. Later ids are then refused without a suggestion.
package struct UnknownActivities {
  private var shorts: [String: [ActivityID]]?
  /// How many more ids may be looked at.
  private var budget = 500_000

  package init() {}

  /// The refusal of an id that names no activity of the plan.
  package mutating func diagnostic(for id: ActivityID, in plan: Plan, at origin: Origin) -> Diagnostic {
    Diagnostic(
      .unknownActivity, id: id, same: namesakes(of: id, in: plan), at: origin,
      near: { isWithinBudget(2 * plan.activities.count) ? plan.nearestActivity(to: id) : nil })
  }

  /// Forgets what activities there are; for when the plan got or lost some.
  package mutating func planChanged() { shorts = nil }

  private mutating func namesakes(of id: ActivityID, in plan: Plan) -> [ActivityID] {
    if shorts == nil, isWithinBudget(plan.activities.count) {
      shorts = Dictionary(grouping: plan.activities.lazy.map(\.id), by: \.short)
    }
    return shorts?[id.text] ?? []
  }

  private mutating func isWithinBudget(_ cost: Int) -> Bool {
    budget -= cost
    return budget >= 0
  }
}

extension Plan {
  /// The activity with the nearest id, or else the nearest short name that only one has.
  fileprivate func nearestActivity(to id: ActivityID) -> ActivityID? {
    if let near = nearest(to: id.text, among: activities.lazy.map(\.id.text)) { return ActivityID(near) }
    guard id.project == nil, let short = nearest(to: id.text, among: activities.lazy.map(\.id.short)) else {
      return nil
    }
    let same = activities.lazy.map(\.id).filter { $0.short == short }.prefix(2)
    return same.count == 1 ? same.first : nil
  }
}

extension Diagnostic {
  /// An unknown id, with the only activity of that short name or else the nearest; several namesakes are listed.
  fileprivate init(
    _ code: Code, id: ActivityID, same: [ActivityID], at origin: Origin, near: () -> ActivityID?
  ) {
    if same.count > 1 {
      let help = "give the project too; there are: \(shortList(same.map(\.text)))"
      self.init(code, id.text, "", help, at: origin)
    } else {
      self.init(code, id.text, (same.first ?? near())?.text ?? "", at: origin)
    }
  }
}
