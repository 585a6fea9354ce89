import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// Two plans side by side as JSON (`Documentation/schemas/compare.json`).
struct ComparisonJSON {
  let comparison: Comparison
  let range: GapRange?
  let names: Pair<String>
  let only: Set<ActivityID>?
  let places: Places
  let manifest: Manifest
  var odds: SimulatedComparison?

  var text: String {
    let rows = comparison.rows.filter { only?.contains($0.id) ?? true }
    return JSONValue.object([
      ("format", 1),
      ("manifest", manifest.json),
      ("plans", .array([side(names.first, comparison.first), side(names.second, comparison.second)])),
      ("choice", JSONValue(decision: comparison.decision)),
      ("activities", .array(rows.map(json))),
      ("gaps", .array(comparison.gaps.map(json))),
      ("gapRange", JSONValue(range: range)),
      ("odds", odds.map(JSONValue.init(odds:)) ?? .null),
    ]).text
  }

  private func side(_ name: String, _ outlook: Outlook) -> JSONValue {
    let scenario = outlook.plan.scenario(ScenarioID(name))
    let assumptions = Assumptions(of: outlook.plan).entries
    return .object([
      ("scenario", .string(name)),
      ("name", JSONValue(scenario?.title)),
      ("applied", JSONValue(outlook.plan.applied)),
      (
        "statedVerdict",
        scenario?.statedVerdict.map {
          .object([("is", .string($0.value)), ("source", JSONValue($0.evidence.source))])
        } ?? .null
      ),
      ("assumptions", JSONValue(assumptions: assumptions, places)),
    ])
  }

  private func json(_ row: Comparison.Row) -> JSONValue {
    .object([
      ("id", .string(row.id.text)),
      ("name", .string(row.activity.title)),
      ("project", JSONValue(row.activity.project?.text)),
      ("kind", .string(row.activity.kind.word)),
      ("differs", JSONValue(row.differs)),
      ("stated", .array([comparison.first, comparison.second].map { stated(row.id, $0) })),
      ("statedDifference", row.statedDifference.map(JSONValue.init(span:)) ?? .null),
      ("placed", pair(row.placed, JSONValue.init(days:))),
      ("logic", pair(row.logic, JSONValue.init(days:))),
      (
        "differenceMinutes",
        row.difference.map {
          .object([("first", .integer(Int($0.first.minutes))), ("last", .integer(Int($0.last.minutes)))])
        } ?? .null
      ),
      ("verdict", pair(row.verdict, JSONValue.init(verdict:))),
      ("basis", pair(row.basis) { JSONValue($0?.word) }),
      ("waitsFor", pair(row.waitsFor) { JSONValue($0.map(\.text)) }),
      ("bound", pair(row.isLowerBound) { .string($0 ? "lower" : "exact") }),
      ("chain", pair(row.chain, JSONValue.init(chain:))),
      (
        "ledger",
        .object([
          (
            "byChange", .object([("first", .init(ledger: row.ledger.first)), ("last", .init(ledger: row.ledger.last))])
          ),
          (
            "byPath",
            .object([("first", .init(ledger: row.pathLedger.first)), ("last", .init(ledger: row.pathLedger.last))])
          ),
        ])
      ),
    ])
  }

  private func stated(_ id: ActivityID, _ outlook: Outlook) -> JSONValue {
    outlook.statedWithKey(id).map { JSONValue(stated: $0.key, $0.fact) } ?? .null
  }

  private func json(_ gap: Comparison.GapRow) -> JSONValue {
    .object([
      ("from", .string(gap.from.text)),
      ("to", .string(gap.to.text)),
      ("stated", pair(gap.stated) { $0.map(JSONValue.init(span:)) ?? .null }),
      ("gap", JSONValue(gap.gap.map(word(of:)))),
      (
        "placedDays",
        pair(gap.placed) {
          $0.map { .object([("first", .integer($0.first)), ("last", .integer($0.last))]) } ?? .null
        }
      ),
    ])
  }

  private func word(of gap: Gap) -> String {
    switch gap {
    case .work: "work"
    case .buffer: "buffer"
    case .workOf(let amount): "work: \(amount)"
    case .unknown: "unknown"
    }
  }

  private func pair<Value>(_ pair: Pair<Value>, _ json: (Value) -> JSONValue) -> JSONValue {
    .array([json(pair.first), json(pair.second)])
  }
}

extension JSONValue {
  /// The choice between the two plans, as the plan says it.
  init(decision: Decision?) {
    guard let decision else {
      self = .null
      return
    }
    let choice = decision.choice
    self = .object([
      ("id", .string(choice.id)), ("name", choice.name.isEmpty ? .null : .string(choice.name)),
      ("alternatives", JSONValue(choice.alternatives.map(\.text))),
      ("formal", JSONValue(choice.formal?.text)), ("expected", JSONValue(choice.expected?.text)),
      ("decidedBy", JSONValue(choice.decidedBy?.text)), ("decision", JSONValue(days: decision.days)),
      ("bound", decision.days == nil ? .null : .string(decision.isLowerBound ? "lower" : "exact")),
      ("overdueSince", JSONValue(decision.overdue?.latest?.description)), ("isTaken", .bool(decision.isTaken)),
      ("source", JSONValue(choice.evidence.source)), ("because", JSONValue(choice.evidence.because)),
    ])
  }

  init(days: Readings<Day>?) {
    self =
      days.map { .object([("first", .string($0.first.description)), ("last", .string($0.last.description))]) } ?? .null
  }

  init(span: SpanDifference) {
    self = .object([
      ("months", JSONValue(span.months)),
      ("leastDays", .integer(span.days.lowerBound)),
      ("mostDays", .integer(span.days.upperBound)),
      ("firstToFirstDays", .integer(span.firstToFirst)),
    ])
  }

  init(verdict: Verdict?) {
    guard let verdict else {
      self = .null
      return
    }
    self = .object([
      ("is", .string(verdict.word.rawValue)),
      ("target", JSONValue(stated: "target", verdict.target)),
      ("earliest", .string(verdict.days.lowerBound.description)),
      ("latest", .string(verdict.days.upperBound.description)),
      ("basis", .string(verdict.basis.word)),
      ("waitsFor", JSONValue(verdict.waitsFor.map(\.text))),
      (
        "breakEvens",
        .array(
          verdict.breakEvens.map {
            .object([
              ("id", .string($0.activity.text)), ("likely", JSONValue($0.likely?.description)),
              ("atBest", JSONValue($0.atBest?.description)), ("atWorst", JSONValue($0.atWorst?.description)),
            ])
          })
      ),
    ])
  }

  init(chain: Chain?) {
    guard let chain else {
      self = .null
      return
    }
    self = .object([
      ("reference", .string(chain.reference.description)),
      (
        "steps",
        .array(
          chain.steps.map {
            .object([
              ("id", .string($0.activity.text)), ("cause", .string(JSONValue.name(of: $0.cause))),
              ("until", .string($0.until.description)), ("minutes", .integer(Int($0.elapsed.minutes))),
            ])
          })
      ),
    ])
  }

  init(ledger: Ledger?) {
    guard let ledger else {
      self = .null
      return
    }
    self = .object([
      ("totalMinutes", .integer(Int(ledger.total.minutes))),
      (
        "entries",
        .array(
          ledger.entries.map {
            .object([
              ("cause", JSONValue(JSONValue.names(of: $0.cause))), ("minutes", .integer(Int($0.elapsed.minutes))),
            ])
          })
      ),
    ])
  }

  private static func name(of cause: Chain.Step.Cause) -> String {
    switch cause {
    case .date(let driver): driver.word
    case .work: "work"
    case .link: "link"
    case .maximum: "max"
    case .slip: "slip"
    case .calendarWait: "calendar-wait"
    case .windowWait: "window-wait"
    }
  }

  private static func names(of cause: Ledger.Cause) -> [String] {
    switch cause {
    case .edits(let edits): edits.map(name)
    case .chain(let id, let segment): ["\(id) \(name(of: segment))"]
    }
  }

  private static func name(of segment: Ledger.Segment) -> String {
    switch segment {
    case .date(let driver): driver.word
    case .work: "work"
    case .daysOff: "days-off"
    case .lag: "lag"
    case .link: "new-link"
    case .slip: "slip"
    case .absorbed: "absorbed"
    case .otherDriver: "other-driver"
    case .calendarWait: "calendar-wait"
    case .windowWait: "window-wait"
    }
  }

  private static func name(of edit: PlanEdit) -> String {
    switch edit {
    case .activity(let id, let aspect): "\(id) \(aspect.rawValue)"
    case .addActivity(let id): "add \(id)"
    case .removeActivity(let id): "drop \(id)"
    case .addLink(let link): "\(link.from) -> \(link.to) \(link.kind.word) \(link.strength.rawValue)"
    case .removeLink(let link): "drop \(link.from) -> \(link.to) \(link.kind.word) \(link.strength.rawValue)"
    case .calendars: "calendars and options"
    case .statusDate: "status date and start"
    }
  }
}
