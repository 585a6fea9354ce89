import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// How sure the dates are as a picture: what the call asks for, or else what is in doubt, six dates at most.
struct SimulationChart {
  let result: SimulationResult
  let words: Words

  var picture: SVGPicture {
    let asked = result.forecasts.filter { result.question.isChosen || ($0.isInDoubt && $0.isDrawn) }
    let shown = asked.isEmpty ? result.forecasts.filter { $0.end == nil } : asked
    let plan = result.simulated.plan
    let panels = shown.prefix(6).map { forecast in
      let name = forecast.end.map { words.names[$0] } ?? words.endOfPlan
      let remarks =
        (forecast.leavesOut.isEmpty ? [] : [words.leavesOut(forecast.leavesOut)])
        + (plan.applied.isEmpty ? [] : [words.applied(plan.applied)])
      return OddsChart.Panel(
        title: name, odds: forecast.odds,
        target: forecast.target.flatMap { target in
          forecast.probability.map { odds in
            (
              odds.day,
              words.target(target) + ": " + words.probability(odds.value, odds.interval, isAtMost: odds.isAtMost)
            )
          }
        }, remark: remarks.isEmpty ? nil : remarks.joined(separator: ". "))
    }
    let futures = words.futures(
      result.simulated.futures.iterations, seed: result.simulated.simulation.seed, generator: Simulation.generator,
      result.simulated.simulation.sampling)
    return OddsChart(
      Array(panels), percentiles: result.question.percentiles, words: words,
      note: [words.title(of: plan) + ". " + futures, words.chartNote]
    ).picture
  }
}
