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
    public let activity: ActivityID
    /// Nil for one that was added.
    public let before: Dates?
    public let after: Dates
  }

  public struct Dates: Hashable, Sendable {
    public let start: Instant
    public let finish: Instant
  }

  /// What a change can be taken back with.
  private enum Step: Sendable {
    indirect case all(Network, [Front], [Delays], moved: [Move])
    indirect case delay(position: Int, special: Special?, [Front.Journal])
    /// A delay that ``delays`` keeps.
    case quick
  }

  /// The plan as it stands after all changes.
  public var network: Network {
    var network = base
    for (position, slip) in delays.first?.slips ?? [:] {
      network.set(Propagation.special(nil, slip: slip, network, Int(position)), at: Int(position))
    }
    return network
  }

  /// The network without what ``delays`` delays.
  private var base: Network
  /// For each reading: first and, where dates are imprecise, last days.
  private var fronts: [Front]
  /// By reading, delays of what ``fronts`` hold; empty where there are none, or where calendars and rare facts matter.
  private var delays: [Delays] = []
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
    if delays.allSatisfy(\.isEmpty) { return pass }
    pass.network = network
    pass.rows = delays[place].rows
    for position in 0..<base.count {
      for arc in Int(base.startArcs[position])..<Int(base.startArcs[position + 1]) {
        let days = arc >= Int(base.finishArcs[position]) ? pass.duration[position] : 0
        pass.linkBounds[arc] = pass.rows[Int(pass.arcs[arc].row)] &+ pass.arcs[arc].lag &- days
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
    func dates(_ rows: borrowing [Int32]) -> Dates {
      Dates(start: Instant(minutes: rows[2 * position]), finish: Instant(minutes: rows[2 * position + 1]))
    }
    return delays.isEmpty ? dates(fronts[0].pass.rows) : dates(delays[0].rows)
  }

  /// Where an activity finishes now, in both readings.
  ///
  /// - Precondition: nothing is as late as possible, and there are no spans.
  /// - Complexity: O(1).
  package func finishes(of index: ActivityIndex) -> Readings<Instant> {
    let row = 2 * base.position(index) + 1
    func finish(_ place: Int) -> Instant {
      Instant(minutes: delays.isEmpty ? fronts[place].pass.rows[row] : delays[place].rows[row])
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
    delays = []
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
    let before = special?.slip ?? delays.first?.slips[Int32(position)] ?? 0
    let (sum, overflow) = before.addingReportingOverflow(time.minutes)
    guard !overflow, abs(Int64(sum)) <= Lowering.longest else {
      throw InvalidPlan([Diagnostic(.horizonTooLong, "'\(base.plan[index].id)' slips too far")])
    }
    if base.isDaysOnly { return quickDelay(position, by: time.minutes) }
    set(Propagation.special(special, slip: sum, base, position), at: position)
    visited = 0
    var journals: [Front.Journal] = []
    for place in fronts.indices {
      fronts[place].insert(position)
      journals.append(base.calendars.withTables { fronts[place].run($0) })
      visited += fronts[place].visited
    }
    steps.append(.delay(position: position, special: special, journals))
    if fronts.contains(where: { !$0.pass.unsettled.isEmpty }) {
      undo()
      throw InvalidPlan([Diagnostic(.infeasibleMaximum, base.plan[index].id.text, "more time")])
    }
    return journals[0].dates.count
  }

  private mutating func quickDelay(_ position: Int, by minutes: Int32) -> Int {
    if delays.isEmpty { delays = fronts.map { Delays($0.pass) } }
    visited = 0
    var moved = 0
    for place in delays.indices {
      let count = delays[place].delay(position, by: minutes)
      if place == 0 { moved = count }
      visited += delays[place].visited
    }
    steps.append(.quick)
    return moved
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
      for place in delays.indices { delays[place].undo() }
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
