import PlanModel

/// The driving arcs of one position after the other: those whose bound, rolled to work time, is the latest of all.
///
/// The same answer as ``Network/forEachDrivingArc(of:_:_:_:)`` for sweeps over all positions, over flat arrays.
struct DrivingArcs {
  private let network: Network
  private let early: EarlyDates
  private let floor: [Int32]
  private let bounds: [Int32]
  private let calendar: [Int16]
  private let special: [Int32]
  private let startArcs: [Int32]
  private var table: CalendarTables?
  /// A bound drives from this instant on; without a calendar, that is all.
  private var latest: Int32 = .max
  /// The same in working minutes of the calendar: instants with the same work before them roll to the same start.
  private var latestWork: Int32 = .max
  /// Of a position with more than a floor.
  private var listed: [Int]?

  init(_ network: Network, _ early: EarlyDates) {
    self.network = network
    self.early = early
    let floors = network.floors(early.reading)
    floor = early.lateFloors.map { late in zip(floors, late).map { max($0, $1) } } ?? floors
    bounds = early.linkBounds
    calendar = network.calendar
    special = network.special
    startArcs = network.startArcs
  }

  /// Turns to a position.
  mutating func find(_ position: Int, _ tables: [CalendarTables]) {
    if special[position] >= 0 {
      var found: [Int] = []
      network.forEachDrivingArc(of: position, early, tables) { found.append($0) }
      listed = found
      return
    }
    listed = nil
    latest = floor[position]
    for arc in Int(startArcs[position])..<Int(startArcs[position + 1]) { latest = max(latest, bounds[arc]) }
    if calendar[position] == 0 {
      table = nil
    } else {
      let table = tables[Int(calendar[position])]
      latestWork = table.work(until: latest)
      self.table = table
    }
  }

  /// Whether an arc into the position drives it.
  func contains(_ arc: Int) -> Bool {
    if let listed { return listed.contains(arc) }
    let bound = bounds[arc]
    if bound >= latest { return true }
    guard let table else { return false }
    return table.work(until: bound) >= latestWork
  }
}
