public import PlanModel
public import PlanSchedule

/// Every dependency between projects: what is promised, by when it is needed, when it comes, and how much room is left.
///
///     InterfaceRegister(outlook).rows.filter { $0.staleness != nil }
///
/// What nobody has said or nobody can know is nil, never a guess.
public struct InterfaceRegister: Sendable {
  /// Why a promise cannot be believed any more.
  public enum Staleness: String, Hashable, Sendable, CaseIterable {
    /// Its last day is over, and the deliverable is not there.
    case passed
    /// The computed date is later than its last day, even in the first reading.
    case overtaken
  }

  /// A link, which schedules, or a relation, which does not.
  public enum Form: String, Hashable, Sendable, CaseIterable { case link, relation }

  /// One promise between projects: what is promised, needed and computed.
  public struct Row: Sendable {
    /// Whether the promise is a link or a relation.
    public let form: Form
    /// Who must deliver, and who depends on it: an activity, a project or another node.
    public let from: String
    /// The receiver of the deliverable.
    public let to: String
    /// The supplier's project, or the supplier itself where it is one; nil where the plan knows neither.
    public let fromProject: ProjectID?
    /// The receiver's project, or the receiver itself where it is one; nil where the plan knows neither.
    public let toProject: ProjectID?
    /// What it means for dates: only a hard link schedules.
    public let strength: Strength
    /// Kind, the document's word for its strength, row, what, risks, promise and need, as stated.
    public let dependency: Dependency
    /// The links that make a relation precise.
    public let refinedBy: [String]
    /// What the supplier's own plan states for the deliverable.
    public let stated: Fact<DateSpan>?
    /// When the deliverable comes; nil where it is no activity, or is not scheduled.
    public let placed: Readings<Day>?
    /// Whether the deliverable is there already; false where it is no activity, or is not scheduled.
    public let isDone: Bool
    /// Whether the computed date is only "not before".
    public let isLowerBound: Bool
    /// The undated activities that the deliverable waits for, or itself where only its own date is unknown.
    public let waitsFor: [ActivityID]
    /// The last day on which every target behind still holds with likely durations; nil where there is no target
    /// behind, or the link does not schedule.
    public let needed: Readings<Day?>
    /// The target behind that asks for it first.
    public let neededFor: ActivityID?
    /// Working time on the supplier's calendar before the receiver moves.
    public let floatToMove: Readings<WorkTime?>
    /// Working time on the supplier's calendar before a target behind is missed; negative: it is missed already.
    public let floatToTarget: Readings<WorkTime?>
    /// Nil where the promise can still be met, where it is met, or where nothing is promised.
    public let staleness: Staleness?

    /// How the dependency itself is known, whatever its dates rest on.
    public var basis: Basis { dependency.evidence.basis }
  }

  /// Links in plan order, then relations.
  public let rows: [Row]

  /// - Parameter includesRelations: whether dependencies that schedule nothing are listed, too.
  /// - Complexity: O(activities + links) for each target that is met by nothing nearer, and once for all.
  public init(_ outlook: Outlook, includesRelations: Bool = true) {
    let ends = TargetEnds(outlook)
    var rows: [Row] = []
    for (place, link) in outlook.plan.links.enumerated() where link.from.project != link.to.project {
      rows.append(Row(link, at: place, outlook, ends))
    }
    guard includesRelations else {
      self.rows = rows
      return
    }
    var refining: [String: [String]] = [:]
    for link in outlook.plan.links where link.hasDetails {
      for id in link.details.dependency.refines { refining[id, default: []].append(link.details.dependency.id ?? "") }
    }
    for relation in outlook.plan.relations {
      let name = relation.dependency.id ?? ""
      let row = Row(relation, refinedBy: (refining[name] ?? []).filter { !$0.isEmpty }, outlook)
      if row.fromProject != row.toProject || row.fromProject == nil { rows.append(row) }
    }
    self.rows = rows
  }
}

extension InterfaceRegister {
  /// Why the promise of a dependency cannot be believed any more; nil where it can, or where nothing is promised.
  ///
  /// - Parameter from: the deliverable, nil where it is no activity.
  package static func staleness(
    of dependency: Dependency, from supplier: ScheduledActivity?, _ outlook: Outlook
  ) -> Staleness? {
    let placed = supplier.flatMap { $0.isScheduled ? $0 : nil }
    guard let promise = dependency.promised?.value.latest, placed?.isDone != true else { return nil }
    if let status = outlook.plan.statusDate, promise <= status { return .passed }
    return placed.map { $0.days.first > promise } == true ? .overtaken : nil
  }
}

extension InterfaceRegister.Row {
  fileprivate init(_ link: Link, at place: Int, _ outlook: Outlook, _ ends: TargetEnds) {
    let supplier = outlook.schedule[link.from]
    let schedules = link.strength == .hard && supplier?.isScheduled == true && supplier?.isDone == false
    let room = schedules ? ends.room(of: link, at: place, outlook) : nil
    self.init(
      .link, (link.from.text, link.to.text), (link.from.project, link.to.project), link.strength,
      link.details.dependency, refinedBy: [], supplier, outlook, room)
  }

  fileprivate init(_ relation: Relation, refinedBy: [String], _ outlook: Outlook) {
    func project(_ text: String) -> ProjectID? {
      outlook.plan[ActivityID(text)]?.project ?? (outlook.plan[project: ProjectID(text)] == nil ? nil : ProjectID(text))
    }
    self.init(
      .relation, (relation.from, relation.to), (project(relation.from), project(relation.to)), relation.strength,
      relation.dependency, refinedBy: refinedBy, outlook.schedule[ActivityID(relation.from)], outlook, nil)
  }

  private init(
    _ form: InterfaceRegister.Form, _ ends: (from: String, to: String), _ projects: (from: ProjectID?, to: ProjectID?),
    _ strength: Strength, _ dependency: Dependency, refinedBy: [String], _ supplier: ScheduledActivity?,
    _ outlook: Outlook, _ room: TargetEnds.Room?
  ) {
    self.form = form
    (from, to) = ends
    (fromProject, toProject) = projects
    self.strength = strength
    self.dependency = dependency
    self.refinedBy = refinedBy
    let scheduled = supplier.flatMap { $0.isScheduled ? $0 : nil }
    stated = supplier.flatMap { outlook.stated($0.id) }
    placed = scheduled?.days
    isDone = scheduled?.isDone ?? false
    isLowerBound = scheduled?.isLowerBound ?? false
    waitsFor = scheduled.map { $0.isUndated && $0.waitsFor.isEmpty ? [$0.id] : $0.waitsFor } ?? []
    needed = room?.needed ?? Readings(first: nil, last: nil)
    neededFor = room?.target
    floatToMove = room?.floatToMove ?? Readings(first: nil, last: nil)
    floatToTarget = room?.floatToTarget ?? Readings(first: nil, last: nil)
    staleness = InterfaceRegister.staleness(of: dependency, from: scheduled, outlook)
  }
}
