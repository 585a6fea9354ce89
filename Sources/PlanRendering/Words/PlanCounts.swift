import PlanModel
package import PlanSchedule

/// What a plan holds, in counts.
package struct PlanCounts: Sendable {
  package let files: Int
  package let projects: Int
  package let otherNodes: Int
  package let milestones: Int
  package let datedMilestones: Int
  package let activities: Int
  package let withDuration: Int
  /// Summaries and hammocks, which take no duration.
  package let spans: Int
  package let done: Int
  package let hardLinks: Int
  package let softLinks: Int
  package let betweenProjects: Int
  package let relations: Int
  package let scenarios: Int
  package let risks: Int
  package let registers: Int
  package let waiting: Int
  package let unsourced: Int

  /// - Parameter files: how many the plan was read from.
  /// - Parameter unsourced: how many facts have neither a source nor a reason.
  package init(of schedule: Schedule, files: Int, unsourced: Int) {
    let plan = schedule.network.plan
    self.files = files
    projects = plan.projects.count { $0.kind == .project && !$0.isExternal }
    otherNodes = plan.projects.count - projects
    let events = plan.activities.filter { $0.kind.isMilestone }
    milestones = events.count
    datedMilestones = events.count { $0.hasDetails && ($0.details.planned != nil || $0.details.actualFinish != nil) }
    spans = plan.activities.count { $0.kind == .summary || $0.kind == .hammock }
    activities = plan.activities.count - milestones - spans
    withDuration = plan.activities.count { $0.kind == .task && $0.duration != nil }
    hardLinks = plan.links.count { $0.strength == .hard }
    softLinks = plan.links.count - hardLinks
    betweenProjects = plan.links.count { $0.from.project != $0.to.project }
    relations = plan.relations.count
    scenarios = plan.scenarios.count
    risks = plan.risks.count
    registers = plan.registers.count
    let members = schedule.activities
    done = members.count { $0.isScheduled && $0.isDone }
    waiting = members.count { $0.isScheduled && !$0.isDone && $0.isLowerBound }
    self.unsourced = unsourced
  }
}
