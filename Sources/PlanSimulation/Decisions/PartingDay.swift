package import PlanComparison
package import PlanModel
import PlanSchedule

/// The day on which two plans begin to ask for different things: until then either can still be chosen.
///
///     PartingDay(planA, planB)?.day              // 2 June 2023
///     PartingDay(planA, planB)?.activities       // the integration test begins in one of them
///
/// Dates are those of the first days, at likely durations. What has begun, and what waits for something undated, does not part
/// plans: there is no day to begin it on.
package struct PartingDay: Hashable, Sendable {
  package let day: Day
  /// What begins on the day in one plan and not in the other, in plan order.
  package let activities: [ActivityID]

  /// Nothing where the plans never part.
  ///
  /// - Complexity: O(activities).
  package init?(_ first: Outlook, _ second: Outlook) {
    var earliest: Day?
    var parting: [ActivityID] = []
    let ids =
      first.plan.activities.map(\.id)
      + second.plan.activities.map(\.id).filter { first.plan.index(of: $0) == nil }
    for id in ids {
      let days = [first, second].map { Self.start(of: id, in: $0) }
      guard days[0] != days[1], let day = days.compactMap({ $0 }).min() else { continue }
      if day < earliest ?? day { parting = [] }
      guard day <= earliest ?? day else { continue }
      earliest = day
      parting.append(id)
    }
    guard let earliest else { return nil }
    day = earliest
    activities = parting
  }

  private static func start(of id: ActivityID, in outlook: Outlook) -> Day? {
    guard let activity = outlook.schedule[id], activity.isScheduled, !activity.isDone, !activity.isLowerBound,
      outlook.plan[id]?.details.actualStart == nil
    else { return nil }
    return activity.startDays.first
  }
}
