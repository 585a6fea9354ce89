import PlanModel

extension ForwardPass {
  /// Places an activity that has more than a floor: stated dates, constraints, progress, slips, windows, an expected
  /// finish, maximal lags.
  mutating func place(
    _ position: Int, in network: Network, _ rows: inout MutableSpan<Int32>, _ bounds: inout MutableSpan<Int32>,
    _ tables: [CalendarTables]
  ) {
    let special = network.specials[Int(network.special[position])]
    let table = tables[Int(network.calendar[position])]
    var remaining = network.remaining(position, days: duration[position], table)
    var work = remaining?.left ?? duration[position]
    var links = Int32.min
    var finishLinks = Int32.min
    let waitsForThePastOnly = network.waitsForThePastOnly(position)
    for arc in Int(network.startArcs[position])..<Int(network.finishArcs[position]) {
      bounds[arc] = lagged(arcs[arc], from: rows[Int(arcs[arc].row)], network.arcCalendar, arc, tables)
      if waitsForThePastOnly, !network.hasHappened(Int(arcs[arc].row)) { continue }
      links = max(links, bounds[arc])
    }
    if let expected = special.expected(reading) {
      // What there is to do runs from where it would begin now to the expected finish.
      let placing = remaining?.placing ?? network.placing(position, days: 1, table)
      let begin = remaining == nil ? special.pinnedStart : nil
      let start = placing.place(begin ?? startBound(position, special, links, remaining)).start
      work = max(0, table.work(until: expected) &- table.work(until: start))
      expectedWork[Int32(position)] = work
      remaining?.left = work
    }
    for arc in Int(network.finishArcs[position])..<Int(network.startArcs[position + 1]) {
      bounds[arc] = special.start(
        of: work, by: lagged(arcs[arc], from: rows[Int(arcs[arc].row)], network.arcCalendar, arc, tables), table)
      if waitsForThePastOnly, !network.hasHappened(Int(arcs[arc].row)) { continue }
      finishLinks = max(finishLinks, bounds[arc])
    }
    let dates =
      special.isInstant
      ? instant(position, in: network, special, links, finishLinks, table)
      : dates(position, in: network, special, max(links, finishLinks), work, remaining, table)
    rows[2 * position] = min(max(dates.start, Day.earliest.start.minutes), Day.latest.end.minutes)
    rows[2 * position + 1] = min(max(dates.finish, Day.earliest.start.minutes), Day.latest.end.minutes)
  }

  /// The same outside sweeps.
  mutating func placeAlone(
    _ position: Int, in network: Network, _ rows: inout [Int32], _ bounds: inout [Int32], _ tables: [CalendarTables]
  ) {
    var row = rows.mutableSpan
    var bound = bounds.mutableSpan
    place(position, in: network, &row, &bound, tables)
  }

  /// The latest of what the start, or what is left of a started activity, waits for.
  private func startBound(_ position: Int, _ special: Special, _ links: Int32, _ remaining: Remaining?) -> Int32 {
    if let remaining {
      return network.rules.progress == .progressOverride ? remaining.status : max(remaining.status, links)
    }
    var bound = max(floor[position], links)
    if let planned = special.planned(reading) { bound = max(bound, planned &+ min(0, special.slip)) }
    if let start = special.startFloor(reading) { bound = max(bound, start) }
    return bound
  }

  private mutating func dates(
    _ position: Int, in network: Network, _ special: Special, _ links: Int32, _ work: Int32, _ remaining: Remaining?,
    _ table: CalendarTables
  ) -> (start: Int32, finish: Int32) {
    if special.isLeftOut { return (floor[position], floor[position]) }
    if let finish = special.actualFinish { return (special.actualStart ?? finish, finish) }
    var bound = startBound(position, special, links, remaining)
    if let finish = special.finishFloor(reading) { bound = max(bound, table.before(work, to: finish)) }
    if let started = special.actualStart { return (started, remaining?.finish(bound) ?? started) }
    if let pinned = special.pinned(days: work, table) { bound = pinned }
    var placing = network.placing(position, days: work, table)
    var placed = placing.place(bound)
    if special.canBePulled {
      // A pull is met after its own slip, not before it.
      placing.slip = 0
      for place in special.pulls {
        let pulled = placing.place(maximumBounds[place])
        if pulled.start > placed.start { placed = pulled }
      }
    }
    note(position, placed.isAfterLastWindow)
    return (placed.start, table.after(work, from: placed.start))
  }

  /// Where the shortest work would stand: where its start is bound as any work, where its finish is as a finish event.
  private mutating func instant(
    _ position: Int, in network: Network, _ special: Special, _ links: Int32, _ finishLinks: Int32,
    _ table: CalendarTables
  ) -> (start: Int32, finish: Int32) {
    var placing = network.placing(position, days: 0, table)
    var ending = placing
    ending.isFinishEvent = true
    var placed: (start: Int32, isAfterLastWindow: Bool)
    if let pinned = special.pinnedFinish {
      placed = ending.place(table.previousWorkFinish(pinned))
    } else if let pinned = special.pinnedStart {
      placed = placing.place(pinned)
    } else {
      placed = placing.place(startBound(position, special, links, nil))
      let floor = special.finishFloor(reading).map { table.previousWorkFinish($0) } ?? Int32.min
      let finish = ending.place(max(finishLinks, floor))
      if finish.start > placed.start { placed = finish }
    }
    if special.canBePulled {
      (placing.slip, ending.slip) = (0, 0)
      for place in special.pulls {
        let pulled = (maximums[place].leavesFinish ? ending : placing).place(maximumBounds[place])
        if pulled.start > placed.start { placed = pulled }
      }
    }
    note(position, placed.isAfterLastWindow)
    return (placed.start, placed.start)
  }

  private mutating func note(_ position: Int, _ isAfterLastWindow: Bool) {
    if isAfterLastWindow {
      afterLastWindow.insert(Int32(position))
    } else if !afterLastWindow.isEmpty {
      afterLastWindow.remove(Int32(position))
    }
  }
}

extension Special {
  /// Whether maximal lags can pull it later: not where it has begun or is pinned.
  var canBePulled: Bool { actualStart == nil && actualFinish == nil && pinnedStart == nil && pinnedFinish == nil }

  /// The start bound that a finish bound gives.
  func start(of work: Int32, by finish: Int32, _ table: CalendarTables) -> Int32 {
    isInstant ? table.previousWorkFinish(finish) : table.before(work, to: finish)
  }

  /// The start bound that a pin gives, whatever the links say; nil without a pin.
  func pinned(days: Int32, _ table: CalendarTables) -> Int32? {
    pinnedFinish.map { table.before(days, to: $0) } ?? pinnedStart
  }
}
