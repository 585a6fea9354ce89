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
    case all(Network, [Front], moved: [Move])
    case delay(position: Int, special: Special?, [Front.Journal])
  }

  /// The plan as it stands after all changes.
  public private(set) var network: Network
  /// For each reading: first and, where dates are imprecise, last days.
  private var fronts: [Front]
  private var steps: [Step] = []
  /// What the last change moved at the first reading, in plan order.
  public private(set) var moved: [Move] = []
  /// How many activities the last change visited, in all readings; where something is as late as possible, all of them.
  public private(set) var visited = 0

  /// - Complexity: a forward pass for each reading.
  public init(_ network: Network) {
    self.network = network
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

  private func early(_ place: Int) -> EarlyDates { EarlyDates(network, following: fronts[place].pass) }

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
    let newer = try Network(plan, rules: network.rules == .strict(network.plan.options) ? nil : network.rules)
    let mapping = PositionMapping(from: network, to: newer)
    let before = fronts
    let old = network
    network = newer
    visited = 0
    fronts = Propagation.readings(newer).enumerated().map { place, reading in
      let front = before[min(place, before.count - 1)]
      var next = Front(mapping.pass(from: front.pass, newer, reading))
      for position in mapping.changed(front.pass, next.pass) { next.insert(position) }
      _ = newer.calendars.withTables { next.run($0) }
      visited += next.visited
      return next
    }
    let step = Step.all(old, before, moved: moved)
    moved = moves(from: old, EarlyDates(old, following: before[0].pass), mapping)
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
    let position = network.position(index)
    let special = network.special(at: position)
    var delayed = special ?? Special()
    let (sum, overflow) = delayed.slip.addingReportingOverflow(time.minutes)
    guard !overflow, abs(Int64(sum)) <= Lowering.longest else {
      throw InvalidPlan([Diagnostic(.horizonTooLong, "'\(network.plan[index].id)' slips too far")])
    }
    delayed.slip = sum
    if special == nil { delayed.isFinishEvent = network.plan[index].kind == .finishMilestone }
    set(delayed, at: position)
    visited = 0
    var journals: [Front.Journal] = []
    for place in fronts.indices {
      fronts[place].insert(position)
      journals.append(network.calendars.withTables { fronts[place].run($0) })
      visited += fronts[place].visited
    }
    steps.append(.delay(position: position, special: special, journals))
    if fronts.contains(where: { !$0.pass.unsettled.isEmpty }) {
      undo()
      throw InvalidPlan([Diagnostic(.infeasibleMaximum, network.plan[index].id.text, "more time")])
    }
    return journals[0].dates.count
  }

  /// Takes the last change back; nothing where there is none.
  public mutating func undo() {
    switch steps.popLast() {
    case .all(let network, let fronts, let moved):
      self.network = network
      self.fronts = fronts
      self.moved = moved
    case .delay(let position, let special, let journals):
      for place in fronts.indices { fronts[place].takeBack(journals[place]) }
      set(special, at: position)
    case nil: break
    }
  }

  /// Gives a position other rare facts, or none. The place of what it had is kept for the next.
  private mutating func set(_ special: Special?, at position: Int) {
    for place in fronts.indices { fronts[place].pass.network.set(special, at: position) }
    network.set(special, at: position)
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
