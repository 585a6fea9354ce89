import PlanModel

extension Network {
  /// The slips of activities that have no date to slip from.
  func undatedSlips() -> [Diagnostic] {
    plan.activities.indices.compactMap { index in
      let activity = plan.activities[index]
      guard activity.hasDetails, let slip = activity.details.slips.first else { return nil }
      let details = activity.details
      let isHalted = details.planned == nil && [.missed, .stopped].contains(details.state?.value.word)
      guard isHalted || isUndatedRoot(position(ActivityIndex(index))) else { return nil }
      return Diagnostic(.slipUndated, activity.id.text, at: slip.evidence.origin)
    }
  }
}
