public import PlanModel
public import PlanSchedule

/// Why a date cannot be kept: for each limit that fails, a smallest set of facts that cannot all hold, with the least that
/// would have to give.
///
///     let conflict = Conflicts(outlook).conflicts.first
///     conflict?.members.map(\.subject)        // the target, a test's duration, a link, a planned date
///
/// A set is irreducible: take any one fact away, and the rest can hold. Targets, deadlines and latest-date constraints are
/// limits; planned dates, earliest-date constraints, durations, slips and links are what they conflict with. History, the status
/// date and calendars are given.
public struct Conflicts: Sendable {
  /// What is enough, alone, for a limit to hold.
  public enum Relaxation: Hashable, Sendable {
    /// The limit so many days later.
    case later(Int)
    /// A date so many days earlier.
    case earlier(Int)
    /// So many days less: of work, of a slip.
    case shorter(Int)
    /// So many days of overlap, or of less lag.
    case overlap(Int)
    /// Only giving the fact up.
    case removal

    /// In days; nil where the fact must go.
    public var days: Int? {
      switch self {
      case .later(let days), .earlier(let days), .shorter(let days), .overlap(let days): days
      case .removal: nil
      }
    }
  }

  /// One fact of a conflicting set.
  public struct Member: Sendable {
    /// The limit, or a fact that pushes against it, with its value in the plan.
    public let subject: Assumptions.Subject
    /// How this fact is known; `unknown` where the plan gives it no value.
    public let basis: Basis
    /// Nil where no change of this fact alone is enough, since something else is too late as well.
    public let relaxation: Relaxation?
  }

  /// One limit that fails.
  public struct Conflict: Sendable {
    /// What cannot be there in time: its target, deadline or latest-date constraint fails.
    public let activity: Activity
    /// When it comes in this reading, and by when it must.
    public let comes: Day
    /// The last civil day on which it would be in time.
    public let limit: Day
    /// The most favourable reading in which it fails: where it is the most favourable of all, it fails in any case.
    public let reading: Reading
    /// The limit first, then the others, the cheapest relaxation first.
    public let members: [Member]

    /// Whether the limit fails whatever imprecise dates and durations turn out to be.
    public var isCertain: Bool { reading == .mostFavourable }
  }

  /// Limits that fail in any case first, then in plan order.
  public let conflicts: [Conflict]
  /// Limits that fail, too, but are left unexplained in a large plan.
  public let unexplained: [ActivityID]
  /// How many limits hold in every reading.
  public let holding: Int
  /// What waits for something undated: nobody can know whether its limit holds.
  public let unknown: [ActivityID]

  /// - Parameter ids: only limits of these activities; nil: all.
  /// - Complexity: for each limit explained, some *k* log *n* forward passes over *k* conflicting facts of *n*, and some 20 for
  ///   each fact over what lies before the limit. In plans over 1,000 activities the first 20 are explained.
  public init(_ outlook: Outlook, of ids: Set<ActivityID>? = nil) {
    let all = Limit.all(in: outlook).filter { ids?.contains($0.id) ?? true }
    let readings: [(Reading, EarlyDates)] = [
      (.mostFavourable, outlook.mostFavourable), (.first, outlook.schedule.first), (.last, outlook.schedule.last),
      (.leastFavourable, outlook.leastFavourable),
    ]
    var failing: [(limit: Limit, reading: Int)] = []
    var (holding, unknown): (Int, [ActivityID]) = (0, [])
    for limit in all {
      if let reading = readings.firstIndex(where: { limit.isMissed(in: $0.1, outlook.network) }) {
        failing.append((limit, reading))
      } else if outlook.schedule[limit.id]?.isLowerBound == true {
        unknown.append(limit.id)
      } else {
        holding += 1
      }
    }
    let ordered = failing.enumerated().sorted { ($0.1.reading, $0.0) < ($1.1.reading, $1.0) }.map(\.1)
    let most = outlook.plan.activities.count > 1000 ? 20 : ordered.count
    conflicts = ordered.prefix(most).map { limit, place in
      ConflictSearch(outlook, limit, readings[place].0, readings[place].1).conflict
    }
    unexplained = ordered.dropFirst(most).map(\.limit.id)
    self.holding = holding
    self.unknown = unknown
  }
}

/// A day by which something must be there.
struct Limit {
  let id: ActivityID
  let subject: Assumptions.Subject
  let basis: Basis
  let day: Day
  /// Whether it is the start that must be there.
  let ofStart: Bool
  /// The constraint that it comes from, if any.
  var constraint: Constraint.Kind?

  /// The instant after which it is missed.
  var minutes: Int32 { ofStart ? day.end.minutes - 1 : day.end.minutes }

  func isMissed(in early: EarlyDates, _ network: Network) -> Bool {
    let position = network.position(of: id)
    guard position >= 0 else { return false }
    return (ofStart ? early.start(position) : early.finish(position)) > minutes
  }

  /// Targets, deadlines and latest-date constraints of everything ahead, in plan order.
  static func all(in outlook: Outlook) -> [Limit] {
    var limits: [Limit] = []
    for member in outlook.schedule.activities where member.isScheduled && !member.isDone {
      let (id, activity) = (member.id, member.activity)
      let isStart = activity.kind == .startMilestone
      // The planned date of work is its start; only that of an event is a promise that it ends by.
      let isPromise = activity.kind.isMilestone || activity.details.target != nil
      if isPromise, let target = outlook.target(of: id), let day = target.value.latest {
        limits.append(
          Limit(id: id, subject: .target(id, target.value), basis: target.basis, day: day, ofStart: isStart))
      }
      guard activity.hasDetails else { continue }
      if let deadline = activity.details.deadline, let day = deadline.value.latest {
        limits.append(
          Limit(id: id, subject: .deadline(id, deadline.value), basis: deadline.basis, day: day, ofStart: isStart))
      }
      for constraint in activity.details.constraints {
        let ofStart: Bool
        switch constraint.kind {
        case .startNoLaterThan, .startOn: ofStart = true
        case .finishNoLaterThan, .finishOn, .externalLateFinish: ofStart = isStart
        default: continue
        }
        guard let day = constraint.date.value.latest else { continue }
        limits.append(
          Limit(
            id: id, subject: .constraint(id, constraint), basis: constraint.date.basis, day: day, ofStart: ofStart,
            constraint: constraint.kind))
      }
    }
    return limits
  }
}
