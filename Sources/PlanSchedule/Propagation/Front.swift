import PlanModel

/// A forward pass that is kept up to date: what has to be visited spreads from what was changed, predecessors first, and
/// stops where nothing moves.
///
/// Everything that a run changes is kept in a journal, so that it can be taken back.
struct Front: Sendable {
  /// What a run changed.
  struct Journal: Sendable {
    /// Positions with the start and finish they had.
    var dates: [(position: Int32, start: Int32, finish: Int32)] = []
    /// Arcs with the bounds they had.
    var bounds: [(arc: Int32, bound: Int32)] = []
    /// All of it, where a run went over most of the network.
    var whole: (rows: [Int32], linkBounds: [Int32])?
    /// What rare facts left, where any of them can have changed.
    var rare: (maximumBounds: [Int32], expectedWork: [Int32: Int32], afterLastWindow: Set<Int32>)?
  }

  var pass: ForwardPass
  private var due: PositionSet
  /// How many activities the last run visited.
  private(set) var visited = 0

  init(_ pass: ForwardPass) {
    self.pass = pass
    due = PositionSet(count: pass.network.count)
  }

  /// A run goes over everything that is left once it has visited this share of the network.
  ///
  /// A visit with calendars takes some thirty times as long as an activity in a sweep: with this share both together stay below
  /// two sweeps.
  private var limit: Int { max(64, pass.network.count / 48) }

  mutating func insert(_ position: Int) { due.insert(position) }

  /// Visits what is due and all that moves because of it.
  ///
  /// - Complexity: O(activities that move + their links), and one look at each 64 activities in between; from a 48th of
  ///   the network on, a sweep over the rest of it.
  mutating func run(_ tables: [CalendarTables]) -> Journal {
    var journal = Journal()
    visited = 0
    if !pass.maximumBounds.isEmpty || !pass.network.specials.isEmpty {
      journal.rare = (pass.maximumBounds, pass.expectedWork, pass.afterLastWindow)
    }
    if pass.network.blocks.isEmpty {
      runPlain(tables, &journal)
    } else {
      while let next = due.removeFirst() {
        if let block = pass.network.block(at: next) {
          visit(block, tables, &journal)
        } else {
          visit(next, tables, &journal)
        }
      }
    }
    return journal
  }

  /// The way back from a run.
  mutating func takeBack(_ journal: Journal) {
    if let whole = journal.whole {
      pass.rows = whole.rows
      pass.linkBounds = whole.linkBounds
    } else {
      for (position, start, finish) in journal.dates.reversed() {
        pass.rows[2 * Int(position)] = start
        pass.rows[2 * Int(position) + 1] = finish
      }
    }
    for (arc, bound) in journal.bounds.reversed() { pass.linkBounds[Int(arc)] = bound }
    if let rare = journal.rare {
      (pass.maximumBounds, pass.expectedWork, pass.afterLastWindow) = rare
    }
    pass.unsettled = []
  }

  // MARK: Networks without blocks

  /// The same as visiting one by one, with every array bound once.
  private mutating func runPlain(_ tables: [CalendarTables], _ journal: inout Journal) {
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let (network, limit, lagCalendars) = (pass.network, limit, pass.network.arcCalendar ?? [])
    let (durations, floors, allArcs) = (pass.duration, pass.floor, pass.arcs)
    var (rows, bounds, due) = (pass.rows, pass.linkBounds, self.due)
    (pass.rows, pass.linkBounds, self.due) = ([], [], PositionSet(count: 0))
    var visited = 0
    while let position = due.removeFirst() {
      if visited == limit {
        // So much moves that sweeping over the rest is quicker.
        var old = (rows: rows, linkBounds: bounds)
        for (position, start, finish) in journal.dates.reversed() {
          old.rows[2 * Int(position)] = start
          old.rows[2 * Int(position) + 1] = finish
        }
        for (arc, bound) in journal.bounds.reversed() { old.linkBounds[Int(arc)] = bound }
        journal.whole = old
        journal.dates = changes(from: old.rows, to: rows, below: position)
        journal.bounds = []
        (pass.rows, pass.linkBounds) = (rows, bounds)
        pass.sweep(position..<network.count, tables)
        journal.dates += changes(from: old.rows, to: pass.rows, from: position)
        due.removeAll()
        self.due = due
        self.visited = visited + network.count - position
        return
      }
      visited += 1
      let (oldStart, oldFinish) = (rows[2 * position], rows[2 * position + 1])
      let (first, middle) = (Int(network.startArcs[position]), Int(network.finishArcs[position]))
      let end = Int(network.startArcs[position + 1])
      if network.special[position] >= 0 {
        let old = Array(bounds[first..<end])
        pass.placeAlone(position, in: network, &rows, &bounds, tables)
        for arc in first..<end where bounds[arc] != old[arc - first] {
          journal.bounds.append((Int32(arc), old[arc - first]))
        }
      } else {
        let own = Int(network.calendar[position])
        let days = durations[position]
        var start = floors[position]
        for arc in first..<end {
          let from = rows[Int(allArcs[arc].row)]
          var bound: Int32
          if !lagCalendars.isEmpty, lagCalendars[arc] > 0 {
            bound = tables[Int(lagCalendars[arc])].lagged(allArcs[arc].lag, from: from)
          } else {
            bound = from &+ allArcs[arc].lag
          }
          if arc >= middle { bound = own == 0 ? bound &- days : tables[own].before(days, to: bound) }
          if bound != bounds[arc] {
            journal.bounds.append((Int32(arc), bounds[arc]))
            bounds[arc] = bound
          }
          start = max(start, bound)
        }
        var finish = start &+ days
        if own > 0 { (start, finish) = tables[own].worked(days, from: start) }
        rows[2 * position] = min(max(start, earliest), latest)
        rows[2 * position + 1] = min(max(finish, earliest), latest)
      }
      if rows[2 * position] == oldStart && rows[2 * position + 1] == oldFinish { continue }
      journal.dates.append((Int32(position), oldStart, oldFinish))
      for place in Int(network.leavingStart[position])..<Int(network.leavingStart[position + 1]) {
        due.insert(Int(network.leaving[place].to))
      }
    }
    (pass.rows, pass.linkBounds, self.due) = (rows, bounds, due)
    self.visited = visited
  }

  private func changes(
    from old: [Int32], to new: [Int32], from first: Int = 0, below end: Int? = nil
  ) -> [(position: Int32, start: Int32, finish: Int32)] {
    var changes: [(position: Int32, start: Int32, finish: Int32)] = []
    let end = end ?? old.count / 2
    changes.reserveCapacity((end - first) / 2)
    let (old, new) = (old.span, new.span)
    for position in first..<end {
      let (start, finish) = (old[unchecked: 2 &* position], old[unchecked: 2 &* position &+ 1])
      if new[unchecked: 2 &* position] != start || new[unchecked: 2 &* position &+ 1] != finish {
        changes.append((Int32(truncatingIfNeeded: position), start, finish))
      }
    }
    return changes
  }

  // MARK: Networks with blocks

  private mutating func visit(_ position: Int, _ tables: [CalendarTables], _ journal: inout Journal) {
    visited += 1
    let arcs = Int(pass.network.startArcs[position])..<Int(pass.network.startArcs[position + 1])
    for arc in arcs { journal.bounds.append((Int32(arc), pass.linkBounds[arc])) }
    let before = (pass.rows[2 * position], pass.rows[2 * position + 1])
    pass.sweep(position..<position + 1, tables)
    note(position, before, &journal)
  }

  private mutating func visit(_ block: Block, _ tables: [CalendarTables], _ journal: inout Journal) {
    visited += block.positions.count
    let first = Int(pass.network.startArcs[block.positions.lowerBound])
    for arc in first..<Int(pass.network.startArcs[block.positions.upperBound]) {
      journal.bounds.append((Int32(arc), pass.linkBounds[arc]))
    }
    let before = block.positions.map { (pass.rows[2 * $0], pass.rows[2 * $0 + 1]) }
    for place in block.maximums { pass.maximumBounds[place] = Int32.min }
    pass.settle(block, tables)
    for (position, before) in zip(block.positions, before) { note(position, before, &journal) }
    for position in block.positions { due.remove(position) }
  }

  private mutating func note(_ position: Int, _ before: (start: Int32, finish: Int32), _ journal: inout Journal) {
    if before == (pass.rows[2 * position], pass.rows[2 * position + 1]) { return }
    journal.dates.append((Int32(position), before.start, before.finish))
    for place in Int(pass.network.leavingStart[position])..<Int(pass.network.leavingStart[position + 1]) {
      due.insert(Int(pass.network.leaving[place].to))
    }
  }
}
