import PlanGraph
public import PlanModel

/// One activity of a schedule, with everything that is known about its dates.
public struct ScheduledActivity: Sendable {
  package let schedule: Schedule
  /// Its place in the plan, from 0.
  public let index: ActivityIndex

  package var network: Network { _read { yield schedule.network } }
  package var position: Int { schedule.storage.network.position(index) }

  /// What the plan says of it: its facts, before anything was computed.
  public var activity: Activity { network.plan[index] }
  /// As the files write it, with its project where it has one: `amk-hso.oslo-start`.
  public var id: ActivityID { activity.id }

  // MARK: Early dates

  /// The placed start, at the first reading.
  public var start: Instant { starts.first }
  /// The placed finish, at the first reading.
  public var finish: Instant { finishes.first }

  /// The early start, or the actual one once it has begun.
  public var starts: Readings<Instant> {
    Readings(
      first: Instant(minutes: schedule.first.start(position)), last: Instant(minutes: schedule.last.start(position)))
  }

  /// The early finish, or the actual one once it is done: the first minute that is no longer part of it.
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

  /// The date by links alone, with predecessors where they are placed; nil where no hard link leads here, or all that
  /// it waited for has happened while it has not.
  public var logicDays: Readings<Day>? {
    guard let first = logic(schedule.first), let last = logic(schedule.last) else { return nil }
    return Readings(first: first, last: last)
  }

  private func logic(_ early: EarlyDates) -> Day? {
    let arcs = Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
    guard let bound = arcs.map({ early.linkBounds[$0] }).max(), !network.waitsOnlyForThePast(position) else {
      return nil
    }
    let start = network.roll(bound, position)
    if activity.kind == .startMilestone { return Instant(minutes: start).day }
    let finish = network.calendars[Int(network.calendar[position])].after(
      network.calendars.withTables { WorkTime(minutes: network.work(position, early, $0)) },
      from: Instant(minutes: start))
    return finish.finishDay
  }

  // MARK: Late dates and float

  /// The latest start by which the end of floats does not move and deadlines are kept; nil once it has started, where
  /// it is not scheduled, and where no path leads to an end and no deadline or constraint binds.
  public var lateStart: Readings<Instant?> {
    Readings(
      first: schedule.late.start(position).map(Instant.init(minutes:)),
      last: schedule.lateLast.start(position).map(Instant.init(minutes:)))
  }

  /// The latest finish by which the end of floats does not move and deadlines are kept; nil once it is done, where it
  /// is not scheduled, and where no path leads to an end and no deadline or constraint binds.
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
    if let span, span.isSummary {
      return span.parts.compactMap { member in
        let float = schedule[network.index(Int(member))].totalFloat
        return early.reading == schedule.first.reading ? float.first : float.last
      }.min()
    }
    return network.calendars.withTables { network.totalFloat(of: position, early, late, $0) }
  }

  /// Working time on its own calendar by which it may be later while every other activity keeps its early date; nil
  /// where it is done or has no end to reach.
  public var freeFloat: Readings<WorkTime?> {
    let total = totalFloat
    return Readings(first: freeFloat(schedule.first, total.first), last: freeFloat(schedule.last, total.last))
  }

  private func freeFloat(_ early: EarlyDates, _ total: WorkTime?) -> WorkTime? {
    network.calendars.withTables { network.freeFloat(of: position, early, total: total, $0) }
  }

  /// Whether the float is only an upper bound, since something it rests on is undated.
  public var isFloatAtMost: Bool {
    schedule.credibility[position].isUndated || schedule.credibility.feedsUndated[position]
      || schedule.credibility[position].isWaiting
  }

  /// Whether the float is to the nearest end of a large group of projects that reach each other, and not to the end of
  /// its own project. It is never more than the float to that end.
  public var isGroupFloat: Bool { schedule.floatTo == nil && schedule.ends.isGroupFloat(position) }

  /// Total float at most the plan's threshold, in either reading; nil where the float or the date is unknown.
  public var isCritical: Bool? {
    let limit = network.criticalFloat
    guard !isUndated, let float = [totalFloat.first, totalFloat.last].compactMap({ $0 }).min() else { return nil }
    return float.minutes <= limit
  }

  /// Whether driving links lead from here to the end that floats are to.
  public var isOnLongestPath: Bool { schedule.longestPath[position] }

  // MARK: Reasons

  /// How it came to stand where it stands, with imprecise dates at their first day.
  public var placement: Placement { network.placement(of: position, schedule.first) }
  /// The same with imprecise dates at their last day; another driver may win there.
  public var lastPlacement: Placement { network.placement(of: position, schedule.last) }
  /// Why its date is what it is, at the first reading: the driver of ``placement`` without the rest of it.
  public var driver: Driver { network.calendars.withTables { network.driver(of: position, schedule.first, $0) } }

  /// The weakest basis of everything the date could rest on.
  public var basis: Basis { schedule.credibility[position].basis }
  /// The weakest basis of what placed it.
  public var drivenBasis: Basis { schedule.credibility[position].drivenBasis }
  /// Whether its own date is unknown.
  public var isUndated: Bool { schedule.credibility[position].isUndated }
  /// The undated activities it waits for, in plan order; then its date is a lower bound.
  public var waitsFor: [ActivityID] {
    schedule.credibility.waitsFor(position, network).map { network.activity(Int($0)).id }
  }
  /// Whether the date is "not before" rather than a date.
  public var isLowerBound: Bool { isUndated || schedule.credibility[position].isWaiting }
  /// Whether it is scheduled at all; cancelled and inactive activities and summaries are not.
  public var isScheduled: Bool { network.special(at: position)?.isLeftOut != true || span != nil }
  /// What a summary or a hammock spans; nil for what is scheduled itself.
  package var span: Span? { network.span(at: position) }
  /// Whether it has happened: an activity with an actual finish, a milestone with an actual date.
  public var isDone: Bool { network.special(at: position)?.actualFinish != nil }
  /// Whether its window has no opening left.
  public var isAfterLastWindow: Bool {
    schedule.first.afterLastWindow.contains(Int32(position)) || schedule.last.afterLastWindow.contains(Int32(position))
  }
}
