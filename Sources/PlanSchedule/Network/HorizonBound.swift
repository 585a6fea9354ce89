import PlanGraph
import PlanModel

/// A bound on all dates of a network, level by level: no activity finishes after the longest one of its level would, which
/// begins when all levels before are done and the longest lag has passed.
///
/// Placing is monotonic in the work and in what it waits for, so one look-up for each level and calendar bounds what a
/// forward pass would compute for each activity. Lists are read once, in order, and nothing is written.
struct HorizonBound {
  private let network: Network
  private let tables: [CalendarTables]
  /// By calendar: the most work of a level, −1 for none.
  private var work: [Int32]
  /// By calendar: the longest lag of a level; that of elapsed time first.
  private var lag: [Int32]

  /// An instant that no early date of any reading comes after, within the years that calendars know, as all dates are then;
  /// nil where none is known.
  static func latest(_ network: Network) -> Int32? {
    let levels = network.graph.levelStart
    // Blocks, late floors and shares of durations are left to the passes, and so are very many calendars.
    guard !levels.isEmpty, network.blocks.isEmpty, network.maximums.isEmpty, !network.hasLateFloors,
      network.asLateAsPossible.isEmpty, network.lowArcs == nil, network.highArcs == nil,
      network.calendars.count <= 64 || levels.count * network.calendars.count <= network.count,
      network.specials.allSatisfy(\.isPlacedByBounds)
    else { return nil }
    return network.calendars.withTables { tables in
      var bound = HorizonBound(network, tables)
      return bound.latest()
    }
  }

  private init(_ network: Network, _ tables: [CalendarTables]) {
    self.network = network
    self.tables = tables
    work = Array(repeating: -1, count: tables.count)
    lag = Array(repeating: 0, count: tables.count)
  }

  private mutating func latest() -> Int32? {
    let floors = network.floors(.last)
    guard floors.allSatisfy({ $0 > Day.earliest.start.minutes }) else { return nil }
    let levels = network.graph.levelStart
    var done = Day.earliest.start.minutes
    for level in 1..<max(1, levels.count) {
      let positions = Int(levels[level - 1])..<Int(levels[level])
      var bound = floors.span.most(positions, done)
      findLags(Int(network.startArcs[positions.lowerBound])..<Int(network.startArcs[positions.upperBound]))
      for calendar in tables.indices {
        let later = calendar == 0 ? added(lag[0], to: done) : tables[calendar].lagged(lag[calendar], from: done)
        bound = max(bound, later)
      }
      let slip = findSpecials(positions, &bound)
      findWork(positions)
      for calendar in tables.indices where work[calendar] >= 0 {
        var start = tables[calendar].nextWorkStart(bound)
        if slip > 0 { start = tables[calendar].nextWorkStart(added(slip, to: start)) }
        done = max(done, start, tables[calendar].after(work[calendar], from: start))
      }
      if done >= Day.latest.end.minutes { return nil }
    }
    return done
  }

  private func added(_ minutes: Int32, to instant: Int32) -> Int32 {
    let (sum, overflow) = instant.addingReportingOverflow(minutes)
    return overflow ? Day.latest.end.minutes : min(sum, Day.latest.end.minutes)
  }

  /// The longest lag of some arcs by calendar, zero where there is none.
  private mutating func findLags(_ arcs: Range<Int>) {
    for calendar in lag.indices { lag[calendar] = 0 }
    let all = network.arcs
    let own = all.span
    guard let calendars = network.arcCalendar else {
      var most: Int32 = 0
      for arc in arcs { most = max(most, own[arc].lag) }
      lag[0] = most
      return
    }
    for arc in arcs where own[arc].lag > 0 {
      let calendar = Int(max(0, calendars[arc]))
      lag[calendar] = max(lag[calendar], own[arc].lag)
    }
  }

  /// The most work of some positions by calendar.
  private mutating func findWork(_ positions: Range<Int>) {
    for calendar in work.indices { work[calendar] = -1 }
    let most = network.durations(.leastFavourable)
    if tables.count == 1 {
      work[0] = most.span.most(positions, -1)
      return
    }
    let calendars = network.calendar
    for position in positions {
      let calendar = Int(calendars[position])
      work[calendar] = max(work[calendar], most[position])
    }
  }

  /// Raises a bound to the floors of what has more than one, and tells the longest slip.
  private func findSpecials(_ positions: Range<Int>, _ bound: inout Int32) -> Int32 {
    if network.specials.isEmpty { return 0 }
    func raise(_ floor: Int32?) { if let floor { bound = max(bound, floor) } }
    var slip: Int32 = 0
    let places = network.special.span
    for position in positions where places[position] >= 0 {
      let special = network.specials[Int(places[position])]
      raise(special.plannedFirst)
      raise(special.plannedLast)
      raise(special.startFloorFirst)
      raise(special.startFloorLast)
      raise(special.finishFloorFirst)
      raise(special.finishFloorLast)
      slip = max(slip, special.slip)
    }
    return slip
  }
}

extension Special {
  /// Whether it stands where its links and floors place it, not where it has begun, is pinned, expected or let in.
  fileprivate var isPlacedByBounds: Bool {
    actualStart == nil && actualFinish == nil && pinnedStart == nil && pinnedFinish == nil && expectedFirst == nil
      && expectedLast == nil && window == nil && remaining == nil && pulls.isEmpty
  }
}

extension Swift.Span<Int32> {
  /// The greatest element of a range, `least` or more.
  fileprivate func most(_ range: Range<Int>, _ least: Int32) -> Int32 {
    var most = least
    for place in range { most = max(most, self[place]) }
    return most
  }
}
