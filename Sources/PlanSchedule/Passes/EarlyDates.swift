import PlanModel

/// The early dates of one reading of a network: the result of a forward pass.
public struct EarlyDates: Sendable {
  /// On which day imprecise dates were read, and at which end durations.
  public let reading: Reading
  /// Minutes by row: 2p the early start of position p, 2p + 1 its early finish.
  package private(set) var rows: [Int32]
  /// By arc: the earliest start that the link allows its successor, before rolling to work time, and before anything
  /// that is as late as possible was moved.
  package private(set) var linkBounds: [Int32]
  /// By maximal lag: the earliest start that it allows its predecessor; `Int32.min` where it pulls nothing.
  package let maximumBounds: [Int32]
  /// Positions whose window has no opening left; they stand after the last known one.
  package let afterLastWindow: Set<Int32>
  /// The work that an expected finish leaves to positions that have one.
  let expectedWork: [Int32: Int32]
  /// By position, where being as late as possible does not let it start before; nil where nothing is.
  let lateFloors: [Int32]?
  /// Where positions stood before they used their free float.
  private(set) var movedFrom: [Int32: Int32] = [:]
  /// The blocks whose maximal lags no dates meet.
  let unsettled: [Block]

  package func start(_ position: Int) -> Int32 { rows[2 * position] }
  package func finish(_ position: Int) -> Int32 { rows[2 * position + 1] }
}

extension EarlyDates {
  /// The forward pass: every activity as early as its links, floors, calendar and window allow; then what is to be as
  /// late as possible later.
  ///
  /// Finish bounds become start bounds by the exact calendar inverse, so a successor is delayed, never stretched.
  ///
  /// - Complexity: O(activities + links); one sweep over flat arrays. Each block of activities that maximal lags tie
  ///   together is swept until it settles. Scheduling from the finish takes a backward and a second forward sweep.
  package init(_ network: Network, _ reading: Reading) {
    self.init(network, reading, lateFloors: nil)
    if network.hasLateFloors {
      self.init(network, reading, lateFloors: network.lateFloors(self))
    } else if !network.asLateAsPossible.isEmpty {
      useFreeFloat(network)
    }
  }

  /// The same as a new forward pass, in the memory of these dates: for running again after durations have changed.
  ///
  /// - Parameter network: must have the activities and links that these dates are of.
  package mutating func rerun(_ network: Network) {
    precondition(rows.count == 2 * network.count && linkBounds.count == network.arcs.count, "Dates of another network")
    guard !network.hasLateFloors, network.asLateAsPossible.isEmpty else {
      self = EarlyDates(network, reading)
      return
    }
    var pass = ForwardPass(network, reading, lateFloors: nil, rows: rows, linkBounds: linkBounds)
    (rows, linkBounds) = ([], [])
    network.calendars.withTables { tables in pass.run(tables) }
    self = EarlyDates(network, pass)
  }

  /// The dates of a pass that is kept up to date, with what is as late as possible moved.
  init(_ network: Network, following pass: ForwardPass) {
    self.init(network, pass)
    if network.hasLateFloors {
      self.init(network, reading, lateFloors: network.lateFloors(self))
    } else if !network.asLateAsPossible.isEmpty {
      useFreeFloat(network)
    }
  }

  private init(_ network: Network, _ reading: Reading, lateFloors: [Int32]?) {
    var pass = ForwardPass(network, reading, lateFloors: lateFloors)
    network.calendars.withTables { tables in pass.run(tables) }
    self.init(network, pass)
  }

  private init(_ network: Network, _ pass: ForwardPass) {
    reading = pass.reading
    rows = pass.rows
    linkBounds = pass.linkBounds
    maximumBounds = pass.maximumBounds
    afterLastWindow = pass.afterLastWindow
    expectedWork = pass.expectedWork
    lateFloors = pass.lateFloors
    unsettled = pass.unsettled
    if !network.spans.isEmpty { network.fillSpans(&rows) }
  }

  /// Moves what is as late as possible within its free float, successors first.
  private mutating func useFreeFloat(_ network: Network) {
    let ends = ProjectEnds(network).finishes(network, self)
    network.calendars.withTables { tables in
      for position in network.asLateAsPossible.reversed().map(Int.init) {
        guard let start = network.latestWithin(position, self, end: ends[Int(network.project[position])], tables),
          start > rows[2 * position]
        else { continue }
        movedFrom[Int32(position)] = rows[2 * position]
        rows[2 * position] = start
        rows[2 * position + 1] = tables[Int(network.calendar[position])].after(
          network.durations(reading)[position], from: start)
      }
    }
    if !movedFrom.isEmpty { network.fillSpans(&rows) }
  }
}

extension Network {
  /// The working minutes that place a position: its duration, what is left of it, or what an expected finish leaves it.
  func work(_ position: Int, _ early: EarlyDates, _ tables: [CalendarTables]) -> Int32 {
    let days = durations(early.reading)[position]
    if special[position] < 0 { return days }
    if !early.expectedWork.isEmpty, let work = early.expectedWork[Int32(position)] { return work }
    return remaining(position, days: days, tables[Int(calendar[position])])?.left ?? days
  }

  /// The last start of a position that moves nothing else, not its project's end, and keeps its own late bounds; nil
  /// where there is none.
  func latestWithin(_ position: Int, _ early: EarlyDates, end: Int32, _ tables: [CalendarTables]) -> Int32? {
    guard let special = special(at: position) else { return nil }
    let table = tables[Int(calendar[position])]
    let days = durations(early.reading)[position]
    let placing = placing(position, days: days, table)
    var limit = BackwardPass.Dates(start: noLimit, finish: min(end, special.finishCeiling ?? noLimit))
    if let ceiling = special.startCeiling { limit.start = placing.roll(ceiling) }
    for place in Int(leavingStart[position])..<Int(leavingStart[position + 1]) {
      let arc = Int(leaving[place].arc)
      guard waitsForLinks(Int(leaving[place].to)) else { continue }
      let latest = latestLeave(arc, into: Int(leaving[place].to), early, tables)
      if arcs[arc].row % 2 == 0 {
        limit.start = min(limit.start, latest)
      } else {
        limit.finish = min(limit.finish, latest)
      }
    }
    for place in maximums(into: position) {
      let maximum = maximums(early.reading)[Int(place)]
      let (pulled, leave) = (maximum.predecessor, early.rows[Int(maximum.from)])
      let latest = maximum.latest(
        maximum.leavesFinish ? lastFinish(pulled, early.start(pulled), leave, early, tables) : leave, tables)
      if maximum.boundsFinish {
        limit.finish = min(limit.finish, latest)
      } else {
        limit.start = min(limit.start, latest)
      }
    }
    if limit.start == noLimit && limit.finish == noLimit { return nil }
    return placing.latestStart(days, within: limit)
  }

  /// By position, the late start of what is as late as possible by its total float: all that has not begun where the
  /// plan is scheduled from its finish. `Int32.min` for the others.
  func lateFloors(_ early: EarlyDates) -> [Int32] {
    var floors = [Int32](repeating: Int32.min, count: count)
    if rules.scheduleFrom == .finish, let finish = plan.mustFinishBy?.value.latest.flatMap(Lowering.sound) {
      let late = LateDates(
        self, early, anchors: Array(repeating: finish.end.minutes, count: count), deadlines: true)
      for position in 0..<count where hasNotBegun(position) {
        if let start = late.start(position) { floors[position] = bound(position, start) }
      }
    } else {
      let late = ProjectEnds(self).lateDates(self, early, to: nil)
      for position in asLateAsPossible.map(Int.init) {
        if let start = late.start(position) { floors[position] = bound(position, start) }
      }
    }
    return floors
  }

  /// The bound that places a position at `start`, its own slip taken back.
  private func bound(_ position: Int, _ start: Int32) -> Int32 {
    guard let special = special(at: position), special.slip > 0 else { return start }
    return calendars.withTables { tables in
      placing(position, days: duration[position], tables[Int(calendar[position])]).latestBound(for: start)
    }
  }

  private func hasNotBegun(_ position: Int) -> Bool {
    guard let special = special(at: position) else { return true }
    return special.actualStart == nil && special.actualFinish == nil && !special.isLeftOut
  }
}
