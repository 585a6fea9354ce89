public import PlanModel

/// By how much the end would come earlier if an activity took no time.
public struct Drag: Hashable, Sendable {
  /// The finish of the end as things are.
  public let finish: Instant
  /// Its finish if the activity took no time, or had nothing left.
  public let without: Instant

  /// The gain, by the clock; negative where the end would come later.
  public var elapsed: ElapsedTime { ElapsedTime(minutes: finish.minutes - without.minutes) }
}

/// The drag of every activity, to one end.
///
///     let drags = Drags(schedule, to: "handover")
///     drags["pour"]?.elapsed        // handover would come so much earlier without it
///
/// Drag is found by scheduling again with no work for the activity (with nothing left, of a started one), so it holds for
/// all link kinds, lags and calendars. With links between starts or finishes it can be negative: a longer activity can
/// bring the end forward, see ``CriticalityClass``.
///
/// Where its finish is bound, it stands where ever shorter work would end: on Friday evening, not on Monday morning.
/// (Where dates rest on late dates, everything stands where work begins.)
///
/// - Complexity: of ``init(_:_:to:)`` O(activities + links) and, for each activity that can matter, O(activities that
///   move + their links). Devaux (1999); re-scheduling instead of his rule, which holds without lags only.
public struct Drags: Sendable {
  private let plan: Plan
  /// By place in the plan.
  private let drags: [Drag?]

  /// - Parameters:
  ///   - reading: which end of imprecise dates and durations; see ``Reading``.
  ///   - end: the activity whose finish counts; nil: the end of each activity's own project.
  public init(_ schedule: Schedule, _ reading: Reading = .first, to end: ActivityID? = nil) {
    let what = WhatIf(schedule, reading, to: end)
    plan = schedule.network.plan
    drags = what.forEachActivity { resolving, position, work, tables in
      guard let finish = resolving.finish(for: position) else { return nil }
      let matters = work > 0 && (what.isOnLongestPath[position] || what.isPulledByItsFinish(position))
      guard let without = matters ? resolving.finish(with: 0, at: position, tables) : finish else { return nil }
      return Drag(finish: Instant(minutes: finish), without: Instant(minutes: without))
    }
  }

  /// The drag of an activity; nil where it is an event, done or not scheduled, or could not take no time.
  public subscript(id: ActivityID) -> Drag? { plan.index(of: id).flatMap { drags[Int($0.value)] } }
}

/// What questions of the kind "if it took longer" share.
struct WhatIf {
  let network: Network
  let early: EarlyDates
  let end: Int?
  /// By position, to the end that is asked for.
  let isOnLongestPath: [Bool]

  init(_ schedule: Schedule, _ reading: Reading, to end: ActivityID?) {
    network = schedule.network
    early = reading == .first ? schedule.first : reading == .last ? schedule.last : EarlyDates(network, reading)
    self.end = end.flatMap { schedule.network.plan.index(of: $0) }.map(schedule.network.position)
    isOnLongestPath = schedule.ends.longestPaths(network, early, to: self.end)
  }

  /// Whether shorter work can delay something: its finish is bound, a share of its duration is a lag, or late dates and
  /// maximal lags are in play.
  func isPulledByItsFinish(_ position: Int) -> Bool {
    if network.needsWholePass(for: end) || network.block(at: position) != nil { return true }
    if network.finishArcs[position] < network.startArcs[position + 1] { return true }
    if let special = network.special(at: position),
      special.finishFloor(early.reading) != nil || special.pinnedFinish != nil
    {
      return true
    }
    return (Int(network.leavingStart[position])..<Int(network.leavingStart[position + 1])).contains {
      network.percentLag(Int(network.leaving[$0].arc)) != nil
    }
  }

  /// The answer for each activity that has work left, by place in the plan.
  func forEachActivity<Answer>(
    _ answer: (inout Resolving, Int, Int32, [CalendarTables]) -> Answer?
  ) -> [Answer?] {
    var answers = [Answer?](repeating: nil, count: network.count)
    var resolving = Resolving(network, early, to: end)
    network.calendars.withTables { tables in
      for position in 0..<network.count {
        guard let work = network.changeableWork(at: position, early, tables) else { continue }
        answers[Int(network.index(position).value)] = answer(&resolving, position, work, tables)
      }
    }
    return answers
  }
}
