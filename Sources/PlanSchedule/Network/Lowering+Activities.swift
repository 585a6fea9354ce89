import PlanGraph
import PlanModel

extension Lowering {
  mutating func lowerActivities(_ graph: DependencyGraph) -> LoweredActivities {
    let count = plan.activities.count
    var nodes = LoweredActivities(count: count)
    let planStart = Lowering.sound(plan.start)?.start.minutes
    let earliest = earliestDate()
    nodes.origin = planStart ?? statusDate ?? earliest ?? Day(number: 10_959).start.minutes
    // Without any date at all, the plan is about distances: its roots begin together.
    let isUndated = planStart == nil && statusDate == nil && earliest == nil
    for position in 0..<count {
      let activity = plan.activities[Int(graph.order[position])]
      let calendarName = activity.calendar ?? (activity.kind.isMilestone ? "24h" : usualCalendar(of: activity))
      nodes.calendar[position] = calendar(named: calendarName, at: activity.evidence.origin)
      lowerDuration(of: activity, position, &nodes)
      let start =
        (projectStart.isEmpty ? nil : activity.project.flatMap { projectStart[$0]?.start.minutes }) ?? planStart
      nodes.hasStart?[position] = start != nil || isUndated
      let floor = max(start ?? nodes.origin, statusDate ?? Int32.min)
      nodes.firstFloor[position] = floor
      let isFinishOnCalendar = activity.kind == .finishMilestone && nodes.calendar[position] != 0
      if activity.hasDetails || isFinishOnCalendar || isLeftOut(activity) {
        lowerDetails(of: activity, position, &nodes)
      }
    }
    if nodes.hasStart?.allSatisfy({ $0 }) == true { nodes.hasStart = nil }
    return nodes
  }

  func usualCalendar(of activity: Activity) -> String {
    (projectCalendar.isEmpty ? nil : activity.project.flatMap { projectCalendar[$0] }) ?? plan.defaultCalendar
  }

  /// The earliest date that the plan states for anything to happen on.
  private func earliestDate() -> Int32? {
    var earliest = projectStart.values.min()
    func read(_ span: DateSpan?) {
      guard let day = Lowering.sound(span?.earliest ?? span?.latest) else { return }
      if day < earliest ?? Day.latest { earliest = day }
    }
    for activity in plan.activities where activity.hasDetails {
      let details = activity.details
      for fact in [details.planned, details.actualStart, details.actualFinish] { read(fact?.value) }
      for constraint in details.constraints { read(constraint.date.value) }
    }
    return earliest?.start.minutes
  }

  mutating func lowerDuration(of activity: Activity, _ position: Int, _ nodes: inout LoweredActivities) {
    guard activity.kind == .task, let fact = activity.duration else { return }
    let estimate = fact.value
    if estimate.likely.isElapsed { nodes.calendar[position] = 0 }
    func minutes(_ quantity: Quantity) -> Int32? {
      if quantity.unit == .elapsedMonths {  // of 30 days where there is no date to count from
        let value = quantity.thousandths.multipliedReportingOverflow(by: 43_200)
        let days = value.partialValue / 1000
        return value.overflow || !(0...Lowering.longest).contains(days) ? nil : Int32(days)
      }
      return lengths.minutes(of: quantity).flatMap { (0...Lowering.longest).contains($0) ? Int32($0) : nil }
    }
    let given = [estimate.low, estimate.likely, estimate.high].compactMap { $0 }
    guard given.allSatisfy({ $0.isElapsed == estimate.likely.isElapsed }) else {
      problems.append(
        Diagnostic(
          .badEstimate, "the duration of '\(activity.id)' mixes working and elapsed time", at: fact.evidence.origin))
      return
    }
    guard let likely = minutes(estimate.likely), let low = minutes(estimate.low ?? estimate.likely),
      let high = minutes(estimate.high ?? estimate.likely)
    else {
      problems.append(
        Diagnostic(
          .badQuantity, estimate.likely.description, "a duration is between zero and 100 years",
          at: fact.evidence.origin))
      return
    }
    guard low <= likely, likely <= high else {
      problems.append(
        Diagnostic(
          .badEstimate, "the duration of '\(activity.id)' decreases from low to high", at: fact.evidence.origin))
      return
    }
    nodes.duration[position] = likely
    nodes.low[position] = low
    nodes.high[position] = high
    if low != likely || high != likely { nodes.hasRange = true }
  }
}

/// Activities while they are lowered, by position.
struct LoweredActivities {
  var calendar: [Int16]
  var duration: [Int32]
  var low: [Int32]
  var high: [Int32]
  var firstFloor: [Int32]
  var special: [Int32]
  var specials: [Special] = []
  var hasRange = false
  var isImprecise = false
  var origin: Int32 = 0
  var hasStart: [Bool]?

  init(count: Int) {
    calendar = Array(repeating: 0, count: count)
    duration = Array(repeating: 0, count: count)
    low = duration
    high = duration
    firstFloor = duration
    special = Array(repeating: -1, count: count)
    hasStart = Array(repeating: false, count: count)
  }
}
