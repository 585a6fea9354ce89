package import PlanGraph
public import PlanModel

/// A plan lowered to flat arrays, ready to be scheduled.
///
///     let network = try Network(plan)
///     let schedule = Schedule(network)
///
/// Activities are renumbered predecessors first: position 0 has none. All times are minutes since 1970-01-01T00:00.
/// Making a network is the one step that can refuse a plan; scheduling it cannot fail.
public struct Network: Sendable {
  /// The plan that was lowered; what only ``Propagation/delay(_:by:)`` delays is not in it.
  public let plan: Plan
  /// The choices that it was lowered with: those of the plan's options, unless others were given.
  public let rules: Rules
  package let graph: DependencyGraph
  package let calendars: [CompiledCalendar]
  package let windows: [CompiledWindow]

  // By position.
  package let calendar: [Int16]
  package var duration: [Int32]
  /// Nil where no activity has a range.
  package internal(set) var lowDuration: [Int32]?
  package internal(set) var highDuration: [Int32]?
  /// Where the start may not come before: status date, project start, planned date, at the first reading.
  package let firstFloor: [Int32]
  /// The same at the last reading; nil where no date is imprecise.
  package let lastFloor: [Int32]?
  /// The place in ``specials`` of an activity with more than a floor, −1 for none.
  package var special: [Int32]
  package var specials: [Special]

  // By arc, the arcs into each position together, those that bound its start first.
  package internal(set) var arcs: [NetworkArc]
  package let startArcs: [Int32]  // position p: startArcs[p]..<finishArcs[p] bound the start
  package let finishArcs: [Int32]  // finishArcs[p]..<startArcs[p + 1] bound the finish
  /// The same arcs with the lags of other durations; nil where no lag is a share of a range.
  package internal(set) var lowArcs: [NetworkArc]?
  package internal(set) var highArcs: [NetworkArc]?
  /// The calendar of each arc's lag, −1 for elapsed time; nil where every lag is elapsed or zero.
  package let arcCalendar: [Int16]?
  /// The calendar on which all work and all lags run, whatever durations are; −1 where there are several.
  let soleCalendar: Int16
  /// The place of each arc's link in the plan.
  package let arcLink: [Int32]
  /// The arcs out of position p are `leaving[leavingStart[p]..<leavingStart[p + 1]]`, in plan order.
  package let leavingStart: [Int32]
  package let leaving: [LeavingArc]

  /// Maximal lags, by block; in a block by predecessor, later ones first.
  package internal(set) var maximums: [Maximum]
  /// The same with the lags of other durations; nil where none is a share of a range.
  package internal(set) var lowMaximums: [Maximum]?
  package internal(set) var highMaximums: [Maximum]?
  /// The places of maximal lags in ``maximums``, by successor.
  package let maximumsBySuccessor: [Int32]
  /// What maximal lags tie together, in order.
  package let blocks: [Block]
  /// Summaries and hammocks, after those that they span.
  package let spans: [Span]
  /// The positions that use their free float, in order.
  package let asLateAsPossible: [Int32]
  /// By project: what its late dates are counted from, ``noLimit`` for its own finish; empty where no project has any.
  package let mustFinish: [Int32]

  /// The instant that undated roots are placed at.
  package let origin: Int32
  /// The end of the status date, nil where the plan has none.
  package let statusDate: Int32?
  /// Whether a root without a date stands at a start that the plan gives.
  package let hasStart: [Bool]?
  /// The project of each position, counted in plan order; activities of no project share one number.
  package let project: [Int32]
  package let projectCount: Int
  /// What the facts of each position say of its date.
  package let facts: [OwnFacts]
  /// The basis of the link behind each arc.
  package let arcBasis: [Basis]
  /// Findings that do not stop the plan: dates after the status date, facts that move nothing, longest lags that are
  /// exceeded.
  public internal(set) var findings: [Diagnostic]

  /// The lengths of working units.
  package let lengths: UnitLengths

  /// What sweeps over several calendars look up, for all copies of this network.
  private(set) var sweeps = SweepMemory()
  /// From how many activities on calendars are worth cells.
  package var leastInCells = 1000
  /// Whether activities are computed side by side, where they can be: the dates are the same.
  package var isSideBySide = true

  /// Whether anything stands at its late dates.
  package var hasLateFloors: Bool {
    rules.scheduleFrom == .finish && plan.mustFinishBy != nil
      || rules.asLateAsPossible == .totalFloat && !asLateAsPossible.isEmpty
  }

  /// The number of activities.
  public var count: Int { duration.count }

  /// Whether any date or duration has two readings.
  public var isImprecise: Bool { lastFloor != nil || lowDuration != nil || highDuration != nil }

  /// Whether all work and all lags run around the clock, and no activity has more than a floor: most what-ifs by number.
  package var isDaysOnly: Bool { calendars.count == 1 && specials.isEmpty && blocks.isEmpty }

  /// Whether all work and all lags run on one calendar with hours, and no activity has more than a floor: then dates can
  /// be counted in its working minutes.
  package var isOnOneCalendar: Bool { soleCalendar > 0 && specials.isEmpty && blocks.isEmpty }

  /// Whether calendars are worth cells: there are many activities, and not too many calendars.
  var isWorthCells: Bool { count >= leastInCells && calendars.count <= 64 }

  /// Whether the last sweep stayed within the cells of calendars.
  package var isSweptInCells: Bool { isWorthCells && sweeps.hasStructure }

  package func position(_ index: ActivityIndex) -> Int { Int(graph.rank[Int(index.value)]) }
  package func index(_ position: Int) -> ActivityIndex { ActivityIndex(Int(graph.order[position])) }
  package func position(of id: ActivityID) -> Int { plan.index(of: id).map(position) ?? -1 }
  package func activity(_ position: Int) -> Activity { plan[index(position)] }

  package func special(at position: Int) -> Special? {
    special[position] < 0 ? nil : specials[Int(special[position])]
  }

  /// Whether the passes leave a position out: it is cancelled, inactive, a summary or a hammock.
  func isLeftOut(_ position: Int) -> Bool {
    special[position] >= 0 && specials[Int(special[position])].isLeftOut
  }

  /// The block of a position; nil for one that no maximal lag ties to others. O(log blocks).
  func block(at position: Int) -> Block? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].positions.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].positions.contains(position) ? blocks[low] : nil
  }

  /// The places of the maximal lags that lead to a position. O(log maximums).
  func maximums(into position: Int) -> ArraySlice<Int32> {
    func first(_ successor: Int) -> Int {
      var (low, high) = (0, maximumsBySuccessor.count)
      while low < high {
        let middle = (low + high) / 2
        if maximums[Int(maximumsBySuccessor[middle])].successor < successor { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return maximums.isEmpty ? [] : maximumsBySuccessor[first(position)..<first(position + 1)]
  }

  package func durations(_ reading: Reading) -> [Int32] {
    switch reading.durations {
    case .low: lowDuration ?? duration
    case .likely: duration
    case .high: highDuration ?? duration
    }
  }

  package func arcs(_ reading: Reading) -> [NetworkArc] {
    switch reading.durations {
    case .low: lowArcs ?? arcs
    case .likely: arcs
    case .high: highArcs ?? arcs
    }
  }

  package func maximums(_ reading: Reading) -> [Maximum] {
    switch reading.durations {
    case .low: lowMaximums ?? maximums
    case .likely: maximums
    case .high: highMaximums ?? maximums
    }
  }

  package func floors(_ reading: Reading) -> [Int32] {
    reading.dates == .last ? lastFloor ?? firstFloor : firstFloor
  }
}

/// A lowered link: the date row it leaves from, and its lag.
///
/// Row 2p is the start of position p, row 2p + 1 its finish.
package struct NetworkArc: Sendable {
  package let row: Int32
  package internal(set) var lag: Int32
}

/// An arc as its predecessor sees it: the arc, and the position that it leads to.
package struct LeavingArc: Sendable {
  package let arc: Int32
  package let to: Int32
}

/// What only some activities have, lowered. Instants in minutes; nil where absent.
package struct Special: Hashable, Sendable {
  package var plannedFirst: Int32?
  package var plannedLast: Int32?
  package var startFloorFirst: Int32?
  package var startFloorLast: Int32?
  package var finishFloorFirst: Int32?
  package var finishFloorLast: Int32?
  package var startCeiling: Int32?
  package var finishCeiling: Int32?
  package var pinnedStart: Int32?
  package var pinnedFinish: Int32?
  /// Elapsed, added after all bounds where positive, taken from the planned floor where negative.
  package var slip: Int32 = 0
  package var actualStart: Int32?
  package var actualFinish: Int32?
  /// Working minutes left of a started activity.
  package var remaining: Int32?
  /// The end of the day on which it was suspended, and the start of that on which it goes on.
  package var suspended: Int32?
  package var resumes: Int32?
  package var expectedFirst: Int32?
  package var expectedLast: Int32?
  package var window: Int32?
  package var isFinishEvent = false
  /// Without work in a what-if: finish bounds hold it where work ends, as they hold the shortest work, and not where work
  /// begins again.
  var isInstant = false
  /// Not scheduled by the passes: cancelled, inactive, a summary or a hammock.
  package var isLeftOut = false
  /// The place in ``Network/spans`` of a summary or a hammock over anything.
  package var span: Int32?
  /// The maximal lags that can pull it, as places in ``Network/maximums``.
  package var pulls = 0..<0

  package init() {}

  package func planned(_ reading: Reading) -> Int32? { reading.dates == .last ? plannedLast : plannedFirst }
  package func expected(_ reading: Reading) -> Int32? { reading.dates == .last ? expectedLast : expectedFirst }
  package func startFloor(_ reading: Reading) -> Int32? { reading.dates == .last ? startFloorLast : startFloorFirst }
  package func finishFloor(_ reading: Reading) -> Int32? { reading.dates == .last ? finishFloorLast : finishFloorFirst }
}

/// What stands for "no limit" in late dates: later than any date a plan can reach.
package let noLimit = Int32.max

extension Network {
  /// The named activities and everything that hard links lead to from them. O(activities + links).
  public func downstream(of ids: [ActivityID]) -> Set<ActivityID> {
    let nodes = ids.compactMap { plan.index(of: $0).map { Int($0.value) } }
    let reached = graph.descendants(of: nodes)
    return Set(reached.indices.lazy.filter { reached[$0] }.map { plan.activities[$0].id })
  }

  /// The named activities and everything they wait for over hard links. O(activities + links).
  public func upstream(of ids: [ActivityID]) -> Set<ActivityID> {
    let nodes = ids.compactMap { plan.index(of: $0).map { Int($0.value) } }
    let reached = graph.ancestors(of: nodes)
    return Set(reached.indices.lazy.filter { reached[$0] }.map { plan.activities[$0].id })
  }

  /// The latest bound that links set to the start of an activity; nil where none leads to it.
  public func latestLinkBound(of id: ActivityID, _ early: EarlyDates) -> Instant? {
    guard let index = plan.index(of: id) else { return nil }
    let position = position(index)
    return (Int(startArcs[position])..<Int(startArcs[position + 1])).map { early.linkBounds[$0] }.max()
      .map(Instant.init(minutes:))
  }
}
