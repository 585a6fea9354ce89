public import PlanModel
public import PlanSchedule

extension Ledger {
  /// The ledgers by change, for several activities at once: each fact that differs is changed in plan order, and what
  /// the date gains is its share.
  ///
  /// Facts that only together make a plan without cycles share an entry. The shares of facts in sequence depend on the
  /// order; they always add up to the difference.
  ///
  /// - Complexity: one forward pass for each differing fact; from `limit` facts on the rest counts as one.
  public static func byChange(
    _ ids: [ActivityID], _ difference: PlanDifference, _ reading: Reading, limit: Int = 200
  ) throws(InvalidPlan) -> [Ledger] {
    var plan = difference.from
    var before = try finishes(ids, plan, reading)
    var entries = [[Entry]](repeating: [], count: ids.count)
    var pending: [PlanEdit] = []
    for (place, edit) in difference.edits.enumerated() {
      plan = difference.applying(edit, to: plan)
      pending.append(edit)
      let isLast = place == difference.edits.count - 1
      if place >= limit && !isLast { continue }
      if isLast { plan = difference.to }
      guard let after = isLast ? try finishes(ids, plan, reading) : try? finishes(ids, plan, reading) else { continue }
      for (position, id) in ids.enumerated() {
        guard let old = before[id], let new = after[id], old != new else { continue }
        entries[position].append(Entry(cause: .edits(pending), elapsed: ElapsedTime(minutes: new - old)))
      }
      before.merge(after) { $1 }
      pending = []
    }
    return zip(ids, entries).map { Ledger(activity: $0, entries: $1) }
  }

  private static func finishes(
    _ ids: [ActivityID], _ plan: Plan, _ reading: Reading
  ) throws(InvalidPlan) -> [ActivityID: Int32] {
    let network = try Network(plan)
    let early = EarlyDates(network, reading)
    var finishes: [ActivityID: Int32] = [:]
    for id in ids { finishes[id] = plan.index(of: id).map { early.finish(network.position($0)) } }
    return finishes
  }
}
