import PlanModel

/// The early dates of one reading of a network: the result of a forward pass.
public struct EarlyDates: Sendable {
  public let reading: Reading
  /// Minutes by row: 2p the early start of position p, 2p + 1 its early finish.
  package let rows: [Int32]
  /// By arc: the earliest start that the link allows its successor, before rolling to work time.
  package let linkBounds: [Int32]
  /// Positions whose window has no opening left; they stand after the last known one.
  package let afterLastWindow: [Int32]

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
    var pass = ForwardPass(network, reading)
    network.calendars.withTables { tables in pass.run(tables) }
    self.reading = reading
    rows = pass.rows
    linkBounds = pass.linkBounds
    afterLastWindow = pass.afterLastWindow
  }
}

/// The sweep itself.
struct ForwardPass {
  let network: Network
  let reading: Reading
  var rows: [Int32]
  var linkBounds: [Int32]
  var afterLastWindow: [Int32] = []

  init(_ network: Network, _ reading: Reading) {
    self.network = network
    self.reading = reading
    rows = [Int32](repeating: 0, count: 2 * network.count)
    linkBounds = [Int32](repeating: 0, count: network.arcs.count)
  }

  mutating func run(_ tables: [CalendarTables]) {
    let earliest = Day.earliest.start.minutes
    let latest = Day.latest.end.minutes
    let duration = network.durations(reading)
    let floor = network.floors(reading)
    let (calendar, arcs, special) = (network.calendar, network.arcs, network.special)
    let (startArcs, finishArcs) = (network.startArcs, network.finishArcs)
    let arcCalendar = network.arcCalendar
    var rows = self.rows
    var bounds = linkBounds
    self.rows = []
    linkBounds = []
    for position in 0..<network.count {
      let own = Int(calendar[position])
      var days = duration[position]
      if special[position] >= 0 { days = network.work(position, days: days, tables[own]) }
      var links = Int32.min
      var arc = Int(startArcs[position])
      let middle = Int(finishArcs[position])
      let end = Int(startArcs[position + 1])
      while arc < middle {
        let bound = lagged(arcs[arc], rows, arcCalendar, arc, tables)
        bounds[arc] = bound
        links = max(links, bound)
        arc += 1
      }
      while arc < end {
        let finish = lagged(arcs[arc], rows, arcCalendar, arc, tables)
        let bound = own == 0 ? finish &- days : tables[own].before(days, to: finish)
        bounds[arc] = bound
        links = max(links, bound)
        arc += 1
      }
      var start: Int32
      var finish: Int32
      if special[position] >= 0 {
        (start, finish) = place(position, floor[position], links, days, tables[own])
      } else {
        start = max(floor[position], links)
        if own == 0 {
          finish = start &+ days
        } else {
          start = tables[own].nextWorkStart(start)
          finish = tables[own].after(days, from: start)
        }
      }
      rows[2 * position] = min(max(start, earliest), latest)
      rows[2 * position + 1] = min(max(finish, earliest), latest)
    }
    self.rows = rows
    linkBounds = bounds
  }

  @inline(__always)
  private func lagged(
    _ arc: NetworkArc, _ rows: [Int32], _ arcCalendar: [Int16]?, _ index: Int, _ tables: [CalendarTables]
  ) -> Int32 {
    let from = rows[Int(arc.row)]
    guard let arcCalendar, arcCalendar[index] > 0 else { return from &+ arc.lag }
    return tables[Int(arcCalendar[index])].lagged(arc.lag, from: from)
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
