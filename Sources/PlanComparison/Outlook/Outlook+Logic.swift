public import PlanModel
public import PlanSchedule

extension Outlook {
  /// The chain behind a date that its plan states: what the links alone would give, at the first reading.
  ///
  ///     outlook.logic(behind: "amk-hso.oslo-start")?.link     // the place of acceptance-test → oslo-start
  ///
  /// Nil where links place the activity already, or where none leads to it.
  ///
  /// - Complexity: as `Chain(of:in:_:)`.
  public func logic(behind id: ActivityID) -> (link: Int, chain: Chain)? {
    guard let index = plan.index(of: id), let activity = schedule[id], activity.isScheduled, !activity.isDone else {
      return nil
    }
    if case .link = activity.driver { return nil }
    let position = network.position(index)
    let arcs = Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
    let bounds = schedule.first.linkBounds
    guard let latest = arcs.map({ bounds[$0] }).max(), let arc = arcs.first(where: { bounds[$0] == latest }) else {
      return nil
    }
    let link = Int(network.arcLink[arc])
    return Chain(of: plan.links[link].from, in: network, schedule.first).map { (link, $0) }
  }
}
