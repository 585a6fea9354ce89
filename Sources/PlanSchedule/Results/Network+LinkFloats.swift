package import PlanModel

extension Network {
  /// The float of each link that leaves a position: how much later its end may be before the successor moves.
  ///
  /// Negative where a pin breaks the link. Links to what is done, or goes on regardless of links, bound nothing.
  ///
  /// - Parameter late: by row, where the successors may go; nil: they stay at their early dates.
  package func linkFloats(
    of position: Int, _ early: EarlyDates, late: [Int32]? = nil
  ) -> [(link: Int, float: WorkTime)] {
    if leavingStart[position] == leavingStart[position + 1] { return [] }
    var floats: [(link: Int, float: WorkTime)] = []
    calendars.withTables { tables in
      forEachLinkFloat(of: position, early, late: late, tables) { floats.append((Int(arcLink[$0]), $1)) }
    }
    return floats
  }

  /// Visits the arcs that leave a position and bind it, each with its float; see ``linkFloats(of:_:late:)``.
  @inline(__always)
  func forEachLinkFloat(
    of position: Int, _ early: EarlyDates, late: [Int32]?, _ tables: [CalendarTables], _ body: (Int, WorkTime) -> Void
  ) {
    let outgoing = Int(leavingStart[position])..<Int(leavingStart[position + 1])
    if outgoing.isEmpty { return }
    let arcs = arcs(early.reading)
    let table = tables[Int(calendar[position])]
    let days = work(position, early, tables)
    let hasStarted = special(at: position)?.actualStart != nil
    for place in outgoing {
      let entry = Int(leaving[place].arc)
      let successor = Int(leaving[place].to)
      guard waitsForLinks(successor), late?[2 * successor + 1] != noLimit else { continue }
      let leave = early.rows[Int(arcs[entry].row)]
      var limit = latestLeave(entry, into: successor, early, late: late, tables)
      if arcs[entry].row % 2 == 0 || (days == 0 && !hasStarted) {
        // A start that has happened moves no more; another must be at work time.
        if hasStarted { continue }
        limit = placing(position, days: days, table).lower(limit)
      }
      body(entry, WorkTime(minutes: table.work(until: limit) &- table.work(until: leave)))
    }
  }

  /// The latest date of an arc's row at which its successor still stands where it is placed.
  func latestLeave(
    _ arc: Int, into successor: Int, _ early: EarlyDates, late: [Int32]? = nil, _ tables: [CalendarTables]
  ) -> Int32 {
    let table = tables[Int(calendar[successor])]
    var days = work(successor, early, tables)
    var bound: Int32
    if let remaining = remaining(successor, early, table) {
      // Under way: what is left may wait for the link as long as its finish stays.
      bound = remaining.latestBound(for: late?[2 * successor + 1] ?? early.finish(successor))
      days = remaining.left
    } else {
      bound = late?[2 * successor] ?? early.start(successor)
      if special[successor] >= 0 { bound = placing(successor, days: days, table).latestBound(for: bound) }
    }
    if arc >= Int(finishArcs[successor]) {
      bound = calendar[successor] == 0 ? bound &+ days : table.unlagged(-days, to: bound)
    } else if late == nil, let begin = latestExpectedBegin(of: successor, early, table) {
      bound = min(bound, begin)
    }
    let lag = arcs(early.reading)[arc].lag
    guard let arcCalendar, arcCalendar[arc] > 0 else { return bound &- lag }
    return tables[Int(arcCalendar[arc])].unlagged(lag, to: bound)
  }

  /// The last bound of its start that leaves a position with an expected finish as much to do as it has; nil where it
  /// has none, or nothing to do.
  ///
  /// Links to its finish may hold it later than that, and then less to do would hold it later still.
  private func latestExpectedBegin(of position: Int, _ early: EarlyDates, _ table: CalendarTables) -> Int32? {
    guard let work = early.expectedWork[Int32(position)], work > 0, let special = special(at: position),
      let expected = special.expected(early.reading), special.pinnedStart == nil
    else { return nil }
    let begin = table.start(ofWorkingMinute: table.work(until: expected) &- work)
    let placing = remaining(position, early, table)?.placing ?? placing(position, days: work, table)
    return placing.latestBound(for: begin)
  }

  /// The float that maximal lags leave a position before it pulls what comes before it; nil where none leads to it.
  package func maximumFloat(of position: Int, _ early: EarlyDates) -> WorkTime? {
    if maximums.isEmpty { return nil }
    return calendars.withTables { tables in
      maximums(into: position).filter { special(at: maximums[Int($0)].predecessor)?.actualFinish == nil }
        .map { float(ofMaximum: Int($0), early, late: nil, tables) }.min()
    }
  }

  /// How much later the successor of a maximal lag may be before it pulls the predecessor, in the successor's working time.
  ///
  /// - Parameter late: by row, where the predecessor may go; nil: it stays at its early dates.
  func float(
    ofMaximum place: Int, _ early: EarlyDates, late: [Int32]?, _ tables: [CalendarTables]
  ) -> WorkTime {
    let maximum = maximums(early.reading)[place]
    let (pulled, position) = (maximum.predecessor, maximum.successor)
    let table = tables[Int(calendar[position])]
    let rows = late ?? early.rows
    let leave = rows[Int(maximum.from)]
    if leave == noLimit { return WorkTime(minutes: Int32.max) }
    var latest = maximum.latest(
      maximum.leavesFinish ? lastFinish(pulled, rows[2 * pulled], leave, early, tables) : leave, tables)
    let days = work(position, early, tables)
    if special(at: position)?.actualStart == nil, !maximum.boundsFinish || days == 0 {
      latest = placing(position, days: days, table).lower(latest)
    }
    return WorkTime(minutes: table.work(until: latest) &- table.work(until: early.rows[Int(maximum.to)]))
  }

  /// The last instant that is the same boundary of work as the finish of a position that starts at `start`: a pull up to
  /// there does not move it. What cannot be pulled stands where it stands.
  func lastFinish(
    _ position: Int, _ start: Int32, _ finish: Int32, _ early: EarlyDates, _ tables: [CalendarTables]
  ) -> Int32 {
    let days = work(position, early, tables)
    if calendar[position] == 0 || days == 0 || special(at: position)?.canBePulled == false { return finish }
    return tables[Int(calendar[position])].unlagged(-days, to: start)
  }

  /// The plan's threshold for criticality, in working minutes.
  package var criticalFloat: Int32 {
    Int32(clamping: lengths.minutes(of: plan.options.criticalFloat) ?? 0)
  }
}
