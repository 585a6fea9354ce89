import PlanModel

extension Network {
  /// What an activity waits for before its own slip and window: its latest bound, raw and rolled to work time.
  struct Waiting {
    var raw: Int32
    var rolled: Int32
  }

  /// The latest bound of a position; of a started activity, that of the work that is left.
  func waiting(_ position: Int, _ early: EarlyDates, _ tables: [CalendarTables]) -> Waiting {
    let reading = early.reading
    let table = tables[Int(calendar[position])]
    let special = special(at: position)
    var bound = max(floors(reading)[position], early.lateFloors?[position] ?? Int32.min)
    if special != nil, let remaining = remaining(position, early, table) { bound = remaining.status }
    let waitsForThePastOnly = waitsForThePastOnly(position)
    for arc in Int(startArcs[position])..<Int(startArcs[position + 1])
    where !waitsForThePastOnly || hasHappened(Int(arcs[arc].row)) {
      bound = max(bound, early.linkBounds[arc])
    }
    if let special {
      if special.actualStart == nil {
        if let planned = special.planned(reading) { bound = max(bound, planned &+ min(0, special.slip)) }
        if let start = special.startFloor(reading) { bound = max(bound, start) }
      }
      if let finish = special.finishFloor(reading) {
        bound = max(bound, table.before(work(position, early, tables), to: finish))
      }
    }
    return Waiting(raw: bound, rolled: roll(bound, position, tables))
  }

  /// The first instant at or after `instant` where the activity may start.
  func roll(_ instant: Int32, _ position: Int, _ tables: [CalendarTables]) -> Int32 {
    if calendar[position] == 0 { return instant }
    let table = tables[Int(calendar[position])]
    return special[position] < 0
      ? table.nextWorkStart(instant) : placing(position, days: duration[position], table).roll(instant)
  }

  package func roll(_ instant: Int32, _ position: Int) -> Int32 {
    calendars.withTables { roll(instant, position, $0) }
  }

  /// Whether links place the activity at all: not where it is pinned, done, left out, or goes on regardless of them.
  func followsLinks(_ position: Int) -> Bool {
    guard let special = special(at: position) else { return true }
    if special.isLeftOut || special.actualFinish != nil { return false }
    if special.actualStart != nil { return rules.progress != .progressOverride }
    return special.pinnedStart == nil && special.pinnedFinish == nil
  }

  /// Visits the driving arcs of a position: those whose bound, rolled to work time, is the latest of all and places it,
  /// or places what is left of it.
  @inline(__always)
  func forEachDrivingArc(of position: Int, _ early: EarlyDates, _ tables: [CalendarTables], _ body: (Int) -> Void) {
    let arcs = Int(startArcs[position])..<Int(startArcs[position + 1])
    guard !arcs.isEmpty, followsLinks(position), pulledStart(position, early, tables) == nil else { return }
    let latest = waiting(position, early, tables).rolled
    let waitsForThePastOnly = waitsForThePastOnly(position)
    for arc in arcs where roll(early.linkBounds[arc], position, tables) >= latest {
      if !waitsForThePastOnly || hasHappened(Int(self.arcs[arc].row)) { body(arc) }
    }
  }

  /// Whether what is left of a position waits only for links from what has happened: under `actual-dates`.
  func waitsForThePastOnly(_ position: Int) -> Bool {
    guard rules.progress == .actualDates, special[position] >= 0 else { return false }
    return specials[Int(special[position])].actualStart != nil
  }

  /// Where maximal lags pull a position to, where that is later than everything else would place it.
  func pulledStart(_ position: Int, _ early: EarlyDates, _ tables: [CalendarTables]) -> Int32? {
    guard let (usual, pulled) = usualAndPulledStart(position, early, tables) else { return nil }
    return pulled > usual ? pulled : nil
  }

  /// Where everything else would place a position, and where maximal lags pull it to; nil where none can.
  private func usualAndPulledStart(
    _ position: Int, _ early: EarlyDates, _ tables: [CalendarTables]
  ) -> (usual: Int32, pulled: Int32)? {
    guard let special = special(at: position), !special.pulls.isEmpty, special.canBePulled else { return nil }
    var placing = placing(position, days: work(position, early, tables), tables[Int(calendar[position])])
    let usual = placing.place(waiting(position, early, tables).raw).start
    placing.slip = 0
    return (usual, special.pulls.map { placing.place(early.maximumBounds[$0]).start }.max() ?? usual)
  }

  /// Visits the maximal lags that pull a position to where it stands, as places in ``maximums``: also where links alone
  /// would place it there, since these may wait for it in turn.
  @inline(__always)
  func forEachDrivingMaximum(of position: Int, _ early: EarlyDates, _ tables: [CalendarTables], _ body: (Int) -> Void) {
    guard let (usual, pulled) = usualAndPulledStart(position, early, tables), pulled >= usual,
      let pulls = special(at: position)?.pulls
    else { return }
    var placing = placing(position, days: work(position, early, tables), tables[Int(calendar[position])])
    placing.slip = 0
    for place in pulls where placing.place(early.maximumBounds[place]).start == pulled { body(place) }
  }

  /// The driving arcs of a position, see ``forEachDrivingArc(of:_:_:_:)``.
  package func drivingArcs(of position: Int, _ early: EarlyDates) -> [Int] {
    var driving: [Int] = []
    calendars.withTables { forEachDrivingArc(of: position, early, $0) { driving.append($0) } }
    return driving
  }

  /// The links that place a position, as places in the plan: those that drive it, or whose longest lag pulls it.
  package func drivingLinks(of position: Int, _ early: EarlyDates) -> [Int] {
    var driving: [Int] = []
    calendars.withTables { tables in
      forEachDrivingArc(of: position, early, tables) { driving.append(Int(arcLink[$0])) }
      forEachDrivingMaximum(of: position, early, tables) { driving.append(Int(maximums[$0].link)) }
    }
    return driving
  }

  /// Whether neither a link nor a longest lag brought a position to where it stands.
  func isAtBeginning(_ position: Int, _ early: EarlyDates) -> Bool {
    drivingArcs(of: position, early).isEmpty && calendars.withTables { pulledStart(position, early, $0) } == nil
  }

  /// Whether maximal lags can pull a position.
  func canBePulled(_ position: Int) -> Bool { special(at: position)?.canBePulled ?? true }

  /// Why the activity at a position stands where it stands.
  package func placement(of position: Int, _ early: EarlyDates) -> Placement {
    calendars.withTables { placement(of: position, early, $0) }
  }

  func placement(of position: Int, _ early: EarlyDates, _ tables: [CalendarTables]) -> Placement {
    let start = early.start(position)
    let special = special(at: position)
    let table = tables[Int(calendar[position])]
    let days = work(position, early, tables)
    let slip = max(0, special?.slip ?? 0)
    func made(_ driver: Driver, _ links: [Int], _ bound: Int32) -> Placement {
      let rolled =
        slip > 0 ? roll(roll(bound, position, tables) &+ slip, position, tables) : roll(bound, position, tables)
      return Placement(
        driver: driver, links: links, bound: Instant(minutes: bound), slip: ElapsedTime(minutes: slip),
        calendarWait: ElapsedTime(minutes: rolled &- bound &- slip),
        windowWait: ElapsedTime(minutes: start &- rolled), start: Instant(minutes: start))
    }
    var links: [Int] = []
    var bound = Int32.min
    forEachDrivingArc(of: position, early, tables) {
      links.append(Int(arcLink[$0]))
      bound = max(bound, early.linkBounds[$0])
    }
    links.sort()
    if let special {
      if special.actualStart != nil || special.actualFinish != nil || special.isLeftOut {
        return Placement(
          driver: !special.isLeftOut ? .actual : span(at: position) == nil ? .nothing : .spans, links: links,
          bound: Instant(minutes: start), slip: .zero,
          calendarWait: .zero, windowWait: .zero, start: Instant(minutes: start))
      }
      if let pinned = special.pinned(days: days, table) {
        return made(.constraint(special.pinnedFinish == nil ? .pinStart : .pinFinish), [], pinned)
      }
    }
    if early.movedFrom[Int32(position)] != nil { return moved(to: start) }
    var pulling: Maximum?
    let isPulled = pulledStart(position, early, tables) != nil
    forEachDrivingMaximum(of: position, early, tables) { place in
      if isPulled, pulling.map({ maximums[place].link < $0.link }) ?? true { pulling = maximums[place] }
    }
    if let pulling { return pulled(by: pulling, to: start) }
    // Ties go to the link that comes first in the plan.
    if let first = links.first { return made(.link(first), links, bound) }
    let waiting = waiting(position, early, tables)
    if let floor = early.lateFloors?[position], floor >= waiting.raw { return made(.asLateAsPossible, [], floor) }
    if let special {
      for constraint in activity(position).details.constraints {
        guard let floor = floor(of: constraint, early.reading, days, table) else { continue }
        if roll(floor, position, tables) >= waiting.rolled {
          return made(.constraint(constraint.kind), [], waiting.raw)
        }
      }
      if let planned = special.planned(early.reading),
        roll(planned &+ min(0, special.slip), position, tables) >= waiting.rolled
      {
        return made(.planned, [], waiting.raw)
      }
    }
    if isUndatedRoot(position) { return made(.nothing, [], waiting.raw) }
    return made(floors(early.reading)[position] == statusDate ? .statusDate : .projectStart, [], waiting.raw)
  }

  /// The placement of what its maximal lag pulled, whatever its own slip.
  private func pulled(by maximum: Maximum, to start: Int32) -> Placement {
    Placement(
      driver: .maximum(Int(maximum.link)), links: [], bound: Instant(minutes: start), slip: .zero, calendarWait: .zero,
      windowWait: .zero, start: Instant(minutes: start))
  }

  /// The placement of what moved later within its free float.
  private func moved(to start: Int32) -> Placement {
    Placement(
      driver: .asLateAsPossible, links: [], bound: Instant(minutes: start), slip: .zero, calendarWait: .zero,
      windowWait: .zero, start: Instant(minutes: start))
  }

  /// The start that a constraint asks for at least; nil for one that bounds late dates only.
  private func floor(
    of constraint: Constraint, _ reading: Reading, _ days: Int32, _ table: CalendarTables
  ) -> Int32? {
    let span = constraint.date.value
    guard let day = reading.dates == .first ? span.earliest ?? span.latest : span.latest ?? span.earliest else {
      return nil
    }
    return switch constraint.kind {
    case .startNoEarlierThan, .startOn, .externalEarlyStart: day.start.minutes
    case .finishNoEarlierThan, .finishOn: table.before(days, to: day.end.minutes)
    default: nil
    }
  }

  /// Whether nothing in the plan says when the activity begins: no link, no date, no start of its project; or it is an
  /// event whose predecessors have all happened, while it has not.
  func isUndatedRoot(_ position: Int) -> Bool {
    if startArcs[position] == startArcs[position + 1] {
      guard let hasStart, !hasStart[position] else { return false }
    } else if !waitsOnlyForThePast(position) {
      return false
    }
    guard let special = special(at: position) else { return true }
    return special.plannedFirst == nil && special.plannedLast == nil && special.actualStart == nil
      && special.actualFinish == nil && special.startFloorFirst == nil && special.finishFloorFirst == nil
      && special.pinnedStart == nil && special.pinnedFinish == nil
  }

  /// Whether an event has predecessors, and all of them have happened: then they say nothing about when it will.
  func waitsOnlyForThePast(_ position: Int) -> Bool {
    guard statusDate != nil, facts[position].isMilestone else { return false }
    for arc in Int(startArcs[position])..<Int(startArcs[position + 1]) {
      if arcs[arc].lag > 0 || special(at: Int(arcs[arc].row) / 2)?.actualFinish == nil { return false }
    }
    return true
  }
}
