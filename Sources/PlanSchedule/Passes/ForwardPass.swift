import PlanModel

/// The forward sweep.
struct ForwardPass {
  var network: Network
  let reading: Reading
  var duration: [Int32]
  /// Where starts may not come before.
  let floor: [Int32]
  var arcs: [NetworkArc]
  var maximums: [Maximum]
  let lateFloors: [Int32]?
  var rows: [Int32]
  var linkBounds: [Int32]
  var maximumBounds: [Int32]
  var afterLastWindow: Set<Int32> = []
  var expectedWork: [Int32: Int32] = [:]
  var unsettled: [Block] = []

  /// - Parameters:
  ///   - rows: memory of the right size, with whatever is in it.
  ///   - linkBounds: the same.
  init(
    _ network: Network, _ reading: Reading, lateFloors: [Int32]?, rows: [Int32]? = nil, linkBounds: [Int32]? = nil
  ) {
    self.network = network
    self.reading = reading
    duration = network.durations(reading)
    arcs = network.arcs(reading)
    maximums = network.maximums(reading)
    let floors = network.floors(reading)
    floor = lateFloors.map { late in zip(floors, late).map { max($0, $1) } } ?? floors
    self.lateFloors = lateFloors
    self.rows = rows ?? [Int32](repeating: 0, count: 2 * network.count)
    self.linkBounds = linkBounds ?? [Int32](repeating: 0, count: network.arcs.count)
    maximumBounds = [Int32](repeating: Int32.min, count: network.maximums.count)
  }

  /// A pass that has been run, with the dates it gave: to be gone on with.
  ///
  /// - Parameter early: dates of the same network, in which nothing is as late as possible.
  init(_ network: Network, standingAt early: EarlyDates) {
    self.init(network, early.reading, lateFloors: nil, rows: early.rows, linkBounds: early.linkBounds)
    maximumBounds = early.maximumBounds
    expectedWork = early.expectedWork
    afterLastWindow = early.afterLastWindow
  }

  mutating func run(_ tables: [CalendarTables]) {
    var next = 0
    for block in network.blocks {
      sweep(next..<block.positions.lowerBound, tables)
      settle(block, tables)
      next = block.positions.upperBound
    }
    sweep(next..<network.count, tables)
  }

  /// Places some positions, predecessors first.
  mutating func sweep(_ positions: Range<Int>, _ tables: [CalendarTables]) {
    if positions.isEmpty || sweepSideBySide(positions, tables) { return }
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    // Members once, and out of them: a member is checked for exclusive access, and its memory counted, at each use.
    let (network, lagCalendars) = (network, network.arcCalendar ?? [])
    let (durations, floors, allArcs) = (self.duration, self.floor, self.arcs)
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    let (duration, floor, calendar, special) = (
      durations.span, floors.span, network.calendar.span, network.special.span
    )
    let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
    let (lagCalendar, table, hasLagCalendars) = (lagCalendars.span, tables.span, !lagCalendars.isEmpty)
    var row = rows.mutableSpan
    var linkBound = bounds.mutableSpan
    for position in positions {
      if special[position] >= 0 {
        place(position, in: network, &row, &linkBound, tables)
        continue
      }
      let own = Int(calendar[position])
      let days = duration[position]
      var start = floor[position]
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
        start = max(start, bound)
        arc &+= 1
      }
      var finish = start &+ days
      if own > 0 { (start, finish) = table[own].worked(days, from: start) }
      row[unchecked: 2 &* position] = min(max(start, earliest), latest)
      row[unchecked: 2 &* position &+ 1] = min(max(finish, earliest), latest)
    }
    self.rows = rows
    linkBounds = bounds
  }

  /// The same, much of it side by side; false where no such sweep goes, and every date must be computed anew.
  private mutating func sweepSideBySide(_ positions: Range<Int>, _ tables: [CalendarTables]) -> Bool {
    let isAroundTheClock = network.calendars.count == 1
    guard isAroundTheClock || positions.count == network.count, let special = SpecialPositions(network, reading) else {
      return false
    }
    if isAroundTheClock {
      sweepDaysOnly(positions, special, tables)
      return true
    }
    if network.soleCalendar > 0, special.oneByOne.isEmpty,
      sweepOneCalendar(tables[Int(network.soleCalendar)], special)
    {
      return true
    }
    guard network.isWorthCells, let structure = network.sweeps.structure(network, tables) else { return false }
    if sweepSeveralCalendars(structure, special, tables) { return true }
    network.sweeps.outgrow(structure)
    return false
  }

  /// The date that an arc brings its predecessor's row to.
  @inline(__always)
  func lagged(
    _ arc: NetworkArc, from: Int32, _ arcCalendar: [Int16]?, _ index: Int, _ tables: [CalendarTables]
  ) -> Int32 {
    guard let arcCalendar, arcCalendar[index] > 0 else { return from &+ arc.lag }
    return tables[Int(arcCalendar[index])].lagged(arc.lag, from: from)
  }
}
