public import PlanModel
import PlanSchedule

/// What can be said of a target.
public struct Verdict: Hashable, Sendable {
  /// How a target comes out.
  public enum Word: String, Hashable, Sendable, CaseIterable {
    /// Even the least favourable reading meets it.
    case holds
    /// Even the most favourable reading misses it.
    case fails
    /// It depends on how imprecise dates and uncertain durations turn out.
    case depends
    /// It waits for something that has no date.
    case unknown
  }

  /// How the target comes out over all readings.
  public let word: Word
  /// The date whose last day is the limit: a target of its own, or else the planned date.
  public let target: Fact<DateSpan>
  /// The weakest basis of what the date could rest on.
  public let basis: Basis
  /// The undated activities that it waits for, in plan order.
  public let waitsFor: [ActivityID]
  /// The day in the most and in the least favourable reading.
  public let days: ClosedRange<Day>
  /// By when each of what the target hangs on must be there; empty where it holds or there is nothing to wait for.
  public let breakEvens: [BreakEven]
}

/// The latest date of something upstream with which a target still holds.
public struct BreakEven: Hashable, Sendable {
  /// What must be there by then, for example a delivery that has no date yet.
  public let activity: ActivityID
  /// With likely durations; nil where no date is early enough.
  public let likely: Day?
  /// With low durations.
  public let atBest: Day?
  /// With high durations.
  public let atWorst: Day?

  package init(activity: ActivityID, likely: Day?, atBest: Day?, atWorst: Day?) {
    self.activity = activity
    self.likely = likely
    self.atBest = atBest
    self.atWorst = atWorst
  }
}

extension Outlook {
  /// The verdict on the target of an activity; nil where it has none.
  ///
  /// - Parameter explains: whether to look for break-evens.
  /// - Complexity: O(what it waits for); with break-evens O(activities + links), where it does not hold.
  public func verdict(on id: ActivityID, explains: Bool = true) -> Verdict? {
    guard let target = target(of: id), let limit = target.value.latest, let activity = schedule[id],
      let (word, days) = judgement(of: id, by: limit)
    else { return nil }
    guard explains, word != .holds else {
      return Verdict(
        word: word, target: target, basis: activity.basis, waitsFor: activity.waitsFor, days: days, breakEvens: [])
    }
    var hangsOn = activity.waitsFor
    if !activity.isDone, let root = drivingRoot(of: id), !hangsOn.contains(root), root != id {
      hangsOn.append(root)
    }
    if days.upperBound > limit, !activity.isDone {
      hangsOn += lateSources(of: id, by: limit).filter { !hangsOn.contains($0) }
    }
    return Verdict(
      word: word, target: target, basis: activity.basis, waitsFor: activity.waitsFor,
      days: days, breakEvens: breakEvens(of: hangsOn, for: id, by: limit))
  }

  /// Whether an activity is there by a day, with its day in the most and in the least favourable reading; nil where the
  /// plan has no such activity or does not schedule it.
  ///
  ///     outlook.judgement(of: "x.bergen-start", by: lastOfNovember)?.word      // .depends
  public func judgement(of id: ActivityID, by limit: Day) -> (word: Verdict.Word, days: ClosedRange<Day>)? {
    guard let activity = schedule[id], activity.isScheduled, let best = day(of: id, mostFavourable),
      let worst = day(of: id, leastFavourable)
    else { return nil }
    let days = min(best, worst)...max(best, worst)
    if best > limit { return (.fails, days) }
    if activity.isLowerBound { return (.unknown, days) }
    return (worst <= limit ? .holds : .depends, days)
  }

  /// The activity that the driving chain starts from in the least favourable reading.
  private func drivingRoot(of id: ActivityID) -> ActivityID? {
    guard let step = Chain(of: id, in: network, leastFavourable)?.steps.first else { return nil }
    if case .date(.actual) = step.cause { return nil }
    return step.activity
  }

  /// Everything upstream that no link places, and that comes too late for `limit` in the least favourable reading.
  private func lateSources(of id: ActivityID, by limit: Day) -> [ActivityID] {
    guard let index = plan.index(of: id) else { return [] }
    let late = lateDates(for: index, by: limit, .high)
    let upstream = network.upstream(of: [id])
    return plan.activities.map(\.id).filter { source in
      guard source != id, upstream.contains(source), let place = plan.index(of: source) else { return false }
      let position = network.position(place)
      switch network.placement(of: position, leastFavourable).driver {
      case .link, .maximum, .asLateAsPossible, .spans, .actual, .nothing: return false
      case .planned, .constraint, .statusDate, .projectStart: break
      }
      return late.finish(position).map { leastFavourable.finish(position) > $0 } ?? false
    }
  }

  /// How late everything before an activity may be for it to be there on `limit`.
  func lateDates(for index: ActivityIndex, by limit: Day, _ durations: Reading.Durations) -> LateDates {
    var anchors = [Int32](repeating: noLimit, count: network.count)
    let isStart = plan[index].kind == .startMilestone
    anchors[network.position(index)] = isStart ? limit.end.minutes - 1 : limit.end.minutes
    let early = EarlyDates(network, Reading(dates: .first, durations: durations))
    return LateDates(network, early, anchors: anchors, deadlines: false)
  }

  /// The latest dates of `suppliers` with which `id` is there on `limit`.
  ///
  /// - Complexity: O(activities + links) for each of three readings of durations.
  public func breakEvens(of suppliers: [ActivityID], for id: ActivityID, by limit: Day) -> [BreakEven] {
    guard !suppliers.isEmpty, let index = plan.index(of: id) else { return [] }
    let late = [Reading.Durations.likely, .low, .high].map { durations in
      let dates = lateDates(for: index, by: limit, durations)
      return (dates, ends: DayEnds(network, dates))
    }
    return suppliers.compactMap { supplier in
      guard let place = plan.index(of: supplier) else { return nil }
      let position = network.position(place)
      let days = late.map { dates, ends in
        dates.finish(position).flatMap { latestDay(of: plan[place], by: $0, endsDay: ends[position]) }
      }
      guard days.contains(where: { $0 != nil }) else { return nil }
      return BreakEven(activity: supplier, likely: days[0], atBest: days[1], atWorst: days[2])
    }
  }

  /// The last civil day on which an event may be stated, or work be finished, so that it is there at `instant`.
  ///
  /// - Parameter endsDay: whether midnight is the end of a day here, see ``DayEnds``.
  package func latestDay(of activity: Activity, by instant: Int32, endsDay: Bool) -> Day? {
    var last = Instant(minutes: instant).day
    switch activity.kind {
    case .startMilestone: if endsDay { last = Instant(minutes: instant).finishDay }
    case .finishMilestone: last = last - 1
    case .task, .summary, .hammock:
      guard let index = plan.index(of: activity.id) else { return nil }
      // The last working day that may be worked to its end.
      let calendar = network.calendars[Int(network.calendar[network.position(index)])]
      last = calendar.previousWorkFinish(Instant(minutes: instant)).finishDay
      if calendar.previousWorkFinish(last.end).minutes > instant {
        last = calendar.previousWorkFinish(last.start).finishDay
      }
    }
    return last < Day.earliest ? nil : last
  }
}
