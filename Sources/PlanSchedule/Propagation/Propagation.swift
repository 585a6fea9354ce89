public import PlanModel

/// Early dates that follow the changes of a plan: only what changes is visited.
///
///     var propagation = Propagation(try Network(plan))
///     try propagation.apply([Change("release-1-1 +6ew")])
///     propagation.moved            // bergen-start, oslo-start …
///     propagation.undo()
///
/// After each change the dates are those that scheduling everything again would give, to the minute, for every link and in
/// both readings. A change that the plan cannot take (a cycle, an unknown id) is refused and leaves everything as it was.
///
/// Late dates and floats are not kept: make a ``Schedule`` of ``network`` for them.
public struct Propagation: Sendable {
  /// An activity that the last change moved.
  public struct Move: Hashable, Sendable {
    /// By id, since places in the plan shift when activities are added or removed.
    public let activity: ActivityID
    /// Nil for one that was added.
    public let before: Dates?
    /// Where it stands now, at the first reading.
    public let after: Dates
  }

  /// When an activity happens.
  public struct Dates: Hashable, Sendable {
    /// The early start, a minute of the plan's local time.
    public let start: Instant
    /// The early finish: the first minute that is no longer part of it.
    public let finish: Instant
  }

  /// What a change can be taken back with.
  private enum Step: Sendable {
    indirect case all(Network, [Front], [Delays]?, moved: [Move])
    indirect case delay(position: Int, special: Special?, [Front.Journal])
    /// A delay that ``delays`` keeps.
    case quick
  }

  /// The plan as it stands after all changes.
  public var network: Network {
    var network = base
    for position in (delays?.first?.delayed ?? []).map(Int.init) {
      let slip = delays?.first?.slips[position] ?? 0
      network.set(Propagation.special(nil, slip: slip, network, position), at: position)
    }
    return network
  }

  /// The network without what ``delays`` delays.
  private var base: Network
  /// For each reading: first and, where dates are imprecise, last days.
  private var fronts: [Front]
  /// By reading, delays of what ``fronts`` hold; empty where they cannot be kept so, nil before anybody has asked.
  private var delays: [Delays]?
  private var steps: [Step] = []
  /// What the last change moved at the first reading, in plan order.
  public private(set) var moved: [Move] = []
  /// How many activities the last change visited, in all readings; where something is as late as possible, all of them.
  public private(set) var visited = 0

  /// - Complexity: a forward pass for each reading.
  public init(_ network: Network) {
    base = network
    fronts = Propagation.readings(network).map { Front(Propagation.pass(network, $0)) }
  }

  private static func readings(_ network: Network) -> [Reading] {
    network.lastFloor == nil ? [.first] : [.first, .last]
  }

  private static func pass(_ network: Network, _ reading: Reading) -> ForwardPass {
    var pass = ForwardPass(network, reading, lateFloors: nil)
    network.calendars.withTables { pass.run($0) }
    return pass
  }

  /// The early dates at the first days of what is imprecise.
  public var first: EarlyDates { early(0) }
  /// The early dates at the last days of what is imprecise.
  public var last: EarlyDates { early(fronts.count - 1) }

  private func early(_ place: Int) -> EarlyDates { EarlyDates(network, following: pass(place)) }

  /// The pass of a reading with all delays in it.
  private func pass(_ place: Int) -> ForwardPass {
    var pass = fronts[place].pass
    guard let delays, !delays.isEmpty, !delays[place].isEmpty else { return pass }
    pass.network = network
    for position in 0..<base.count {
      pass.rows[2 * position] = delays[place].startInstant(position)
      pass.rows[2 * position + 1] = delays[place].finishInstant(position)
    }
    base.calendars.withTables { tables in
      for position in 0..<base.count {
        let own = Int(base.calendar[position])
        for arc in Int(base.startArcs[position])..<Int(base.startArcs[position + 1]) {
          var bound = pass.lagged(
            pass.arcs[arc], from: pass.rows[Int(pass.arcs[arc].row)], base.arcCalendar, arc, tables)
          if arc >= Int(base.finishArcs[position]) {
            bound = own == 0 ? bound &- pass.duration[position] : tables[own].before(pass.duration[position], to: bound)
          }
          pass.linkBounds[arc] = bound
        }
      }
    }
    return pass
  }

  /// Where an activity stands now, at the first reading.
  ///
  /// - Complexity: O(1); where something is as late as possible, or a span, that of ``first``.
  public func dates(of index: ActivityIndex) -> Dates {
    let position = base.position(index)
    if base.hasLateFloors || !base.asLateAsPossible.isEmpty || !base.spans.isEmpty {
      let early = first
      return Dates(
        start: Instant(minutes: early.start(position)), finish: Instant(minutes: early.finish(position)))
    }
    if let delays = delays?.first {
      return Dates(
        start: Instant(minutes: delays.startInstant(position)), finish: Instant(minutes: delays.finishInstant(position))
      )
    }
    return Dates(
      start: Instant(minutes: fronts[0].pass.rows[2 * position]),
      finish: Instant(minutes: fronts[0].pass.rows[2 * position + 1]))
  }

  /// Where an activity finishes now, in both readings.
  ///
  /// - Precondition: nothing is as late as possible, and there are no spans.
  /// - Complexity: O(1).
  package func finishes(of index: ActivityIndex) -> Readings<Instant> {
    let position = base.position(index)
    func finish(_ place: Int) -> Instant {
      guard let delays, !delays.isEmpty else {
        return Instant(minutes: fronts[place].pass.rows[2 * position + 1])
      }
      return Instant(minutes: delays[place].finishInstant(position))
    }
    return Readings(first: finish(0), last: finish(fronts.count - 1))
  }

  // MARK: Changes

  /// Makes changes of any kind, all together.
  ///
  /// The plan is lowered anew, and what differs from before is visited, with all that moves because of it.
  ///
  /// - Throws: ``InvalidPlan`` as `Plan.applying(_:)` and `Network(_:)` do; then nothing has changed.
  /// - Complexity: O(activities + links) to lower and compare, O(activities that move + their links) to visit.
  public mutating func apply(_ changes: [Change]) throws(InvalidPlan) {
    try move(to: network.plan.applying(changes))
  }

  /// Goes over to another plan: a scenario, say, or the same plan with other calendars.
  ///
  /// - Throws, complexity: as ``apply(_:)``.
  public mutating func move(to plan: Plan) throws(InvalidPlan) {
    let old = network
    let newer = try Network(plan, rules: old.rules == .strict(old.plan.options) ? nil : old.rules)
    let mapping = PositionMapping(from: old, to: newer)
    let before = fronts.indices.map(pass)
    let step = Step.all(base, fronts, delays, moved: moved)
    base = newer
    delays = nil
    visited = 0
    fronts = Propagation.readings(newer).enumerated().map { place, reading in
      let pass = before[min(place, before.count - 1)]
      var next = Front(mapping.pass(from: pass, newer, reading))
      for position in mapping.changed(pass, next.pass) { next.insert(position) }
      _ = newer.calendars.withTables { next.run($0) }
      visited += next.visited
      return next
    }
    moved = moves(from: old, EarlyDates(old, following: before[0]), mapping)
    steps.append(step)
  }

  private func moves(from old: Network, _ dates: EarlyDates, _ mapping: PositionMapping) -> [Move] {
    let now = first
    func at(_ position: Int, _ early: EarlyDates) -> Dates {
      Dates(start: Instant(minutes: early.start(position)), finish: Instant(minutes: early.finish(position)))
    }
    return network.plan.activities.indices.compactMap { place in
      let position = network.position(ActivityIndex(place))
      let before = mapping.older[position] < 0 ? nil : at(Int(mapping.older[position]), dates)
      let after = at(position, now)
      return before == after
        ? nil : Move(activity: network.plan.activities[place].id, before: before, after: after)
    }
  }

  /// Delays one activity by the clock, as a slip does, without a word in the plan: the quickest of questions.
  ///
  /// The plan of ``network`` does not learn of it, so neither do explanations; ``undo()`` before other changes.
  ///
  /// - Parameter time: after all that the activity waits for; a negative one moves its planned date earlier.
  /// - Returns: how many activities moved at the first reading.
  /// - Throws: ``InvalidPlan`` where maximal lags allow no dates; then nothing has changed.
  /// - Complexity: O(activities that move + their links), for each reading.
  @discardableResult
  public mutating func delay(_ index: ActivityIndex, by time: ElapsedTime) throws(InvalidPlan) -> Int {
    let position = base.position(index)
    let special = base.special(at: position)
    let before = special?.slip ?? slip(at: position)
    let (sum, overflow) = before.addingReportingOverflow(time.minutes)
    guard !overflow, abs(Int64(sum)) <= Lowering.longest else {
      throw InvalidPlan([Diagnostic(.horizonTooLong, "'\(base.plan[index].id)' slips too far")])
    }
    if base.isDaysOnly || base.isOnOneCalendar {
      if let moved = quickDelay(position, by: time.minutes) { return moved }
      if delays?.isEmpty == false { return usualDelay(position, by: sum) }
    }
    let journals = visit(position, Propagation.special(special, slip: sum, base, position))
    steps.append(.delay(position: position, special: special, journals))
    if fronts.contains(where: { !$0.pass.unsettled.isEmpty }) {
      undo()
      throw InvalidPlan([Diagnostic(.infeasibleMaximum, base.plan[index].id.text, "more time")])
    }
    return journals[0].dates.count
  }

  private func slip(at position: Int) -> Int32 { delays?.first?.slips[position] ?? 0 }

  /// Nil where dates would be cut at an end of the years that a plan may name; then nothing has changed.
  private mutating func quickDelay(_ position: Int, by minutes: Int32) -> Int? {
    var delays = self.delays ?? fronts.compactMap { Delays($0.pass) }
    if delays.count < fronts.count { delays = [] }
    self.delays = []
    defer { self.delays = delays }
    visited = 0
    var counts: [Int] = []
    for place in delays.indices {
      guard let count = delays[place].delay(position, by: minutes) else { break }
      counts.append(count)
      visited += delays[place].visited
    }
    guard let moved = counts.first, counts.count == fronts.count else {
      for place in counts.indices { delays[place].undo() }
      return nil
    }
    steps.append(.quick)
    return moved
  }

  /// Goes over from ``delays`` to rare facts, and delays a position.
  private mutating func usualDelay(_ position: Int, by slip: Int32) -> Int {
    let step = Step.all(base, fronts, delays, moved: moved)
    let (network, passes) = (network, fronts.indices.map(pass))
    base = network
    fronts = passes.map(Front.init)
    delays = []
    let journals = visit(position, Propagation.special(base.special(at: position), slip: slip, base, position))
    steps.append(step)
    return journals[0].dates.count
  }

  /// Visits all that other rare facts of a position move.
  private mutating func visit(_ position: Int, _ special: Special) -> [Front.Journal] {
    set(special, at: position)
    visited = 0
    var journals: [Front.Journal] = []
    for place in fronts.indices {
      fronts[place].insert(position)
      journals.append(base.calendars.withTables { fronts[place].run($0) })
      visited += fronts[place].visited
    }
    return journals
  }

  /// Rare facts with a slip.
  private static func special(_ special: Special?, slip: Int32, _ network: Network, _ position: Int) -> Special {
    var delayed = special ?? Special()
    delayed.slip = slip
    if special == nil { delayed.isFinishEvent = network.plan[network.index(position)].kind == .finishMilestone }
    return delayed
  }

  /// Takes the last change back; nothing where there is none.
  public mutating func undo() {
    switch steps.popLast() {
    case .all(let network, let fronts, let delays, let moved):
      base = network
      self.fronts = fronts
      self.delays = delays
      self.moved = moved
    case .quick:
      for place in fronts.indices { delays?[place].undo() }
    case .delay(let position, let special, let journals):
      for place in fronts.indices { fronts[place].takeBack(journals[place]) }
      set(special, at: position)
    case nil: break
    }
  }

  /// Gives a position other rare facts, or none. The place of what it had is kept for the next.
  private mutating func set(_ special: Special?, at position: Int) {
    for place in fronts.indices { fronts[place].pass.network.set(special, at: position) }
    base.set(special, at: position)
  }
}

extension Network {
  /// Gives a position other rare facts, or none.
  fileprivate mutating func set(_ special: Special?, at position: Int) {
    guard let special else {
      if self.special[position] == specials.count - 1 { specials.removeLast() }
      self.special[position] = -1
      return
    }
    if self.special[position] < 0 {
      self.special[position] = Int32(specials.count)
      specials.append(special)
    } else {
      specials[Int(self.special[position])] = special
    }
  }
}
