public import PlanModel
public import PlanSchedule

/// By when everything before a milestone must be there, so that the milestone is there on a wanted day.
///
///     let needs = Needs(outlook, for: "bergen-start", by: november)
///     needs?.rows.first?.finish.last.atWorst      // 2023-05-24: then it holds in any case
///
/// Each row answers for itself: the others are taken to be in time. Soft links need nothing.
public struct Needs: Sendable {
  /// The last days for three readings of durations; nil where no day is early enough, or nobody can know.
  public struct LastDays: Hashable, Sendable {
    /// With high durations: the milestone holds whatever they turn out.
    public let atWorst: Day?
    /// With likely durations.
    public let likely: Day?
    /// With low durations: later than this, nothing saves it.
    public let atBest: Day?

    /// With these durations.
    public subscript(durations: Reading.Durations) -> Day? {
      switch durations {
      case .low: atBest
      case .likely: likely
      case .high: atWorst
      }
    }
  }

  /// One activity before the milestone.
  public struct Row: Sendable {
    /// Not done; a way of hard links leads from it to the milestone.
    public let activity: Activity
    /// The last days to be finished, or there, for the first and for the last day of the wish.
    public let finish: Readings<LastDays>
    /// The same as people say it: what may come as late as the midnight that ends a wished day is due on that day. A start
    /// milestone at that midnight stands on the new day, and would still be in time to the minute.
    public let due: Readings<LastDays>
    /// The last days to begin; nil for an event, for what is under way, and where the duration is unknown.
    public let start: Readings<LastDays>?
    /// Where it stands now; a lower bound where it waits for something.
    public let placed: Readings<Day>
    /// What the plan states for it.
    public let stated: Fact<DateSpan>?
    /// Whether its own date is unknown.
    public let isUndated: Bool
    /// Whether its own date is unknown, or that of something it waits for: then ``placed`` is only "not before".
    public let isLowerBound: Bool
    /// The undated activities before it that it waits for, in plan order.
    public let waitsFor: [ActivityID]
    /// Activities between it and the milestone whose duration is unknown: then its last days are only upper bounds.
    public let lacks: [ActivityID]
    /// Whether it comes in time for the last day of the wish.
    public let word: Verdict.Word

    /// Which activity the row is about.
    public var id: ActivityID { activity.id }
  }

  /// What must be there by the wanted date.
  public let milestone: ActivityID
  /// The wanted date.
  public let wish: Fact<DateSpan>
  /// Whether the milestone is there by the last day of the wish, and its day in the most and least favourable reading.
  public let judgement: (word: Verdict.Word, days: ClosedRange<Day>)
  /// What the milestone itself waits for that has no date.
  public let waitsFor: [ActivityID]
  /// Everything before it that is not done, those needed first ahead.
  public let rows: [Row]
  /// What else it waits for, without a date to work back to: soft links and relations.
  public let conditions: [Condition]
  /// The windows that it and what lies before it make, and what missing them costs.
  public let windows: [WindowMiss]

  /// Works back from the wanted date; nil where the plan has no such milestone, does not schedule it, where it has
  /// happened, or where the wish has no last day.
  ///
  /// - Parameter wish: nil asks for the milestone's own target.
  /// - Complexity: O(activities + links) for each of three readings of durations and two days, and once for each
  ///   of up to 64 unknown durations; where there are more, each row names only the nearest.
  public init?(_ outlook: Outlook, for id: ActivityID, by wish: Fact<DateSpan>? = nil) {
    guard let wish = wish ?? outlook.target(of: id), let limit = wish.value.latest,
      let index = outlook.plan.index(of: id), let end = outlook.schedule[id], !end.isDone,
      let judgement = outlook.judgement(of: id, by: limit)
    else { return nil }
    milestone = id
    self.wish = wish
    self.judgement = judgement
    waitsFor = end.isUndated && end.waitsFor.isEmpty ? [id] : end.waitsFor
    let first = min(wish.value.earliest ?? limit, limit)
    let late = (
      first: LateDatesByDuration(outlook, for: index, by: first),
      last: LateDatesByDuration(outlook, for: index, by: limit)
    )
    let unknown = UnknownDurations(before: id, in: outlook.network, names: 64)
    let upstream = outlook.network.upstream(of: [id])
    conditions = Condition.all(of: id, before: upstream, outlook)
    windows = WindowMiss.all(of: id, before: upstream, outlook)
    let rows = outlook.plan.activities.compactMap { activity in
      upstream.contains(activity.id) && activity.id != id
        ? Row(activity, outlook, late, lacks: unknown.between(activity.id)) : nil
    }
    self.rows = rows.enumerated().sorted {
      ($0.1.finish.last.likely ?? .latest, $0.0) < ($1.1.finish.last.likely ?? .latest, $1.0)
    }.map(\.1)
  }
}

extension Needs.Row {
  /// Nil where no path leads to the milestone, or it is done.
  fileprivate init?(
    _ activity: Activity, _ outlook: Outlook, _ late: (first: LateDatesByDuration, last: LateDatesByDuration),
    lacks: [ActivityID]
  ) {
    guard let scheduled = outlook.schedule[activity.id], scheduled.isScheduled, !scheduled.isDone,
      let index = outlook.plan.index(of: activity.id)
    else { return nil }
    let position = outlook.network.position(index)
    guard late.last.likely.finish(position) != nil else { return nil }
    self.activity = activity
    finish = Readings(
      first: late.first.latestDays(of: activity, at: position, outlook),
      last: late.last.latestDays(of: activity, at: position, outlook))
    due = Readings(
      first: late.first.latestDays(of: activity, at: position, outlook, asDue: true),
      last: late.last.latestDays(of: activity, at: position, outlook, asDue: true))
    let begins = activity.kind == .task && activity.duration != nil && late.last.likely.start(position) != nil
    start =
      begins
      ? Readings(
        first: late.first.days { $0.start(position).flatMap { Needs.day($0) } },
        last: late.last.days { $0.start(position).flatMap { Needs.day($0) } }) : nil
    placed = scheduled.days
    stated = outlook.stated(activity.id)
    isUndated = scheduled.isUndated
    isLowerBound = scheduled.isLowerBound
    waitsFor = scheduled.waitsFor
    self.lacks = lacks
    if let best = late.last.low.finish(position), outlook.mostFavourable.finish(position) > best {
      word = .fails
    } else if scheduled.isLowerBound || !lacks.isEmpty {
      word = .unknown
    } else {
      let worst = late.last.high.finish(position) ?? noLimit
      word = outlook.leastFavourable.finish(position) <= worst ? .holds : .depends
    }
  }
}

extension Needs {
  /// The civil day of an instant; nil before the years that a plan may name.
  fileprivate static func day(_ instant: Int32) -> Day? {
    let day = Instant(minutes: instant).day
    return day < Day.earliest ? nil : day
  }
}

/// The late dates to one end and day, for each reading of durations.
private struct LateDatesByDuration {
  let low: LateDates
  let likely: LateDates
  let high: LateDates
  private let ends: (low: DayEnds, likely: DayEnds, high: DayEnds)

  init(_ outlook: Outlook, for index: ActivityIndex, by limit: Day) {
    low = outlook.lateDates(for: index, by: limit, .low)
    likely = outlook.lateDates(for: index, by: limit, .likely)
    high = outlook.lateDates(for: index, by: limit, .high)
    let network = outlook.network
    ends = (DayEnds(network, low), DayEnds(network, likely), DayEnds(network, high))
  }

  func days(_ day: (LateDates) -> Day?) -> Needs.LastDays {
    Needs.LastDays(atWorst: day(high), likely: day(likely), atBest: day(low))
  }

  /// The last days on which an activity may be there.
  func latestDays(of activity: Activity, at position: Int, _ outlook: Outlook, asDue: Bool = false) -> Needs.LastDays {
    func day(_ late: LateDates, _ ends: DayEnds) -> Day? {
      late.finish(position).flatMap { outlook.latestDay(of: activity, by: $0, endsDay: asDue && ends[position]) }
    }
    return Needs.LastDays(atWorst: day(high, ends.high), likely: day(likely, ends.likely), atBest: day(low, ends.low))
  }
}
