import PlanModel

/// The late dates of a network to some end: how late everything may be without moving it.
///
/// ``noLimit`` stands where no path leads to the end and no deadline binds.
public struct LateDates: Sendable {
  /// Minutes by row: 2p the late start of position p, 2p + 1 its late finish.
  package private(set) var rows: [Int32]

  package func start(_ position: Int) -> Int32? { rows[2 * position] == noLimit ? nil : rows[2 * position] }
  package func finish(_ position: Int) -> Int32? { rows[2 * position + 1] == noLimit ? nil : rows[2 * position + 1] }
}

extension LateDates {
  /// The backward pass: every activity as late as the anchors, and deadlines where asked for, allow.
  ///
  /// - Parameters:
  ///   - early: the dates whose work and reading count.
  ///   - anchors: the latest finish by position, ``noLimit`` for activities that end nothing.
  ///   - deadlines: whether deadlines and late constraints bind.
  /// - Complexity: O(activities + links). Each bound is passed through the exact inverse of its lag and calendar:
  ///   the latest instant from which the forward pass still meets it.
  package init(_ network: Network, _ early: EarlyDates, anchors: [Int32], deadlines: Bool) {
    self.init(network, early, anchors: anchors, deadlines: deadlines, scope: nil)
  }

  /// The same over the links within a scope; over all of them where there is none.
  init(_ network: Network, _ early: EarlyDates, anchors: [Int32], deadlines: Bool, scope: LinkScope?) {
    var rows = [Int32](repeating: noLimit, count: 2 * network.count)
    network.calendars.withTables { tables in
      BackwardPass(network, early, deadlines: deadlines, scope: scope, tables).runAll(anchors, &rows)
    }
    network.fillSpans(&rows, late: early)
    self.rows = rows
  }

  /// The same as a new backward pass over all links, in the memory of these dates.
  ///
  /// - Parameter network: must have the activities and links that these dates are of.
  package mutating func rerun(_ network: Network, _ early: EarlyDates, anchors: [Int32], deadlines: Bool) {
    precondition(rows.count == 2 * network.count && anchors.count == network.count, "Dates of another network")
    var rows = self.rows
    self.rows = []
    for row in rows.indices { rows[row] = noLimit }
    network.calendars.withTables { tables in
      BackwardPass(network, early, deadlines: deadlines, scope: nil, tables).runAll(anchors, &rows)
    }
    network.fillSpans(&rows, late: early)
    self.rows = rows
  }

  /// The earlier of two late dates, row by row.
  package func limited(by other: LateDates) -> LateDates {
    LateDates(rows: zip(rows, other.rows).map { min($0, $1) })
  }
}

struct BackwardPass {
  let network: Network
  let early: EarlyDates
  let deadlines: Bool
  let scope: LinkScope?
  let tables: [CalendarTables]
  let arcs: [NetworkArc]
  let maximums: [Maximum]
  /// Of each arc; empty where all lags are elapsed.
  private let lagCalendars: [Int16]
  /// Of ``scope``; empty for all links.
  private let numbers: [Int32]
  private let cuts: [UInt64]

  init(_ network: Network, _ early: EarlyDates, deadlines: Bool, scope: LinkScope?, _ tables: [CalendarTables]) {
    self.network = network
    self.early = early
    self.deadlines = deadlines
    self.scope = scope
    self.tables = tables
    arcs = network.arcs(early.reading)
    maximums = network.maximums(early.reading)
    lagCalendars = network.arcCalendar ?? []
    numbers = scope?.number ?? []
    cuts = scope?.cuts ?? []
  }

  /// Over all positions.
  ///
  /// - Parameter rows: without any limit.
  func runAll(_ anchors: [Int32], _ rows: inout [Int32]) {
    if scope == nil, let special = SpecialPositions(network, early.reading) {
      if network.calendars.count == 1 { return runDaysOnly(anchors, &rows, special) }
      if network.soleCalendar > 0, special.oneByOne.isEmpty {
        let limits = special.anchors(anchors, deadlines: deadlines)
        if runOneCalendar(limits, &rows, tables[Int(network.soleCalendar)]) { return }
        for row in rows.indices { rows[row] = noLimit }
      }
      if network.isWorthCells, let structure = network.sweeps.structure(network, tables) {
        if runSeveralCalendars(anchors, &rows, structure, special) { return }
        network.sweeps.outgrow(structure)
        for row in rows.indices { rows[row] = noLimit }
      }
    }
    run(anchors, &rows)
  }

  func run(_ anchors: [Int32], _ rows: inout [Int32]) {
    var end = network.count
    for block in network.blocks.reversed() {
      run(over: stride(from: end - 1, through: block.positions.upperBound, by: -1), &rows) { anchors[$0] }
      settle(block, &rows) { anchors[$0] }
      end = block.positions.lowerBound
    }
    run(over: stride(from: end - 1, through: 0, by: -1), &rows) { anchors[$0] }
  }

  /// Sweeps over a block until its maximal lags hold, too.
  func settle(_ block: Block, _ rows: inout [Int32], anchor: (Int) -> Int32) {
    let stretch = 2 * block.positions.lowerBound..<2 * block.positions.upperBound
    var limits = Array(rows[stretch])
    for _ in 0..<block.turns {
      run(over: block.positions.reversed(), &rows, anchor: anchor)
      var isSettled = true
      // Earlier predecessors first, each successor placed anew at once, so that a row of maximums takes one turn.
      for place in block.maximums.reversed() {
        let maximum = maximums[place]
        let late = lateEvent(of: maximum, rows)
        guard late != noLimit else { continue }
        if let scope, !scope.joins(maximum.predecessor, maximum.successor) { continue }
        let start = rows[Int(maximum.from) & ~1]
        let latest = maximum.latest(
          maximum.leavesFinish ? network.lastFinish(maximum.predecessor, start, late, early, tables) : late, tables)
        let row = Int(maximum.to)
        let limit = row - stretch.lowerBound
        if latest < min(rows[row], limits[limit]) {
          isSettled = false
          rows[row] = latest
          run(over: CollectionOfOne(maximum.successor), &rows, anchor: anchor)
        }
        limits[limit] = min(limits[limit], latest)
      }
      if isSettled { return }
      rows.replaceSubrange(stretch, with: limits)
    }
    // Leave dates, not limits.
    run(over: block.positions.reversed(), &rows, anchor: anchor)
  }

  /// How late the predecessor of a maximal lag may leave; ``noLimit`` where it is done, or its start has happened.
  ///
  /// What is under way or pinned is not pulled: later than it leaves now, its successor would break the maximum.
  private func lateEvent(of maximum: Maximum, _ rows: [Int32]) -> Int32 {
    let late = rows[Int(maximum.from)]
    guard let special = network.special(at: maximum.predecessor), !special.canBePulled else { return late }
    if special.isLeftOut || special.actualFinish != nil { return noLimit }
    if special.actualStart != nil && !maximum.leavesFinish { return noLimit }
    // Where nothing of it leads to the end, nor does its maximum.
    return late == noLimit ? noLimit : early.rows[Int(maximum.from)]
  }

  /// Sweeps over some positions, successors first; `anchor` is the latest finish of each that the end itself gives.
  @inline(__always)
  func run(
    over positions: some Sequence<some BinaryInteger>, _ rows: inout [Int32], anchor: (Int) -> Int32
  ) {
    // Members once, and out of them: the memory of a member is counted at each use.
    let (network, durations, table) = (network, network.durations(early.reading), tables)
    let (duration, special, calendar) = (durations.span, network.special.span, network.calendar.span)
    let (link, startArcs, finishArcs) = (arcs.span, network.startArcs.span, network.finishArcs.span)
    let (lagCalendar, number, cut) = (lagCalendars.span, numbers.span, cuts.span)
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    var rows = rows.mutableSpan
    for place in positions {
      let position = Int(place)
      if special[position] >= 0 {
        placeSpecial(position, anchor: anchor(position), &rows)
        continue
      }
      let limit = Dates(start: rows[2 * position], finish: min(rows[2 * position + 1], anchor(position)))
      let days = duration[position]
      rows[2 * position + 1] = noLimit
      if limit.start == noLimit && limit.finish == noLimit { continue }
      var start: Int32
      if calendar[position] == 0 {
        start = limit.finish == noLimit ? limit.start : min(limit.start, limit.finish &- days)
        start = min(max(start, earliest), latest)
        rows[2 * position + 1] = start &+ days
      } else {
        let own = table[Int(calendar[position])]
        if let dates = own.workedBack(days, startingBy: limit.start, finishingBy: limit.finish) {
          start = dates.start
          rows[2 * position + 1] = dates.finish
        } else {
          start = Placing(table: own).latestStart(days, within: limit)
          rows[2 * position + 1] = max(own.after(days, from: start), earliest)
        }
      }
      rows[2 * position] = start
      if !number.isEmpty, number[position] < 0 { continue }
      push(
        from: start, days, calendar[position], link, Int(startArcs[position])..<Int(startArcs[position &+ 1]),
        finishArcs[position], lagCalendar, cut, table, &rows)
    }
  }

  struct Dates {
    var start: Int32
    var finish: Int32
  }

  /// The late dates of an activity that has more than a floor, from the limits in its rows.
  func placeSpecial(_ position: Int, anchor: Int32, _ rows: inout MutableSpan<Int32>) {
    var limit = Dates(start: rows[2 * position], finish: min(rows[2 * position + 1], anchor))
    rows[2 * position] = noLimit
    rows[2 * position + 1] = noLimit
    let special = network.specials[Int(network.special[position])]
    if special.isLeftOut || special.actualFinish != nil { return }
    let work = network.work(position, early, tables)
    let table = tables[Int(network.calendar[position])]
    let placing = network.placing(position, days: work, table)
    if deadlines, let ceiling = special.finishCeiling { limit.finish = min(limit.finish, ceiling) }
    if special.actualStart != nil {
      // It has started: only its finish can still be late.
      guard limit.finish != noLimit, let remaining = network.remaining(position, early, table) else { return }
      rows[2 * position + 1] = max(limit.finish, table.first)
      guard network.rules.progress == .retainedLogic else { return }
      push(position, max(remaining.latestBound(for: limit.finish), table.first), remaining.left, &rows)
      return
    }
    if deadlines, let ceiling = special.startCeiling { limit.start = min(limit.start, placing.roll(ceiling)) }
    // A pin is a late date of its own, as a deadline is, for everything before it.
    let pinned = special.pinned(days: work, table)
    if limit.start == noLimit && limit.finish == noLimit && !(deadlines && pinned != nil) { return }
    let start = pinned.map { placing.place($0).start } ?? placing.latestStart(work, within: limit)
    rows[2 * position] = start
    rows[2 * position + 1] = table.after(work, from: start)
    push(position, max(placing.latestBound(for: start), table.first), work, &rows)
  }

  private func push(_ position: Int, _ start: Int32, _ days: Int32, _ rows: inout MutableSpan<Int32>) {
    if !numbers.isEmpty, numbers[position] < 0 { return }
    let (first, end) = (Int(network.startArcs[position]), Int(network.startArcs[position + 1]))
    push(
      from: start, days, network.calendar[position], arcs.span, first..<end, network.finishArcs[position],
      lagCalendars.span, cuts.span, tables, &rows)
  }

  /// Hands the latest bound of an activity to its predecessors, through the inverse of each link; those of `links` from
  /// `middle` on bound its finish.
  @inline(__always)
  private func push(
    from start: Int32, _ days: Int32, _ calendar: Int16, _ arcs: borrowing Swift.Span<NetworkArc>, _ links: Range<Int>,
    _ middle: Int32, _ lagCalendar: borrowing Swift.Span<Int16>, _ cut: borrowing Swift.Span<UInt64>,
    _ tables: [CalendarTables], _ rows: inout MutableSpan<Int32>
  ) {
    var instant = start
    var arc = links.lowerBound
    while arc < links.upperBound {
      if arc == middle { instant = calendar == 0 ? start &+ days : tables[Int(calendar)].unlagged(-days, to: start) }
      let link = arcs[unchecked: arc]
      let row = Int(link.row)
      if cut.isEmpty || cut[unchecked: arc >> 6] >> UInt64(arc & 63) & 1 == 0 {
        var limit = instant &- link.lag
        if !lagCalendar.isEmpty, lagCalendar[unchecked: arc] > 0 {
          limit = tables[Int(lagCalendar[unchecked: arc])].unlagged(link.lag, to: instant)
        }
        rows[unchecked: row] = min(rows[unchecked: row], limit)
      }
      arc &+= 1
    }
  }
}

extension Placing {
  /// The last placed start from which `days` of work start and finish within limits, one of which there must be.
  func latestStart(_ days: Int32, within limit: BackwardPass.Dates) -> Int32 {
    if limit.finish == noLimit { return latestStart(by: limit.start) }
    let byFinish = table.before(days, to: limit.finish)
    return latestStart(by: min(limit.start, byFinish))
  }
}
