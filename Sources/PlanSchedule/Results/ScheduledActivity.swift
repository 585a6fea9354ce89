import PlanGraph
public import PlanModel

/// One activity of a schedule, with everything that is known about its dates.
public struct ScheduledActivity: Sendable {
  package let schedule: Schedule
  public let index: ActivityIndex

  package var network: Network { schedule.network }
  package var position: Int { network.position(index) }

  public var activity: Activity { network.plan[index] }
  public var id: ActivityID { activity.id }

  // MARK: Early dates

  /// The placed start, at the first reading.
  public var start: Instant { starts.first }
  /// The placed finish, at the first reading.
  public var finish: Instant { finishes.first }

  public var starts: Readings<Instant> {
    Readings(
      first: Instant(minutes: schedule.first.start(position)), last: Instant(minutes: schedule.last.start(position)))
  }

  public var finishes: Readings<Instant> {
    Readings(
      first: Instant(minutes: schedule.first.finish(position)), last: Instant(minutes: schedule.last.finish(position)))
  }

  /// The civil days of the placed date: of a start milestone or the start of work.
  public var startDays: Readings<Day> {
    activity.kind == .finishMilestone
      ? finishDays : Readings(first: starts.first.day, last: starts.last.day)
  }

  /// The civil days on which it is finished; a start milestone is finished the day it starts.
  public var finishDays: Readings<Day> {
    activity.kind == .startMilestone
      ? startDays : Readings(first: finishes.first.finishDay, last: finishes.last.finishDay)
  }

  /// The day that people mean by "its date": the start of a start milestone, else the finish.
  public var days: Readings<Day> { finishDays }

  /// The date by links alone, with predecessors where they are placed; nil where no hard link leads here.
  public var logicDays: Readings<Day>? {
    guard let first = logic(schedule.first), let last = logic(schedule.last) else { return nil }
    return Readings(first: first, last: last)
  }

  private func logic(_ early: EarlyDates) -> Day? {
    let arcs = Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
    guard let bound = arcs.map({ early.linkBounds[$0] }).max() else { return nil }
    let start = network.roll(bound, position)
    if activity.kind == .startMilestone { return Instant(minutes: start).day }
    let finish = network.calendars[Int(network.calendar[position])].after(
      WorkTime(minutes: network.durations(early.reading)[position]), from: Instant(minutes: start))
    return finish.finishDay
  }

  // MARK: Late dates and float

  public var lateStart: Readings<Instant?> {
    Readings(
      first: schedule.late.start(position).map(Instant.init(minutes:)),
      last: schedule.lateLast.start(position).map(Instant.init(minutes:)))
  }

  public var lateFinish: Readings<Instant?> {
    Readings(
      first: schedule.late.finish(position).map(Instant.init(minutes:)),
      last: schedule.lateLast.finish(position).map(Instant.init(minutes:)))
  }

  /// Working time on its own calendar by which it may be later without moving the end; nil where no path leads there
  /// or it is done.
  public var totalFloat: Readings<WorkTime?> {
    Readings(
      first: totalFloat(schedule.first, schedule.late), last: totalFloat(schedule.last, schedule.lateLast))
  }

  private func totalFloat(_ early: EarlyDates, _ late: LateDates) -> WorkTime? {
    let calendar = network.calendars[Int(network.calendar[position])]
    func work(_ from: Int32, _ to: Int32?) -> WorkTime? {
      to.map { calendar.work(from: Instant(minutes: from), to: Instant(minutes: $0)) }
    }
    let start = work(early.start(position), late.start(position))
    let finish = work(early.finish(position), late.finish(position))
    return switch network.rules.float {
    case .start: start ?? finish
    case .finish: finish ?? start
    case .smallest: [start, finish].compactMap { $0 }.min()
    }
  }

  /// Working time on its own calendar by which it may be later while every other activity keeps its early date; nil
  /// where it is done or has no end to reach.
  public var freeFloat: Readings<WorkTime?> {
    Readings(first: freeFloat(schedule.first, totalFloat.first), last: freeFloat(schedule.last, totalFloat.last))
  }

  private func freeFloat(_ early: EarlyDates, _ total: WorkTime?) -> WorkTime? {
    guard let total, network.special(at: position)?.actualFinish == nil else { return nil }
    return network.linkFloats(of: position, early).map(\.float).min().map { min($0, max(total, .zero)) } ?? total
  }

  /// Whether the float is only an upper bound, since something it rests on is undated.
  public var isFloatAtMost: Bool {
    schedule.credibility.isUndated[position] || schedule.credibility.feedsUndated[position]
      || !schedule.credibility.waitsFor(position).isEmpty
  }

  /// Total float at most the plan's threshold, in either reading; nil where the float is unknown.
  public var isCritical: Bool? {
    let limit = network.criticalFloat
    guard let float = [totalFloat.first, totalFloat.last].compactMap({ $0 }).min() else { return nil }
    return float.minutes <= limit
  }

  /// Whether driving links lead from here to the end that floats are to.
  public var isOnLongestPath: Bool { schedule.longestPath[position] }

  // MARK: Reasons

  public var placement: Placement { network.placement(of: position, schedule.first) }
  public var lastPlacement: Placement { network.placement(of: position, schedule.last) }
  public var driver: Driver { placement.driver }

  /// The weakest basis of everything the date could rest on.
  public var basis: Basis { schedule.credibility.basis[position] }
  /// The weakest basis of what placed it.
  public var drivenBasis: Basis { schedule.credibility.drivenBasis[position] }
  /// Whether its own date is unknown.
  public var isUndated: Bool { schedule.credibility.isUndated[position] }
  /// The undated activities it waits for, in plan order; then its date is a lower bound.
  public var waitsFor: [ActivityID] {
    schedule.credibility.waitsFor(position).map { network.activity(Int($0)).id }
  }
  /// Whether the date is "not before" rather than a date.
  public var isLowerBound: Bool { isUndated || !schedule.credibility.waitsFor(position).isEmpty }
  /// Whether it is scheduled at all; cancelled and inactive activities and summaries are not.
  public var isScheduled: Bool { network.special(at: position)?.isLeftOut != true }
  public var isDone: Bool { network.special(at: position)?.actualFinish != nil }
  /// Whether its window has no opening left.
  public var isAfterLastWindow: Bool {
    schedule.first.afterLastWindow.contains(Int32(position)) || schedule.last.afterLastWindow.contains(Int32(position))
  }
}

extension Network {
  /// The float of each link that leaves a position: how much later its end may be before the successor moves.
  package func linkFloats(of position: Int, _ early: EarlyDates) -> [(link: Int, float: WorkTime)] {
    let node = Int(graph.order[position])
    let calendar = calendars[Int(calendar[position])]
    var floats: [(Int, WorkTime)] = []
    for place in Int(graph.outgoingStart[node])..<Int(graph.outgoingStart[node + 1]) {
      let arc = graph.arcs[Int(graph.outgoing[place])]
      let successor = Int(graph.rank[Int(arc.to)])
      if let special = special(at: successor), special.actualFinish != nil || special.isLeftOut { continue }
      for entry in Int(startArcs[successor])..<Int(startArcs[successor + 1])
      where Int(arcs[entry].row) / 2 == position && !floats.contains(where: { $0.0 == Int(arcLink[entry]) }) {
        let leave = early.rows[Int(arcs[entry].row)]
        let limit = latestLeave(entry, into: successor, early)
        floats.append((Int(arcLink[entry]), calendar.work(from: Instant(minutes: leave), to: Instant(minutes: limit))))
      }
    }
    return floats
  }

  /// The latest date of an arc's row at which its successor still starts where it is placed.
  private func latestLeave(_ arc: Int, into successor: Int, _ early: EarlyDates) -> Int32 {
    var start = early.start(successor)
    if let special = special(at: successor) {
      if special.actualStart != nil {
        // Under way: what is left may wait for the link as long as its finish stays.
        let left = special.remaining ?? durations(early.reading)[successor]
        start =
          calendars[Int(calendar[successor])].before(
            WorkTime(minutes: left), to: Instant(minutes: early.finish(successor))
          ).minutes
      }
      start -= max(0, special.slip)
      if let window = special.window, let open = windows[Int(window)].previous(start, asFinish: special.isFinishEvent) {
        start = min(start, open)
      }
    }
    let bound =
      arc < Int(finishArcs[successor])
      ? start
      : calendar[successor] == 0
        ? start + durations(early.reading)[successor]
        : calendars[Int(calendar[successor])].unlagged(
          WorkTime(minutes: -durations(early.reading)[successor]), to: Instant(minutes: start)
        ).minutes
    guard let arcCalendar, arcCalendar[arc] > 0 else { return bound - arcs[arc].lag }
    return calendars[Int(arcCalendar[arc])].unlagged(
      WorkTime(minutes: arcs[arc].lag), to: Instant(minutes: bound)
    ).minutes
  }

  /// The plan's threshold for criticality, in working minutes.
  package var criticalFloat: Int32 {
    Int32(clamping: plan.unitLengths.minutes(of: plan.options.criticalFloat) ?? 0)
  }
}
