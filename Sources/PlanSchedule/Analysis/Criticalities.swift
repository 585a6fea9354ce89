public import PlanModel

/// What a critical activity does to the end when its work changes.
///
/// A longer activity can bring the end *forward*: where its finish is bound (finish-to-finish, start-to-finish) and its
/// start holds others (start-to-start, start-to-finish), more work means an earlier start. That, and what a critical
/// activity with no influence at all is, takes six classes.
///
/// Source: Wiest (1981); Valls and Lino (2001).
public enum CriticalityClass: String, Hashable, Sendable, CaseIterable {
  /// Longer delays the end, shorter brings it forward.
  case normal
  /// Longer brings the end forward, shorter delays it.
  case reverse
  /// Neither moves the end, though it is on the longest path: only its start, or only its finish, is.
  case neutral
  /// Either delays the end.
  case bicritical
  /// Longer delays the end, shorter changes nothing.
  case increasingNormal = "increasing normal"
  /// Shorter delays the end, longer changes nothing.
  case decreasingReverse = "decreasing reverse"
}

/// Where the end goes when an activity takes a minute less or more.
public struct Criticality: Hashable, Sendable {
  /// By the clock; positive: the end comes later.
  public let shorter: ElapsedTime
  /// By the clock; positive: the end comes later.
  public let longer: ElapsedTime

  /// Nil where calendars or windows make the end move in steps, so that it fits none of the six.
  public var `class`: CriticalityClass? {
    switch (shorter.minutes.signum(), longer.minutes.signum()) {
    case (-1, 1): .normal
    case (1, -1): .reverse
    case (0, 0): .neutral
    case (1, 1): .bicritical
    case (0, 1): .increasingNormal
    case (1, 0): .decreasingReverse
    default: nil
    }
  }
}

/// The criticality of every activity on the longest path to one end.
///
///     Criticalities(schedule, to: "handover")["pour"]?.class      // .normal
///
/// - Complexity: as of ``Drags``, twice.
public struct Criticalities: Sendable {
  private let plan: Plan
  /// By place in the plan.
  private let criticalities: [Criticality?]

  /// - Parameters:
  ///   - reading: which end of imprecise dates and durations; see ``Reading``.
  ///   - end: the activity whose finish counts; nil: the end of each activity's own project.
  public init(_ schedule: Schedule, _ reading: Reading = .first, to end: ActivityID? = nil) {
    let what = WhatIf(schedule, reading, to: end)
    plan = schedule.network.plan
    criticalities = what.forEachActivity { resolving, position, work, tables in
      // What longest lags tie to others can move the end from beside the path as well.
      let matters = what.isOnLongestPath[position] || what.network.block(at: position) != nil
      guard work > 0, matters, let finish = resolving.finish(for: position),
        let shorter = resolving.finish(with: work - 1, at: position, tables),
        let longer = resolving.finish(with: work + 1, at: position, tables)
      else { return nil }
      return Criticality(
        shorter: ElapsedTime(minutes: shorter - finish), longer: ElapsedTime(minutes: longer - finish))
    }
  }

  /// The criticality of an activity; nil where it is neither on the longest path nor tied by
  /// longest lags, or has no work to change.
  public subscript(id: ActivityID) -> Criticality? { plan.index(of: id).flatMap { criticalities[Int($0.value)] } }
}
