import PlanModel
import PlanSchedule

/// The reasons for a date as JSON (`Documentation/schemas/why.json`).
struct ReasonsJSON {
  let reasons: Reasons
  let requirements: [DateRequirement]
  let phrases: Phrases
  let manifest: Manifest

  var text: String {
    let member = reasons.activity
    return JSONValue.object([
      ("format", 1),
      ("manifest", manifest.json),
      ("id", .string(member.id.text)),
      ("name", .string(member.activity.title)),
      ("dates", member.isScheduled ? JSONValue([member.days.first.description, member.days.last.description]) : .null),
      ("logicDates", JSONValue.days(member.isScheduled ? member.logicDays : nil)),
      ("bound", JSONValue(member.isScheduled ? (member.isLowerBound ? "lower" : "exact") : nil)),
      ("basis", .string(member.basis.word)),
      ("drivenBasis", .string(member.drivenBasis.word)),
      ("waitsFor", JSONValue(member.waitsFor.map(\.text))),
      ("requirements", .array(requirements.map(\.json))),
      ("placed", .array(reasons.placed.map { step($0, byLinksAlone: false) })),
      ("lastPlaced", reasons.lastPlaced.map { .array($0.map { step($0, byLinksAlone: false) }) } ?? .null),
      ("logic", .array(reasons.logic.map { step($0, byLinksAlone: true) })),
    ]).text
  }

  private func step(_ step: Reasons.Step, byLinksAlone: Bool) -> JSONValue {
    let evidence = step.evidence
    let placement = step.placement
    let links = reasons.activity.schedule.network.plan.links
    return .object([
      ("id", .string(step.activity.id.text)),
      ("name", .string(step.activity.activity.title)),
      ("startDate", .string(step.days.start.description)),
      ("finishDate", .string(step.days.finish.description)),
      ("driver", .string(placement.driver.word)),
      ("link", step.link.map { JSONValue(link: $0) } ?? .null),
      ("drives", .bool(step.drives)),
      ("ties", .array(step.drives ? placement.links.dropFirst().map { JSONValue(link: links[$0]) } : [])),
      ("bound", .string((step.linkBound ?? placement.bound).description)),
      ("duration", JSONValue(step.activity.activity.duration?.value.likely.description)),
      ("slipMinutes", .integer(Int(placement.slip.minutes))),
      ("calendarWaitMinutes", .integer(Int(placement.calendarWait.minutes))),
      ("windowWaitMinutes", .integer(Int(placement.windowWait.minutes))),
      ("basis", JSONValue(evidence?.basis.word)),
      ("source", JSONValue(evidence?.source)),
      ("because", JSONValue(evidence?.because)),
      ("sentences", JSONValue(phrases.sentences(step, byLinksAlone: byLinksAlone))),
    ])
  }
}

extension JSONValue {
  /// The first and the last reading of a day, or null.
  static func days(_ days: Readings<Day>?) -> JSONValue {
    days.map { JSONValue([$0.first.description, $0.last.description]) } ?? .null
  }
}
