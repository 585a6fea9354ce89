package import PlanModel
package import PlanSchedule

/// Why an activity stands where it stands that nothing drives: spans, what is as late as possible, expected finishes,
/// what was suspended.
extension Words {
  /// What a summary or a hammock lies between.
  func spanned(_ member: ScheduledActivity, _ reading: Reading.Dates) -> [String] {
    if let (first, last) = member.extremes(reading) {
      if first == last, member.parts?.count != 1 {
        return [
          pick(
            "Spenner over delene sine: \(names[first]) både begynner først og slutter sist.",
            "Spans its parts: \(names[first]) both begins first and finishes last.")
        ]
      }
      if first == last {
        return [
          pick("Spenner over delene sine, her bare \(names[first]).", "Spans its parts, here only \(names[first]).")
        ]
      }
      return [
        pick(
          "Spenner over delene sine: \(names[first]) begynner først, \(names[last]) slutter sist.",
          "Spans its parts: \(names[first]) begins first, \(names[last]) finishes last.")
      ]
    }
    let plan = member.schedule.network.plan
    let links = plan.links.filter { link in
      guard link.strength == .hard, link.from == member.id || link.to == member.id,
        let other = member.schedule[link.from == member.id ? link.to : link.from]
      else { return false }
      return other.isScheduled && other.span == nil
    }
    let starts = links.filter { $0.to == member.id ? !$0.kind.boundsFinish : $0.kind.leavesStart }
    let finishes = links.filter { $0.to == member.id ? $0.kind.boundsFinish : !$0.kind.leavesStart }
    func side(_ links: [Link], _ one: String, _ several: String, _ none: String) -> String {
      links.isEmpty ? none : (links.count == 1 ? one : several) + list(links.map { end(of: $0, from: member.id, plan) })
    }
    return [
      pick("Spenner over det den er koblet til: ", "Spans what it is linked to: ")
        + side(
          starts, pick("begynner med ", "begins with "),
          pick("begynner med det tidligste av ", "begins with the earliest of "),
          pick("begynner med det tidligste av alt det", "begins with the earliest of it all"))
        + pick(" og ", " and ")
        + side(
          finishes, pick("slutter med ", "ends with "), pick("slutter med det seneste av ", "ends with the latest of "),
          pick("slutter med det seneste av alt det", "ends with the latest of it all")) + "."
    ]
  }

  /// The other end of a link of a hammock: `the start of Pour slab, plus 2 working days`.
  private func end(of link: Link, from id: ActivityID, _ plan: Plan) -> String {
    let isBefore = link.to == id
    let name = names[isBefore ? link.from : link.to]
    let isEvent = plan[isBefore ? link.from : link.to]?.kind.isMilestone ?? false
    let isStart = isBefore ? link.kind.leavesStart : !link.kind.boundsFinish
    let event =
      isEvent
      ? name
      : isStart
        ? pick("starten av \(name)", "the start of \(name)") : pick("slutten av \(name)", "the finish of \(name)")
    guard let lag = link.lag, lag.thousandths != 0 else { return event }
    let isLater = lag.isNegative != isBefore
    let size = quantity(lag.isNegative ? -lag : lag)
    return event + (isLater ? pick(" pluss ", " plus ") : pick(" minus ", " less ")) + size
  }

  /// Why what is as late as possible is not later still.
  func late(_ member: ScheduledActivity, _ reading: Reading.Dates) -> [String] {
    let plan = member.schedule.network.plan
    if plan.options.scheduleFrom == .finish, let finish = plan.mustFinishBy {
      return [
        pick(
          "Står så sent som mulig, for planen regnes fra slutten: den må være ferdig \(span(finish.value)).",
          "Stands as late as possible, for the plan is scheduled from its finish: it must finish by \(span(finish.value))."
        )
          + founded(finish.evidence)
      ]
    }
    let early = reading == .first ? member.schedule.first : member.schedule.last
    let held = member.schedule.network.linkFloats(of: member.position, early).sorted { $0.link < $1.link }
      .filter { $0.float <= .zero }.map { names[plan.links[$0.link].to] }
    let latest = pick("Står så sent som mulig", "Stands as late as possible")
    if !held.isEmpty {
      return ["\(latest): \(pick("senere ville den flyttet", "later, it would move")) \(list(held))."]
    }
    return [
      "\(latest): "
        + pick(
          "senere ville den gått over en grense for selv å være ferdig, eller slutten av prosjektet sitt.",
          "later, it would pass a bound of its own or the end of its project.")
    ]
  }

  /// What sets the length of an activity with an expected finish; nil where that sets nothing.
  func expectedWork(_ activity: Activity) -> String? {
    guard activity.kind == .task, let expected = activity.details.expectedFinish,
      !activity.details.constraints.contains(where: { $0.kind == .pinFinish })
    else { return nil }
    let date = span(expected.value)
    return activity.details.actualStart == nil
      ? pick(
        "Forventet slutt \(date) bestemmer hvor lenge den varer.",
        "Its expected finish, \(date), sets how long it takes.")
      : pick(
        "Forventet slutt \(date) bestemmer hvor mye som gjenstår.",
        "Its expected finish, \(date), sets how much is left.")
  }

  /// Since when a started activity is suspended, and when it goes on; nil where it is not.
  func suspension(of activity: Activity) -> String? {
    let details = activity.details
    guard details.actualStart != nil, details.actualFinish == nil, activity.kind == .task else { return nil }
    switch (details.suspended, details.resumes) {
    case (let since?, let until?):
      return pick(
        "Stanset fra slutten av \(span(since.value)); det som gjenstår, går videre fra \(span(until.value)).",
        "Suspended from the end of \(span(since.value)); what is left goes on from \(span(until.value)).")
    case (let since?, nil):
      return pick(
        "Stanset fra slutten av \(span(since.value)), og ingen sier når det går videre: datoen er en nedre grense.",
        "Suspended from the end of \(span(since.value)), and nobody says when it goes on: the date is a lower bound.")
    case (nil, let until?):
      return pick(
        "Det som gjenstår, går videre fra \(span(until.value)).", "What is left goes on from \(span(until.value)).")
    case (nil, nil): return nil
    }
  }
}

extension ScheduledActivity {
  /// Of a summary: the part that begins first and the one that finishes last; nil for anything else.
  package func extremes(_ reading: Reading.Dates) -> (first: ActivityID, last: ActivityID)? {
    guard let span, span.isSummary else { return nil }
    let early = reading == .first ? schedule.first : schedule.last
    // Ties in plan order.
    let members = leaves(of: span).sorted { network.index($0).value < network.index($1).value }
    guard let first = members.min(by: { early.start($0) < early.start($1) }),
      let latest = members.map({ early.finish($0) }).max(),
      let last = members.first(where: { early.finish($0) == latest })
    else { return nil }
    return (network.activity(first).id, network.activity(last).id)
  }

  /// Of a summary: all activities below it that are no summaries; nil for anything else.
  package var parts: [ActivityID]? {
    guard let span, span.isSummary else { return nil }
    return leaves(of: span).map { network.activity($0).id }
  }

  /// The positions below a summary that are no summaries themselves.
  private func leaves(of span: Span) -> [Int] {
    span.members.map(Int.init).flatMap { position in
      if let below = network.span(at: position), below.isSummary { leaves(of: below) } else { [position] }
    }
  }
}
