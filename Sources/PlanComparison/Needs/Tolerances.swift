public import PlanModel
public import PlanSchedule

/// How long each deliverable may slip before a milestone moves, and before it misses its target.
///
///     let tolerances = Tolerances(outlook, to: ["bergen-start"])
///     tolerances["release-1-1", "bergen-start"]?.misses?.atWorst      // 9 d: then the target holds in any case
///
/// A tolerance is the largest own slip, in whole minutes by the clock, that changes nothing; with one minute more the
/// milestone moves, or misses. Work time, calendars, lags and windows on the way are taken into account.
public struct Tolerances: Sendable {
  /// What one deliverable may slip for one milestone.
  public struct Cell: Hashable, Sendable {
    /// Before the milestone moves, at the first and at the last days; nil where the milestone has no date that could.
    public let moves: Readings<ElapsedTime?>
    /// Before the milestone misses the last day of its target; nil where it has none.
    public let misses: ToTarget?
    /// Whether an unknown duration on the way can only make it less.
    public let isAtMost: Bool
  }

  /// Before a target is missed; nil where it is missed already in that reading.
  public struct ToTarget: Hashable, Sendable {
    /// Last days, high durations: up to this the target holds in any case.
    public let atWorst: ElapsedTime?
    /// Last days, likely durations.
    public let likely: ElapsedTime?
    /// First days, low durations: beyond this it is missed in any case.
    public let atBest: ElapsedTime?
  }

  /// In plan order.
  public let milestones: [ActivityID]
  /// Everything before them that is neither done nor under way, in plan order; also what has no date to slip from.
  public let deliverables: [ActivityID]
  /// Those of them that have no date: they cannot slip before they have one.
  public let undated: Set<ActivityID>
  private let cells: [Pair: Cell]

  private struct Pair: Hashable {
    let deliverable: ActivityID
    let milestone: ActivityID
  }

  /// The tolerance of a deliverable towards a milestone; nil where no path leads there, or it has no date.
  public subscript(deliverable: ActivityID, milestone: ActivityID) -> Cell? {
    cells[Pair(deliverable: deliverable, milestone: milestone)]
  }

  /// Whether a deliverable lies before a milestone, whatever its dates.
  public func leads(_ deliverable: ActivityID, to milestone: ActivityID) -> Bool {
    ways[milestone]?.contains(deliverable) ?? false
  }
  private let ways: [ActivityID: Set<ActivityID>]

  /// - Parameter milestones: nil: every milestone ahead that has a target and something ahead before it.
  /// - Complexity: O(activities + links) for each milestone; where maximal lags, windows or late placing leave no way
  ///   back, some 30 schedules for each pair.
  public init(_ outlook: Outlook, to milestones: [ActivityID]? = nil) {
    let network = outlook.network
    let ahead = outlook.plan.activities.map(\.id).filter { id in
      guard let end = outlook.schedule[id], end.isScheduled, !end.isDone else { return false }
      return milestones?.contains(id) ?? (end.activity.kind.isMilestone && outlook.target(of: id) != nil)
    }
    var (cells, ways): ([Pair: Cell], [ActivityID: Set<ActivityID>]) = ([:], [:])
    let slippable = Set(
      outlook.schedule.activities.lazy.filter {
        $0.isScheduled && !$0.isDone && $0.driver != .actual && $0.span == nil
      }.map(\.id))
    let undated = slippable.filter { outlook.schedule[$0]?.isUndated ?? false && !outlook.hasStart($0) }
    let slips = Slips(outlook)
    for id in ahead {
      let before = network.upstream(of: [id]).intersection(slippable).subtracting([id])
      guard !before.isEmpty || milestones != nil else { continue }
      ways[id] = before
      let unknown = UnknownDurations(before: id, in: network)
      let hasDate = outlook.schedule[id]?.isLowerBound == false
      let room = slips.room(before: id)
      for deliverable in before where !undated.contains(deliverable) {
        guard let place = outlook.plan.index(of: deliverable).map(network.position), let cell = room(place) else {
          continue
        }
        cells[Pair(deliverable: deliverable, milestone: id)] = Cell(
          moves: hasDate ? cell.moves : Readings(first: nil, last: nil), misses: cell.misses,
          isAtMost: !unknown.between(deliverable).isEmpty || outlook.schedule[deliverable]?.isUndated ?? false)
      }
    }
    self.cells = cells
    self.ways = ways
    self.milestones = ahead.filter { ways[$0] != nil }
    let all = ways.values.reduce(into: Set<ActivityID>()) { $0.formUnion($1) }
    deliverables = outlook.plan.activities.map(\.id).filter(all.contains)
    self.undated = undated
  }
}

extension Outlook {
  /// Whether something undated has at least a date to begin: work without a duration.
  fileprivate func hasStart(_ id: ActivityID) -> Bool {
    guard let activity = schedule[id] else { return false }
    return activity.activity.kind == .task && activity.activity.duration == nil && activity.driver != .nothing
  }
}
