import PlanGraph
import PlanModel
import PlanRendering
import PlanSchedule

/// What is worth knowing about a plan that can be computed: warnings first, then notes, each in plan order.
struct Findings {
  let all: [Diagnostic]

  /// How many facts have neither a source nor a reason.
  var unsourced: Int { all.count { $0.code == .unsourced } }

  init(of schedule: Schedule, remarks: [Diagnostic]) {
    let network = schedule.network
    let members = schedule.activities
    var found = remarks + network.findings
    for member in members { found += Findings.dates(of: member) }
    for member in members { found += Findings.statedCritical(member) }
    for link in network.plan.links where link.strength == .soft {
      if let finding = SoftLink(link, schedule)?.finding { found.append(finding) }
    }
    for link in network.plan.links where link.hasDetails && link.details.gap == .unknown {
      found.append(
        Diagnostic(.unknownGap, link.from.text, link.to.text, severity: .note, at: link.evidence.origin))
    }
    found += Findings.idle(network.plan)
    for activity in network.plan.activities { found += Findings.unsourced(activity) }
    found += Findings.unsourcedEnds(network.plan)
    found += Findings.risks(network.plan)
    found += Findings.relationCycles(network.plan)
    // An event that has one date for its start and finish is reported once.
    var seen: Set<String> = []
    found = found.filter { seen.insert("\($0.origin.index) \($0.code.rawValue) \($0.values)").inserted }
    all = found.filter { $0.severity == .warning } + found.filter { $0.severity == .note }
  }

  /// Overdue dates, and dates that wait for something without one.
  private static func dates(of member: ScheduledActivity) -> [Diagnostic] {
    guard member.isScheduled, !member.isDone, member.driver != .actual, member.activity.hasDetails,
      let planned = member.activity.details.planned
    else { return [] }
    var found: [Diagnostic] = []
    let details = member.activity.details
    if let status = member.schedule.network.plan.statusDate, let latest = planned.value.latest, latest <= status,
      details.state == nil, details.slips.isEmpty
    {
      found.append(
        Diagnostic(.overdue, member.id.text, planned.value.words, severity: .warning, at: planned.evidence.origin))
    }
    if member.activity.kind.isMilestone, !member.waitsFor.isEmpty {
      let names = member.waitsFor.map { "'\($0)'" }.joined(separator: ", ")
      found.append(
        Diagnostic(.undatedPredecessor, member.id.text, names, severity: .warning, at: planned.evidence.origin))
    }
    return found
  }

  /// What the plan calls critical and the schedule does not, or the other way round.
  private static func statedCritical(_ member: ScheduledActivity) -> [Diagnostic] {
    guard member.activity.hasDetails, let stated = member.activity.details.statedCritical,
      let computed = member.knownCritical, stated != computed
    else { return [] }
    let float = member.totalFloat.first.map { Int($0.minutes) } ?? 0
    let days = Words(language: .english).float(
      float, dayLength: member.minutesPerDay, isElapsed: member.isAroundTheClock)
    return [
      Diagnostic(
        .statedCritical, member.id.text, stated ? "critical" : "not critical", days, severity: .warning,
        at: member.activity.evidence.origin)
    ]
  }

  /// Every fact of an activity that has neither a source nor a reason.
  private static func unsourced(_ activity: Activity) -> [Diagnostic] {
    var facts: [(String, Evidence)] = []
    if let duration = activity.duration { facts.append(("duration", duration.evidence)) }
    if activity.hasDetails {
      let details = activity.details
      if let fact = details.planned { facts.append(("planned", fact.evidence)) }
      if case .by(let fact)? = details.target { facts.append(("target", fact.evidence)) }
      if let fact = details.deadline { facts.append(("deadline", fact.evidence)) }
      if let fact = details.actualStart, details.actualFinish != fact { facts.append(("actual-start", fact.evidence)) }
      if let fact = details.actualFinish { facts.append(("actual", fact.evidence)) }
      if let fact = details.expectedFinish { facts.append(("expected-finish", fact.evidence)) }
      if let fact = details.suspended { facts.append(("suspend", fact.evidence)) }
      if let fact = details.resumes { facts.append(("resume", fact.evidence)) }
      for constraint in details.constraints { facts.append((constraint.kind.rawValue, constraint.date.evidence)) }
    }
    return facts.filter { $0.1.basis == .unsourced }.map {
      Diagnostic(.unsourced, $0.0, activity.id.text, severity: .warning, at: $0.1.origin)
    }
  }

  /// Projects that wait for each other by relations: a note, for relations are not scheduled.
  private static func relationCycles(_ plan: Plan) -> [Diagnostic] {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    func number(_ text: String) -> Int {
      let name = text.firstIndex(of: ".").map { String(text[..<$0]) } ?? text
      if let known = numbers[name] { return known }
      names.append(name)
      numbers[name] = names.count - 1
      return names.count - 1
    }
    var arcs: [Arc] = []
    var relations: [Relation] = []
    for relation in plan.relations {
      let arc = Arc(from: number(relation.from), to: number(relation.to))
      guard arc.from != arc.to else { continue }
      arcs.append(arc)
      relations.append(relation)
    }
    do throws(CyclicGraph) {
      _ = try DependencyGraph(count: names.count, arcs: arcs)
      return []
    } catch {
      return error.cycles.map { cycle in
        let members = cycle.map { names[Int(arcs[$0].from)] }
        return Diagnostic(
          .relationCycle, (members + [members[0]]).joined(separator: " → "), severity: .note,
          at: relations[cycle[0]].dependency.evidence.origin,
          related: cycle.dropFirst().map { relations[$0].dependency.evidence.origin })
      }
    }
  }
}
