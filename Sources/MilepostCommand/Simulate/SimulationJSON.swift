import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// How sure the dates are as JSON (`Documentation/schemas/simulate.json`).
struct SimulationJSON {
  let result: SimulationResult
  let manifest: Manifest
  let places: Places

  private var plan: Plan { result.simulated.plan }

  var text: String {
    let simulated = result.simulated
    let ends = result.forecasts.compactMap(\.end)
    let isWhole = result.forecasts.contains { $0.end == nil }
    let reach = isWhole ? nil : simulated.outlook.network.upstream(of: ends)
    return JSONValue.object([
      ("format", 1),
      ("manifest", manifest.json),
      ("iterations", .integer(simulated.futures.iterations)),
      ("batches", .integer(simulated.futures.batches.count)),
      ("precise", JSONValue(result.isPrecise)),
      ("drawn", JSONValue(simulated.drawn)),
      (
        "notes",
        JSONValue(
          (simulated.drawn.isNothing ? ["nothing-drawn"] : []) + (result.lacksCorrelation ? ["uncorrelated"] : []))
      ),
      ("ends", .array(result.forecasts.map(json))),
      ("costs", result.costs.map(json) ?? .null),
      ("measures", .array(result.measures.map { measured(end: $0.end, $0.worth) })),
      ("requirements", .array(result.requirements.map(\.json))),
      ("assumptions", JSONValue(assumptions: Assumptions(of: plan, about: reach).entries, places)),
    ]).text
  }

  private func json(_ forecast: Forecast) -> JSONValue {
    let activity = forecast.end.flatMap { plan[$0] }
    let odds = forecast.odds
    return .object([
      ("id", JSONValue(forecast.end?.text)),
      ("name", JSONValue(activity?.title)),
      ("project", JSONValue(activity?.project?.text)),
      ("placed", JSONValue(days: forecast.placed)),
      ("bound", .string(forecast.leavesOut.isEmpty ? "exact" : "lower")),
      ("leavesOut", JSONValue(forecast.leavesOut.map(\.text))),
      ("percentiles", .array(result.question.percentiles.map { percentile($0, odds) })),
      ("mean", JSONValue(odds.mean?.description)),
      ("deviationDays", .decimal(odds.deviationInDays)),
      ("target", forecast.target.map { JSONValue(stated: "target", $0) } ?? .null),
      ("probability", forecast.probability.map { JSONValue($0, leavesOut: nil) } ?? .null),
      ("shift", forecast.shift.map(json) ?? .null),
      (
        "influences",
        forecast.influences.map { found in
          .array(zip(found, significance(of: found, forecast.end)).map { json($0, significance: $1) })
        } ?? .null
      ),
      (
        "days",
        .array(odds.counts.map { .object([("day", .string($0.day.description)), ("count", .integer($0.count))]) })
      ),
    ])
  }

  private func measured(end: ActivityID?, _ worth: [MeasureWorth]) -> JSONValue {
    .object([
      ("id", JSONValue(end?.text)), ("percent", .millionths(result.measuredPercentile * 1000)),
      (
        "worth",
        .array(
          worth.map {
            .object([
              ("risk", .string($0.risk)), ("measure", .string($0.measure)), ("name", .string($0.name)),
              ("days", .decimal($0.days)), ("error", .decimal($0.error)),
            ])
          })
      ),
    ])
  }

  private func json(_ costs: CostFutures) -> JSONValue {
    func json(_ odds: CostOdds) -> [(String, JSONValue)] {
      [
        (
          "percentiles",
          .array(
            result.question.percentiles.map { thousandths in
              let share = Double(thousandths) / 100_000
              let (lower, upper) = odds.confidence(share)
              return .object([
                ("percent", .millionths(thousandths * 1000)), ("cost", .decimal(odds.quantile(share))),
                ("from", .decimal(lower)), ("to", .decimal(upper)),
              ])
            })
        ), ("mean", .decimal(odds.mean)),
      ]
    }
    return .object(
      [("unit", .string(costs.unit))] + json(costs.total) + [
        (
          "projects",
          .array(
            costs.rows.map { row in
              .object(
                [("project", .string(row.project.id.text)), ("forecast", JSONValue(row.cost.forecast))]
                  + json(row.odds) + [("joint", .array(JointOdds.all(row, in: result).map(JSONValue.init(joint:))))])
            })
        ), ("leavesOut", JSONValue(costs.leftOut.map(\.text))),
      ])
  }

  private func percentile(_ thousandths: Int, _ odds: FinishOdds) -> JSONValue {
    let share = Double(thousandths) / 100_000
    let confidence = odds.confidence(share)
    return .object([
      ("percent", .millionths(thousandths * 1000)),
      ("day", JSONValue(odds.quantile(share)?.description)),
      ("from", JSONValue(confidence.lower?.description)),
      ("to", JSONValue(confidence.upper?.description)),
    ])
  }

  /// Of the first thousand futures.
  private func significance(of influences: [Influence], _ end: ActivityID?) -> [Double?] {
    guard let end else { return influences.map { _ in nil } }
    let ids = influences.map { influence -> ActivityID in
      if case .duration(let id) = influence.subject { id } else { ActivityID("") }
    }
    return result.simulated.simulation.significance(of: ids, for: end, batches: 0..<1)
  }

  private func json(_ shift: Shift) -> JSONValue {
    .object([
      ("planned", .string(shift.planned.description)), ("atMeans", .string(shift.atMeans.description)),
      ("mean", .string(shift.mean.description)), ("asymmetryDays", .decimal(shift.asymmetry)),
      ("mergingDays", .decimal(shift.merging)),
    ])
  }

  private func json(_ influence: Influence, significance: Double?) -> JSONValue {
    let (kind, id) =
      switch influence.subject {
      case .duration(let id): ("duration", id.text)
      case .date(let id): ("date", id.text)
      case .risk(let id): ("risk", id)
      }
    return .object([
      ("kind", .string(kind)), ("id", .string(id)), ("cruciality", .decimal(influence.cruciality)),
      ("spearman", .decimal(influence.spearman)), ("kendall", .decimal(influence.kendall)),
      ("days", .decimal(influence.days)), ("criticality", .decimal(influence.criticality)),
      ("sensitivity", .decimal(influence.sensitivity)), ("significance", .decimal(significance)),
    ])
  }
}

extension JSONValue {
  init(_ drawn: DrawnCounts) {
    self = .object([
      ("durations", .integer(drawn.durations)), ("dates", .integer(drawn.dates)), ("risks", .integer(drawn.risks)),
      ("ties", .integer(drawn.ties)),
    ])
  }

  /// How likely a target and a frame hold together.
  init(joint: JointOdds) {
    self = .object([
      ("id", .string(joint.end.text)), ("by", JSONValue(joint.target.value.latest?.description)),
      ("frame", .string(joint.frame.rawValue)), ("limit", JSONValue(joint.limit)), ("value", .decimal(joint.value)),
      ("from", .decimal(joint.interval.lowerBound)), ("to", .decimal(joint.interval.upperBound)),
      ("bound", .string(joint.isAtMost ? "upper" : "exact")),
    ])
  }

  /// A probability with its interval, and what it leaves out where that is not said elsewhere.
  init(_ probability: TargetProbability, leavesOut: [ActivityID]?) {
    var pairs: [(String, JSONValue)] = [
      ("by", .string(probability.day.description)), ("value", .decimal(probability.value)),
      ("from", .decimal(probability.interval.lowerBound)), ("to", .decimal(probability.interval.upperBound)),
      ("bound", .string(probability.isAtMost ? "upper" : "exact")),
    ]
    if let leavesOut { pairs.append(("leavesOut", JSONValue(leavesOut.map(\.text)))) }
    self = .object(pairs)
  }
}
