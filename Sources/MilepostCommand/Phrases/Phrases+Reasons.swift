import PlanModel
import PlanRendering
import PlanSchedule

/// The sentences of `schedule --why`.
extension Phrases {
  func name(_ activity: Activity) -> String {
    activity.name.isEmpty ? activity.id.text : "\(activity.id) (\(activity.title))"
  }

  func whyHeading(_ member: ScheduledActivity) -> String {
    guard member.isScheduled else { return name(member.activity) }
    return "\(name(member.activity)): \(fullDays(member.days, isLowerBound: member.isLowerBound))"
  }

  var whyNotScheduled: String {
    pick(
      "Den er ikke planlagt: sammendrag, avlyst eller ute av bruk.",
      "It is not scheduled: a summary, cancelled or inactive.")
  }

  func whyLowerBound(_ names: [String]) -> String {
    pick(
      "Datoen er en nedre grense, for den venter på \(words.list(names)), som er uten kjent dato eller varighet.",
      "The date is a lower bound, for it waits for \(words.list(names)), of unknown date or duration.")
  }

  func whyBasis(driven: Basis, all: Basis) -> String {
    pick(
      "Grunnlaget for det som bestemmer datoen, er \(words.basis(driven)), for alt den kan hvile på \(words.basis(all)).",
      "What places the date is \(words.basis(driven)); all it may rest on is \(words.basis(all)).")
  }

  func whyPlaced(bothReadings: Bool) -> String {
    bothReadings
      ? words.heading(.chain) + ":"
      : words.heading(.chain) + pick(", lest ved de første dagene:", ", read at the first days:")
  }

  var whyLastPlaced: String {
    words.heading(.chain) + pick(", lest ved de siste dagene:", ", read at the last days:")
  }

  func whyLogic(_ end: ScheduledActivity) -> String {
    let when = end.logicDays.map { fullDays($0, isLowerBound: !end.waitsFor.isEmpty) } ?? words.none
    return pick(
      "Med koblingene alene ville \(end.id) stått \(when):", "By its links alone \(end.id) would stand at \(when):")
  }

  func stepHeading(_ step: Reasons.Step) -> String {
    let (start, finish) = step.days
    let dates = start == finish ? words.day(start) : "\(words.day(start)) – \(words.day(finish))"
    return "\(name(step.activity.activity)), \(dates)"
  }

  /// The sentences of one step: what placed it, what it waited for after that, how long it takes.
  func sentences(_ step: Reasons.Step, byLinksAlone: Bool) -> [String] {
    let activity = step.activity.activity
    var sentences: [String] = []
    if let link = step.link {
      if byLinksAlone, !step.drives { sentences.append(driver(step) + founded(step.evidence)) }
      sentences.append(follows(link, step) + founded(link.evidence))
      if step.drives, step.placement.links.count > 1 {
        let others = step.placement.links.dropFirst().map { step.activity.schedule.network.plan.links[$0].from.text }
        sentences.append(likeLate(others))
      }
    } else {
      sentences.append(driver(step) + founded(step.evidence))
    }
    if step.link == nil || step.drives { sentences += waits(step) }
    if activity.kind == .task, step.placement.driver != .actual { sentences.append(duration(activity)) }
    return sentences
  }

  /// In brackets what founds a fact: `[oppgitt: T1-2023 §3.1.2]`.
  private func likeLate(_ names: [String]) -> String {
    let list = words.list(names)
    return pick("\(list) kommer like sent.", "\(list) \(names.count == 1 ? "comes" : "come") just as late.")
  }

  private func founded(_ evidence: Evidence?) -> String {
    guard let evidence else { return "" }
    let why = evidence.basis == .stated ? evidence.source : evidence.because
    return " [\(words.basis(evidence.basis))\(why.map { ": \($0)" } ?? "")]"
  }

  private func follows(_ link: Link, _ step: Reasons.Step) -> String {
    let day = step.predecessorDay.map { words.day($0) } ?? words.none
    let plan = step.activity.schedule.network.plan
    let can = words.sentence(words.possibility(of: link, plan))
    let kind = link.kind == .finishToStart ? "" : " (\(words.kind(link.kind)))"
    return "\(can) \(words.occasion(of: link, plan)), \(day)\(words.lag(of: link))\(kind)."
  }

  private func driver(_ step: Reasons.Step) -> String {
    let details = step.activity.activity.details
    switch step.placement.driver {
    case .link: return ""
    case .maximum(let place):
      let plan = step.activity.schedule.network.plan
      return words.sentence(words.pulled(by: plan.links[place])) + "."
    case .asLateAsPossible:
      return pick("Står så sent som mulig.", "Stands as late as possible.")
    case .planned:
      let date = details.planned.map { words.span($0.value) } ?? words.none
      return pick("Står på oppgitt dato: \(date).", "Stands at its stated date: \(date).")
    case .constraint(let kind):
      let date = details.constraints.first { $0.kind == kind }.map { words.span($0.date.value) } ?? words.none
      let bound = "\(words.constraint(kind)) \(date)"
      return pick("Holdes av datogrensen «\(bound)».", "Held by the constraint \(bound).")
    case .statusDate:
      let status = step.activity.schedule.network.plan.statusDate.map { words.day($0) } ?? words.none
      return pick(
        "Er ikke begynt ved statusdatoen \(status), og kan ikke begynne før den.",
        "Has not begun by the status date \(status), and cannot begin before it.")
    case .projectStart:
      return pick("Begynner ved planens start.", "Begins at the start of the plan.")
    case .actual:
      let date = (details.actualFinish ?? details.actualStart).map { words.span($0.value) } ?? words.none
      return step.activity.isDone
        ? pick("Har skjedd: \(date).", "Has happened: \(date).")
        : pick("Er i gang siden \(date).", "Is under way since \(date).")
    case .nothing:
      return pick(
        "Har ingen dato, og venter ikke på noe som har det: datoen er bare en nedre grense.",
        "Has no date and waits for nothing that has one: the date is only a lower bound.")
    }
  }

  private func waits(_ step: Reasons.Step) -> [String] {
    var sentences: [String] = []
    let placement = step.placement
    let details = step.activity.activity.details
    if placement.slip.minutes != 0 {
      let slips = details.slips.map { founded($0.evidence) }.joined()
      let time = words.elapsed(placement.slip)
      sentences.append(pick("Egen forskyvning: \(time).", "Own slip: \(time).") + slips)
    }
    if placement.calendarWait.minutes > 0 {
      sentences.append(words.sentence(words.calendarWait(placement.calendarWait)) + ".")
    }
    if placement.windowWait.minutes > 0 {
      sentences.append(words.sentence(words.windowWait(placement.windowWait, details.window)) + ".")
    }
    return sentences
  }

  private func duration(_ activity: Activity) -> String {
    guard let duration = activity.duration else {
      return pick("Varigheten er ukjent og regnes som null.", "Its duration is unknown and counts as nothing.")
    }
    let text = pick("Tar ", "Takes ") + words.estimate(duration.value)
    return text + "." + founded(duration.evidence)
  }
}
