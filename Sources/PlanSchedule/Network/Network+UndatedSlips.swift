import PlanModel

extension Network {
  /// The slips of activities that have no date to slip from.
  ///
  /// - Parameter slipped: the places of the activities that slip, in plan order.
  func undatedSlips(_ slipped: [Int]) -> [Diagnostic] {
    slipped.compactMap { index in
      let activity = plan.activities[index]
      guard let slip = activity.details.slips.first else { return nil }
      let details = activity.details
      let isHalted = details.planned == nil && [.missed, .stopped].contains(details.state?.value.word)
      guard isHalted || isUndatedRoot(position(ActivityIndex(index))) else { return nil }
      return Diagnostic(.slipUndated, activity.id.text, at: slip.evidence.origin)
    }
  }
}
