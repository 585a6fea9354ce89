import PlanModel

/// The forward sweep.
struct ForwardPass {
  var network: Network
  let reading: Reading
  var duration: [Int32]
  /// Where starts may not come before.
  let floor: [Int32]
  var arcs: [NetworkArc]
  let lateFloors: [Int32]?
  var rows: [Int32]
  var linkBounds: [Int32]
  var maximumBounds: [Int32]
  var afterLastWindow: Set<Int32> = []
  var expectedWork: [Int32: Int32] = [:]
  var unsettled: [Block] = []

  init(_ network: Network, _ reading: Reading, lateFloors: [Int32]?) {
    self.network = network
    self.reading = reading
    duration = network.durations(reading)
    arcs = network.arcs(reading)
    let floors = network.floors(reading)
    floor = lateFloors.map { late in zip(floors, late).map { max($0, $1) } } ?? floors
    self.lateFloors = lateFloors
    rows = [Int32](repeating: 0, count: 2 * network.count)
    linkBounds = [Int32](repeating: 0, count: network.arcs.count)
    maximumBounds = [Int32](repeating: Int32.min, count: network.maximums.count)
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
    let earliest = Day.earliest.start.minutes
    let latest = Day.latest.end.minutes
    let (duration, floor) = (self.duration, self.floor)
    let (calendar, arcs, special) = (network.calendar, self.arcs, network.special)
    let (startArcs, finishArcs) = (network.startArcs, network.finishArcs)
    let arcCalendar = network.arcCalendar
    var rows = self.rows
    var bounds = linkBounds
    self.rows = []
    linkBounds = []
    for position in positions {
      if special[position] >= 0 {
        place(position, &rows, &bounds, tables)
        continue
      }
      let own = Int(calendar[position])
      let days = duration[position]
      var start = floor[position]
      var arc = Int(startArcs[position])
      let middle = Int(finishArcs[position])
      let end = Int(startArcs[position + 1])
      while arc < middle {
        let bound = lagged(arcs[arc], rows, arcCalendar, arc, tables)
        bounds[arc] = bound
        start = max(start, bound)
        arc += 1
      }
      while arc < end {
        let finish = lagged(arcs[arc], rows, arcCalendar, arc, tables)
        let bound = own == 0 ? finish &- days : tables[own].before(days, to: finish)
        bounds[arc] = bound
        start = max(start, bound)
        arc += 1
      }
      var finish: Int32
      if own == 0 {
        finish = start &+ days
      } else {
        start = tables[own].nextWorkStart(start)
        finish = tables[own].after(days, from: start)
      }
      rows[2 * position] = min(max(start, earliest), latest)
      rows[2 * position + 1] = min(max(finish, earliest), latest)
    }
    self.rows = rows
    linkBounds = bounds
  }

  /// The date that an arc brings its predecessor's row to.
  @inline(__always)
  func lagged(
    _ arc: NetworkArc, _ rows: [Int32], _ arcCalendar: [Int16]?, _ index: Int, _ tables: [CalendarTables]
  ) -> Int32 {
    let from = rows[Int(arc.row)]
    guard let arcCalendar, arcCalendar[index] > 0 else { return from &+ arc.lag }
    return tables[Int(arcCalendar[index])].lagged(arc.lag, from: from)
  }
}
