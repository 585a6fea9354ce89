import PlanModel
import PlanSchedule

extension MinuteOracle {
  /// The late dates of the plan: to the end of each activity's own project, or the date that it must finish by.
  ///
  /// What is done has none, work under way only a late finish.
  func late(_ solution: Solution) -> [ActivityID: Dates]? {
    var late: [ActivityID: Dates] = [:]
    let ends = ends(solution.dates)
    for project in Set(order.map(\.project)) {
      let mine = order.filter { $0.project == project }
      let end = mustFinish(project) ?? ends[project]!
      guard
        let limits = limits(solution, anchors: Dictionary(uniqueKeysWithValues: mine.map { ($0.id, end) }))
      else { return nil }
      for activity in mine { late[activity.id] = limits[activity.id] }
    }
    return late
  }

  func mustFinish(_ project: ProjectID?) -> Int32? {
    let own = project.flatMap { plan[project: $0]?.mustFinishBy }
    return (own ?? plan.mustFinishBy)?.value.latest?.end.minutes
  }

  /// The late dates that some ends, all deadlines, late constraints and pins leave: every activity as late as those
  /// after it allow, round by round until nothing moves any more; nil where that never happens.
  func limits(_ early: Solution, anchors: [ActivityID: Int32]) -> [ActivityID: Dates]? {
    var late: [ActivityID: Dates] = [:]
    while true {
      let before = late
      for activity in order.reversed() {
        if actual(activity)?.finish != nil { continue }
        if isPinned(activity) {
          late[activity.id] = pinned(activity)!.dates
          continue
        }
        late[activity.id] = limit(activity, early, anchors[activity.id], late)
        if let dates = late[activity.id], dates.finish < MinuteCalendar.origin + 20 * 1440 { return nil }
      }
      if late == before { return late }
    }
  }

  private func limit(
    _ activity: Activity, _ early: Solution, _ anchor: Int32?, _ late: [ActivityID: Dates]
  ) -> Dates? {
    let work = early.work
    let started = actual(activity)?.start
    func dates(_ t: Int32) -> Dates {
      started.map { Dates(start: $0, finish: t) }
        ?? Dates(start: t, finish: calendar(activity).after(work[activity.id]!, t))
    }
    func holds(_ t: Int32) -> Bool {
      let here = dates(t)
      if let anchor, here.finish > anchor { return false }
      if !isWithinCeilings(activity, here) { return false }
      for link in links where link.from == activity.id && !(started != nil && link.kind.leavesStart) {
        let successor = plan[link.to]!
        guard actual(successor) == nil || retains, let there = late[link.to] else { continue }
        if !keeps(link, here, there, work[link.to]!) { return false }
      }
      for link in links where link.to == activity.id && link.details.maximum != nil {
        if started != nil && !link.kind.boundsFinish { continue }
        guard var there = late[link.from] else { continue }
        if let started = actual(plan[link.from]!) {
          if link.kind.leavesStart || started.finish != nil { continue }
          // It is not pulled: a successor too far from where it finishes now breaks the maximum.
          there = early.dates[link.from]!
        }
        if !isNear(link, there, here, work[link.from]!) { return false }
      }
      return true
    }
    let (first, last) = (MinuteCalendar.origin + 1440, MinuteOracle.horizon + 40 * 1440)
    if holds(last) { return nil }
    var t = lastInstant(first, last, where: holds)
    if started != nil { return dates(t) }
    while t > first, !mayStart(activity, t) { t -= 1 }
    return dates(t)
  }

  /// Whether the successor of a longest lag is not too far from the late dates of its predecessor: so near that it
  /// would not pull it beyond them.
  private func isNear(_ link: Link, _ from: Dates, _ to: Dates, _ work: Int32) -> Bool {
    let predecessor = plan[link.from]!
    guard !isFixed(predecessor) else {
      let event = link.kind.boundsFinish ? to.finish : to.start
      return reaches(link, from: link.kind.leavesStart ? from.start : from.finish, to: event)
    }
    var bounds = OracleBounds.none
    let pull = pull(link, to)
    if link.kind.leavesStart { bounds.pulledStart = pull } else { bounds.pulledFinishes = [pull] }
    bounds.start = MinuteCalendar.origin + 1440
    return place(predecessor, bounds, work: work).dates.start <= from.start
  }
}
