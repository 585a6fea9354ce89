import PlanComparison
import PlanModel
import PlanSchedule

extension ScheduledActivity {
  /// Whether it is critical, nil where nobody can know: its float is only an upper bound and above the threshold.
  var knownCritical: Bool? {
    guard isScheduled, !isDone, let isCritical else { return nil }
    return isCritical ? true : isFloatAtMost ? nil : false
  }

  /// Whether its float is to the date that its project, or the plan, must finish by.
  var mustFinish: Bool {
    let plan = schedule.network.plan
    guard schedule.floatTo == nil, !isGroupFloat else { return false }
    return plan.mustFinishBy != nil || activity.project.flatMap { plan[project: $0]?.mustFinishBy } != nil
  }

  /// What its float is to: the named milestone, its project, or `plan` for an activity of no project.
  ///
  /// Nil where that is the nearest end of a large group of projects that reach each other.
  var floatEnd: String? {
    isGroupFloat ? nil : schedule.floatTo?.text ?? activity.project?.text ?? "plan"
  }
}

extension Placement {
  /// The links that placed it: those that tie, or the one whose maximal lag pulls.
  var leading: [Int] {
    if case .maximum(let place) = driver { [place] } else { links }
  }
}

extension Outlook {
  /// The date that the plan states for an activity, with its key in plan files.
  func statedWithKey(_ id: ActivityID) -> (key: String, fact: Fact<DateSpan>)? {
    guard let fact = stated(id), let details = plan[id]?.details else { return nil }
    return (details.actualFinish != nil ? "actual" : details.actualStart != nil ? "actual-start" : "planned", fact)
  }
}
