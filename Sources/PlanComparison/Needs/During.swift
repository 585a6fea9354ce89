public import PlanModel
import PlanSchedule

/// Which milestones fall into a stretch of work, and whether they depend on whoever does it.
///
///     During(outlook, "stim.parallel-deliveries")?.rows.filter { $0.way != nil }
///
/// Links, relations of any strength and membership make a way. A group whose members the plan does not list may hold any of
/// the milestones: it is named, and nobody is guessed into it.
public struct During: Sendable {
  /// A link or relation on a way.
  public struct Step: Hashable, Sendable {
    /// Who must deliver: an activity, a project or another node.
    public let from: String
    /// Who depends on it.
    public let to: String
    /// The name of the link or relation in the plan; nil where it has none.
    public let id: String?
    /// How strong the dependency is; only hard links move dates, but any strength makes a way.
    public let strength: Strength
  }

  /// A milestone that may fall into the stretch.
  public struct Row: Sendable {
    /// A milestone of another project that has a date and has not happened.
    public let activity: Activity
    /// In the most and in the least favourable reading.
    public let days: ClosedRange<Day>
    /// Certain: wherever it falls, it is inside; what waits for something undated is only possible.
    public let word: Collisions.Word
    /// Whether it waits for something undated: then its days are only "not before".
    public let isLowerBound: Bool
    /// The shortest way from the stretch or its project; nil where the plan names none.
    public let way: [Step]?

    /// The milestone that the row is about.
    public var id: ActivityID { activity.id }
  }

  /// The stretch of work that is asked about.
  public let activity: Activity
  /// From its first possible day to its last.
  public let days: ClosedRange<Day>
  /// Milestones of other projects that are ahead, by date.
  public let rows: [Row]
  /// Groups on a way whose members the plan does not list.
  public let openGroups: [(group: ProjectID, way: [Step])]

  /// Nil where the plan has no such activity or does not schedule it.
  ///
  /// - Complexity: O(activities + links + relations).
  public init?(_ outlook: Outlook, _ id: ActivityID) {
    guard let own = outlook.schedule[id], own.isScheduled, !own.isUndated,
      let last = outlook.day(of: id, outlook.leastFavourable)
    else { return nil }
    let plan = outlook.plan
    activity = own.activity
    days = min(own.startDays.first, last)...last
    let ways = Ways(from: id, in: plan)
    var rows: [Row] = []
    for member in outlook.schedule.activities {
      guard member.isScheduled, !member.isDone, !member.isUndated, member.activity.kind.isMilestone,
        member.activity.project != id.project, let best = outlook.day(of: member.id, outlook.mostFavourable),
        let worst = outlook.day(of: member.id, outlook.leastFavourable)
      else { continue }
      let span = min(best, worst)...max(best, worst)
      guard span.overlaps(days) else { continue }
      rows.append(
        Row(
          activity: member.activity, days: span,
          word: !member.isLowerBound && days.lowerBound <= span.lowerBound && span.upperBound <= days.upperBound
            ? .certain : .possible,
          isLowerBound: member.isLowerBound, way: ways[member.id.text]))
    }
    self.rows = rows.enumerated().sorted {
      ($0.1.days.lowerBound, $0.1.days.upperBound, $0.0) < ($1.1.days.lowerBound, $1.1.days.upperBound, $1.0)
    }.map(\.1)
    let parents = Set(plan.projects.compactMap(\.partOf))
    openGroups = plan.projects.filter { $0.kind == .group && !parents.contains($0.id) }.compactMap { group in
      ways[group.id.text].map { (group.id, $0) }
    }
  }
}

/// The shortest ways along links, relations and memberships, by node.
private struct Ways {
  private var steps: [String: [During.Step]] = [:]

  subscript(node: String) -> [During.Step]? { steps[node] }

  init(from id: ActivityID, in plan: Plan) {
    var leaving: [String: [During.Step]] = [:]
    for link in plan.links {
      let name = link.hasDetails ? link.details.dependency.id : nil
      leaving[link.from.text, default: []].append(
        During.Step(from: link.from.text, to: link.to.text, id: name, strength: link.strength))
    }
    for relation in plan.relations {
      leaving[relation.from, default: []].append(
        During.Step(
          from: relation.from, to: relation.to, id: relation.dependency.id, strength: relation.strength))
    }
    // What a project waits for, its activities and its members wait for.
    var members: [String: [String]] = [:]
    for activity in plan.activities {
      if let project = activity.project { members[project.text, default: []].append(activity.id.text) }
    }
    for project in plan.projects {
      if let whole = project.partOf { members[whole.text, default: []].append(project.id.text) }
    }
    var open: [String] = []
    func reach(_ node: String, _ way: [During.Step]) {
      guard steps[node] == nil else { return }
      steps[node] = way
      open.append(node)
    }
    reach(id.text, [])
    if let project = id.project { reach(project.text, []) }
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      let way = steps[node] ?? []
      for member in members[node] ?? [] { reach(member, way) }
      for step in leaving[node] ?? [] { reach(step.to, way + [step]) }
    }
  }
}
