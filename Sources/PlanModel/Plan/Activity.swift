/// An activity (work) or a milestone (an event).
///
///     Activity("pour", work: .days(1))
///     Activity.milestone("slab-done")
///
/// What most activities lack (dates, states, sites) lives in ``ActivityDetails``, which costs one pointer when absent.
public struct Activity: Hashable, Sendable {
  /// Work, or an event.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Work with a duration.
    case task
    /// An event at the start of a working period or day.
    case startMilestone
    /// An event at the end of a working period or day.
    case finishMilestone
    /// A span over its parts.
    case summary
    /// Level of effort: spans its links, never drives.
    case hammock

    public var isMilestone: Bool { self == .startMilestone || self == .finishMilestone }

    /// The word used in JSON.
    public var word: String {
      switch self {
      case .task: "task"
      case .startMilestone: "start-milestone"
      case .finishMilestone: "finish-milestone"
      case .summary: "summary"
      case .hammock: "hammock"
      }
    }
  }

  public var id: ActivityID
  /// Display name; empty: the id.
  public var name: String
  /// Nil: the duration is unknown, which is never zero.
  public var duration: Fact<Estimate>?
  /// The name of its working calendar; nil: its project's, then the plan's; milestones live around the clock.
  public var calendar: String?
  public var evidence: Evidence
  @usableFromInline var box: Box<ActivityDetails>?
  public var kind: Kind

  /// A milestone.
  public static func milestone(_ id: ActivityID, _ kind: Kind = .finishMilestone, planned: DateSpan? = nil) -> Activity
  {
    var activity = Activity(id, kind: kind)
    if let planned { activity.details.planned = Fact(planned) }
    return activity
  }

  /// What only some activities have.
  public var details: ActivityDetails {
    get { box?.value ?? ActivityDetails() }
    set { box = newValue == ActivityDetails() ? nil : Box(newValue) }
  }

  /// Whether there is anything in ``details``.
  @inlinable public var hasDetails: Bool { box != nil }

  /// Whether it is switched off: inactive or cancelled. Reads no more of ``details`` than that.
  package var isOff: Bool { box.map { $0.value.isInactive || $0.value.state?.value.word == .cancelled } ?? false }

  /// The dates that it is said to start or finish on.
  package var statedDates: [DateSpan] {
    guard let box else { return [] }
    let actual = [box.value.planned, box.value.actualStart, box.value.actualFinish].compactMap { $0?.value }
    return actual + box.value.constraints.map(\.date.value)
  }

  /// The name for people, on one line; the id where there is none. ``name`` stays as written.
  public var title: String {
    let line = name.oneLine
    return line.isEmpty ? id.short : line
  }
  public var project: ProjectID? { id.project }
}

extension Activity {
  public init(
    _ id: ActivityID, name: String = "", kind: Kind = .task, duration: Fact<Estimate>? = nil, calendar: String? = nil,
    evidence: Evidence = .none, details: ActivityDetails? = nil
  ) {
    self.init(
      id: id, name: name, duration: duration, calendar: calendar, evidence: evidence, box: details.map(Box.init),
      kind: kind)
  }

  /// An activity with this much work.
  public init(_ id: ActivityID, work: Quantity, calendar: String? = nil) {
    self.init(id, duration: Fact(Estimate(work)), calendar: calendar)
  }

  /// An activity without details.
  package init(
    _ id: ActivityID, name: String, _ kind: Kind, _ duration: Fact<Estimate>?, _ evidence: Evidence
  ) {
    self.init(id: id, name: name, duration: duration, calendar: nil, evidence: evidence, box: nil, kind: kind)
  }
}

/// What only some activities have.
public struct ActivityDetails: Hashable, Sendable {
  /// The date that the project states: a floor, not a constraint.
  public var planned: Fact<DateSpan>?
  public var target: Target?
  /// Bounds late dates always.
  public var deadline: Fact<DateSpan>?
  public var actualStart: Fact<DateSpan>?
  public var actualFinish: Fact<DateSpan>?
  public var remaining: Fact<Quantity>?
  /// The day at whose end a started activity was suspended.
  public var suspended: Fact<DateSpan>?
  /// The day at whose start what is left of it goes on.
  public var resumes: Fact<DateSpan>?
  public var constraints: [Constraint] = []
  public var expectedFinish: Fact<DateSpan>?
  public var isAsLateAsPossible = false
  /// Own delays, elapsed, added after all bounds; several add up.
  public var slips: [Fact<Quantity>] = []
  public var baselines: [Baseline] = []
  public var state: Fact<EventState>?
  /// Kind of event: go-live, decision, release …
  public var event: String?
  public var sites: [String] = []
  public var teams: [String] = []
  public var window: String?
  /// The summary it belongs to.
  public var parent: ActivityID?
  public var isInactive = false
  public var statedCritical: Bool?
  /// What the report says of it, where that is not a date.
  public var reported: String?
  public var body: String?
  public var boardCase: String?
  public var owner: String?
  public var what: String?
  public var note: String?
  public var seeds: [String] = []
  public var seedID: String?
  public var cost: Cost?
  public var formerIDs: [String] = []

  public init() {}
}

/// What a date is judged by.
public enum Target: Hashable, Sendable {
  case by(Fact<DateSpan>)
  /// Switched off with `target: none`.
  case off(Evidence)
}

/// A bound on when an activity may start or finish.
public struct Constraint: Hashable, Sendable {
  /// Which bound a constraint sets.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case startNoEarlierThan = "start-no-earlier-than"
    case finishNoEarlierThan = "finish-no-earlier-than"
    case startNoLaterThan = "start-no-later-than"
    case finishNoLaterThan = "finish-no-later-than"
    case startOn = "start-on"
    case finishOn = "finish-on"
    case pinStart = "pin-start"
    case pinFinish = "pin-finish"
    /// A floor that another plan's link gave, kept as a date.
    case externalEarlyStart = "external-early-start"
    /// A late date that another plan's link gave, kept as a date.
    case externalLateFinish = "external-late-finish"
  }

  public var kind: Kind
  public var date: Fact<DateSpan>

  public init(_ kind: Kind, _ date: Fact<DateSpan>) {
    self.kind = kind
    self.date = date
  }
}

/// A date that an older plan stated.
public struct Baseline: Hashable, Sendable {
  public var name: String
  public var date: Fact<DateSpan>

  public init(_ name: String, _ date: Fact<DateSpan>) {
    self.name = name
    self.date = date
  }
}

/// What became of a planned event.
public struct EventState: Hashable, Sendable {
  /// What became of an event.
  public enum Word: String, Hashable, Sendable, CaseIterable { case missed, stopped, cancelled, taken }

  public var word: Word
  public var at: DateSpan?

  public init(_ word: Word, at: DateSpan? = nil) {
    self.word = word
    self.at = at
  }
}

/// Shared storage of a value that is mostly absent. Never mutated after it is made.
@usableFromInline
final class Box<Value: Hashable & Sendable>: Hashable, Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }

  @usableFromInline static func == (a: Box, b: Box) -> Bool { a === b || a.value == b.value }
  @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
