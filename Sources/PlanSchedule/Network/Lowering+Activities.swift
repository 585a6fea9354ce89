import PlanGraph
import PlanModel

extension Lowering {
  /// Lowers the activities in plan order, which is the order they lie in memory and their problems are told in.
  mutating func lowerActivities(_ graph: DependencyGraph) -> LoweredActivities {
    let activities = plan.activities
    let planStart = Lowering.sound(plan.start)?.start.minutes
    let begin = planStart ?? statusDate ?? earliestDate()
    let origin = begin ?? Day(number: 10_959).start.minutes
    let usualFloor = max(planStart ?? origin, statusDate ?? Int32.min)
    var nodes = LoweredActivities(count: activities.count, floor: usualFloor, origin: origin)
    // Without any date at all, the plan is about distances: its roots begin together.
    let isUndated = begin == nil
    var usual = [Int16](repeating: -1, count: projects.ids.count)
    var (lastName, lastCalendar): (String, Int16) = ("24h", 0)
    let (rank, number) = (graph.rank, projects.number)
    var lacksStart = false
    for place in activities.indices {
      let position = Int(rank[place])
      let project = Int(number[place])
      let kind = activities[place].kind
      // Positions are far apart, and each list is memory of its own: what is as usual is not written again.
      if project != 0 { nodes.project[position] = number[place] }
      if let name = activities[place].calendar {
        if name != lastName {
          lastCalendar = calendar(named: name, at: activities[place].evidence.origin)
          lastName = name
        }
        nodes.calendar[position] = lastCalendar
      } else if !kind.isMilestone {
        if usual[project] < 0 {
          usual[project] = calendar(
            named: projectCalendar[project] ?? plan.defaultCalendar, at: activities[place].evidence.origin)
        }
        if usual[project] != 0 { nodes.calendar[position] = usual[project] }
      }
      var facts = OwnFacts(kind)
      if kind == .task, let duration = activities[place].duration {
        facts.basis = duration.basis
        lowerDuration(duration, of: place, position, &nodes)
      } else if let duration = activities[place].duration {
        facts.basis = duration.basis
      } else if kind == .task {
        facts.lacksDuration = true
      }
      let start = projectStart[project] ?? planStart
      if start == nil && !isUndated {
        lacksStart = true
      } else {
        nodes.hasStart?[position] = true
      }
      let floor = max(start ?? origin, statusDate ?? Int32.min)
      if floor != usualFloor { nodes.firstFloor[position] = floor }
      let isFinishOnCalendar = kind == .finishMilestone && nodes.calendar[position] != 0
      if activities[place].hasDetails || isFinishOnCalendar || traits[place].contains(.leftOut) {
        lowerDetails(of: activities[place], place, position, &facts, &nodes)
      }
      if facts != LoweredActivities.usualFacts { nodes.facts[position] = facts }
    }
    if !lacksStart { nodes.hasStart = nil }
    nodes.sortSpecials()
    nodes.findSoleCalendar()
    return nodes
  }

  /// The earliest date that the plan states for anything to happen on.
  private func earliestDate() -> Int32? {
    var earliest = earliestProjectStart
    let activities = plan.activities
    for place in activities.indices where activities[place].hasDetails {
      for span in activities[place].statedDates {
        guard let day = Lowering.sound(span.earliest ?? span.latest)?.start.minutes else { continue }
        earliest = min(day, earliest ?? day)
      }
    }
    return earliest
  }

  mutating func lowerDuration(
    _ fact: Fact<Estimate>, of place: Int, _ position: Int, _ nodes: inout LoweredActivities
  ) {
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
    let isElapsed = estimate.likely.isElapsed
    guard (estimate.low?.isElapsed ?? isElapsed) == isElapsed, (estimate.high?.isElapsed ?? isElapsed) == isElapsed
    else {
      problems.append(
        Diagnostic(
          .badEstimate, "the duration of '\(plan.activities[place].id)' mixes working and elapsed time",
          at: fact.evidence.origin))
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
          .badEstimate, "the duration of '\(plan.activities[place].id)' decreases from low to high",
          at: fact.evidence.origin))
      return
    }
    nodes.duration[position] = likely
    if low != likely || high != likely || nodes.low != nil { nodes.setRange(position, low, high) }
  }
}

/// Activities while they are lowered, by position; until then each is as most are.
struct LoweredActivities {
  /// Those of work whose duration has no source of its own.
  static let usualFacts = {
    var facts = OwnFacts(.task)
    facts.basis = .unsourced
    return facts
  }()

  var calendar: [Int16]
  var duration: [Int32]
  /// Nil as long as no activity has a range.
  private(set) var low: [Int32]?
  private(set) var high: [Int32]?
  var firstFloor: [Int32]
  var special: [Int32]
  var specials: [Special] = []
  var isImprecise = false
  let origin: Int32
  var hasStart: [Bool]?
  var project: [Int32]
  var facts: [OwnFacts]
  /// The positions that are to be as late as possible.
  var asLateAsPossible: [Int32] = []
  /// The places of activities that slip.
  var slipped: [Int] = []
  /// The calendar of all work; nil where there are several, or nothing is asked yet.
  private(set) var soleCalendar: Int16?

  init(count: Int, floor: Int32, origin: Int32) {
    self.origin = origin
    calendar = Array(repeating: 0, count: count)
    duration = Array(repeating: 0, count: count)
    firstFloor = Array(repeating: floor, count: count)
    special = Array(repeating: -1, count: count)
    hasStart = Array(repeating: false, count: count)
    project = Array(repeating: 0, count: count)
    facts = Array(repeating: LoweredActivities.usualFacts, count: count)
  }

  var lowest: [Int32] { low ?? duration }
  var highest: [Int32] { high ?? duration }

  /// Sets the range of a duration, which is set before it.
  mutating func setRange(_ position: Int, _ least: Int32, _ most: Int32) {
    if low == nil { (low, high) = (duration, duration) }
    low?[position] = least
    high?[position] = most
  }

  /// To be called when all activities are lowered.
  mutating func findSoleCalendar() {
    guard let first = calendar.first else { return }
    soleCalendar = calendar.allSatisfy { $0 == first } ? first : nil
  }

  /// Puts what only some activities have into the order of positions, which is the order of all sweeps.
  mutating func sortSpecials() {
    guard specials.count > 1 else { return }
    var sorted: [Special] = []
    sorted.reserveCapacity(specials.count)
    for position in special.indices where special[position] >= 0 {
      sorted.append(specials[Int(special[position])])
      special[position] = Int32(sorted.count - 1)
    }
    specials = sorted
  }
}
