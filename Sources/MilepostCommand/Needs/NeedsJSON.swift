import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// The answer to a backward question as JSON (`Documentation/schemas/needs.json`).
struct NeedsJSON {
  let result: NeedsResult
  let outlook: Outlook
  let places: Places
  let manifest: Manifest
  /// The same question where gaps are work that may be either.
  var overGaps: NeedsOverGaps?

  var text: String {
    var answers: [(String, JSONValue)] = [
      "needs", "tolerance", "interfaces", "collisions", "during", "frames", "conflicts", "buy", "touched", "odds",
    ].map { ($0, .null) }
    let json = answer
    for place in answers.indices where answers[place].0 == result.word { answers[place].1 = json }
    let reach = outlook.network.upstream(of: result.subjects + (overGaps?.asWork.subjects ?? []))
    return JSONValue.object(
      [("format", 1), ("manifest", manifest.json), ("question", .string(result.word))] + answers + [
        ("overGaps", ranged(json)),
        ("assumptions", JSONValue(assumptions: Assumptions(of: outlook.plan, about: reach).entries, places)),
      ]
    ).text
  }

  private var answer: JSONValue {
    switch result {
    case .latest(let needs, let isTarget, let range): json(needs, isTarget, range)
    case .tolerance(let tolerances, _): json(tolerances)
    case .interfaces(let rows): .array(rows.map(json))
    case .collisions(let collisions, let event, _): json(collisions, event)
    case .during(let during): json(during)
    case .frames(let ranking): json(ranking)
    case .purchases(let purchases, let changes): json(purchases, changes)
    case .conflicts(let conflicts): json(conflicts)
    case .touched(let touched): json(touched)
    }
  }

  /// Open gaps, and the whole answer if they are work, where it is another.
  private func ranged(_ own: JSONValue) -> JSONValue {
    guard let overGaps else { return .null }
    let asWork = NeedsJSON(result: overGaps.asWork, outlook: overGaps.outlook, places: places, manifest: manifest)
      .answer
    let isSame = asWork.text == own.text
    return .object([
      ("gaps", .array(overGaps.gaps.map { JSONValue(gap: $0) })), ("agree", .bool(isSame)),
      ("asWork", isSame ? .null : asWork),
    ])
  }

  // MARK: Latest dates

  private func json(_ needs: Needs, _ isTarget: Bool, _ range: GapNeeds?) -> JSONValue {
    .object([
      ("id", .string(needs.milestone.text)),
      ("name", name(needs.milestone)),
      ("wish", JSONValue(stated: isTarget ? "target" : "by", needs.wish)),
      ("is", .string(needs.judgement.word.rawValue)),
      ("earliest", .string(needs.judgement.days.lowerBound.description)),
      ("latest", .string(needs.judgement.days.upperBound.description)),
      ("waitsFor", JSONValue(needs.waitsFor.map(\.text))),
      (
        "pointOfNoReturn",
        .object([("atWorst", point(needs, .high)), ("likely", point(needs, .likely)), ("atBest", point(needs, .low))])
      ),
      ("activities", .array(needs.rows.map(json))),
      (
        "windows",
        .array(
          needs.windows.map {
            .object([
              ("id", .string($0.activity.id.text)), ("window", .string($0.window)),
              ("day", .string($0.day.description)),
              ("roomMinutes", .integer(Int($0.room.minutes))), ("next", JSONValue($0.next?.description)),
              ("costsMinutes", JSONValue($0.costs.map { Int($0.minutes) })),
            ])
          })
      ),
      ("conditions", .array(needs.conditions.map(json))),
      (
        "asWork",
        range.map {
          .object([
            ("gaps", .array($0.gaps.map { JSONValue(gap: $0) })), ("activities", .array($0.rows.map(json))),
          ])
        } ?? .null
      ),
    ])
  }

  private func json(_ condition: Condition) -> JSONValue {
    let dependency = condition.dependency
    return .object([
      ("id", JSONValue(dependency.id)), ("form", .string(condition.form.rawValue)),
      ("from", .string(condition.from)), ("to", .string(condition.to)), ("kind", JSONValue(dependency.kind)),
      ("strength", .string(condition.strength.rawValue)), ("asStated", JSONValue(dependency.stated)),
      ("what", JSONValue(dependency.what)), ("owner", JSONValue(condition.owner)),
      ("placed", condition.placed.map { JSONValue(days: $0) } ?? .null), ("done", .bool(condition.isDone)),
      ("bound", condition.placed == nil ? .null : .string(condition.isLowerBound ? "lower" : "exact")),
      ("basis", .string(dependency.evidence.basis.word)), ("because", JSONValue(dependency.evidence.because)),
    ])
  }

  private func point(_ needs: Needs, _ durations: Reading.Durations) -> JSONValue {
    guard let point = needs.pointOfNoReturn(durations, status: outlook.plan.statusDate) else { return .null }
    return .object([
      ("day", .string(point.day.description)),
      ("passed", .bool(point.hasPassed)),
      ("atMost", .bool(!point.lacks.isEmpty)),
      ("lacks", JSONValue(point.lacks.map(\.text))),
      (
        "acts",
        .array(
          point.acts.map { act in
            if case .begin = act { return .object([("id", .string(act.activity.text)), ("act", "begin")]) }
            return .object([("id", .string(act.activity.text)), ("act", "finish")])
          })
      ),
    ])
  }

  private func json(_ row: Needs.Row) -> JSONValue {
    .object([
      ("id", .string(row.id.text)),
      ("name", .string(row.activity.title)),
      ("project", JSONValue(row.activity.project?.text)),
      ("inTime", .string(row.word.rawValue)),
      ("begin", row.start.map(lastDays) ?? .null),
      ("finish", lastDays(row.due)),
      ("atMost", .bool(!row.lacks.isEmpty)),
      ("lacks", JSONValue(row.lacks.map(\.text))),
      ("placed", row.isUndated ? .null : JSONValue(days: row.placed)),
      ("bound", .string(row.isLowerBound ? "lower" : "exact")),
      ("waitsFor", JSONValue(row.waitsFor.map(\.text))),
      ("asStated", JSONValue(row.stated?.value.words)),
    ])
  }

  private func lastDays(_ days: Readings<Needs.LastDays>) -> JSONValue {
    func json(_ days: Needs.LastDays) -> JSONValue {
      .object([
        ("atWorst", JSONValue(days.atWorst?.description)), ("likely", JSONValue(days.likely?.description)),
        ("atBest", JSONValue(days.atBest?.description)),
      ])
    }
    return .object([("first", json(days.first)), ("last", json(days.last))])
  }

  // MARK: Common to all

  func name(_ id: ActivityID) -> JSONValue { JSONValue(outlook.plan[id]?.title) }
  func minutes(_ time: ElapsedTime?) -> JSONValue { JSONValue(time.map { Int($0.minutes) }) }
  func target(of id: ActivityID) -> JSONValue {
    outlook.target(of: id).map { JSONValue(stated: "target", $0) } ?? .null
  }
}
