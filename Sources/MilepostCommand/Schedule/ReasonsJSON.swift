import PlanModel
import PlanRendering
import PlanSchedule

/// The reasons for a date as JSON (`Documentation/schemas/why.json`).
struct ReasonsJSON {
  let reasons: Reasons
  let requirements: [DateRequirement]
  let words: Words
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
      ("placed", steps(reasons.placed, .first)),
      ("lastPlaced", reasons.lastPlaced.map { steps($0, .last) } ?? .null),
      ("logic", steps(reasons.logic, .first)),
    ]).text
  }

  private func steps(_ chains: [Chain], _ reading: Reading.Dates) -> JSONValue {
    .array(Reasons.stops(chains).compactMap { stop($0, reading) })
  }

  /// One activity on the way.
  private func stop(_ steps: [Chain.Step], _ reading: Reading.Dates) -> JSONValue? {
    guard let member = reasons.activity.schedule[steps[0].activity] else { return nil }
    let plan = reasons.activity.schedule.network.plan
    let (placement, starts, finishes) =
      reading == .first
      ? (member.placement, member.startDays.first, member.finishDays.first)
      : (member.lastPlacement, member.startDays.last, member.finishDays.last)
    var drives = false
    switch placement.driver {
    case .link, .maximum: drives = true
    default: break
    }
    let followed = steps.lazy.compactMap { step in
      switch step.cause {
      case .link(let place), .maximum(let place): (link: plan.links[place], bound: step.until)
      default: nil
      }
    }.first
    let evidence = drives ? followed?.link.evidence : words.evidence(placement.driver, member.activity)
    return .object([
      ("id", .string(member.id.text)),
      ("name", .string(member.activity.title)),
      ("startDate", .string(starts.description)),
      ("finishDate", .string(finishes.description)),
      ("driver", .string(placement.driver.word)),
      ("link", followed.map { JSONValue(link: $0.link) } ?? .null),
      ("drives", .bool(drives)),
      ("ties", .array(drives ? placement.links.dropFirst().map { JSONValue(link: plan.links[$0]) } : [])),
      ("bound", .string((followed?.bound ?? placement.bound).description)),
      ("duration", JSONValue(member.activity.duration?.value.likely.description)),
      ("slipMinutes", .integer(Int(placement.slip.minutes))),
      ("calendarWaitMinutes", .integer(Int(placement.calendarWait.minutes))),
      ("windowWaitMinutes", .integer(Int(placement.windowWait.minutes))),
      ("basis", JSONValue(evidence?.basis.word)),
      ("source", JSONValue(evidence?.source)),
      ("because", JSONValue(evidence?.because)),
      ("sentences", JSONValue(words.sentences(steps, in: reasons.activity.schedule, reading))),
    ])
  }
}

extension JSONValue {
  /// The first and the last reading of a day, or null.
  static func days(_ days: Readings<Day>?) -> JSONValue {
    days.map { JSONValue([$0.first.description, $0.last.description]) } ?? .null
  }
}
