public import PlanModel

/// One fact in which two plans differ.
public enum PlanEdit: Hashable, Sendable {
  /// A group of facts of one activity.
  public enum Aspect: String, Hashable, Sendable, CaseIterable {
    case planned, target, deadline, actual, duration, calendar, constraint, slip, window, state, kind
  }

  case activity(ActivityID, Aspect)
  case addActivity(ActivityID)
  case removeActivity(ActivityID)
  case addLink(Link)
  case removeLink(Link)
  case calendars
  case statusDate
}

/// The facts in which two plans differ, and the plans in between.
public struct PlanDifference: Sendable {
  /// The older plan, from which edits lead.
  public let from: Plan
  /// The newer plan: what ``from`` is with all edits made.
  public let to: Plan
  /// In plan order: activities as they stand in the newer plan, then links.
  public let edits: [PlanEdit]

  /// Compares what moves dates; names, notes and sources are not compared.
  ///
  /// - Complexity: O(activities + links).
  public init(from: Plan, to: Plan) {
    self.from = from
    self.to = to
    var edits: [PlanEdit] = []
    if from.statusDate != to.statusDate || from.start != to.start || from.finishSpan != to.finishSpan
      || from.projects.map(ProjectDates.init) != to.projects.map(ProjectDates.init)
    {
      edits.append(.statusDate)
    }
    if from.calendars != to.calendars || from.windows != to.windows || from.defaultCalendar != to.defaultCalendar
      || from.options != to.options
    {
      edits.append(.calendars)
    }
    for activity in to.activities {
      guard let old = from[activity.id] else {
        edits.append(.addActivity(activity.id))
        continue
      }
      for aspect in PlanEdit.Aspect.allCases where !activity.agrees(with: old, in: aspect) {
        edits.append(.activity(activity.id, aspect))
      }
    }
    for activity in from.activities where to.index(of: activity.id) == nil {
      edits.append(.removeActivity(activity.id))
    }
    let old = Set(from.links.map(LinkKey.init))
    let new = Set(to.links.map(LinkKey.init))
    for link in from.links where !new.contains(LinkKey(link)) { edits.append(.removeLink(link)) }
    for link in to.links where !old.contains(LinkKey(link)) { edits.append(.addLink(link)) }
    self.edits = edits
  }

  /// The ends of the links that only one of the plans has.
  public var linkEnds: [ActivityID] {
    edits.flatMap { edit -> [ActivityID] in
      switch edit {
      case .addLink(let link), .removeLink(let link): return [link.from, link.to]
      default: return []
      }
    }
  }

  /// `plan` with one edit made towards the newer plan.
  package func applying(_ edit: PlanEdit, to plan: Plan) -> Plan {
    var plan = plan
    switch edit {
    case .activity(let id, let aspect):
      guard let index = plan.index(of: id), let newer = to[id] else { return plan }
      var activity = plan[index]
      activity.take(aspect, from: newer)
      plan.replace(index, with: activity)
    case .addActivity(let id):
      if let activity = to[id] { plan.activities.append(activity) }
    case .removeActivity(let id):
      plan.links.removeAll { $0.from == id || $0.to == id }
      plan.activities.removeAll { $0.id == id }
    case .addLink(let link):
      plan.links.append(link)
    case .removeLink(let link):
      plan.links.removeAll { LinkKey($0) == LinkKey(link) }
    case .calendars:
      plan.calendars = to.calendars
      plan.windows = to.windows
      plan.defaultCalendar = to.defaultCalendar
      plan.options = to.options
    case .statusDate:
      plan.statusDate = to.statusDate
      plan.start = to.start
      plan.mustFinishBy = to.mustFinishBy
      plan.projects = to.projects
    }
    return plan
  }
}

/// What makes a link the same link: its ends, kind, lag and strength.
private struct LinkKey: Hashable {
  let from: ActivityID
  let to: ActivityID
  let kind: Link.Kind
  let strength: Strength
  let lag: Quantity?
  let maximum: Quantity?

  init(_ link: Link) {
    from = link.from
    to = link.to
    kind = link.kind
    strength = link.strength
    lag = link.lag
    maximum = link.hasDetails ? link.details.maximum : nil
  }
}

/// What of a project moves dates.
private struct ProjectDates: Hashable {
  let id: ProjectID
  let start: Day?
  let calendar: String?
  let finishBy: [Day?]?

  init(_ project: Project) {
    id = project.id
    start = project.start
    calendar = project.calendar
    finishBy = project.mustFinishBy.map { [$0.value.earliest, $0.value.latest] }
  }
}

extension Plan {
  fileprivate var finishSpan: [Day?]? { mustFinishBy.map { [$0.value.earliest, $0.value.latest] } }
}

extension Activity {
  fileprivate func agrees(with other: Activity, in aspect: PlanEdit.Aspect) -> Bool {
    switch aspect {
    case .planned: span(details.planned) == span(other.details.planned)
    case .target: details.target == other.details.target
    case .deadline: span(details.deadline) == span(other.details.deadline)
    case .actual:
      span(details.actualStart) == span(other.details.actualStart)
        && span(details.actualFinish) == span(other.details.actualFinish)
        && details.remaining?.value == other.details.remaining?.value
        && span(details.suspended) == span(other.details.suspended)
        && span(details.resumes) == span(other.details.resumes)
    case .duration: duration?.value == other.duration?.value
    case .calendar: calendar == other.calendar
    case .constraint:
      details.constraints == other.details.constraints
        && span(details.expectedFinish) == span(other.details.expectedFinish)
        && details.isAsLateAsPossible == other.details.isAsLateAsPossible
    case .slip: details.slips.map(\.value) == other.details.slips.map(\.value)
    case .window: details.window == other.details.window
    case .state:
      details.state?.value == other.details.state?.value && details.isInactive == other.details.isInactive
    case .kind: kind == other.kind && details.parent == other.details.parent
    }
  }

  private func span(_ fact: Fact<DateSpan>?) -> [Day?]? { fact.map { [$0.value.earliest, $0.value.latest] } }

  fileprivate mutating func take(_ aspect: PlanEdit.Aspect, from other: Activity) {
    switch aspect {
    case .planned: details.planned = other.details.planned
    case .target: details.target = other.details.target
    case .deadline: details.deadline = other.details.deadline
    case .actual:
      details.actualStart = other.details.actualStart
      details.actualFinish = other.details.actualFinish
      details.remaining = other.details.remaining
      details.suspended = other.details.suspended
      details.resumes = other.details.resumes
    case .duration: duration = other.duration
    case .calendar: calendar = other.calendar
    case .constraint:
      details.constraints = other.details.constraints
      details.expectedFinish = other.details.expectedFinish
      details.isAsLateAsPossible = other.details.isAsLateAsPossible
    case .slip: details.slips = other.details.slips
    case .window: details.window = other.details.window
    case .state:
      details.state = other.details.state
      details.isInactive = other.details.isInactive
    case .kind:
      kind = other.kind
      details.parent = other.details.parent
    }
  }
}
