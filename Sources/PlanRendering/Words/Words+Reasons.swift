package import PlanModel
package import PlanSchedule

/// Why a date is what it is, in sentences: activity by activity, each fact with what founds it.
extension Words {
  /// The activity with its date in full.
  package func whyHeading(_ member: ScheduledActivity) -> String {
    let name = names.withID(member.id)
    return member.isScheduled ? "\(name): \(fullDays(member.days, isLowerBound: member.isLowerBound))" : name
  }

  package var whyNotScheduled: String {
    pick(
      "Den er ikke planlagt: sammendrag, avlyst eller ute av bruk.",
      "It is not scheduled: a summary, cancelled or inactive.")
  }

  package func whyLowerBound(_ waitsFor: [ActivityID]) -> String {
    let names = list(waitsFor.map { self.names.withID($0) })
    return pick(
      "Datoen er en nedre grense, for den venter på \(names), som er uten kjent dato eller varighet.",
      "The date is a lower bound, for it waits for \(names), of unknown date or duration.")
  }

  package func whyBasis(driven: Basis, all: Basis) -> String {
    driven == all
      ? pick(
        "Grunnlaget er \(basis(all)), for det som bestemmer datoen og for alt den kan hvile på.",
        "What places the date is \(basis(all)), and so is all it may rest on.")
      : pick(
        "Grunnlaget for det som bestemmer datoen, er \(basis(driven)); for alt den kan hvile på, er det \(basis(all)).",
        "What places the date is \(basis(driven)); all it may rest on is \(basis(all)).")
  }

  /// The heading over what placed a date.
  ///
  /// - Parameter reading: which days of imprecise dates it was read at; nil where that makes no difference.
  package func whyPlaced(_ reading: Reading.Dates?) -> String { heading(.chain) + self.reading(reading) + ":" }

  /// `, lest ved de første dagene`; empty where the reading makes no difference.
  package func reading(_ reading: Reading.Dates?) -> String {
    switch reading {
    case .first: pick(", lest ved de første dagene", ", read at the first days")
    case .last: pick(", lest ved de siste dagene", ", read at the last days")
    case nil: ""
    }
  }

  /// The heading over the links behind an activity that something else places.
  package func whyLogic(_ end: ScheduledActivity) -> String {
    let name = names.withID(end.id)
    guard let days = end.logicDays else {
      return pick(
        "Det \(name) ventet på, har skjedd, og sier ikke når den selv kommer:",
        "What \(name) waited for has happened, and does not say when it will come itself:")
    }
    let isOpen = !end.waitsFor.isEmpty
    let when = fullDays(days, isLowerBound: isOpen)
    return pick(
      "Med koblingene alene ville \(name) stått \(when):",
      "By its links alone \(name) would stand \(isOpen ? "" : "at ")\(when):")
  }

  /// `Akseptansetest (amk-hso.acceptance-test), 28.07.2023 – 05.10.2023`.
  package func whyStep(_ id: ActivityID, from start: Day, to finish: Day) -> String {
    let dates = start == finish ? day(start) : "\(day(start)) – \(day(finish))"
    return "\(names.withID(id)), \(dates)"
  }

  /// The sentences of one activity on the way: what placed it, what it waited for after that, how long it takes.
  package func sentences(_ steps: [Chain.Step], in schedule: Schedule, _ reading: Reading.Dates) -> [String] {
    let plan = schedule.network.plan
    return steps.flatMap { step -> [String] in
      guard let activity = plan[step.activity] else { return [] }
      switch step.cause {
      case .date(.spans):
        return schedule[step.activity].map { spanned($0, reading) } ?? []
      case .date(.asLateAsPossible):
        return schedule[step.activity].map { late($0, reading) } ?? []
      case .date(let driver):
        let suspension = suspension(of: activity).map { [$0 + founded(activity.details.suspended?.evidence)] }
        return [placed(driver, activity, plan) + founded(self.evidence(driver, activity))] + (suspension ?? [])
      case .link(let place): return follows(place, step, plan)
      case .maximum(let place):
        guard plan.links.indices.contains(place) else { return [] }
        return [sentence(pulled(by: plan.links[place])) + "." + founded(plan.links[place].evidence)]
      case .slip:
        let founding = activity.details.slips.map { founded($0.evidence) }.joined()
        let time = elapsed(step.elapsed)
        return [pick("Egen forskyvning: \(time).", "Own slip: \(time).") + founding]
      case .calendarWait: return [sentence(calendarWait(step.elapsed)) + "."]
      case .windowWait: return [sentence(windowWait(step.elapsed, activity.details.window)) + "."]
      case .work: return activity.kind == .task ? [work(activity)] : []
      }
    }
  }

  /// In brackets what founds a fact: `[oppgitt: T1-2023 §3.1.2]`.
  func founded(_ evidence: Evidence?) -> String {
    guard let evidence else { return "" }
    let why = evidence.basis == .stated ? evidence.source : evidence.because
    return " [\(basis(evidence.basis))\(why.map { ": \($0)" } ?? "")]"
  }

  /// `Kan nås når Akseptansetest er ferdig, 05.10.2023.`
  private func follows(_ place: Int, _ step: Chain.Step, _ plan: Plan) -> [String] {
    guard plan.links.indices.contains(place) else { return [] }
    let link = plan.links[place]
    let can = sentence(possibility(of: link, plan))
    let when = day(Instant(minutes: step.until.minutes - step.elapsed.minutes), leftBy: link, plan)
    let kind = link.kind == .finishToStart ? "" : " (\(self.kind(link.kind)))"
    let main = "\(can) \(occasion(of: link, plan)), \(day(when))\(lag(of: link))\(kind)." + founded(link.evidence)
    var sentences = [main]
    if let shown = plan[link.to]?.milestoneDay(of: step.until), plan[link.from]?.kind.isMilestone ?? false,
      step.elapsed == .zero, shown != when
    {
      let (end, beginning) = (day(min(shown, when)), day(max(shown, when)))
      sentences.append(
        pick(
          "Det er samme øyeblikk: slutten av \(end) er begynnelsen av \(beginning).",
          "It is the same moment: the end of \(end) is the beginning of \(beginning)."))
    }
    let ties = step.ties.filter(plan.links.indices.contains).map { names[plan.links[$0].from] }
    if !ties.isEmpty {
      sentences.append(
        pick("\(list(ties)) kommer like sent.", "\(list(ties)) \(ties.count == 1 ? "comes" : "come") just as late."))
    }
    return sentences
  }

  /// The civil day on which a link leaves its predecessor.
  private func day(_ instant: Instant, leftBy link: Link, _ plan: Plan) -> Day {
    let kind = plan[link.from]?.kind
    let isStart = link.kind.leavesStart && kind != .finishMilestone || kind == .startMilestone
    return isStart ? instant.day : instant.finishDay
  }

  /// What the chain starts from.
  private func placed(_ driver: Driver, _ activity: Activity, _ plan: Plan) -> String {
    let details = activity.details
    switch driver {
    case .link, .maximum, .asLateAsPossible, .spans: return ""
    case .planned:
      let date = details.planned.map { span($0.value) } ?? none
      switch details.planned?.basis {
      case .assumed: return pick("Står på forutsatt dato: \(date).", "Stands at its assumed date: \(date).")
      case .whatIf: return pick("Står på hva-om-dato: \(date).", "Stands at its what-if date: \(date).")
      default: return pick("Står på oppgitt dato: \(date).", "Stands at its stated date: \(date).")
      }
    case .constraint(let kind):
      let date = details.constraints.first { $0.kind == kind }.map { span($0.date.value) } ?? none
      return pick(
        "Holdes av datogrensen «\(constraint(kind)) \(date)».", "Held by the constraint \(constraint(kind)) \(date).")
    case .statusDate:
      let status = plan.statusDate.map { day($0) } ?? none
      return pick(
        "Er ikke begynt ved statusdatoen \(status), og kan ikke begynne før den.",
        "Has not begun by the status date \(status), and cannot begin before it.")
    case .projectStart:
      return pick("Begynner ved planens start.", "Begins at the start of the plan.")
    case .actual:
      let date = (details.actualFinish ?? details.actualStart).map { span($0.value) } ?? none
      return details.actualFinish != nil
        ? pick("Har skjedd: \(date).", "Has happened: \(date).")
        : pick("Er i gang siden \(date).", "Is under way since \(date).")
    case .nothing:
      return pick(
        "Har ingen dato, og venter ikke på noe som har det: datoen er bare en nedre grense.",
        "Has no date and waits for nothing that has one: the date is only a lower bound.")
    }
  }

  /// `Tar 50 arbeidsdager (40–70).`; of what is under way, what is left where the plan says.
  private func work(_ activity: Activity) -> String {
    if let expected = expectedWork(activity) { return expected + founded(activity.details.expectedFinish?.evidence) }
    if activity.details.actualStart != nil, let remaining = activity.details.remaining {
      return pick("Det gjenstår ", "There remain ") + quantity(remaining.value) + "." + founded(remaining.evidence)
    }
    guard let duration = activity.duration else {
      return pick("Varigheten er ukjent og regnes som null.", "Its duration is unknown and counts as nothing.")
    }
    return pick("Tar ", "Takes ") + estimate(duration.value) + "." + founded(duration.evidence)
  }

  /// The fact that a date rests on: the planned date, the constraint, what happened.
  package func evidence(_ driver: Driver, _ activity: Activity) -> Evidence? {
    let details = activity.details
    return switch driver {
    case .planned: details.planned?.evidence
    case .constraint(let kind): details.constraints.first { $0.kind == kind }?.date.evidence
    case .actual: (details.actualFinish ?? details.actualStart)?.evidence
    default: nil
    }
  }
}

extension Activity {
  /// The civil day by which people know a milestone at an instant; nil for work.
  fileprivate func milestoneDay(of instant: Instant) -> Day? {
    switch kind {
    case .startMilestone: instant.day
    case .finishMilestone: instant.finishDay
    default: nil
    }
  }
}
