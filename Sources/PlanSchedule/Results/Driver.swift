public import PlanModel

/// Why a date is what it is.
public enum Driver: Hashable, Sendable {
  /// The link at this place in the plan; others may tie, see ``Placement/links``.
  case link(Int)
  case planned
  case constraint(Constraint.Kind)
  case statusDate
  case projectStart
  /// It has happened, or is under way.
  case actual
  /// Nothing places it: it stands at the lower bound of what is undated.
  case nothing

  /// The word used in JSON.
  public var word: String {
    switch self {
    case .link: "link"
    case .planned: "planned"
    case .constraint(let kind): kind.rawValue
    case .statusDate: "status-date"
    case .projectStart: "project-start"
    case .actual: "actual"
    case .nothing: "undated"
    }
  }
}

/// How an activity came to stand where it stands: its driver, and what it waited for after that.
public struct Placement: Hashable, Sendable {
  public let driver: Driver
  /// Every link whose bound equals the placed date, as places in the plan, in plan order.
  public let links: [Int]
  /// The bound that the driver gave.
  public let bound: Instant
  /// Its own slip, elapsed.
  public let slip: ElapsedTime
  /// From the bound (and slip) to the next work time.
  public let calendarWait: ElapsedTime
  /// From there to the next opening of its window.
  public let windowWait: ElapsedTime
  public let start: Instant
}

extension Network {
  /// The driving arcs of a position: those whose bound, rolled to work time, is the latest of all and places it.
  package func drivingArcs(of position: Int, _ early: EarlyDates) -> [Int] {
    let arcs = Int(startArcs[position])..<Int(startArcs[position + 1])
    guard !arcs.isEmpty else { return [] }
    let special = special(at: position)
    if special?.isLeftOut == true || special?.actualStart != nil || special?.pinnedStart != nil
      || special?.pinnedFinish != nil
    {
      return []
    }
    let base = bound(of: position, early).rolled
    return arcs.filter { roll(early.linkBounds[$0], position) >= base }
  }

  /// The latest bound of a position before its own slip and window: raw, and rolled to work time.
  package func bound(of position: Int, _ early: EarlyDates) -> (raw: Int32, rolled: Int32) {
    let reading = early.reading
    var bound = floors(reading)[position]
    for arc in Int(startArcs[position])..<Int(startArcs[position + 1]) { bound = max(bound, early.linkBounds[arc]) }
    if let special = special(at: position) {
      if let planned = special.planned(reading) { bound = max(bound, planned + min(0, special.slip)) }
      if let start = special.startFloor(reading) { bound = max(bound, start) }
      if let finish = special.finishFloor(reading) {
        bound = max(
          bound,
          calendars[Int(calendar[position])].before(
            WorkTime(minutes: durations(reading)[position]), to: Instant(minutes: finish)
          ).minutes)
      }
    }
    return (bound, roll(bound, position))
  }

  /// The first instant at or after `instant` where the activity may start.
  package func roll(_ instant: Int32, _ position: Int) -> Int32 {
    if calendar[position] == 0 { return instant }
    return calendars[Int(calendar[position])].withTables { table in
      if duration[position] == 0, special(at: position)?.isFinishEvent == true,
        table.previousWorkFinish(instant) == instant
      {
        return instant
      }
      return table.nextWorkStart(instant)
    }
  }

  /// Why the activity at a position stands where it stands.
  package func placement(of position: Int, _ early: EarlyDates) -> Placement {
    let reading = early.reading
    let start = early.start(position)
    let special = special(at: position)
    func made(_ driver: Driver, _ links: [Int], _ bound: Int32, slip: Int32 = 0) -> Placement {
      let rolled = roll(roll(bound, position) + slip, position)
      return Placement(
        driver: driver, links: links, bound: Instant(minutes: bound), slip: ElapsedTime(minutes: slip),
        calendarWait: ElapsedTime(minutes: rolled - bound - slip),
        windowWait: ElapsedTime(minutes: start - rolled), start: Instant(minutes: start))
    }
    if let special {
      if special.actualStart != nil || special.actualFinish != nil || special.isLeftOut {
        return Placement(
          driver: special.isLeftOut ? .nothing : .actual, links: [], bound: Instant(minutes: start), slip: .zero,
          calendarWait: .zero, windowWait: .zero, start: Instant(minutes: start))
      }
      if let pinned = special.pinnedFinish ?? special.pinnedStart {
        return made(.constraint(special.pinnedFinish == nil ? .pinStart : .pinFinish), [], min(pinned, start))
      }
    }
    let driving = drivingArcs(of: position, early)
    let slip = max(0, special?.slip ?? 0)
    if !driving.isEmpty {
      let links = driving.map { Int(arcLink[$0]) }.sorted()
      let bound = driving.map { early.linkBounds[$0] }.max() ?? start
      // Ties go to the link that comes first in the plan.
      return made(.link(links[0]), links, bound, slip: slip)
    }
    let (raw, rolled) = bound(of: position, early)
    if let special {
      for constraint in activity(position).details.constraints {
        let floor: Int32? =
          switch constraint.kind {
          case .startNoEarlierThan, .startOn: special.startFloor(reading)
          case .finishNoEarlierThan, .finishOn:
            special.finishFloor(reading).map {
              calendars[Int(calendar[position])].before(
                WorkTime(minutes: durations(reading)[position]), to: Instant(minutes: $0)
              ).minutes
            }
          default: nil
          }
        if let floor, roll(floor, position) >= rolled { return made(.constraint(constraint.kind), [], raw, slip: slip) }
      }
      if let planned = special.planned(reading), roll(planned + min(0, special.slip), position) >= rolled {
        return made(.planned, [], raw, slip: slip)
      }
    }
    let isRoot = startArcs[position] == startArcs[position + 1]
    if hasStart?[position] ?? true, statusDate == nil || floors(reading)[position] > (statusDate ?? 0) || !isRoot {
      return made(.projectStart, [], raw, slip: slip)
    }
    let undated =
      isRoot && special?.plannedFirst == nil && special?.plannedLast == nil && !(hasStart?[position] ?? true)
    return made(undated ? .nothing : .statusDate, [], raw, slip: slip)
  }
}
