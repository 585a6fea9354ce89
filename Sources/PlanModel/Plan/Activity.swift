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

    /// Whether it is an event at one instant, such as a go-live, and has no duration.
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

  /// What links, scenarios and results call it: `project.activity`, unique in its plan.
  public var id: ActivityID
  /// Display name; empty: the id.
  public var name: String
  /// Nil: the duration is unknown, which is never zero.
  public var duration: Fact<Estimate>?
  /// The name of its working calendar; nil: its project's, then the plan's; milestones live around the clock.
  public var calendar: String?
  /// How it is known that there is such an activity; its facts that say nothing of their own are read with the same.
  public var evidence: Evidence
  @usableFromInline var box: Box<ActivityDetails>?
  /// Whether it is work, an event at one instant, or a span over others.
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
  /// The part of the id before the dot; nil for an activity of no project.
  public var project: ProjectID? { id.project }
}

extension Activity {
  /// An activity of any kind; without a duration, a task's is unknown and a milestone's is none.
  ///
  /// - Parameter details: nil where there is nothing to say of it, which costs no memory.
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
  /// The date that it promises; nil: its planned date is what it is judged by.
  public var target: Target?
  /// Bounds late dates always.
  public var deadline: Fact<DateSpan>?
  /// The day on which it began; nil: not begun. An imprecise date counts as its latest day within the status date.
  public var actualStart: Fact<DateSpan>?
  /// The day on which it was done; nil: not done yet. For a milestone, either of the two says that it happened.
  public var actualFinish: Fact<DateSpan>?
  /// What is left of a started activity, mostly working time; nil: its duration less the work done by the status date.
  public var remaining: Fact<Quantity>?
  /// The day at whose end a started activity was suspended.
  public var suspended: Fact<DateSpan>?
  /// The day at whose start what is left of it goes on.
  public var resumes: Fact<DateSpan>?
  /// Bounds and pins, such as start-no-earlier-than, beside its links and planned date; empty: none.
  public var constraints: [Constraint] = []
  /// The day on which the work is said to end, to which its duration is fitted; nil: the duration stands. Tasks only.
  public var expectedFinish: Fact<DateSpan>?
  /// Whether it moves later as far as the rules allow: under `strict`, as far as nothing else moves.
  public var isAsLateAsPossible = false
  /// Own delays, elapsed, added after all bounds; several add up.
  public var slips: [Fact<Quantity>] = []
  /// What older plans said of it, in the order of the plan; the last one counts as the newest.
  public var baselines: [Baseline] = []
  /// What became of the event, with the day; nil: nothing is reported. `cancelled` switches it off.
  public var state: Fact<EventState>?
  /// Kind of event: go-live, decision, release …
  public var event: String?
  /// Ids of the places it touches, such as hospitals; two go-lives that share one can collide.
  public var sites: [String] = []
  /// Ids of the teams it needs; two events that share one can collide.
  public var teams: [String] = []
  /// The id of the ``EventWindow`` in which it must happen; nil: any day is open.
  public var window: String?
  /// The summary it belongs to.
  public var parent: ActivityID?
  /// Whether it is kept in the plan and not scheduled, with no date and no effect on others.
  public var isInactive = false
  /// What the project says of its being on the critical path, to compare with what is computed; nil: it says nothing.
  public var statedCritical: Bool?
  /// What the report says of it, where that is not a date.
  public var reported: String?
  /// The id of the node that decides, such as a board or a steering group; nil: not stated.
  public var body: String?
  /// The board case in which it is decided, such as `061-2023`; nil: not stated.
  public var boardCase: String?
  /// Who answers for it, in the plan's words; nil: not stated.
  public var owner: String?
  /// What it is, in a phrase for readers; nil: not stated.
  public var what: String?
  /// A remark for readers, from which nothing is computed.
  public var note: String?
  /// Rows of the source facts that the activity carries, such as `D048`; empty: none.
  public var seeds: [String] = []
  /// What random draws go by instead of the id, so that a renamed activity keeps its futures; nil: the id.
  public var seedID: String?
  /// Its own money, for the cost of the plan as a whole; nil: none is stated, which is not zero.
  public var cost: Cost?
  /// Ids that it had in older plans, for comparison with them.
  public var formerIDs: [String] = []

  /// Details that say nothing; an activity whose ``Activity/details`` are set to these has none.
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

  /// Whether the date bounds a start or a finish, from which side, or pins it against the links.
  public var kind: Kind
  /// The day it names: a start bound holds from the start of the day, a finish bound to its end.
  public var date: Fact<DateSpan>

  /// A bound at a date, as precise as the date is known.
  public init(_ kind: Kind, _ date: Fact<DateSpan>) {
    self.kind = kind
    self.date = date
  }
}

/// A date that an older plan stated.
public struct Baseline: Hashable, Sendable {
  /// What the older plan is called, such as `2022-T3`.
  public var name: String
  /// The date as that plan had it, with its own evidence.
  public var date: Fact<DateSpan>

  /// The date of one event in the plan of this name.
  public init(_ name: String, _ date: Fact<DateSpan>) {
    self.name = name
    self.date = date
  }
}

/// What became of a planned event.
public struct EventState: Hashable, Sendable {
  /// What became of an event.
  public enum Word: String, Hashable, Sendable, CaseIterable { case missed, stopped, cancelled, taken }

  /// What happened: the date passed, work halted without a new date, it was called off, or a decision was taken.
  public var word: Word
  /// When that was; nil: not known. Of `taken` it is the actual finish where no other is given.
  public var at: DateSpan?

  /// A state and its day, nil where the report names none.
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
