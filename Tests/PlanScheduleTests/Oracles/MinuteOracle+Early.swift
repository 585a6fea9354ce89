import PlanModel
import PlanSchedule

/// What an activity waits for.
struct OracleBounds {
  /// The latest of all that bounds its start.
  var start: Int32
  /// All that bounds its finish.
  var finishes: [Int32] = []
  /// What longest lags demand of the placed start and finish.
  var pulledStart = MinuteCalendar.origin
  var pulledFinishes: [Int32] = []

  /// Nothing at all.
  static let none = OracleBounds(start: MinuteCalendar.origin + 1440)
}

extension MinuteOracle {
  /// Where bounds place an activity: finish bounds delay it in working time, an own slip comes after, pulls last.
  ///
  /// - Parameter work: the duration where it is known already; nil finds an expected finish's.
  func place(_ activity: Activity, _ bounds: OracleBounds, work given: Int32? = nil) -> (dates: Dates, work: Int32) {
    let calendar = calendar(activity)
    let slip = max(0, activity.details.slips.reduce(0) { $0 + minutes($1.value) })
    let actual = actual(activity)
    var work = given ?? actual.map { left(activity, $0.start).work } ?? duration(activity)
    if given == nil, activity.kind == .task, let expected = activity.details.expectedFinish?.value {
      let start = next(activity, next(activity, bounds.start) + slip, window: actual == nil)
      // What is left with no work to it is not rolled to work time first, but no work lies between the two.
      work = max(0, calendar.work(day(expected).end.minutes) - calendar.work(start))
    }
    if let actual, work == 0 {
      return (Dates(start: actual.start, finish: max(bounds.start, bounds.finishes.max() ?? bounds.start) + slip), 0)
    }
    if activity.id == instant, work == 0, actual == nil {
      let t = instant(activity, bounds, slip)
      return (Dates(start: t, finish: t), 0)
    }
    func meets(_ t: Int32, _ finishes: [Int32]) -> Bool {
      finishes.allSatisfy { work == 0 ? t >= $0 : calendar.work(t) + work >= calendar.work($0) }
    }
    var t = firstInstant(bounds.start, MinuteCalendar.end) { meets($0, bounds.finishes) }
    t = next(activity, next(activity, t) + slip, window: actual == nil)
    if actual == nil {
      t = firstInstant(max(t, bounds.pulledStart), MinuteCalendar.end) { meets($0, bounds.pulledFinishes) }
      t = next(activity, t, window: true)
    }
    return (Dates(start: actual?.start ?? t, finish: calendar.after(work, t)), work)
  }

  /// Where a minute of work, cut ever shorter, would come to stand: bounds of its start bring it to where work begins,
  /// bounds of its finish to where work ends, and it does not lie between.
  private func instant(_ activity: Activity, _ bounds: OracleBounds, _ slip: Int32) -> Int32 {
    let calendar = calendar(activity)
    func start(_ t: Int32, slip: Int32) -> Int32 {
      next(activity, next(activity, t) + slip, window: true)
    }
    func end(_ finish: Int32, slip: Int32) -> Int32 {
      // The same moment as a finish event: after a minute of work, or before one.
      var event = activity
      event.kind = .finishMilestone
      var t = finish
      while t > MinuteCalendar.origin + 1, !calendar.closes(t) { t -= 1 }
      t = next(event, t) + slip
      while !mayStart(event, t, window: true) { t += 1 }
      return t
    }
    let pulled = [start(bounds.pulledStart, slip: 0)] + bounds.pulledFinishes.map { end($0, slip: 0) }
    return ([start(bounds.start, slip: slip)] + bounds.finishes.map { end($0, slip: slip) } + pulled).max()!
  }

  func pinned(_ activity: Activity) -> (dates: Dates, work: Int32)? {
    let details = activity.details
    for constraint in details.constraints where constraint.kind == .pinFinish {
      var bounds = OracleBounds.none
      bounds.finishes = [constraint.date.value.latest!.end.minutes]
      return place(activity, bounds)
    }
    for constraint in details.constraints where constraint.kind == .pinStart {
      return place(activity, OracleBounds(start: constraint.date.value.earliest!.start.minutes))
    }
    return nil
  }

  /// All bounds of one activity, given the dates of the others.
  ///
  /// - Parameter floor: a start floor from elsewhere.
  func bounds(_ activity: Activity, _ dates: [ActivityID: Dates], floor: Int32?) -> OracleBounds {
    let details = activity.details
    let actual = actual(activity)
    let status = plan.statusDate?.end.minutes
    let origin = plan.start?.start.minutes ?? status!
    let begin = activity.project.flatMap { plan[project: $0]?.start?.start.minutes } ?? origin
    var starts = [max(begin, status ?? begin)]
    if let actual { starts = [left(activity, actual.start).from] }
    if actual == nil, let floor { starts.append(floor) }
    var bounds = OracleBounds(start: 0)
    for constraint in details.constraints {
      switch constraint.kind {
      case .startNoEarlierThan, .startOn, .externalEarlyStart:
        if actual == nil { starts.append(day(constraint.date.value).start.minutes) }
      case .finishNoEarlierThan, .finishOn: bounds.finishes.append(day(constraint.date.value).end.minutes)
      default: break
      }
    }
    if actual == nil, let planned = details.planned?.value {
      let at = activity.kind == .finishMilestone ? day(planned).end.minutes : day(planned).start.minutes
      starts.append(at + min(0, details.slips.reduce(0) { $0 + minutes($1.value) }))
    }
    for link in links where link.to == activity.id && (actual == nil || bindsWhatHasBegun(link)) {
      let bound = bound(link, dates[link.from]!)
      if link.kind.boundsFinish { bounds.finishes.append(bound) } else { starts.append(bound) }
    }
    bounds.start = starts.max()!
    guard actual == nil else { return bounds }
    for link in links where link.from == activity.id && link.details.maximum != nil {
      guard let to = dates[link.to] else { continue }
      let pull = pull(link, to)
      if link.kind.leavesStart {
        bounds.pulledStart = max(bounds.pulledStart, pull)
      } else {
        bounds.pulledFinishes.append(pull)
      }
    }
    return bounds
  }

  /// Whether what is left of a started successor waits for a link.
  private func bindsWhatHasBegun(_ link: Link) -> Bool {
    let from = actual(plan[link.from]!)
    return switch plan.options.progress {
    case .retainedLogic: true
    case .progressOverride: false
    case .actualDates: link.kind.leavesStart ? from != nil : from?.finish != nil
    }
  }

  /// The early dates of one activity, given those of the others.
  func early(_ activity: Activity, _ dates: [ActivityID: Dates], floor: Int32? = nil) -> (dates: Dates, work: Int32) {
    if let actual = actual(activity), let finish = actual.finish {
      return (Dates(start: actual.start, finish: finish), 0)
    }
    if isPinned(activity), let pinned = pinned(activity) { return pinned }
    return place(activity, bounds(activity, dates, floor: floor))
  }

  /// Round by round until nothing moves any more; nil where that never happens.
  func forward(floors: [ActivityID: Int32] = [:]) -> Solution? {
    var solution = Solution()
    while true {
      let before = solution.dates
      for activity in order {
        let placed = early(activity, solution.dates, floor: floors[activity.id])
        if placed.dates.finish > MinuteOracle.horizon { return nil }
        solution.dates[activity.id] = placed.dates
        solution.work[activity.id] = placed.work
      }
      if solution.dates == before { return solution }
    }
  }

  static let horizon = (dayZero + 110).start.minutes

  struct Solution {
    var dates: [ActivityID: Dates] = [:]
    /// The durations, or what is left of them.
    var work: [ActivityID: Int32] = [:]
  }

  /// The early dates of the plan, moved as late as possible where it asks for that; nil where longest lags cannot hold.
  func solution() -> Solution? {
    guard var solution = forward() else { return nil }
    if plan.options.scheduleFrom == .finish {
      let end = plan.mustFinishBy!.value.latest!.end.minutes
      let anchors = Dictionary(uniqueKeysWithValues: order.map { ($0.id, end) })
      guard let late = limits(solution, anchors: anchors) else { return nil }
      return forward(floors: late.mapValues(\.start))
    }
    let movable = order.filter { $0.details.isAsLateAsPossible && !isFixed($0) }
    if meaning == .totalFloat {
      guard !movable.isEmpty else { return solution }
      guard let late = late(solution) else { return nil }
      var floors: [ActivityID: Int32] = [:]
      for activity in movable { floors[activity.id] = late[activity.id]?.start }
      return forward(floors: floors)
    }
    let ends = ends(solution.dates)
    for activity in movable.reversed() {
      let start = solution.dates[activity.id]!.start
      let end = ends[activity.project]!
      guard start < end else { continue }
      var t = lastInstant(start, end) { leavesOthers(activity, movedTo: $0, solution, end) }
      while t > start, !mayStart(activity, t) { t -= 1 }
      let finish = calendar(activity).after(solution.work[activity.id]!, t)
      if t > start { solution.dates[activity.id] = Dates(start: t, finish: finish) }
    }
    return solution
  }

  /// The latest early finish of each project.
  func ends(_ dates: [ActivityID: Dates]) -> [ProjectID?: Int32] {
    Dictionary(order.map { ($0.project, dates[$0.id]!.finish) }, uniquingKeysWith: max)
  }

  /// Whether an activity may start at an instant with every other where it is, and nothing else broken.
  private func leavesOthers(_ activity: Activity, movedTo start: Int32, _ solution: Solution, _ end: Int32) -> Bool {
    let here = Dates(start: start, finish: calendar(activity).after(solution.work[activity.id]!, start))
    var dates = solution.dates
    dates[activity.id] = here
    if here.finish > end || !isWithinCeilings(activity, here) { return false }
    for link in links where link.from == activity.id {
      let successor = plan[link.to]!
      if let actual = actual(successor), actual.finish != nil || !retains { continue }
      let there = solution.dates[link.to]!
      if isPinned(successor) {
        if !keeps(link, here, there, solution.work[link.to]!) { return false }
      } else {
        let moved = early(successor, dates).dates
        if moved.start > there.start || moved.finish > there.finish { return false }
      }
    }
    for link in links where link.to == activity.id && link.details.maximum != nil {
      let there = solution.dates[link.from]!
      let event = link.kind.boundsFinish ? here.finish : here.start
      if isFixed(plan[link.from]!) {
        if !reaches(link, from: link.kind.leavesStart ? there.start : there.finish, to: event) { return false }
      } else if early(plan[link.from]!, dates).dates.start > there.start {
        return false
      }
    }
    return true
  }

  /// Whether the bound of a link alone places its successor at its dates or before.
  func keeps(_ link: Link, _ from: Dates, _ to: Dates, _ work: Int32) -> Bool {
    let successor = plan[link.to]!
    let bound = bound(link, from)
    var bounds = OracleBounds.none
    if link.kind.boundsFinish { bounds.finishes = [bound] } else { bounds.start = max(bounds.start, bound) }
    let placed = place(successor, bounds, work: work).dates
    return actual(successor) == nil ? placed.start <= to.start : placed.finish <= to.finish
  }

  /// Whether dates are within the deadline and the late constraints of an activity.
  func isWithinCeilings(_ activity: Activity, _ dates: Dates) -> Bool {
    if let deadline = activity.details.deadline, dates.finish > deadline.value.latest!.end.minutes { return false }
    return activity.details.constraints.allSatisfy { constraint in
      let latest = constraint.date.value.latest!
      switch constraint.kind {
      case .finishNoLaterThan, .finishOn, .externalLateFinish: return dates.finish <= latest.end.minutes
      case .startNoLaterThan, .startOn:
        return actual(activity) != nil || dates.start <= next(activity, latest.start.minutes)
      default: return true
      }
    }
  }
}
