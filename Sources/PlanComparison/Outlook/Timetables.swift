import PlanModel

/// The calendars and windows that activities are timed by, by name, with the calendars that those extend.
///
///     Timetables(of: plan, about: reach).calendars.contains("oslo")
struct Timetables {
  private(set) var calendars: Set<String> = []
  private(set) var windows: Set<String> = []

  /// - Parameter ids: the activities; nil: all.
  /// - Complexity: O(activities + links) where the plan tells of a calendar or window how it is known; O(1) otherwise.
  init(of plan: Plan, about ids: Set<ActivityID>?) {
    guard !plan.calendarFacts.isEmpty || !plan.windowFacts.isEmpty else { return }
    let projects = Dictionary(plan.projects.map { ($0.id, $0.calendar) }) { first, _ in first }
    for activity in plan.activities where ids?.contains(activity.id) ?? true {
      if activity.hasDetails, let window = activity.details.window { windows.insert(window) }
      // As Plan.calendarName(of:), whose search for the project would cost its square here.
      let project = activity.project.flatMap { projects[$0] ?? nil }
      let usual = activity.kind.isMilestone ? "24h" : project ?? plan.defaultCalendar
      calendars.insert(activity.calendar ?? usual)
    }
    if plan.options.lagCalendar == .plan,
      plan.links.contains(where: { link in
        link.lag != nil && ids.map { $0.contains(link.from) && $0.contains(link.to) } ?? true
      })
    {
      calendars.insert(plan.defaultCalendar)
    }
    var next = Array(calendars)
    while let name = next.popLast() {
      if let base = plan.calendarFacts[name]?.base, calendars.insert(base).inserted { next.append(base) }
    }
  }
}
