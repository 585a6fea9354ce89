public import PlanModel

/// All floats of one activity, in working time on its own calendar.
///
/// They answer: by how much may it be later, and who else may then still be late? The end is that of the schedule: the
/// end of the activity's own project, or the one that was named.
///
/// Source: Elmaghraby (1977) for safety and independent float; interfering float as practitioners use the word.
public struct ActivityFloats: Hashable, Sendable {
  /// Late start less early start; nil once it has started.
  public let totalAtStart: WorkTime?
  /// Late finish less early finish.
  public let totalAtFinish: WorkTime
  /// The one of the two that the plan's `float` option names; by default the smaller.
  public let total: WorkTime
  /// Later by this, everything else keeps its early dates. Zero or more.
  public let free: WorkTime
  /// Later by this, everything before it may be as late as it may be. Negative where it is late itself, or where its
  /// predecessors are measured to another end, which lets them be later than this one can bear.
  public let safety: WorkTime
  /// Later by this, everything before it may be late and everything after it keeps its early dates. Zero or more.
  public let independent: WorkTime
  /// ``total`` by the clock, for tolerances that are stated in days whatever the calendar: late date less early date.
  public let elapsed: ElapsedTime

  /// What it takes from others where it uses more than its free float: total less free.
  public var interfering: WorkTime { total - free }
}

/// The floats of all activities of a schedule.
///
///     FloatTable(schedule)["pour"]?.first?.safety
///
/// - Complexity: O(activities + links) for each reading.
public struct FloatTable: Sendable {
  private let plan: Plan
  /// By place in the plan.
  private let floats: [Readings<ActivityFloats?>]

  /// Computes all floats in both readings, to the ends that the schedule measures to.
  public init(_ schedule: Schedule) {
    let network = schedule.network
    plan = network.plan
    let first = FloatTable.forced(network, schedule.first, schedule.late)
    let last = network.lastFloor == nil ? first : FloatTable.forced(network, schedule.last, schedule.lateLast)
    floats = schedule.activities.map { activity in
      let position = activity.position
      let (total, free) = (activity.totalFloat, activity.freeFloat)
      return Readings(
        first: FloatTable.floats(network, position, schedule.first, schedule.late, first, total.first, free.first),
        last: FloatTable.floats(network, position, schedule.last, schedule.lateLast, last, total.last, free.last))
    }
  }

  /// The floats of an activity in both readings; nil there where it is done, not scheduled, or has no end to reach.
  public subscript(id: ActivityID) -> Readings<ActivityFloats?>? { plan.index(of: id).map { floats[Int($0.value)] } }

  /// By row, where each activity stands when all that it waits for is late: what is done stays where it is, what is
  /// behind comes no earlier.
  private static func forced(_ network: Network, _ early: EarlyDates, _ late: LateDates) -> [Int32] {
    var pass = ForwardPass(network, early.reading, lateFloors: early.lateFloors)
    let rows = early.rows.indices.map { late.rows[$0] == noLimit ? early.rows[$0] : max(late.rows[$0], early.rows[$0]) }
    pass.rows = rows
    var forced = rows
    network.calendars.withTables { tables in
      for (place, maximum) in pass.maximums.enumerated() {
        let bound = maximum.least(rows[Int(maximum.to)], tables)
        let position = maximum.predecessor
        pass.maximumBounds[place] =
          maximum.leavesFinish
          ? tables[Int(network.calendar[position])].before(network.work(position, early, tables), to: bound) : bound
      }
      for position in 0..<network.count {
        pass.sweep(position..<position + 1, tables)
        for row in [2 * position, 2 * position + 1] {
          forced[row] = pass.rows[row]
          pass.rows[row] = rows[row]
        }
      }
    }
    return forced
  }

  private static func floats(
    _ network: Network, _ position: Int, _ early: EarlyDates, _ late: LateDates, _ forced: [Int32], _ total: WorkTime?,
    _ free: WorkTime?
  ) -> ActivityFloats? {
    guard let total, let free, let lateFinish = late.finish(position) else { return nil }
    let lateStart = late.start(position)
    let calendar = network.calendars[Int(network.calendar[position])]
    func work(_ from: Int32, _ to: Int32) -> WorkTime {
      calendar.work(from: Instant(minutes: from), to: Instant(minutes: to))
    }
    let row = lateStart == nil ? 2 * position + 1 : 2 * position
    let pushed = work(early.rows[row], forced[row])
    let byStart = lateStart.map { $0 - early.start(position) }
    let byFinish = lateFinish - early.finish(position)
    let elapsed =
      switch network.rules.float {
      case .start: byStart ?? byFinish
      case .finish: byFinish
      case .smallest: min(byStart ?? byFinish, byFinish)
      }
    return ActivityFloats(
      totalAtStart: lateStart.map { work(early.start(position), $0) },
      totalAtFinish: work(early.finish(position), lateFinish), total: total, free: free,
      safety: work(forced[row], lateStart ?? lateFinish), independent: max(.zero, free - pushed),
      elapsed: ElapsedTime(minutes: elapsed))
  }
}
