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
      ("drawn", JSONValue(simulated.drawn)),
      (
        "notes",
        JSONValue(
          (simulated.drawn.isNothing ? ["nothing-drawn"] : []) + (result.lacksCorrelation ? ["uncorrelated"] : []))
      ),
      ("ends", .array(result.forecasts.map(json))),
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
      ("influences", forecast.influences.map { .array($0.map(json)) } ?? .null),
      (
        "days",
        .array(odds.counts.map { .object([("day", .string($0.day.description)), ("count", .integer($0.count))]) })
      ),
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

  private func json(_ shift: Shift) -> JSONValue {
    .object([
      ("planned", .string(shift.planned.description)), ("atMeans", .string(shift.atMeans.description)),
      ("mean", .string(shift.mean.description)), ("asymmetryDays", .decimal(shift.asymmetry)),
      ("mergingDays", .decimal(shift.merging)),
    ])
  }

  private func json(_ influence: Influence) -> JSONValue {
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
      ("sensitivity", .decimal(influence.sensitivity)),
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
