import PlanGraph
public import PlanModel

/// When everything happens and why.
///
///     let schedule = Schedule(try Network(plan))
///     schedule["pour"]?.start
///     schedule["pour"]?.driver          // .link(…): every date knows its reason
///
/// Both readings are kept: imprecise dates at their first and at their last day, durations at likely. Late dates and
/// floats are to the end of each activity's own project unless another end is named; where very many projects reach each
/// other, to the nearest of their ends, see ``hasGroupFloats``.
public struct Schedule: Sendable {
  @usableFromInline let storage: ScheduleStorage

  // Lent, not copied: a network is dozens of arrays, and it is asked for with every activity.
  /// The plan that was scheduled, lowered to arrays, with its rules and its findings.
  @inlinable public var network: Network { _read { yield storage.network } }
  /// Imprecise dates at their first day.
  @inlinable public var first: EarlyDates { _read { yield storage.first } }
  /// Imprecise dates at their last day; the same as ``first`` where nothing is imprecise.
  @inlinable public var last: EarlyDates { _read { yield storage.last } }
  package var late: LateDates { _read { yield storage.late } }
  package var lateLast: LateDates { _read { yield storage.lateLast } }
  package var credibility: Credibility { _read { yield storage.credibility } }
  package var longestPath: [Bool] { _read { yield storage.longestPath } }
  package var ends: ProjectEnds { _read { yield storage.ends } }
  /// The named end of floats, nil for the end of each activity's own project.
  public var floatTo: ActivityID? { storage.floatTo }

  /// Schedules a network; this cannot fail.
  ///
  /// - Parameter end: the milestone that late dates and floats are to; nil: the end of each activity's own project.
  /// - Complexity: O(activities + links) for each reading. Where at most 64 projects reach each other, once more over
  ///   those projects for each of them.
  public init(_ network: Network, to end: ActivityID? = nil) { storage = ScheduleStorage(network, to: end) }

  /// Whether some floats are to the nearest end of a large group of projects that reach each other, and not to the end
  /// of the activity's own project; see ``ScheduledActivity/isGroupFloat``.
  public var hasGroupFloats: Bool { floatTo == nil && ends.hasGroupFloats }

  /// The activity with this id; nil where the plan has none.
  public subscript(id: ActivityID) -> ScheduledActivity? {
    network.plan.index(of: id).map { ScheduledActivity(schedule: self, index: $0) }
  }

  /// The activity at this place of the plan.
  public subscript(index: ActivityIndex) -> ScheduledActivity { ScheduledActivity(schedule: self, index: index) }

  /// All activities, in plan order.
  public var activities: [ScheduledActivity] {
    network.plan.activities.indices.map { ScheduledActivity(schedule: self, index: ActivityIndex($0)) }
  }

  /// The latest early finish of all scheduled activities; nil for an empty plan.
  public var finish: Instant? { first.finish(of: network) }
}

extension EarlyDates {
  /// The latest finish of all that is not left out; nil for an empty plan.
  package func finish(of network: Network) -> Instant? {
    (0..<network.count).lazy.filter { !network.isLeftOut($0) }
      .map { finish($0) }.max().map(Instant.init(minutes:))
  }
}

/// What a schedule is made of, behind one reference: a schedule is handed on with every activity that is asked about.
///
/// Never mutated after it is made.
@usableFromInline final class ScheduleStorage: Sendable {
  @usableFromInline let network: Network
  @usableFromInline let first: EarlyDates
  @usableFromInline let last: EarlyDates
  let late: LateDates
  let lateLast: LateDates
  let credibility: Credibility
  let longestPath: [Bool]
  let ends: ProjectEnds
  let floatTo: ActivityID?

  init(_ network: Network, to end: ActivityID?) {
    self.network = network
    let first = EarlyDates(network, .first)
    let last = network.lastFloor == nil ? first : EarlyDates(network, .last)
    let ends = ProjectEnds(network)
    let named = end.flatMap { network.plan.index(of: $0) }.map(network.position)
    let late = ends.lateDates(network, first, to: named)
    lateLast = network.lastFloor == nil ? late : ends.lateDates(network, last, to: named)
    credibility = Credibility(network, first)
    longestPath = ends.longestPaths(network, first, to: named)
    floatTo = named.map { network.activity($0).id }
    (self.first, self.last, self.ends, self.late) = (first, last, ends, late)
  }
}

/// Two readings of one quantity: imprecise dates at their first and at their last day.
public struct Readings<Value: Hashable & Sendable>: Hashable, Sendable {
  /// By the first day of every imprecise date.
  public let first: Value
  /// By the last day; the same as ``first`` where nothing imprecise has a say.
  public let last: Value

  /// Two readings; give one value twice where nothing is imprecise.
  public init(first: Value, last: Value) {
    self.first = first
    self.last = last
  }

  /// Whether both readings agree.
  public var agree: Bool { first == last }
}
