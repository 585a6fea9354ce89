import PlanModel

/// The late dates of a network to some end: how late everything may be without moving it.
///
/// ``noLimit`` stands where no path leads to the end and no deadline binds.
public struct LateDates: Sendable {
  /// Minutes by row: 2p the late start of position p, 2p + 1 its late finish.
  package let rows: [Int32]

  package func start(_ position: Int) -> Int32? { rows[2 * position] == noLimit ? nil : rows[2 * position] }
  package func finish(_ position: Int) -> Int32? { rows[2 * position + 1] == noLimit ? nil : rows[2 * position + 1] }
}

extension LateDates {
  /// The backward pass: every activity as late as the anchors, and deadlines where asked for, allow.
  ///
  /// - Parameters:
  ///   - anchors: the latest finish by position, ``noLimit`` for activities that end nothing.
  ///   - deadlines: whether deadlines and late constraints bind.
  ///   - scope: by position; a link counts only between positions of the same scope. Nil: all links.
  /// - Complexity: O(activities + links). Each bound is passed through the exact inverse of its lag and calendar:
  ///   the latest instant from which the forward pass still meets it.
  package init(_ network: Network, _ reading: Reading, anchors: [Int32], deadlines: Bool, scope: [Int32]? = nil) {
    var rows = [Int32](repeating: noLimit, count: 2 * network.count)
    network.calendars.withTables { tables in
      BackwardPass(network: network, reading: reading, deadlines: deadlines, scope: scope, tables: tables)
        .run(anchors, &rows)
    }
    self.rows = rows
  }

  /// The earlier of two late dates, row by row.
  package func limited(by other: LateDates) -> LateDates {
    LateDates(rows: zip(rows, other.rows).map { min($0, $1) })
  }
}

struct BackwardPass {
  let network: Network
  let reading: Reading
  let deadlines: Bool
  let scope: [Int32]?
  let tables: [CalendarTables]

  func run(_ anchors: [Int32], _ rows: inout [Int32]) {
    let duration = network.durations(reading)
    let earliest = Day.earliest.start.minutes
    for position in stride(from: network.count - 1, through: 0, by: -1) {
      let table = tables[Int(network.calendar[position])]
      let special = network.special(at: position)
      var finish = min(rows[2 * position + 1], anchors[position])
      var start = rows[2 * position]
      if let special, deadlines {
        if let ceiling = special.finishCeiling { finish = min(finish, ceiling) }
        if let ceiling = special.startCeiling { start = min(start, table.nextWorkStart(ceiling)) }
      }
      rows[2 * position] = noLimit
      rows[2 * position + 1] = noLimit
      if (start == noLimit && finish == noLimit) || special?.isLeftOut == true || special?.actualFinish != nil {
        continue
      }
      let days = duration[position]
      if start != noLimit { finish = min(finish, table.after(days, from: lower(start, special, days, table))) }
      if days == 0 { finish = lower(finish, special, days, table) }
      start = days == 0 ? finish : table.before(days, to: finish)
      if let window = special?.window {
        let asFinish = special?.isFinishEvent == true
        if let open = network.windows[Int(window)].previous(start, asFinish: asFinish) {
          start = lower(open, special, days, table)
          finish = table.after(days, from: start)
        }
      }
      var bound = start
      if let special {
        if let started = special.actualStart {
          let status = network.statusDate ?? started
          let left = special.remaining ?? max(0, days &- (table.work(until: status) &- table.work(until: started)))
          rows[2 * position + 1] = max(finish, earliest)
          guard network.rules.progress == .retainedLogic else { continue }
          bound = table.before(left, to: finish) &- special.slip
          push(position, max(bound, earliest), days, table, &rows)
          continue
        }
        if let pinned = special.pinnedStart {
          start = table.nextWorkStart(pinned)
          finish = table.after(days, from: start)
          bound = start
        }
        if let pinned = special.pinnedFinish {
          finish = pinned
          start = table.before(days, to: pinned)
          bound = start
        }
        if special.slip > 0 { bound = lower(start &- special.slip, special, days, table) }
      }
      rows[2 * position] = max(start, earliest)
      rows[2 * position + 1] = max(finish, earliest)
      push(position, max(bound, earliest), days, table, &rows)
    }
  }

  /// Hands the latest start of an activity to its predecessors, through the inverse of each link.
  private func push(_ position: Int, _ start: Int32, _ days: Int32, _ table: CalendarTables, _ rows: inout [Int32]) {
    for arc in Int(network.startArcs[position])..<Int(network.finishArcs[position]) {
      limit(arc, position, to: start, &rows)
    }
    let finishArcs = Int(network.finishArcs[position])..<Int(network.startArcs[position + 1])
    guard !finishArcs.isEmpty else { return }
    let finish = network.calendar[position] == 0 ? start &+ days : table.unlagged(-days, to: start)
    for arc in finishArcs { limit(arc, position, to: finish, &rows) }
  }

  private func limit(_ arc: Int, _ position: Int, to instant: Int32, _ rows: inout [Int32]) {
    let link = network.arcs[arc]
    if let scope, scope[position] != scope[Int(link.row) / 2] || scope[position] < 0 { return }
    let before: Int32
    if let calendars = network.arcCalendar, calendars[arc] > 0 {
      before = tables[Int(calendars[arc])].unlagged(link.lag, to: instant)
    } else {
      before = instant &- link.lag
    }
    rows[Int(link.row)] = min(rows[Int(link.row)], before)
  }

  /// The last instant at or before `instant` where the activity may start.
  private func lower(_ instant: Int32, _ special: Special?, _ days: Int32, _ table: CalendarTables) -> Int32 {
    if table.nextWorkStart(instant) == instant { return instant }
    let finish = table.previousWorkFinish(instant)
    if days == 0, special?.isFinishEvent == true { return finish }
    return finish &- 1
  }
}
