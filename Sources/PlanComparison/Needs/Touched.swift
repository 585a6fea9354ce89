public import PlanModel
import PlanSchedule

/// Who is touched by a set of changes: what they reach, what loses float, and what moves, by project and owner.
///
///     Touched(SlipReport(before: plan, after: changed)).parties.first?.moved
///
/// The three are different answers: a path is not a delay, and a delay that float takes up moves nothing.
public struct Touched: Sendable {
  /// A project with all of its activities that the changes reach.
  public struct Party: Sendable {
    /// Nil for activities of no project.
    public let project: ProjectID?
    /// The project's owner, or else the owners of what is reached, each once.
    public let owners: [String]
    /// What gets another date.
    public let moved: [SlipReport.Row]
    /// What loses float to the end of its project, whether it moves or not.
    public let consumed: [SlipReport.Row]
    /// What a path leads to, and nothing else happens.
    public let reachedOnly: [SlipReport.Row]
    /// How many activities a path leads to, whatever happens to them.
    public let reached: Int
  }

  /// A relation from what moves to somebody whose dates it does not schedule.
  public struct Exposure: Hashable, Sendable {
    /// As the plan gives it: it comes from what moved, or from the project of something that moved.
    public let relation: Relation
    /// Whether it comes from something that moved, and not only from its project.
    public let isDirect: Bool
    /// Who owns the project that depends on it; nil where the plan does not say.
    public let owner: String?
    /// What is known of who depends on it.
    public let receiver: Receiver
  }

  /// Why no date follows for somebody who depends on what moves.
  public enum Receiver: Hashable, Sendable {
    /// A milestone, or a project with milestones ahead that no link ties to what moves.
    case dated
    /// A group with these members.
    case members([ProjectID])
    /// A group whose members the plan does not list.
    case unlisted
    /// A project without any milestone ahead that has a date.
    case undated
  }

  /// What the changes reach and move, which parties and exposures are made of.
  public let report: SlipReport
  /// Those with most that moves first, then in plan order.
  public let parties: [Party]
  /// Who depends on what moves without a link that says when.
  public let exposures: [Exposure]

  /// - Complexity: O(activities + relations), the report itself apart.
  public init(_ report: SlipReport) {
    self.report = report
    let plan = report.after.plan
    var order: [ProjectID?] = []
    var rows: [ProjectID?: [SlipReport.Row]] = [:]
    for row in report.rows {
      if rows[row.activity.project] == nil { order.append(row.activity.project) }
      rows[row.activity.project, default: []].append(row)
    }
    let parties = order.map { id in Party(id, rows[id] ?? [], plan) }
    self.parties = parties.enumerated().sorted {
      (-$0.1.moved.count, -$0.1.consumed.count, $0.0) < (-$1.1.moved.count, -$1.1.consumed.count, $1.0)
    }.map(\.1)
    let moved = Set(report.moved.map(\.id.text))
    let projects = Set(report.moved.compactMap { $0.activity.project?.text })
    exposures = plan.relations.compactMap { relation in
      guard moved.contains(relation.from) || projects.contains(relation.from) else { return nil }
      let receiver = plan[ActivityID(relation.to)]?.project ?? ProjectID(relation.to)
      return Exposure(
        relation: relation, isDirect: moved.contains(relation.from), owner: plan[project: receiver]?.owner,
        receiver: Touched.receiver(relation.to, report.after))
    }
  }

  private static func receiver(_ name: String, _ outlook: Outlook) -> Receiver {
    let plan = outlook.plan
    guard plan[ActivityID(name)] == nil, let project = plan[project: ProjectID(name)] else { return .dated }
    let members = plan.projects.filter { $0.partOf == project.id }.map(\.id)
    if !members.isEmpty { return .members(members) }
    if project.kind == .group { return .unlisted }
    let isDated = outlook.schedule.activities.contains {
      $0.activity.project == project.id && $0.isScheduled && !$0.isDone && !$0.isUndated
    }
    return isDated ? .dated : .undated
  }
}

extension Touched.Party {
  fileprivate init(_ id: ProjectID?, _ rows: [SlipReport.Row], _ plan: Plan) {
    project = id
    moved = rows.filter(\.hasMoved)
    consumed = rows.filter(\.usesFloat)
    reachedOnly = rows.filter { !$0.hasMoved && !$0.usesFloat }
    reached = rows.count
    if let owner = id.flatMap({ plan[project: $0]?.owner }) {
      owners = [owner]
    } else {
      var seen: Set<String> = []
      owners = rows.compactMap(\.activity.details.owner).filter { seen.insert($0).inserted }
    }
  }
}

extension SlipReport.Row {
  /// Whether it has less float than before, moved or not.
  fileprivate var usesFloat: Bool {
    guard let before = floatBefore, let after = floatAfter else { return false }
    return after < before
  }
}
