/// A plan as people wrote it: projects, activities, links, scenarios and what is known about them.
///
///     let plan = Plan(
///       activities: [Activity("dig", work: .days(3)), Activity("pour", work: .days(1))],
///       links: [Link(from: "dig", to: "pour")])
///
/// A plan may be wrong (unknown ids, cycles); `Network(plan)` refuses it then, with every problem at once. Ids are
/// interned once, when the activities are set.
public struct Plan: Sendable {
  /// Title for people, such as that of a project portfolio; empty: none.
  public var name = ""
  /// The document that the plan as a whole comes from; nil: none is named.
  public var source: String?
  /// A remark for readers.
  public var note: String?
  /// Rows of the source facts that the plan as a whole carries.
  public var seeds: [String] = []
  /// Nil: no progress is reported.
  public var statusDate: Day?
  /// Where roots without a date begin; nil: an undated root is waited for.
  public var start: Day?
  /// What late dates are counted from, for every project that has no such date of its own.
  public var mustFinishBy: Fact<DateSpan>?
  /// The year of dates that name none; nil: the status date's.
  public var reportYear: Int?
  /// What answers are written in where nobody asks for another; Norwegian words of dates are read in either.
  public var language = Language.english
  /// How it is scheduled: calendars of lags, lengths of units, floats, progress.
  public var options = PlanOptions()
  /// By name; the built-in ones are always there.
  public var calendars: [WorkingCalendar] = []
  /// The name of the calendar of work that names none, and whose project names none; built in or of ``calendars``.
  public var defaultCalendar = "24h"
  /// How the calendars are known, by name; those built in have none.
  public var calendarFacts: [String: CalendarFacts] = [:]
  /// When events such as go-lives may happen; activities name them by ``EventWindow/name``.
  public var windows: [EventWindow] = []
  /// What windows are called and how they are known, by id.
  public var windowFacts: [String: WindowFacts] = [:]
  /// Projects and other nodes, such as suppliers and boards; of two with one id, the first is found by it.
  public var projects: [Project] = [] {
    didSet {
      projectPlace = Dictionary(zip(projects.lazy.map(\.id), projects.indices), uniquingKeysWith: { first, _ in first })
    }
  }
  /// Activities and milestones of all projects, in plan order, which breaks ties. Setting them is O(n).
  public var activities: [Activity] {
    get { stored }
    set {
      stored = newValue
      table = ActivityTable(newValue)
    }
  }
  /// What waits for what, between activities and milestones; soft ones and those run together are here, too.
  public var links: [Link]
  /// Dependencies with a project, group or body at an end, which schedule nothing.
  public var relations: [Relation] = []
  /// Which scenarios exclude each other, and which of them is in force.
  public var choices: [Choice] = []
  /// Overlays that may be applied; none of them is until somebody asks.
  public var scenarios: [Scenario] = []
  /// The risk register: what may go wrong, how likely, and what it delays or costs.
  public var risks: [Risk] = []
  /// What the levels of risks mean in numbers; empty: nothing.
  public var riskScales = RiskScales()
  /// Activities whose durations go together.
  public var correlations: [Correlation] = []
  /// Typed tables of decisions, gates and the like, from which nothing is computed.
  public var registers: [Register] = []
  /// What was applied to the base, for display: scenario ids and change texts.
  public var applied: [String] = []
  private var stored: [Activity]
  private var table: ActivityTable
  /// The first place of each project.
  private var projectPlace: [ProjectID: Int] = [:]

  /// A plan without name, dates or projects; ids may be doubled or unknown, which `Network` refuses.
  public init(activities: [Activity] = [], links: [Link] = []) {
    stored = activities
    self.links = links
    table = ActivityTable(activities)
  }

  /// Sets activities together with the table of their ids, which was made while they were read.
  package mutating func setActivities(_ activities: [Activity], _ table: ActivityTable) {
    precondition(table.texts.count == activities.count, "A table must be that of the activities")
    stored = activities
    self.table = table
  }

  /// The position of an activity, nil where no activity has the id. O(1).
  public func index(of id: ActivityID) -> ActivityIndex? {
    let place = place(of: id)
    return place < 0 ? nil : ActivityIndex(Int(place))
  }

  /// The same as a bare number, −1 where no activity has the id.
  func place(of id: ActivityID) -> Int32 { table.place(of: id) }

  /// Writes the places of the ends of some of its links.
  func ends(of links: UnsafeBufferPointer<Link>, into ends: UnsafeMutableBufferPointer<LinkEnds>) {
    table.ends(of: links, into: ends)
  }

  /// The projects of all activities. O(activities).
  package func projectNumbers() -> ProjectNumbers { table.projectNumbers() }

  /// Whether two activities have the same id.
  package var hasDoubledIDs: Bool { table.count < stored.count }

  /// The activity at an index of this plan. O(1).
  public subscript(index: ActivityIndex) -> Activity { stored[Int(index.value)] }

  /// Replaces an activity by a version of itself with the same id. O(1), where setting ``activities`` is O(n).
  public mutating func replace(_ index: ActivityIndex, with activity: Activity) {
    precondition(activity.id == stored[Int(index.value)].id, "A replacement must keep the id")
    stored[Int(index.value)] = activity
  }

  /// The activity with this id.
  public subscript(id: ActivityID) -> Activity? { index(of: id).map { self[$0] } }

  /// The project with this id. O(1), where setting ``projects`` is O(n).
  public subscript(project id: ProjectID) -> Project? { projectPlace[id].map { projects[$0] } }

  /// The scenario with this id; nil where there is none. O(scenarios).
  public func scenario(_ id: ScenarioID) -> Scenario? { scenarios.first { $0.id == id } }

  /// The calendar with this name, built-in ones included.
  public func calendar(named name: String) -> WorkingCalendar? {
    calendars.first { $0.name == name } ?? WorkingCalendar.builtIn.first { $0.name == name }
  }

  /// The window of this name; nil where there is none. O(windows).
  public func window(named name: String) -> EventWindow? { windows.first { $0.name == name } }

  /// The lengths of the working units, from the options or else the default calendar.
  public var unitLengths: UnitLengths {
    let usual: (day: Int, perWeek: Int, perMonth: Int) =
      switch defaultCalendar {
      case "24h": (1440, 7, 30)
      case "norway": (450, 5, 20)
      default: (480, 5, 20)
      }
    return UnitLengths(
      day: options.minutesPerDay ?? usual.day, daysPerWeek: options.daysPerWeek ?? usual.perWeek,
      daysPerMonth: options.daysPerMonth ?? usual.perMonth)
  }

  /// The name of the calendar an activity's work follows: its own, its project's, the plan's; milestones without one
  /// of their own live around the clock.
  public func calendarName(of activity: Activity) -> String {
    if let own = activity.calendar { return own }
    if activity.kind.isMilestone { return "24h" }
    if let project = activity.project, let theirs = self[project: project]?.calendar { return theirs }
    return defaultCalendar
  }

  /// How dates without a year, and seasons, are read.
  public var dateContext: DateContext {
    DateContext(reportYear: reportYear, statusDate: statusDate)
  }
}

extension WorkingCalendar {
  /// The calendars that every plan has: `24h`, `weekdays`, `norway`.
  public static let builtIn = [aroundTheClock, weekdays, norway]
}
