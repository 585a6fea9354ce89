import PlanModel
import PlanSchedule

/// A fact that pushes dates later.
enum PushingFact: Hashable {
  case planned(ActivityID)
  case constraint(ActivityID, Constraint.Kind)
  case duration(ActivityID)
  case slip(ActivityID, Int)
  /// By its place in the plan that is searched.
  case link(Int)
}

extension Plan {
  /// Every fact that pushes, of what has not begun: in plan order, links last.
  var pushingFacts: [PushingFact] {
    var facts: [PushingFact] = []
    for activity in activities {
      let id = activity.id
      if activity.hasDetails {
        let details = activity.details
        if details.actualFinish != nil { continue }
        if details.actualStart == nil {
          if details.planned?.value.earliest != nil || details.planned?.value.latest != nil {
            facts.append(.planned(id))
          }
          for constraint in details.constraints where constraint.kind.isFloor {
            facts.append(.constraint(id, constraint.kind))
          }
        }
        facts += details.slips.indices.map { .slip(id, $0) }
      }
      if activity.kind == .task, activity.duration != nil { facts.append(.duration(id)) }
    }
    return facts + links.indices.filter { links[$0].strength == .hard }.map { .link($0) }
  }

  /// The plan with these facts of its pushing facts, and no others.
  func keeping(_ facts: Set<PushingFact>) -> Plan {
    var plan = self
    plan.links = links.indices.filter { facts.contains(.link($0)) }.map { links[$0] }
    plan.activities = activities.map { activity in
      var activity = activity
      if activity.hasDetails {
        if activity.details.actualFinish != nil { return activity }
        if activity.details.actualStart == nil {
          if !facts.contains(.planned(activity.id)) { activity.details.planned = nil }
          let id = activity.id
          activity.details.constraints.removeAll { $0.kind.isFloor && !facts.contains(.constraint(id, $0.kind)) }
        }
        let slips = activity.details.slips
        activity.details.slips = slips.indices.filter { facts.contains(.slip(activity.id, $0)) }.map { slips[$0] }
      }
      if activity.kind == .task, activity.duration != nil, !facts.contains(.duration(activity.id)) {
        activity.duration = activity.duration.map { Fact($0.value.nothing, $0.evidence) }
      }
      return activity
    }
    return plan
  }

  /// The plan without one of its pushing facts.
  func without(_ fact: PushingFact) -> Plan {
    var plan = self
    func edit(_ id: ActivityID, _ body: (inout Activity) -> Void) {
      guard let index = plan.index(of: id) else { return }
      var activity = plan[index]
      body(&activity)
      plan.replace(index, with: activity)
    }
    switch fact {
    case .planned(let id): edit(id) { $0.details.planned = nil }
    case .constraint(let id, let kind): edit(id) { $0.details.constraints.removeAll { $0.kind == kind } }
    case .duration(let id): edit(id) { $0.duration = $0.duration.map { Fact($0.value.nothing, $0.evidence) } }
    case .slip(let id, let place): edit(id) { $0.details.slips.remove(at: place) }
    case .link(let place): plan.links.remove(at: place)
    }
    return plan
  }

  /// The plan with one fact relaxed by so many days; nil where there is not so much to relax.
  func relaxing(_ fact: PushingFact, by days: Int, _ durations: Reading.Durations) -> Plan? {
    var plan = self
    func edit(_ id: ActivityID, _ body: (inout Activity) -> Bool) -> Plan? {
      guard let index = plan.index(of: id) else { return nil }
      var activity = plan[index]
      guard body(&activity) else { return nil }
      plan.replace(index, with: activity)
      return plan
    }
    switch fact {
    case .planned(let id):
      return edit(id) { activity in
        activity.details.planned = activity.details.planned.map { Fact($0.value.earlier(by: days), $0.evidence) }
        return true
      }
    case .constraint(let id, let kind):
      return edit(id) { activity in
        for place in activity.details.constraints.indices where activity.details.constraints[place].kind == kind {
          activity.details.constraints[place].date.value = activity.details.constraints[place].date.value.earlier(
            by: days)
        }
        return true
      }
    case .duration(let id):
      return edit(id) { activity in
        guard let duration = activity.duration, let less = less(than: duration.value[durations], by: days) else {
          return false
        }
        activity.duration = Fact(Estimate(less), duration.evidence)
        return true
      }
    case .slip(let id, let place):
      return edit(id) { activity in
        let slip = activity.details.slips[place]
        guard let less = less(than: slip.value.byTheCalendar, by: days) else { return false }
        activity.details.slips[place] = Fact(less, slip.evidence)
        return true
      }
    case .link(let place):
      let lag = plan.links[place].lag ?? .elapsedDays(0)
      guard lag.unit != .percent, let minutes = unitLengths.minutes(of: lag) else { return nil }
      let (unit, length) = lag.isElapsed ? (Quantity.Unit.elapsedMinutes, 1440) : (.minutes, unitLengths.day)
      plan.links[place].lag = Quantity(Int(minutes) - days * length, unit)
      return plan
    }
  }

  private func less(than quantity: Quantity, by days: Int) -> Quantity? {
    guard let minutes = unitLengths.minutes(of: quantity) else { return nil }
    let (unit, length) = quantity.isElapsed ? (Quantity.Unit.elapsedMinutes, 1440) : (.minutes, unitLengths.day)
    let left = Int(minutes) - days * length
    return left < 0 ? nil : Quantity(left, unit)
  }
}

extension Constraint.Kind {
  /// Whether it keeps its activity from being earlier.
  var isFloor: Bool {
    switch self {
    case .startNoEarlierThan, .finishNoEarlierThan, .startOn, .finishOn, .pinStart, .pinFinish, .externalEarlyStart:
      true
    case .startNoLaterThan, .finishNoLaterThan, .externalLateFinish: false
    }
  }
}

extension Estimate {
  subscript(durations: Reading.Durations) -> Quantity {
    switch durations {
    case .low: low ?? likely
    case .likely: likely
    case .high: high ?? likely
    }
  }

  /// No work, in the same kind of time.
  fileprivate var nothing: Estimate { Estimate(Quantity(0, likely.unit)) }
}

extension DateSpan {
  fileprivate func earlier(by days: Int) -> DateSpan {
    func moved(_ day: Day?) -> Day? { day.map { max(.earliest, $0 - days) } }
    return DateSpan(earliest: moved(earliest), latest: moved(latest), words: words)
  }
}
