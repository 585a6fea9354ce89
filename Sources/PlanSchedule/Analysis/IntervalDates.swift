public import PlanModel

/// Everything between two bounds.
public struct Bounds<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// The earliest date or the least float; it belongs to the interval.
  public let lower: Value
  /// The latest date or the largest float; it belongs to the interval.
  public let upper: Value

  /// Bounds from the lower to the upper; the caller gives them in this order.
  public init(_ lower: Value, _ upper: Value) {
    self.lower = lower
    self.upper = upper
  }
}

/// What can be said of dates while durations are only known between bounds, with no more likely inside than another.
///
///     let dates = IntervalDates(network)
///     dates["pour"]?.earlyStart       // from the 3rd to the 9th
///     dates["pour"]?.totalFloat       // from nothing to 5 days
///
/// Durations run from the `low` to the `high` of each estimate. An activity is *necessarily* critical where it has no
/// float whatever the durations turn out to be, and *possibly* critical where they can turn out so that it has none.
///
/// With finish-to-start links and one calendar, early dates are exact, and so are the bounds of floats and late starts
/// where ``isExact`` says so: they are taken at some choice of extreme durations, and all choices are tried. Adding up late
/// dates from bounds, as one does forwards, would be wrong. Of larger networks of that kind, the largest float is still
/// exact where no dates but starts are stated, and the least is an upper bound. With other links, calendars or maximal
/// lags all are bounds from inside: what was met by the choices that were tried. Deadlines bind nothing here.
///
/// Source: Chanas and Zieliński (2002); Dubois, Fargier and Fortin (2005); Fortin, Zieliński, Dubois and Fargier (2010).
public struct IntervalDates: Sendable {
  /// The dates of one activity, each between its bounds.
  public struct Activity: Hashable, Sendable {
    /// When it can begin, by the durations of what it waits for.
    public let earlyStart: Bounds<Instant>
    /// When it can end, by its own duration and those of what it waits for.
    public let earlyFinish: Bounds<Instant>
    /// The latest start that keeps the finish of the whole plan, which itself hangs on the durations.
    public let lateStart: Bounds<Instant>
    /// Late start less early start of the same durations, in working time on its own calendar.
    public let totalFloat: Bounds<WorkTime>

    /// Whether durations can turn out so that it has no float; where not exact, false says only that none were found.
    public var isPossiblyCritical: Bool { totalFloat.lower <= .zero }
    /// Whether it has no float whatever the durations turn out to be; where not exact, of those that were tried.
    public var isNecessarilyCritical: Bool { totalFloat.upper <= .zero }
  }

  /// The finish of the whole plan; nil for one without activities.
  public let finish: Bounds<Instant>?
  /// Whether every choice of extreme durations was tried, over finish-to-start links on one calendar.
  public let isExact: Bool
  private let plan: Plan
  /// By place in the plan.
  private let activities: [Activity?]

  /// Tries the choices of extreme durations: all of them up to a limit, beyond that the telling ones only.
  ///
  /// The telling ones are, for each activity, its own longest path long and everything else short, and the reverse.
  ///
  /// - Parameters:
  ///   - dates: which end of imprecise dates.
  ///   - limit: at most so many choices, each of which takes a forward and a backward pass.
  /// - Complexity: O(choices · (activities + links)).
  public init(_ network: Network, _ dates: Reading.Dates = .first, limit: Int = 4096) {
    let tried = DurationChoices(network, dates, limit: limit)
    plan = network.plan
    isExact = tried.isComplete && network.isPlainlyLinked
    finish = tried.finish
    activities = network.plan.activities.indices.map { tried.found[network.position(ActivityIndex($0))]?.activity }
  }

  /// The bounds of an activity; nil where it is done, not scheduled, or nothing ends.
  public subscript(id: ActivityID) -> Activity? { plan.index(of: id).flatMap { activities[Int($0.value)] } }
}

extension Network {
  /// Whether all links lead from a finish to a start, and everything runs on one calendar without windows or maximal lags.
  var isPlainlyLinked: Bool {
    blocks.isEmpty && arcs.allSatisfy { $0.row % 2 == 1 }
      && (0..<count).allSatisfy { finishArcs[$0] == startArcs[$0 + 1] }
      && Set((0..<count).filter { !facts[$0].isMilestone }.map { calendar[$0] }).count < 2
      && specials.allSatisfy { $0.window == nil }
  }

  /// Whether nothing but the start of its project, or a date like it, holds any activity back.
  var hasOnlyFloors: Bool {
    (0..<count).allSatisfy { position in
      guard let special = special(at: position) else { return true }
      return special.actualStart == nil && special.actualFinish == nil && special.pinnedStart == nil
        && special.pinnedFinish == nil && special.slip == 0 && special.plannedFirst == nil
        && special.startFloorFirst == nil && special.finishFloorFirst == nil && !special.isLeftOut
    }
  }
}
