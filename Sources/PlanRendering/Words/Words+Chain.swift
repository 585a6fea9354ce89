public import PlanModel
public import PlanSchedule

/// One step of a driving chain in words.
public struct ChainLine: Hashable, Sendable {
  /// A phrase without a full stop, such as `Oppstart AMK Bergen kan nås når Akseptansetest er ferdig`.
  public let text: String
  /// The civil day on which the step ends.
  public let day: Day
  /// How long it took; nil for the dated fact that the chain starts from.
  public let elapsed: ElapsedTime?
}

extension Words {
  /// A driving chain in words, in order of time.
  ///
  ///     ["Oppstart AMK Bergen 01.01.2024: oppgitt dato i plan B (januar 2024)"]
  ///
  /// - Parameter label: what the plan is called in running text, such as "plan B".
  public func lines(of chain: Chain, in plan: Plan, called label: String) -> [ChainLine] {
    chain.steps.enumerated().map { place, step in
      let next = chain.steps.indices.contains(place + 1) ? chain.steps[place + 1] : nil
      let activity = plan[step.activity]
      let isFinish = atFinish(step, followedBy: next, activity)
      let day = isFinish ? step.until.finishDay : step.until.day
      var isFact = false
      if case .date = step.cause { isFact = true }
      return ChainLine(
        text: text(of: step, on: day, activity, plan, label), day: day, elapsed: isFact ? nil : step.elapsed)
    }
  }

  /// Whether a step ends where something finishes, so that midnight belongs to the day before.
  private func atFinish(_ step: Chain.Step, followedBy next: Chain.Step?, _ activity: Activity?) -> Bool {
    switch step.cause {
    case .work: return true
    case .date(.actual):
      if let next, next.activity == step.activity, next.cause == .work { return false }
      return activity?.kind != .startMilestone
    case .date, .link, .maximum, .slip, .calendarWait, .windowWait: return activity?.kind == .finishMilestone
    }
  }

  private func text(of step: Chain.Step, on day: Day, _ activity: Activity?, _ plan: Plan, _ label: String) -> String {
    let name = names[step.activity]
    switch step.cause {
    case .date(let driver):
      return "\(name) \(self.day(day)): \(reason(driver, activity, label))"
    case .work:
      let start = Instant(minutes: step.until.minutes - step.elapsed.minutes).day
      let period = pick("fra \(self.day(start)) til \(self.day(day))", "from \(self.day(start)) to \(self.day(day))")
      guard let duration = activity?.duration else {
        return "\(name): \(pick("ukjent varighet, regnet som null", "unknown duration, counted as nothing"))"
      }
      let basis = duration.basis == .stated ? "" : " (\(self.basis(duration.basis)))"
      return "\(name): \(quantity(duration.value.likely))\(basis) \(period)"
    case .link(let place):
      guard plan.links.indices.contains(place) else { return name }
      let text = condition(of: plan.links[place], plan)
      let tied = step.ties.filter(plan.links.indices.contains).map { names[plan.links[$0].from] }
      return tied.isEmpty ? text : text + pick("; samtidig med ", "; together with ") + list(tied)
    case .maximum(let place):
      guard plan.links.indices.contains(place) else { return name }
      return "\(name): \(pulled(by: plan.links[place]))"
    case .slip: return "\(name): \(pick("forskjøvet", "slipped")) \(elapsed(step.elapsed))"
    case .calendarWait:
      return "\(name): \(calendarWait(step.elapsed))"
    case .windowWait:
      return "\(name): \(windowWait(step.elapsed, activity?.details.window))"
    }
  }

  /// `Oppstart AMK Bergen kan nås når Akseptansetest er ferdig`.
  package func condition(of link: Link, _ plan: Plan) -> String {
    "\(names[link.to]) \(possibility(of: link, plan)) \(occasion(of: link, plan))\(lag(of: link))"
  }

  /// What a link lets happen: `kan nås`.
  package func possibility(of link: Link, _ plan: Plan) -> String {
    if plan[link.to]?.kind.isMilestone ?? false { return pick("kan nås", "can be reached") }
    return link.kind.boundsFinish ? pick("kan bli ferdig", "can finish") : pick("kan begynne", "can begin")
  }

  /// When a link lets it happen: `når Akseptansetest er ferdig`.
  package func occasion(of link: Link, _ plan: Plan) -> String {
    let isEvent = plan[link.from]?.kind.isMilestone ?? false
    let state =
      isEvent
      ? pick("er nådd", "is reached")
      : link.kind.leavesStart ? pick("har begynt", "has begun") : pick("er ferdig", "is finished")
    return "\(pick("når", "when")) \(names[link.from]) \(state)"
  }

  /// `, pluss 3 arbeidsdager`; empty where a link has no lag.
  package func lag(of link: Link) -> String {
    guard let lag = link.lag, lag.thousandths != 0 else { return "" }
    return lag.isNegative
      ? pick(", minus ", ", less ") + quantity(-lag) : pick(", pluss ", ", plus ") + quantity(lag)
  }

  /// Why a chain starts where it starts: `oppgitt dato i plan B (januar 2024)`.
  package func reason(_ driver: Driver, _ activity: Activity?, _ label: String) -> String {
    switch driver {
    case .planned:
      guard let planned = activity?.details.planned else { return date(on: .unsourced) }
      let words = planned.value.isExact ? "" : " (\(span(planned.value)))"
      return "\(date(on: planned.basis)) \(pick("i", "in")) \(label)\(words)"
    case .actual:
      let isUnderWay = activity.map { $0.details.actualFinish == nil && $0.kind == .task } ?? false
      return isUnderWay ? pick("er i gang", "is under way") : hasHappened
    case .statusDate:
      let isUndatedEvent = activity.map { $0.kind.isMilestone && $0.details.planned == nil } ?? false
      return isUndatedEvent
        ? pick("mangler dato, regnet fra statusdatoen", "has no date, counted from the status date")
        : pick("ikke før statusdatoen", "not before the status date")
    case .projectStart: return self.driver(driver)
    case .nothing:
      let missing = activity.map { self.missing($0) } ?? pick("mangler dato", "has no date")
      return missing + pick(", regnet fra statusdatoen", ", counted from the status date")
    case .constraint(let kind):
      let bound = activity?.details.constraints.first { $0.kind == kind }
      return bound.map { "\(constraint(kind)) \(span($0.date.value))" } ?? constraint(kind)
    case .link, .maximum, .asLateAsPossible, .spans: return self.driver(driver)
    }
  }

  /// `trukket senere av Akseptansetest (høyst 5 arbeidsdager etter)`.
  package func pulled(by link: Link) -> String {
    let most = link.details.maximum.map(quantity) ?? none
    return pick(
      "trukket senere av \(names[link.to]), som kan komme høyst \(most) etter",
      "pulled later by \(names[link.to]), which may follow by at most \(most)")
  }

  /// `venter 1 d 8 t til neste arbeidstid`.
  package func calendarWait(_ time: ElapsedTime) -> String {
    pick("venter \(elapsed(time)) til neste arbeidstid", "waits \(elapsed(time)) for the next working time")
  }

  /// `venter 3 d på neste åpning i vinduet v4`.
  package func windowWait(_ time: ElapsedTime, _ window: String?) -> String {
    let name = window.map { " \($0)" } ?? ""
    return pick(
      "venter \(elapsed(time)) på neste åpning i vinduet\(name)",
      "waits \(elapsed(time)) for the next opening of the window\(name)")
  }

  /// What placed a date, in a word or two for tables: `oppgitt dato`, `kobling`.
  ///
  /// - Parameter isDone: whether what has begun is done too.
  package func driver(_ driver: Driver, isDone: Bool = true) -> String {
    switch driver {
    case .link: pick("kobling", "link")
    case .maximum: pick("lengste avstand", "longest lag")
    case .asLateAsPossible: pick("så sent som mulig", "as late as possible")
    case .spans: pick("spenner over", "spans")
    case .planned: date(on: .stated)
    case .constraint(let kind): constraint(kind)
    case .statusDate: pick("statusdato", "status date")
    case .projectStart: pick("planens start", "plan start")
    case .actual: isDone ? pick("skjedd", "happened") : pick("i gang", "under way")
    case .nothing: pick("udatert", "undated")
    }
  }

  package var hasHappened: String { pick("har skjedd", "has happened") }
}
