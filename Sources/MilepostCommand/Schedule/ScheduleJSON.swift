import PlanComparison
import PlanModel
import PlanSchedule

/// The schedule as JSON (`Documentation/schemas/schedule.json`).
struct ScheduleJSON {
  let outlook: Outlook
  let analyses: Analyses
  /// Only this project, or all.
  let project: ProjectID?
  let requirements: [DateRequirement]
  let manifest: Manifest

  private var schedule: Schedule { outlook.schedule }

  var text: String {
    let activities = schedule.activities.filter { project == nil || $0.activity.project == project }
    return JSONValue.object(
      [
        ("format", 1),
        ("manifest", manifest.json),
        ("floatTo", JSONValue(schedule.floatTo?.text)),
        ("requirements", .array(requirements.map(\.json))),
      ] + analyses.pathsJSON(schedule) + [
        ("activities", .array(activities.map(json)))
      ]
    ).text
  }

  private func json(_ member: ScheduledActivity) -> JSONValue {
    let activity = member.activity
    let isPlaced = member.isScheduled
    let first = reading(of: member, isLast: false)
    let last = isPlaced && schedule.network.isImprecise ? reading(of: member, isLast: true) : first
    let differs = zip(first, last).contains { !$0.1.isSame(as: $1.1) }
    let placement = member.placement
    return .object(
      [
        ("id", .string(activity.id.text)),
        ("name", .string(activity.title)),
        ("project", JSONValue(activity.project?.text)),
        ("kind", .string(activity.kind.word)),
        ("state", .string(state(of: member))),
      ] + first + [
        ("floatAtMost", JSONValue(isPlaced && member.totalFloat.first != nil ? member.isFloatAtMost : nil)),
        ("floatTo", JSONValue(isPlaced && member.totalFloat.first != nil ? member.floatEnd : nil)),
        ("critical", JSONValue(member.knownCritical)),
        ("onLongestPath", JSONValue(isPlaced ? member.isOnLongestPath : nil)),
        ("driver", JSONValue(isPlaced ? member.driver.word : nil)),
        ("drivenBy", .array(isPlaced ? placement.leading.map(link) : [])),
        ("basis", .string(member.basis.word)),
        ("drivenBasis", .string(member.drivenBasis.word)),
        ("waitsFor", JSONValue(member.waitsFor.map(\.text))),
        ("bound", JSONValue(isPlaced ? (member.isLowerBound ? "lower" : "exact") : nil)),
        ("asStated", JSONValue(outlook.stated(activity.id)?.value.words)),
        ("stated", outlook.statedWithKey(activity.id).map { JSONValue(stated: $0.key, $0.fact) } ?? .null),
        ("lastReading", isPlaced && differs ? .object(last) : .null),
      ])
  }

  /// Everything that has two readings.
  private func reading(of member: ScheduledActivity, isLast: Bool) -> [(String, JSONValue)] {
    func pick<Value>(_ readings: Readings<Value>) -> Value? {
      member.isScheduled ? (isLast ? readings.last : readings.first) : nil
    }
    func time(_ instant: Instant?) -> JSONValue { JSONValue(instant?.description) }
    func day(_ day: Day?) -> JSONValue { JSONValue(day?.description) }
    func minutes(_ work: WorkTime?) -> JSONValue { JSONValue(work.map { Int($0.minutes) }) }
    let (start, finish) = (pick(member.starts), pick(member.finishes))
    let values: [(String, JSONValue)] = [
      ("start", time(start)),
      ("finish", time(finish)),
      ("startDate", day(pick(member.startDays))),
      ("finishDate", day(pick(member.finishDays))),
      ("earlyStart", time(start)),
      ("earlyFinish", time(finish)),
      ("lateStart", time(pick(member.lateStart) ?? nil)),
      ("lateFinish", time(pick(member.lateFinish) ?? nil)),
      ("totalFloatMinutes", minutes(pick(member.totalFloat) ?? nil)),
      ("freeFloatMinutes", minutes(pick(member.freeFloat) ?? nil)),
      ("logicDate", day(member.logicDays.flatMap { pick($0) })),
    ]
    return values + analyses.json(of: member, isLast ? .last : .first)
  }

  private func state(of member: ScheduledActivity) -> String {
    if !member.isScheduled { return "not-scheduled" }
    if member.isDone { return "done" }
    return member.driver == .actual ? "under-way" : "ahead"
  }

  private func link(_ place: Int) -> JSONValue { JSONValue(link: schedule.network.plan.links[place]) }
}

extension JSONValue {
  /// A link with its type, lag and basis.
  init(link: Link) {
    self = .object([
      ("from", .string(link.from.text)),
      ("to", .string(link.to.text)),
      ("type", .string(link.kind.word)),
      ("lag", JSONValue(link.lag?.description)),
      ("max", JSONValue(link.hasDetails ? link.details.maximum?.description : nil)),
      ("id", JSONValue(link.hasDetails ? link.details.dependency.id : nil)),
      ("basis", .string(link.evidence.basis.word)),
    ])
  }

  /// A stated date with its days and what founds it.
  init(stated key: String, _ fact: Fact<DateSpan>) {
    self = .object([
      ("key", .string(key)),
      ("words", .string(fact.value.words)),
      ("earliest", JSONValue(fact.value.earliest?.description)),
      ("latest", JSONValue(fact.value.latest?.description)),
      ("basis", .string(fact.basis.word)),
      ("source", JSONValue(fact.evidence.source)),
      ("because", JSONValue(fact.evidence.because)),
    ])
  }
}
