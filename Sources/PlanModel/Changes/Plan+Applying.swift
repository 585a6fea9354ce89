extension Plan {
  /// The plan with these changes made, in order; the plan itself stays as it is.
  ///
  /// - Throws: ``InvalidPlan`` with every change that does not fit: an unknown id, a link to drop that is not there, a
  ///   slip of something actual or undated.
  /// - Complexity: O(activities + links + changes); links are searched once per structural change.
  public func applying(_ changes: [Change]) throws(InvalidPlan) -> Plan {
    var applier = ChangeApplier(self)
    for change in changes { applier.apply(change) }
    guard applier.problems.isEmpty else { throw InvalidPlan(applier.problems) }
    return applier.result
  }

  /// The plan with these scenarios applied, each after those it extends, and then the changes.
  ///
  /// - Throws: ``InvalidPlan`` for unknown scenarios, two alternatives of one choice, scenarios that extend themselves,
  ///   and as ``applying(_:)``.
  public func applying(scenarios ids: [ScenarioID], changes: [Change] = []) throws(InvalidPlan) -> Plan {
    var problems: [Diagnostic] = []
    var order: [Scenario] = []
    var open: [ScenarioID] = []
    func visit(_ id: ScenarioID, from origin: Origin) {
      if order.contains(where: { $0.id == id }) { return }
      if let start = open.firstIndex(of: id) {
        let loop = (open[start...] + [id]).map(\.text).joined(separator: " → ")
        problems.append(Diagnostic(.scenarioCycle, id.text, loop, at: origin))
        return
      }
      guard let scenario = scenario(id) else {
        let names = scenarios.map(\.id.text)
        problems.append(
          Diagnostic(
            .unknownScenario, id.text, nearest(to: id.text, among: names) ?? "", names.joined(separator: ", "),
            at: origin))
        return
      }
      open.append(id)
      for base in scenario.extends { visit(base, from: scenario.evidence.origin) }
      open.removeLast()
      order.append(scenario)
    }
    for id in ids { visit(id, from: .memory) }
    for choice in choices {
      let taken = order.filter { choice.alternatives.contains($0.id) }
      if taken.count > 1 {
        problems.append(
          Diagnostic(.exclusiveScenarios, taken[0].id.text, taken[1].id.text, choice.id, at: choice.evidence.origin))
      }
    }
    guard problems.isEmpty else { throw InvalidPlan(problems) }
    var all = order.flatMap { scenario in
      scenario.changes.map { change in
        var change = change
        change.evidence = change.evidence.within(scenario.evidence)
        return change
      }
    }
    all += changes
    var result = try applying(all)
    result.applied += order.map(\.id.text) + changes.map(\.text)
    return result
  }
}

/// Applies changes to a copy of a plan and collects what does not fit.
private struct ChangeApplier {
  private(set) var result: Plan
  private(set) var problems: [Diagnostic] = []
  private var unknown = UnknownActivities()

  init(_ plan: Plan) { result = plan }

  mutating func apply(_ change: Change) {
    let evidence = change.evidence
    switch change.action {
    case .slip(let id, let amount):
      edit(id, evidence) { activity in
        if activity.details.actualFinish != nil || (activity.kind.isMilestone && activity.details.actualStart != nil) {
          return Diagnostic(.slipActual, id.text, at: evidence.origin)
        }
        activity.details.slips.append(Fact(amount, evidence))
        return nil
      }
    case .lengthen(let id, let more):
      let lengths = result.unitLengths
      edit(id, evidence) { activity in
        guard let old = activity.duration else {
          return Diagnostic(
            .badChange, "'\(id)' has no duration to add to", "set one: \(id) duration=40d", at: evidence.origin)
        }
        guard let longer = old.value.adding(more, lengths) else {
          return Diagnostic(
            .badChange, "'\(more)' does not add to the duration of '\(id)' (\(old.value.likely))",
            "use working units for working durations, and keep the result above zero", at: evidence.origin)
        }
        activity.duration = Fact(longer, evidence.within(old.evidence))
        return nil
      }
    case .set(let id, let attribute):
      if case .calendar(let name?) = attribute, result.calendar(named: name) == nil {
        problems.append(
          Diagnostic(
            .unknownCalendar, name, nearest(to: name, among: result.calendars.map(\.name)) ?? "", at: evidence.origin))
        return
      }
      if case .window(let name?) = attribute, result.window(named: name) == nil {
        let names = result.windows.map(\.name)
        problems.append(
          Diagnostic(
            .unknownWindow, name, nearest(to: name, among: names) ?? "", listing("windows", names),
            at: evidence.origin))
        return
      }
      edit(id, evidence) {
        $0.set(attribute, evidence); return nil
      }
    case .link(let link):
      guard known(link.from, evidence), known(link.to, evidence) else { return }
      var link = link
      link.details.dependency.evidence = evidence
      link.details.dependency.seeds = change.seeds
      if let old = result.links.firstIndex(where: { $0.from == link.from && $0.to == link.to && $0.kind == link.kind })
      {
        result.links[old] = link
      } else {
        result.links.append(link)
      }
    case .dropLink(let from, let to, let kind):
      guard known(from, evidence), known(to, evidence) else { return }
      let before = result.links.count
      result.links.removeAll { $0.from == from && $0.to == to && (kind == nil || $0.kind == kind) }
      if result.links.count == before {
        problems.append(
          Diagnostic(.noSuchLink, from.text, to.text, result.linksBeside(from, to), at: evidence.origin))
      }
    case .dropActivity(let id):
      guard known(id, evidence) else { return }
      result.activities.removeAll { $0.id == id }
      unknown.planChanged()
      result.links.removeAll { $0.from == id || $0.to == id }
      result.forgetRisks(of: id)
    case .add(let activity):
      guard result.index(of: activity.id) == nil else {
        problems.append(Diagnostic(.duplicateID, activity.id.text, at: evidence.origin))
        return
      }
      if let project = activity.project, result[project: project] == nil {
        let names = result.projects.map(\.id.text)
        problems.append(
          Diagnostic(
            .unknownProject, project.text, nearest(to: project.text, among: names) ?? "", listing("projects", names),
            at: evidence.origin))
        return
      }
      var activity = activity
      activity.evidence = evidence
      result.activities.append(activity)
      unknown.planChanged()
    case .risk(let risk):
      if case .impact(let id, _) = risk.edit, !known(id, evidence) { return }
      if let problem = result.apply(risk, evidence) { problems.append(problem) }
    case .cost(let money): amend(money, evidence)
    }
  }

  private mutating func amend(_ change: CostChange, _ evidence: Evidence) {
    if let project = change.project, result[project: project] == nil {
      let names = result.projects.map(\.id.text)
      problems.append(
        Diagnostic(
          .unknownProject, project.text, nearest(to: project.text, among: names) ?? "", listing("projects", names),
          at: evidence.origin))
      return
    }
    var isDone = false
    for place in result.projects.indices where change.project.map({ $0 == result.projects[place].id }) ?? true {
      // A rate may be set where the plan says nothing of money yet.
      let own = result.projects[place].cost ?? (change.project == nil ? nil : Cost())
      guard let cost = own?.applying(change, evidence) else { continue }
      result.projects[place].cost = cost
      isDone = true
    }
    if isDone { return }
    let whose = change.project?.text ?? "any project"
    let parts = change.project.flatMap { result[project: $0]?.cost?.parts.map(\.name) } ?? []
    problems.append(
      Diagnostic(
        .badChange, "'\(change.item.word)' is no amount of \(whose) that could be amended",
        "amounts are accrued, forecast, steering-frame, cost-frame, run-rate"
          + (parts.isEmpty ? "" : ", and its parts \(parts.joined(separator: ", "))"), at: evidence.origin))
  }

  private mutating func known(_ id: ActivityID, _ evidence: Evidence) -> Bool {
    if result.index(of: id) != nil { return true }
    problems.append(unknown.diagnostic(for: id, in: result, at: evidence.origin))
    return false
  }

  private mutating func edit(_ id: ActivityID, _ evidence: Evidence, _ body: (inout Activity) -> Diagnostic?) {
    guard let index = result.index(of: id) else {
      problems.append(unknown.diagnostic(for: id, in: result, at: evidence.origin))
      return
    }
    var activity = result[index]
    if let problem = body(&activity) {
      problems.append(problem)
    } else {
      result.replace(index, with: activity)
    }
  }
}

extension Plan {
  /// What links there are where one is not, for the help of a refusal.
  fileprivate func linksBeside(_ from: ActivityID, _ to: ActivityID) -> String {
    let kinds = links.filter { $0.from == from && $0.to == to }.map(\.kind.word)
    if !kinds.isEmpty { return "there is one of another type: \(from) -> \(to) \(kinds.joined(separator: ", "))" }
    if links.contains(where: { $0.from == to && $0.to == from }) {
      return "there is one the other way: \(to) -> \(from)"
    }
    let near = links.filter { $0.from == from } + links.filter { $0.to == to }
    if near.isEmpty { return "no link begins at \(from), and none ends at \(to)" }
    return "there are: \(shortList(near.map { "\($0.from) -> \($0.to)" }))"
  }
}

extension Activity {
  mutating func set(_ attribute: Change.Attribute, _ evidence: Evidence) {
    func fact(_ span: DateSpan?) -> Fact<DateSpan>? { span.map { Fact($0, evidence) } }
    switch attribute {
    case .planned(let span): details.planned = fact(span)
    case .target(let span): details.target = fact(span).map(Target.by) ?? .off(evidence)
    case .deadline(let span): details.deadline = fact(span)
    case .actual(let span):
      details.actualStart = fact(span)
      details.actualFinish = fact(span)
    case .actualStart(let span): details.actualStart = fact(span)
    case .actualFinish(let span): details.actualFinish = fact(span)
    case .constraint(let kind, let span):
      details.constraints.removeAll { $0.kind == kind }
      if let date = fact(span) { details.constraints.append(Constraint(kind, date)) }
    case .duration(let estimate): duration = estimate.map { Fact($0, evidence) }
    case .remaining(let quantity): details.remaining = quantity.map { Fact($0, evidence) }
    case .expectedFinish(let span): details.expectedFinish = fact(span)
    case .suspended(let span): details.suspended = fact(span)
    case .resumes(let span): details.resumes = fact(span)
    case .asLateAsPossible(let flag): details.isAsLateAsPossible = flag
    case .calendar(let name): calendar = name
    case .window(let name): details.window = name
    case .name(let text): name = text
    case .inactive(let flag): details.isInactive = flag
    }
  }
}

extension Estimate {
  /// The estimate with `more` added to each of its values; nil where units do not mix or a value would fall below zero.
  func adding(_ more: Quantity, _ lengths: UnitLengths) -> Estimate? {
    func sum(_ old: Quantity) -> Quantity? {
      guard old.isElapsed == more.isElapsed else { return nil }
      if old.unit == more.unit {
        let total = old.thousandths + more.thousandths
        return total < 0 ? nil : Quantity(thousandths: total, unit: old.unit)
      }
      guard let a = lengths.minutes(of: old), let b = lengths.minutes(of: more), a + b >= 0 else { return nil }
      let minutes = (a + b) * 1000
      // In the old unit where that is exact.
      if let unit = lengths.minutes(of: Quantity(1, old.unit)), unit > 0, minutes % unit == 0 {
        return Quantity(thousandths: minutes / unit, unit: old.unit)
      }
      return Quantity(thousandths: minutes, unit: old.isElapsed ? .elapsedMinutes : .minutes)
    }
    return mapping(sum)
  }
}
