public import Milepost

extension Portfolio {
  /// The plan that the engine reads; its files say the same.
  public func plan() -> Plan {
    var plan = Plan(
      activities: activities.map { $0.fact },
      links: links.map { link in
        Milepost.Link(
          from: ActivityID(activities[Int(link.from)].id), to: ActivityID(activities[Int(link.to)].id), link.kind,
          lag: link.lag == 0 ? nil : Quantity(Int(link.lag), link.isLagElapsed ? .elapsedMinutes : .minutes))
      })
    plan.statusDate = statusDate
    plan.defaultCalendar = recipe.calendar.rawValue
    plan.projects = projects.map { Milepost.Project(ProjectID($0.id), name: $0.name) }
    return plan
  }
}

extension Portfolio.Activity {
  fileprivate var fact: Activity {
    let id = ActivityID(id)
    if isMilestone {
      var milestone = Activity.milestone(id, planned: planned)
      milestone.name = name
      return milestone
    }
    let estimate =
      low == high
      ? Estimate(.minutes(Int(likely)))
      : Estimate(.minutes(Int(likely)), low: .minutes(Int(low)), high: .minutes(Int(high)))
    return Activity(id, name: name, duration: Fact(estimate))
  }
}
