import PlanModel
import PlanSchedule

/// What some dates would be with only some of a number of changes made.
///
/// Each set of changes is solved once.
struct Coalitions {
  let base: Plan
  let changes: [Change]
  let ids: [ActivityID]
  /// What is done to a plan before it is solved.
  let lowered: @Sendable (Plan) throws(InvalidPlan) -> Network
  private var solved: [[Bool]: Readings<[Int32]>] = [:]
  private var slips: CoalitionSlips

  init(
    _ base: Plan, _ changes: [Change], _ ids: [ActivityID],
    lowered: @escaping @Sendable (Plan) throws(InvalidPlan) -> Network
  ) {
    self.base = base
    self.changes = changes
    self.ids = ids
    self.lowered = lowered
    slips = CoalitionSlips(changes, ids)
  }

  /// The finish of each activity in both readings.
  ///
  /// Changes that do not fit without those that are left out, such as a link to an activity that only another adds,
  /// count as left out too; so does the last change of a set that cannot be solved. An activity that is not there
  /// stands where it stands without changes.
  mutating func finishes(_ members: [Bool]) throws(InvalidPlan) -> Readings<[Int32]> {
    if let known = solved[members] { return known }
    let (base, changes, lowered) = (base, changes, lowered)
    let spread = slips.finishes(members) { chosen -> Network? in
      do {
        return try lowered(base.applying(chosen.map { changes[$0] }))
      } catch {
        return nil
      }
    }
    let made: Readings<[Int32]>
    if let spread { made = spread } else { made = try solve(members) }
    solved[members] = made
    return made
  }

  private mutating func solve(_ members: [Bool]) throws(InvalidPlan) -> Readings<[Int32]> {
    let chosen = changes.indices.filter { members[$0] }.map { changes[$0] }
    let network: Network
    do throws(InvalidPlan) {
      network = try lowered(plan(with: chosen))
    } catch {
      guard let last = members.lastIndex(of: true) else { throw error }
      var fewer = members
      fewer[last] = false
      return try finishes(fewer)
    }
    let usual = chosen.isEmpty ? nil : try finishes(members.map { _ in false })
    func dates(_ early: EarlyDates, _ usual: [Int32]?) -> [Int32] {
      ids.indices.map { place in
        guard let index = network.plan.index(of: ids[place]) else { return usual?[place] ?? 0 }
        return early.finish(network.position(index))
      }
    }
    let first = dates(EarlyDates(network, .first), usual?.first)
    return Readings(
      first: first, last: network.isImprecise ? dates(EarlyDates(network, .last), usual?.last) : first)
  }

  private func plan(with chosen: [Change]) -> Plan {
    if let plan = try? base.applying(chosen) { return plan }
    return chosen.reduce(base) { plan, change in (try? plan.applying([change])) ?? plan }
  }
}
