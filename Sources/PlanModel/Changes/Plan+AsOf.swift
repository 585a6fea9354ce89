extension Plan {
  /// The plan as it was known at the end of a day.
  ///
  ///     plan.asOf(day)["amk-interregional.release-1-0"]?.details.actualFinish      // nil before it happened
  ///
  /// The status date moves back to the day. What carries a later `known:` is left out, and so is what happened later:
  /// actual dates and states of events. An event whose state is left out stands on its last baseline again, where it
  /// has no planned date.
  ///
  /// - Complexity: O(activities + links + relations).
  public func asOf(_ day: Day) -> Plan {
    func isKnown(_ evidence: Evidence) -> Bool { evidence.known.map { $0 <= day } ?? true }
    func known<Value>(_ fact: Fact<Value>?) -> Fact<Value>? { fact.flatMap { isKnown($0.evidence) ? $0 : nil } }
    func happened(_ fact: Fact<DateSpan>?) -> Fact<DateSpan>? {
      known(fact).flatMap { ($0.value.earliest ?? $0.value.latest).map { $0 <= day } ?? true ? $0 : nil }
    }
    var plan = self
    plan.statusDate = statusDate.map { min($0, day) } ?? day
    plan.mustFinishBy = known(mustFinishBy)
    plan.projects = projects.map { project in
      var project = project
      project.mustFinishBy = known(project.mustFinishBy)
      return project
    }
    plan.activities = activities.compactMap { activity in
      guard isKnown(activity.evidence) else { return nil }
      var activity = activity
      activity.duration = known(activity.duration)
      guard activity.hasDetails else { return activity }
      var details = activity.details
      details.planned = known(details.planned)
      details.deadline = known(details.deadline)
      details.remaining = known(details.remaining)
      details.suspended = happened(details.suspended)
      details.resumes = known(details.resumes)
      details.expectedFinish = known(details.expectedFinish)
      if case .by(let fact)? = details.target, !isKnown(fact.evidence) { details.target = nil }
      details.constraints.removeAll { !isKnown($0.date.evidence) }
      details.slips.removeAll { !isKnown($0.evidence) }
      details.baselines.removeAll { !isKnown($0.date.evidence) }
      details.actualStart = happened(details.actualStart)
      details.actualFinish = happened(details.actualFinish)
      if details.actualFinish == nil, activity.kind.isMilestone { details.actualStart = nil }
      if let state = details.state {
        let at = state.value.at.flatMap { $0.earliest ?? $0.latest }
        if !isKnown(state.evidence) || at.map({ $0 > day }) ?? false {
          details.state = nil
          if details.planned == nil { details.planned = details.baselines.last?.date }
        }
      }
      activity.details = details
      return activity
    }
    plan.removeExceptions(knownAfter: day)
    let left = plan
    plan.links = links.filter {
      isKnown($0.evidence) && left.index(of: $0.from) != nil && left.index(of: $0.to) != nil
    }
    plan.relations.removeAll { !isKnown($0.dependency.evidence) }
    plan.keepRisks(where: isKnown)
    return plan
  }
}

extension Plan {
  /// Leaves out what is not known of risks, their scales and correlations.
  fileprivate mutating func keepRisks(where isKnown: (Evidence) -> Bool) {
    func known<Value>(_ fact: Fact<Value>?) -> Fact<Value>? { fact.flatMap { isKnown($0.evidence) ? $0 : nil } }
    risks = risks.compactMap { risk in
      guard isKnown(risk.evidence) else { return nil }
      var risk = risk
      risk.likelihood = known(risk.likelihood)
      risk.consequence = known(risk.consequence)
      risk.probability = known(risk.probability)
      risk.factor = known(risk.factor)
      risk.cost = known(risk.cost)
      risk.impacts.removeAll { !isKnown($0.delay.evidence) || index(of: $0.activity) == nil }
      risk.delays.removeAll { index(of: $0) == nil }
      risk.stretches.removeAll { index(of: $0) == nil }
      return risk
    }
    correlations = correlations.compactMap { correlation in
      guard isKnown(correlation.evidence) else { return nil }
      var correlation = correlation
      correlation.activities.removeAll { index(of: $0) == nil }
      return correlation.activities.count < 2 ? nil : correlation
    }
    riskScales.probabilities = riskScales.probabilities.filter { isKnown($0.value.evidence) }
    riskScales.impacts = riskScales.impacts.compactMapValues { impact in
      var impact = impact
      impact.delay = known(impact.delay)
      impact.cost = known(impact.cost)
      return isKnown(impact.evidence) && (impact.delay != nil || impact.cost != nil) ? impact : nil
    }
  }
}
