import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule
import PlanSimulation

/// How sure one date is, and why it is not surer.
struct Forecast {
  /// Nil for the end of the plan.
  let end: ActivityID?
  let placed: Readings<Day>?
  let odds: FinishOdds
  /// What has no date and is left out: every probability is an upper bound, every date a lower one.
  let leavesOut: [ActivityID]
  let target: Fact<DateSpan>?
  let probability: TargetProbability?
  /// The most first; nil where nobody asked.
  private(set) var influences: [Influence]?
  private(set) var shift: Shift?

  /// Whether futures differ.
  var isDrawn: Bool { odds.days.first != odds.days.last }

  /// Whether futures differ about the target.
  var isInDoubt: Bool { probability.map { $0.value > 0 && $0.value < 1 } ?? isDrawn }

  init?(of end: ActivityID?, in simulated: SimulatedPlan) {
    let outlook = simulated.outlook
    guard let odds = simulated.futures.odds(of: end, in: simulated.plan), odds.iterations > 0 else { return nil }
    self.end = end
    self.odds = odds
    placed = outlook.placed(end)
    leavesOut = outlook.leftOut(of: end)
    target = end.flatMap { outlook.target(of: $0) }
    let isAtMost = !leavesOut.isEmpty
    probability = target?.value.latest.map { TargetProbability(odds, by: $0, isAtMost: isAtMost) }
  }

  /// Looks for what drives the doubt of some of the forecasts, in one look at the draws.
  ///
  /// - Parameters:
  ///   - leading: how many things to name for each.
  ///   - ranks: whether correlations of ranks are wanted.
  static func explain(
    _ forecasts: inout [Forecast], at places: [Int], _ simulated: SimulatedPlan, leading: Int, ranks: Bool
  ) {
    let drawn = places.filter { forecasts[$0].isDrawn }
    let ends = drawn.map { place -> (end: ActivityID?, among: Set<ActivityID>?) in
      // What the end does not wait for only seems to go with it.
      let end = forecasts[place].end
      return (end, end.map { simulated.outlook.network.upstream(of: [$0]) })
    }
    for place in places {
      forecasts[place].influences = []
      forecasts[place].shift = simulated.simulation.shift(of: forecasts[place].end, simulated.futures)
    }
    let found = simulated.simulation.influences(on: ends, simulated.futures, leading: leading, ranks: ranks)
    for (place, found) in zip(drawn, found) { forecasts[place].influences = found }
  }
}

/// How likely a day is kept.
struct TargetProbability {
  let day: Day
  let value: Double
  /// With 95 % confidence.
  let interval: ClosedRange<Double>
  let isAtMost: Bool

  init(_ odds: FinishOdds, by day: Day, isAtMost: Bool) {
    self.day = day
    value = odds.probability(by: day)
    interval = odds.probabilityInterval(by: day)
    self.isAtMost = isAtMost
  }
}
