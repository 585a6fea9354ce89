public import PlanModel
public import PlanSchedule

/// Something that a milestone waits for without a link that schedules: a soft link, or a relation with a project, a
/// capacity or a body.
///
///     Needs(outlook, for: "epj.sthf-start")?.conditions.first?.from       // "rdap"
///
/// No date follows from it, and still the milestone may have to wait.
public struct Condition: Sendable {
  /// Whether the plan gives it as a link or as a relation.
  public let form: InterfaceRegister.Form
  /// Who must deliver: an activity, a project or another node.
  public let from: String
  /// The milestone, something before it, or its project.
  public let to: String
  /// Soft or co for a link; a relation may be hard, and still no date follows from it.
  public let strength: Strength
  /// What the plan says of it: kind, what is waited for, risks, promise and need.
  public let dependency: Dependency
  /// Who owns what must be delivered; nil where the plan does not say.
  public let owner: String?
  /// When the deliverable comes; nil where it is no activity, or has no date.
  public let placed: Readings<Day>?
  /// Whether the deliverable is there already; false where it is no activity.
  public let isDone: Bool
  /// Whether the deliverable has no date, or waits for something that has none; false where it is no activity.
  public let isLowerBound: Bool
}

extension Condition {
  /// Everything that a milestone and what lies before it wait for without a date: those of the milestone first, then of
  /// what lies before it, then of its project, each in plan order.
  ///
  /// A relation that a link or another condition makes precise is left out. So is what lies before the milestone itself.
  ///
  /// - Complexity: O(links + relations).
  static func all(of id: ActivityID, before upstream: Set<ActivityID>, _ outlook: Outlook) -> [Condition] {
    let plan = outlook.plan
    var before = Set(upstream.filter { outlook.schedule[$0]?.isDone == false }.map(\.text))
    before.insert(id.text)
    var refined: Set<String> = []
    var found: [(rank: Int, condition: Condition)] = []
    func rank(_ end: String) -> Int? {
      if end == id.text { return 0 }
      return before.contains(end) ? 1 : end == id.project?.text ? 2 : nil
    }
    for link in plan.links where before.contains(link.to.text) {
      if link.strength == .hard {
        if link.hasDetails { refined.formUnion(link.details.dependency.refines) }
      } else if let rank = rank(link.to.text), !before.contains(link.from.text) {
        found.append(
          (
            rank,
            Condition(.link, link.from.text, link.to.text, link.strength, link.details.dependency, outlook)
          ))
      }
    }
    for relation in plan.relations {
      guard let rank = rank(relation.to), !before.contains(relation.from) else { continue }
      found.append(
        (rank, Condition(.relation, relation.from, relation.to, relation.strength, relation.dependency, outlook)))
    }
    for (_, condition) in found { refined.formUnion(condition.dependency.refines) }
    let named = found.filter { !refined.contains($0.condition.dependency.id ?? "") }
    return (0...2).flatMap { rank in named.filter { $0.rank == rank }.map(\.condition) }
  }

  private init(
    _ form: InterfaceRegister.Form, _ from: String, _ to: String, _ strength: Strength, _ dependency: Dependency,
    _ outlook: Outlook
  ) {
    self.form = form
    self.from = from
    self.to = to
    self.strength = strength
    self.dependency = dependency
    let supplier = outlook.plan[ActivityID(from)]
    let scheduled = outlook.schedule[ActivityID(from)].flatMap { $0.isScheduled ? $0 : nil }
    let project = supplier?.project ?? ProjectID(from)
    owner = supplier?.details.owner ?? outlook.plan[project: project]?.owner
    isDone = scheduled?.isDone ?? false
    isLowerBound = scheduled?.isLowerBound ?? false
    placed = scheduled.flatMap { $0.isUndated ? nil : $0.days }
  }
}
