extension Plan {
  /// The plan with its soft links made hard, so that they schedule too; links that run together stay as they are.
  ///
  ///     try Network(plan.treatingSoftLinksAsHard())     // may find cycles that the plan itself does not have
  ///
  /// - Complexity: O(links).
  public func treatingSoftLinksAsHard() -> Plan {
    var plan = self
    for place in plan.links.indices where plan.links[place].strength == .soft { plan.links[place].strength = .hard }
    return plan
  }
}
