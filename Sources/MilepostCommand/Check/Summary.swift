import PlanModel
import PlanSchedule

/// What a plan holds, in counts.
struct Summary {
  let plan: Plan
  let files: Int
  let projects: Int
  let otherNodes: Int
  let milestones: Int
  let datedMilestones: Int
  let activities: Int
  let withDuration: Int
  let done: Int
  let hardLinks: Int
  let softLinks: Int
  let betweenProjects: Int
  let relations: Int
  let scenarios: Int
  let risks: Int
  let registers: Int
  let waiting: Int
  let unsourced: Int

  init(of schedule: Schedule, _ loaded: LoadedPlan, unsourced: Int) {
    plan = loaded.plan
    files = loaded.files.count
    projects = plan.projects.count { $0.kind == .project && !$0.isExternal }
    otherNodes = plan.projects.count - projects
    let events = plan.activities.filter { $0.kind.isMilestone }
    milestones = events.count
    datedMilestones = events.count { $0.hasDetails && ($0.details.planned != nil || $0.details.actualFinish != nil) }
    activities = plan.activities.count - milestones
    withDuration = plan.activities.count { !$0.kind.isMilestone && $0.duration != nil }
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

  /// The counts by their names in JSON.
  var counts: [(String, Int)] {
    [
      ("files", files), ("projects", projects), ("otherNodes", otherNodes), ("milestones", milestones),
      ("datedMilestones", datedMilestones), ("activities", activities), ("activitiesWithDuration", withDuration),
      ("done", done), ("lowerBounds", waiting), ("hardLinks", hardLinks), ("softLinks", softLinks),
      ("linksBetweenProjects", betweenProjects), ("relations", relations), ("scenarios", scenarios), ("risks", risks),
      ("registers", registers), ("unsourcedFacts", unsourced),
    ]
  }
}
