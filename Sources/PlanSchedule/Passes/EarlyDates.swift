import PlanModel

/// The early dates of one reading of a network: the result of a forward pass.
public struct EarlyDates: Sendable {
  public let reading: Reading
  /// Minutes by row: 2p the early start of position p, 2p + 1 its early finish.
  package private(set) var rows: [Int32]
  /// By arc: the earliest start that the link allows its successor, before rolling to work time.
  package private(set) var linkBounds: [Int32]
  /// Positions whose window has no opening left; they stand after the last known one.
  package private(set) var afterLastWindow: [Int32]

  package func start(_ position: Int) -> Int32 { rows[2 * position] }
  package func finish(_ position: Int) -> Int32 { rows[2 * position + 1] }
}

extension EarlyDates {
  /// The forward pass: every activity as early as its links, floors, calendar and window allow.
  ///
  /// Finish bounds become start bounds by the exact calendar inverse, so a successor is delayed, never stretched.
  ///
  /// - Complexity: O(activities + links); one sweep over flat arrays.
  package init(_ network: Network, _ reading: Reading) {
    var pass = ForwardPass(
      network: network, reading: reading, rows: [Int32](repeating: 0, count: 2 * network.count),
      linkBounds: [Int32](repeating: 0, count: network.arcs.count))
    network.calendars.withTables { tables in pass.run(tables) }
    self.reading = reading
    rows = pass.rows
    linkBounds = pass.linkBounds
    afterLastWindow = pass.afterLastWindow
  }

  /// The same as a new forward pass, in the memory of these dates: for running again after durations have changed.
  ///
  /// - Parameter network: must have the activities and links that these dates are of.
  package mutating func rerun(_ network: Network) {
    precondition(rows.count == 2 * network.count && linkBounds.count == network.arcs.count, "Dates of another network")
    var pass = ForwardPass(network: network, reading: reading, rows: rows, linkBounds: linkBounds)
    (rows, linkBounds) = ([], [])
    network.calendars.withTables { tables in pass.run(tables) }
    (rows, linkBounds, afterLastWindow) = (pass.rows, pass.linkBounds, pass.afterLastWindow)
  }
}

/// The sweep itself.
struct ForwardPass {
  let network: Network
  let reading: Reading
  var rows: [Int32]
  var linkBounds: [Int32]
  var afterLastWindow: [Int32] = []

  mutating func run(_ tables: [CalendarTables]) {
    if network.isDaysOnly { runDaysOnly() } else { sweep(0..<network.count, tables) }
  }

  /// Sweeps over positions, predecessors first.
  mutating func sweep(_ positions: Range<Int>, _ tables: [CalendarTables]) {
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    // Members once, and out of them: a member is checked for exclusive access, and its memory counted, at each use.
    let (network, arcCalendars) = (network, network.arcCalendar ?? [])
    let (durations, floors) = (network.durations(reading), network.floors(reading))
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    defer { (self.rows, linkBounds) = (rows, bounds) }
    let (duration, floor, calendar, special) = (
      durations.span, floors.span, network.calendar.span, network.special.span
    )
    let (arcs, startArcs, finishArcs) = (network.arcs.span, network.startArcs.span, network.finishArcs.span)
    let (lagCalendar, table, hasLagCalendars) = (arcCalendars.span, tables.span, !arcCalendars.isEmpty)
    var row = rows.mutableSpan
    var linkBound = bounds.mutableSpan
    for position in positions {
      let own = Int(calendar[position])
      var days = duration[position]
      if special[position] >= 0 { days = network.work(position, days: days, table[own]) }
      var links = Int32.min
      var arc = Int(startArcs[position])
      let middle = Int(finishArcs[position])
      let end = Int(startArcs[position + 1])
      while arc < end {
        let from = row[unchecked: Int(arcs[unchecked: arc].row)]
        var bound: Int32
        if hasLagCalendars, lagCalendar[unchecked: arc] > 0 {
          bound = table[Int(lagCalendar[unchecked: arc])].lagged(arcs[unchecked: arc].lag, from: from)
        } else {
          bound = from &+ arcs[unchecked: arc].lag
        }
        if arc >= middle { bound = own == 0 ? bound &- days : table[own].before(days, to: bound) }
        linkBound[unchecked: arc] = bound
        links = max(links, bound)
        arc &+= 1
      }
      var dates: (start: Int32, finish: Int32)
      if special[position] >= 0 {
        dates = place(position, floor[position], links, days, table[own])
      } else {
        dates.start = max(floor[position], links)
        if own == 0 {
          dates.finish = dates.start &+ days
        } else {
          dates = table[own].worked(days, from: dates.start)
        }
      }
      row[unchecked: 2 &* position] = min(max(dates.start, earliest), latest)
      row[unchecked: 2 &* position &+ 1] = min(max(dates.finish, earliest), latest)
    }
  }

  /// Places an activity that has more than a floor: stated dates, constraints, progress, slips, windows.
  private mutating func place(
    _ position: Int, _ floor: Int32, _ links: Int32, _ days: Int32, _ table: CalendarTables
  ) -> (start: Int32, finish: Int32) {
    let special = network.specials[Int(network.special[position])]
    if special.isLeftOut { return (floor, floor) }
    if let finish = special.actualFinish { return (special.actualStart ?? finish, finish) }
    if let started = special.actualStart {
      guard let remaining = network.remaining(position, days: network.durations(reading)[position], table) else {
        return (started, started)
      }
      var bound = remaining.status
      if network.rules.progress == .retainedLogic { bound = max(bound, links) }
      if let finish = special.finishFloor(reading) { bound = max(bound, table.before(days, to: finish)) }
      return (started, remaining.finish(bound))
    }
    var bound = max(floor, links)
    if let planned = special.planned(reading) { bound = max(bound, planned &+ min(0, special.slip)) }
    if let start = special.startFloor(reading) { bound = max(bound, start) }
    if let finish = special.finishFloor(reading) { bound = max(bound, table.before(days, to: finish)) }
    if let pinned = special.pinned(days: days, table) { bound = pinned }
    let placed = network.placing(position, days: days, table).place(bound)
    if placed.isAfterLastWindow { afterLastWindow.append(Int32(position)) }
    return (placed.start, table.after(days, from: placed.start))
  }
}

extension Special {
  /// The start bound that a pin gives, whatever the links say; nil without a pin.
  func pinned(days: Int32, _ table: CalendarTables) -> Int32? {
    pinnedFinish.map { table.before(days, to: $0) } ?? pinnedStart
  }
}
