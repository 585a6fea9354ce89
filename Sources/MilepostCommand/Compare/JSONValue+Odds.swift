import PlanComparison
import PlanModel
import PlanSchedule
import PlanSimulation

extension JSONValue {
  /// Two plans on the same futures (`odds` in `Documentation/schemas/compare.json`).
  init(odds: SimulatedComparison) {
    let pairs = [(odds.sides.first, odds.plans.first), (odds.sides.second, odds.plans.second)]
    self = .object([
      ("iterations", .integer(odds.plans.first.futures.iterations)),
      ("plans", .array(pairs.map { JSONValue(side: $0, $1.drawn) })),
      ("milestones", .array(odds.rows.map(JSONValue.init(row:)))),
      ("perfectKnowledgeDays", .decimal(odds.perfectKnowledge)),
      (
        "knowledge",
        .array(
          odds.knowledge.map { one in
            .object([
              ("subject", JSONValue(subject: one.subject)), ("days", .decimal(one.value.worth)),
              ("error", .decimal(one.value.error)), ("changesChoice", .decimal(one.value.changes)),
              ("breakEven", .decimal(one.breakEven)),
            ])
          })
      ),
      (
        "choice",
        .object([
          ("lastDay", JSONValue(odds.lastDay?.description)),
          ("partsAt", JSONValue(odds.parting?.activities.map(\.text) ?? [])),
          ("decidedBy", JSONValue(odds.decision?.choice.decidedBy?.text)),
          ("decision", JSONValue(days: odds.decision?.days)),
        ])
      ),
    ])
  }

  private init(side: SimulatedComparison.Side, _ drawn: DrawnCounts) {
    self = .object([
      ("drawn", JSONValue(drawn)),
      ("targets", JSONValue(side.promises.map(\.text))),
      ("kept", side.kept.map { JSONValue(kept: $0, isAtMost: !side.leavesOut.isEmpty) } ?? .null),
      (
        "keptWithOthers",
        side.all.map { all in
          .object([
            ("targets", .integer(all.count)), ("probability", JSONValue(kept: all.kept, isAtMost: all.isAtMost)),
          ])
        } ?? .null
      ),
      ("leavesOut", JSONValue(side.leavesOut.map(\.text))),
      ("expectedLatenessDays", .decimal(side.kept?.expectedLateness)),
      ("expectedRegretDays", .decimal(side.expectedRegret)), ("maximalRegretDays", .decimal(side.maximalRegret)),
      ("cost", side.costs.map { JSONValue(costs: $0) } ?? .null),
      (
        "pointOfNoReturn",
        side.pointOfNoReturn.map { .object([("day", .string($0.day.description)), ("passed", .bool($0.hasPassed))]) }
          ?? .null
      ),
    ])
  }

  private init(kept: KeptPromises, isAtMost: Bool) {
    self = .object([
      ("value", .decimal(kept.share)), ("from", .decimal(kept.interval.lowerBound)),
      ("to", .decimal(kept.interval.upperBound)), ("bound", .string(isAtMost ? "upper" : "exact")),
    ])
  }

  /// Costs of all futures: mean, P50 and P80.
  init(costs: CostFutures) {
    self = .object([
      ("unit", .string(costs.unit)), ("varies", .bool(costs.varies)), ("mean", .decimal(costs.total.mean)),
      ("p50", .decimal(costs.total.quantile(0.5))), ("p80", .decimal(costs.total.quantile(0.8))),
      ("leavesOut", JSONValue(costs.leftOut.map(\.text))),
    ])
  }

  private init(row: SimulatedComparison.Row) {
    let targets = [row.target.first, row.target.second]
    self = .object([
      ("id", .string(row.id.text)), ("earlier", .array([.decimal(row.earlier.first), .decimal(row.earlier.second)])),
      ("same", .decimal(row.same)), ("differenceDays", .decimal(row.difference)),
      (
        "probability",
        .array(
          zip(targets, [row.leavesOut.first, row.leavesOut.second]).map { target, ids in
            target.map { JSONValue($0, leavesOut: ids) } ?? .null
          })
      ),
      ("expectedLatenessDays", .array([.decimal(row.lateness.first), .decimal(row.lateness.second)])),
      ("dominance", .array([JSONValue(dominance: row.dominance.first), JSONValue(dominance: row.dominance.second)])),
    ])
  }

  private init(dominance: Dominance) {
    self = .object([
      ("firstOrder", .bool(dominance.firstOrder)), ("secondOrder", .bool(dominance.secondOrder)),
      ("lead", .decimal(dominance.lead)), ("tolerance", .decimal(dominance.tolerance(confidence: 0.95))),
    ])
  }

  /// What is drawn: `{"kind": "duration", "id": …}`.
  init(subject: Influence.Subject) {
    let (kind, id) =
      switch subject {
      case .duration(let id): ("duration", id.text)
      case .date(let id): ("date", id.text)
      case .risk(let id): ("risk", id)
      }
    self = .object([("kind", .string(kind)), ("id", .string(id))])
  }
}
