public import PlanModel

/// What a plan takes for granted: every fact that is assumed or a what-if, with its reason.
///
///     Assumptions(of: plan).entries.map(\.because)
///
/// Nothing that was computed may be read without them.
public struct Assumptions: Hashable, Sendable {
  /// Which fact is assumed.
  public enum Subject: Hashable, Sendable {
    case planned(ActivityID, DateSpan)
    case target(ActivityID, DateSpan)
    case deadline(ActivityID, DateSpan)
    case actual(ActivityID, DateSpan)
    case duration(ActivityID, Estimate)
    case remaining(ActivityID, Quantity)
    case constraint(ActivityID, Constraint)
    case slip(ActivityID, Quantity)
    case link(Link)
    /// The activity itself.
    case activity(ActivityID)
    /// The hours and holidays of a calendar.
    case calendar(String)
    /// Days on which a calendar differs, mostly closures.
    case exception(CalendarException, calendar: String)
    /// The days of a window, with what it is called.
    case window(String, title: String)
    /// An amount that a scenario or a what-if amends.
    case cost(ProjectID, CostChange)
  }

  /// One fact that is assumed, with its reason.
  public struct Entry: Hashable, Sendable {
    /// Which fact it is, with its value where it has one.
    public let subject: Subject
    /// Assumed or a what-if; facts that are stated are no entries.
    public let basis: Basis
    /// Nil for a what-if without a reason.
    public let because: String?
    /// Where the fact stands in the plan's files.
    public let origin: Origin
  }

  /// In plan order: activities, then links, then the calendars and windows that they are timed by.
  public let entries: [Entry]

  /// - Parameter ids: only facts about these activities, links between them, and the calendars and windows that they
  ///   use; nil: all. Asked for where anything is assumed.
  /// - Complexity: O(activities + links).
  public init(of plan: Plan, about ids: @autoclosure () -> Set<ActivityID>? = nil) {
    guard Assumptions.any(in: plan) else {
      entries = []
      return
    }
    let ids = ids()
    var entries: [Entry] = []
    func add(_ subject: Subject, _ evidence: Evidence) {
      guard evidence.basis == .assumed || evidence.basis == .whatIf else { return }
      entries.append(
        Entry(subject: subject, basis: evidence.basis, because: evidence.because, origin: evidence.origin))
    }
    for activity in plan.activities where ids?.contains(activity.id) ?? true {
      let (id, details) = (activity.id, activity.details)
      add(.activity(id), activity.evidence)
      if let fact = activity.duration { add(.duration(id, fact.value), fact.evidence) }
      guard activity.hasDetails else { continue }
      if let fact = details.planned { add(.planned(id, fact.value), fact.evidence) }
      if case .by(let fact)? = details.target { add(.target(id, fact.value), fact.evidence) }
      if let fact = details.deadline { add(.deadline(id, fact.value), fact.evidence) }
      if let fact = details.actualStart { add(.actual(id, fact.value), fact.evidence) }
      if let fact = details.actualFinish, fact != details.actualStart { add(.actual(id, fact.value), fact.evidence) }
      if let fact = details.remaining { add(.remaining(id, fact.value), fact.evidence) }
      for constraint in details.constraints { add(.constraint(id, constraint), constraint.date.evidence) }
      for fact in details.slips { add(.slip(id, fact.value), fact.evidence) }
    }
    for link in plan.links where ids.map({ $0.contains(link.from) && $0.contains(link.to) }) ?? true {
      add(.link(link), link.evidence)
    }
    let timetables = Timetables(of: plan, about: ids)
    for calendar in plan.calendars where timetables.calendars.contains(calendar.name) {
      guard let facts = plan.calendarFacts[calendar.name] else { continue }
      add(.calendar(calendar.name), facts.remarks.evidence)
      // Those that a calendar takes over from its base are told there.
      let own = plan.calendarFacts[facts.base ?? ""].map(\.exceptions.count) ?? 0
      for (exception, remarks) in zip(calendar.exceptions, facts.exceptions).dropFirst(own) {
        add(.exception(exception, calendar: calendar.name), remarks.evidence)
      }
    }
    for window in plan.windows where timetables.windows.contains(window.name) {
      guard let facts = plan.windowFacts[window.name] else { continue }
      add(.window(window.name, title: plan.title(ofWindow: window.name)), facts.remarks.evidence)
    }
    let projects = ids.map { Set($0.compactMap(\.project)) }
    for project in plan.projects where projects?.contains(project.id) ?? true {
      for fact in project.cost?.changes ?? [] { add(.cost(project.id, fact.value), fact.evidence) }
    }
    self.entries = entries
  }
}

extension Assumptions {
  /// Whether a plan can have any assumption at all.
  private static func any(in plan: Plan) -> Bool {
    func isAssumed(_ basis: Basis?) -> Bool { basis == .assumed || basis == .whatIf }
    let (activities, links) = (plan.activities, plan.links)
    return !plan.calendarFacts.isEmpty || !plan.windowFacts.isEmpty
      || plan.projects.contains { $0.cost?.changes.isEmpty == false }
      || activities.indices.contains { place in
        activities[place].hasDetails || isAssumed(activities[place].evidence.basis)
          || isAssumed(activities[place].duration?.evidence.basis)
      }
      || links.indices.contains { isAssumed(links[$0].evidence.basis) }
  }
}
