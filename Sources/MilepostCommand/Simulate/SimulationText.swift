import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// How sure the dates are, as text for people.
struct SimulationText {
  let result: SimulationResult
  let words: Words
  let width: Int

  /// How many reasons a date gets.
  static let reasons = 5

  private var simulated: SimulatedPlan { result.simulated }
  private var plan: Plan { simulated.plan }

  var text: String {
    var lines = indented(words.title(of: plan), by: 0)
    if !plan.applied.isEmpty { lines += indented(words.applied(plan.applied), by: 0) }
    lines += indented(
      words.futures(
        simulated.futures.iterations, seed: simulated.simulation.seed, generator: Simulation.generator,
        simulated.simulation.sampling), by: 0)
    if let days = result.question.precision, let isReached = result.isPrecise {
      lines += indented(words.precision(days, isReached: isReached), by: 0)
    }
    lines += indented(words.drawn(simulated.drawn), by: 0)
    let shown = result.forecasts.filter { result.question.isChosen || $0.isDrawn || $0.end == nil }
    let sure = result.forecasts.filter { !result.question.isChosen && !$0.isDrawn && $0.end != nil }
    lines += [""] + table(shown)
    if !sure.isEmpty { lines += [""] + self.sure(sure) }
    for forecast in result.forecasts where forecast.influences?.isEmpty == false { lines += [""] + reasons(forecast) }
    for measured in result.measures {
      lines += [""] + indented(words.measuresHeading(measured.end, words.percentile(result.measuredPercentile)), by: 0)
      lines += measured.worth.prefix(8).flatMap { indented("– " + words.measure($0), by: 2) }
    }
    if let costs = result.costs { lines += [""] + SimulatedCostText(result, costs, words, width).lines }
    if !result.requirements.isEmpty {
      lines.append("")
      for judged in result.requirements {
        let probability = probability(judged.probability)
        lines += indented(words.requirement(judged.requirement.text, judged.verdict, probability), by: 0)
      }
    }
    lines.append("")
    for note in notes { lines += indented(note, by: 0) }
    let (heading, items) = words.assumptions(behind: subjects, in: [simulated.outlook])
    lines += ["", heading] + items.flatMap { indented("– " + $0, by: 2) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Dates

  private func table(_ forecasts: [Forecast]) -> [String] {
    let percentiles = result.question.percentiles
    var table = TextTable(
      columns: [.init("   ", .whole), .init(words.planColumn)] + percentiles.map { .init(words.percentile($0)) })
    for forecast in forecasts {
      let name = forecast.end.map { "\(words.names[$0]) [\($0)]" } ?? words.endOfPlan
      table.add(note: name, indent: 0)
      let placed = forecast.placed.map { words.days($0, isLowerBound: false) } ?? words.none
      table.add(
        ["", placed] + percentiles.map { forecast.odds.quantile(Double($0) / 100_000).map(words.day) ?? words.none })
      if forecast.isDrawn {
        table.add(["", words.confidenceRow] + percentiles.map { error(of: $0, forecast.odds) })
      }
      if let target = forecast.target, let probability = forecast.probability {
        table.add(
          note: words.chance(of: target, self.probability(probability), leavesOut: forecast.leavesOut), indent: 5)
      } else if !forecast.leavesOut.isEmpty {
        table.add(note: words.leavesOut(forecast.leavesOut), indent: 5)
      }
    }
    return table.text(width: width).split(separator: "\n").map(String.init)
  }

  private func error(of percentile: Int, _ odds: FinishOdds) -> String {
    let share = Double(percentile) / 100_000
    let (lower, upper) = odds.confidence(share)
    return odds.quantile(share).map { words.error($0, from: lower, to: upper) } ?? words.none
  }

  private func probability(_ probability: TargetProbability) -> String {
    words.probability(probability.value, probability.interval, isAtMost: probability.isAtMost)
  }

  /// Those that every future gives the same date.
  private func sure(_ forecasts: [Forecast]) -> [String] {
    let missing = forecasts.filter { $0.probability?.value == 0 }
    let waiting = forecasts.filter { !$0.leavesOut.isEmpty && $0.probability?.value != 0 }
    return indented(
      words.sure(
        forecasts.count, missing: missing.compactMap(\.end), waiting: waiting.compactMap(\.end)), by: 0)
  }

  // MARK: Reasons

  private func reasons(_ forecast: Forecast) -> [String] {
    var lines = indented(words.doubtHeading(forecast.end), by: 0)
    var table = TextTable(columns: [
      .init(words.drawnColumn), .init(words.drivesColumn, .right), .init(words.crucialityColumn, .right),
      .init(words.daysColumn, .right),
    ])
    let influences = (forecast.influences ?? []).filter { abs($0.cruciality ?? 0) >= 0.03 }
    for influence in influences.prefix(SimulationText.reasons) {
      table.add([
        words.subject(influence.subject, in: plan), influence.criticality.map { words.percent($0) } ?? words.none,
        influence.cruciality.map { words.coefficient($0) } ?? words.none, words.signedDays(influence.days),
      ])
    }
    if influences.isEmpty { return [] }
    lines += table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
    if let shift = forecast.shift, abs(shift.asymmetry) + abs(shift.merging) >= 0.05 {
      lines += indented(words.shift(asymmetry: shift.asymmetry, merging: shift.merging), by: 2)
    }
    return lines
  }

  // MARK: Notes

  private var notes: [String] {
    var notes = [words.percentileNote(widest)]
    if result.forecasts.contains(where: { $0.influences?.isEmpty == false }) { notes.append(words.doubtNote) }
    if result.forecasts.contains(where: { !$0.leavesOut.isEmpty }) { notes.append(words.atMostNote) }
    if result.lacksCorrelation { notes.append(words.uncorrelatedNote(simulated.drawn.durations)) }
    if simulated.drawn.isNothing { notes.append(words.nothingDrawnNote) }
    return notes
  }

  /// The most days by which a percentile that is shown may be wrong, with 95 % confidence; nil where that is not known of all.
  private var widest: Int? {
    var widest = 0
    for forecast in result.forecasts where forecast.isDrawn {
      for percentile in result.question.percentiles {
        guard let error = forecast.odds.error(ofQuantile: Double(percentile) / 100_000) else { return nil }
        widest = max(widest, error)
      }
    }
    return widest
  }

  /// What the answer is about, so that its assumptions can be told.
  private var subjects: [ActivityID] {
    result.forecasts.contains { $0.end == nil } ? plan.activities.map(\.id) : result.forecasts.compactMap(\.end)
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    MilepostCommand.indented(text, by: indent, to: width)
  }
}
