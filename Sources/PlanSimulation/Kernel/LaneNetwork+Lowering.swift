import CMilepostKernels
import PlanModel
import PlanSchedule

extension LaneNetwork {
  /// Lowers a network further; nil where it holds what only the engine's own pass follows: slips, windows, pins, work
  /// under way, expected finishes, maximal lags, spans, what is as late as possible.
  ///
  /// - Parameters:
  ///   - days: the dates that are drawn.
  ///   - varies: whether the duration of each position is drawn; then it is never zero.
  ///   - origin: an instant that nothing lies before.
  /// - Complexity: O(activities + links).
  init?(_ network: Network, drawing days: [DrawnDay], varies: [Bool], origin: Int32) {
    guard network.blocks.isEmpty, network.spans.isEmpty, network.asLateAsPossible.isEmpty,
      network.rules.scheduleFrom == .start,
      (0..<network.count).allSatisfy({ network.special(at: $0)?.isPlain(on: network.calendar[$0]) ?? true })
    else { return nil }
    self = network.calendars.withTables { tables in
      var lowering = LaneLowering(network, days, varies, origin, tables)
      return lowering.lowered()
    }
  }
}

/// The work of lowering a network to lanes.
private struct LaneLowering {
  /// A time in a calendar.
  struct Time: Hashable {
    var row: Int32
    var calendar: Int16
    var endsWork: Bool
  }

  /// One time, after a lag in its calendar, in another one.
  struct Key: Hashable {
    var time: Time
    var lag: Int32
    var target: Int16
  }

  let network: Network
  let days: [DrawnDay]
  let varies: [Bool]
  let origin: Int32
  let tables: [CalendarTables]
  var lanes = LaneNetwork()
  /// By position: the places of its drawn dates.
  var drawn: [Int32: [Int]] = [:]
  var converted: [Key: Int32] = [:]
  var hasLater: [Bool]

  init(_ network: Network, _ days: [DrawnDay], _ varies: [Bool], _ origin: Int32, _ tables: [CalendarTables]) {
    self.network = network
    self.days = days
    self.varies = varies
    self.origin = origin
    self.tables = tables
    lanes.first = Int32(1 + days.count)
    // Around the clock an instant is its own minute.
    lanes.base = tables.indices.map { $0 == 0 ? origin : tables[$0].work(until: origin) }
    lanes.rowCount = 2 * (1 + days.count + network.count + 1)
    for (place, day) in days.enumerated() { drawn[day.position, default: []].append(place) }
    hasLater = Array(repeating: false, count: network.count)
  }

  mutating func lowered() -> LaneNetwork {
    node(0, 0, calendar: 0)
    for day in days { node(Float(day.first &- origin), 0, calendar: 0) }
    for position in 0..<network.count { lower(position) }
    node(-Float(LaneNetwork.limit), 0, calendar: 0)  // its links follow
    linkEnd()
    lanes.conversions.sort { ($0.node, $0.to) < ($1.node, $1.to) }
    return lanes
  }

  /// Adds a node whose links have been added.
  private mutating func node(_ floor: Float, _ duration: Float, calendar: Int16, startLinks: Int? = nil) {
    lanes.floors.append(floor)
    lanes.durations.append(duration)
    lanes.calendars.append(calendar)
    let end = lanes.links.count
    lanes.ranges.append(Int32(startLinks ?? end))
    lanes.ranges.append(Int32(end))
  }

  private func work(_ instant: Int32, _ calendar: Int16) -> Float {
    Float(calendar == 0 ? instant &- origin : tables[Int(calendar)].work(until: instant) &- lanes.base[Int(calendar)])
  }

  private mutating func lower(_ position: Int) {
    var special = network.special(at: position)
    if special?.isLeftOut == true { return node(Float(network.firstFloor[position] &- origin), 0, calendar: 0) }
    if let finish = special?.actualFinish {
      let start = special?.actualStart ?? finish
      return node(Float(start &- origin), Float(finish &- start), calendar: 0)
    }
    let own = network.calendar[position]
    let places = drawn[Int32(position)] ?? []
    for place in places {
      switch days[place].bound {
      case .planned: special?.plannedFirst = nil
      case .startFloor: special?.startFloorFirst = nil
      case .finishFloor: special?.finishFloorFirst = nil
      }
    }
    var floor = network.firstFloor[position]
    for bound in [special?.plannedFirst, special?.startFloorFirst] { if let bound { floor = max(floor, bound) } }
    for place in places where days[place].bound != .finishFloor { link(1 + Int32(place), own) }
    for arc in Int(network.startArcs[position])..<Int(network.finishArcs[position]) {
      link(arc, own, boundsStart: true)
    }
    let middle = lanes.links.count
    for place in places where days[place].bound == .finishFloor { link(1 + Int32(place), own) }
    if let bound = special?.finishFloorFirst { add(0, lag: work(bound, own), from: 0) }
    for arc in Int(network.finishArcs[position])..<Int(network.startArcs[position + 1]) {
      link(arc, own, boundsStart: false)
    }
    node(work(floor, own), Float(network.duration[position]), calendar: own, startLinks: middle)
  }

  /// A link from a date that is drawn.
  private mutating func link(_ node: Int32, _ own: Int16) {
    link(row: 2 * node + 1, of: node, lag: 0, lagCalendar: 0, to: own, endsWork: false)
  }

  private mutating func link(_ arc: Int, _ own: Int16, boundsStart: Bool) {
    let row = network.arcs[arc].row
    let source = Int(row) / 2
    let endsWork = row % 2 == 1 && lanes.endsWork(Int(lanes.first) + source, varying: varies[source])
    // What follows a finish on another calendar, finish to finish, may end before it: its last opening.
    if row % 2 == 1, network.arcs[arc].lag >= 0, boundsStart { hasLater[source] = true }
    link(
      row: 2 * lanes.first + row, of: lanes.first + Int32(source), lag: network.arcs[arc].lag,
      lagCalendar: max(0, network.arcCalendar?[arc] ?? 0), to: own, endsWork: endsWork)
  }

  private mutating func link(
    row: Int32, of node: Int32, lag: Int32, lagCalendar: Int16, to own: Int16, endsWork: Bool
  ) {
    var time = Time(row: row, calendar: lanes.calendars[Int(node)], endsWork: endsWork)
    if lag == 0 { return add(converted(time, to: own, of: node), lag: 0, from: node) }
    // A lag of working time ends with work, or where it began; one around the clock anywhere.
    time.row = converted(time, to: lagCalendar, of: node)
    time.calendar = lagCalendar
    if lagCalendar == own { return add(time.row, lag: Float(lag), from: node) }
    time.endsWork = lagCalendar > 0 && lag > 0
    add(converted(time, after: lag, to: own, of: node), lag: 0, from: node)
  }

  /// The row of a time in another calendar.
  private mutating func converted(_ time: Time, after lag: Int32 = 0, to target: Int16, of node: Int32) -> Int32 {
    if time.calendar == target && lag == 0 { return time.row }
    let key = Key(time: time, lag: lag, target: target)
    if let known = converted[key] { return known }
    let new = Int32(lanes.rowCount)
    lanes.rowCount += 1
    converted[key] = new
    lanes.conversions.append(
      LaneNetwork.Conversion(
        node: node, from: time.row, to: new, lag: lag, calendar: time.calendar, target: target,
        endsWork: time.endsWork))
    return new
  }

  private mutating func add(_ row: Int32, lag: Float, from node: Int32) {
    lanes.links.append(milepost_link(row: row, lag: lag))
    lanes.sources.append(node)
  }

  /// The end of the plan: what nothing waits for has finished.
  private mutating func linkEnd() {
    add(0, lag: -Float(LaneNetwork.limit), from: 0)
    for position in 0..<network.count where !hasLater[position] && network.special(at: position)?.isLeftOut != true {
      let node = lanes.first + Int32(position)
      link(
        row: 2 * node + 1, of: node, lag: 0, lagCalendar: 0, to: 0,
        endsWork: lanes.endsWork(Int(node), varying: varies[position]))
    }
    let end = Int32(lanes.links.count)
    lanes.ranges[lanes.ranges.count - 2] = end
    lanes.ranges[lanes.ranges.count - 1] = end
  }
}

extension Special {
  /// Whether nothing but floors and what has happened places it. A finish milestone on a calendar may also stand where
  /// work ends, which is the same working minute as the next opening.
  fileprivate func isPlain(on calendar: Int16) -> Bool {
    if isLeftOut || actualFinish != nil { return span == nil }
    return slip == 0 && window == nil && pinnedStart == nil && pinnedFinish == nil && actualStart == nil
      && expectedFirst == nil && expectedLast == nil && span == nil && pulls.isEmpty
      && (!isFinishEvent || calendar == 0)
  }
}
