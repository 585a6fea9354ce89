public import PlanModel
public import PlanSchedule

extension Outlook {
  /// The chain behind a date that links did not place: what they alone would give, at the first reading.
  ///
  ///     outlook.logic(behind: "amk-hso.oslo-start")?.steps.last?.cause     // .link: acceptance-test → oslo-start
  ///
  /// Nil where links place the activity already, where it has begun, or where no link leads to it.
  ///
  /// - Complexity: as `Chain(of:in:_:)`.
  public func logic(behind id: ActivityID) -> Chain? {
    guard let activity = schedule[id], activity.isScheduled else { return nil }
    switch activity.driver {
    case .link, .actual: return nil
    default: return Chain(of: id, in: network, schedule.first, byLinks: true)
    }
  }
}
