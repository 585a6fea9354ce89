import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// What a call of `simulate` asks: everything but the futures.
struct SimulationQuestion {
  let loaded: LoadedPlan
  let outlook: Outlook
  /// Nil is the end of the plan.
  let ends: [ActivityID?]
  /// Whether the call named the ends.
  let isChosen: Bool
  /// In thousandths of a percent, from small to large.
  let percentiles: [Int]
  let requirements: [ForecastRequirement]
  let sampling: SamplingChoice
  let simulation: Simulation
  let manifest: Manifest

  init(_ asked: SimulateVerb, _ loaded: LoadedPlan) throws(InvalidInput) {
    self.loaded = loaded
    sampling = try asked.sampling.choice(loaded)
    percentiles = try SimulationQuestion.percentiles(asked.percentiles ?? "10,50,80,90", loaded)
    var chosen: [ActivityID] = []
    for (place, name) in asked.to.enumerated() {
      let label = asked.to.count > 1 ? "--to \(place + 1)" : "--to"
      let end = try loaded.activity(name, of: label)
      if !chosen.contains(end) { chosen.append(end) }
    }
    requirements = try ForecastRequirement.read(asked.requirements, loaded)
    let outlook = try loaded.outlook()
    self.outlook = outlook
    for id in chosen + requirements.map(\.activity) where outlook.schedule[id]?.isScheduled != true {
      throw loaded.refusal(
        .badArgument, "'\(id)' is not scheduled", "ask about a milestone that is ahead",
        of: chosen.contains(id) ? "--to" : "--require")
    }
    isChosen = !chosen.isEmpty
    ends = isChosen ? chosen : outlook.promises + [nil]
    // What each end hangs on is counted for all of them in small plans, for the first ones in large plans.
    let counted =
      isChosen
      ? ends : Array(([nil] + ends.filter { $0 != nil }).prefix(max(1, 20_000 / max(1, outlook.network.count))))
    simulation = SimulatedPlan.simulation(
      outlook, watching: ends.compactMap { $0 } + requirements.map(\.activity) + outlook.plan.costlyEnds,
      countingDriversOf: counted, sampling)
    manifest = Manifest(
      loaded: loaded, verb: "simulate",
      options: [
        ("to", JSONValue(chosen.map(\.text))), ("percentiles", .array(percentiles.map { .millionths($0 * 1000) })),
        ("require", JSONValue(asked.requirements)),
      ] + sampling.manifest + asked.logic.choice.manifest)
  }

  /// Reads `10,50,80,90`.
  private static func percentiles(_ text: String, _ loaded: LoadedPlan) throws(InvalidInput) -> [Int] {
    var read: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = String(part).trimmed
      guard let number = Double(word), number > 0, number < 100, number >= 0.001 else {
        throw loaded.refusal(
          .badArgument, "'\(word)' is no percentile", "write numbers between 0 and 100, for example 10,50,80,90",
          of: "--percentiles")
      }
      read.insert(Int((number * 1000).rounded()))
    }
    guard read.count <= 20 else {
      throw loaded.refusal(.badArgument, "\(read.count) percentiles are too many", "give up to 20", of: "--percentiles")
    }
    return read.sorted()
  }

  /// The answer that some futures give.
  func answer(
    _ futures: Futures, _ form: FormArguments, _ output: OutputArguments
  ) throws(InvalidInput) -> Answer {
    let simulated = SimulatedPlan(outlook, simulation, futures)
    let result = SimulationResult(self, simulated)
    if !form.isJSON, let format = SimulationChart.Format(file: output.file) {
      return try answer(format, result, output.words(for: loaded.plan))
    }
    let text =
      form.isJSON
      ? SimulationJSON(result: result, manifest: manifest, places: loaded.places).text
      : SimulationText(result: result, words: output.words(for: loaded.plan), width: output.width).text
    return Answer(
      text: text, isJSON: form.isJSON, remarks: remarks, places: loaded.places,
      isRequirementMet: result.requirements.allSatisfy { $0.verdict == .holds }, inputs: loaded.files)
  }

  /// The same as a picture.
  private func answer(
    _ format: SimulationChart.Format, _ result: SimulationResult, _ words: Words
  ) throws(InvalidInput) -> Answer {
    var answer = Answer(
      remarks: remarks, places: loaded.places,
      isRequirementMet: result.requirements.allSatisfy { $0.verdict == .holds }, inputs: loaded.files)
    do {
      answer.picture = try SimulationChart(result: result, words: words).bytes(format)
    } catch {
      throw loaded.refusal(.badArgument, error.description, "ask about fewer milestones: --to", of: "-o")
    }
    return answer
  }

  /// What the reader remarked, and a warning where every future would be the same.
  var remarks: [Diagnostic] {
    let drawsNothing = simulation.model.drawn.isNothing
    return loaded.remarks.filter { $0.severity != .note }
      + (drawsNothing ? [Diagnostic(.nothingDrawn, severity: .warning)] : [])
  }
}

/// What came out of a simulation.
struct SimulationResult {
  let question: SimulationQuestion
  let simulated: SimulatedPlan
  let forecasts: [Forecast]
  let requirements: [JudgedForecast]
  /// Nil where the plan has no figures that vary.
  let costs: CostFutures?
  /// What measures are worth, for the ends that are explained, at the largest percentile that is no more than 80.
  let measures: [(end: ActivityID?, worth: [MeasureWorth])]
  let measuredPercentile: Int

  init(_ question: SimulationQuestion, _ simulated: SimulatedPlan) {
    self.question = question
    self.simulated = simulated
    requirements = question.requirements.compactMap { JudgedForecast($0, in: simulated) }
    // Explained is what was asked for; otherwise what is in doubt, as much of it as people read.
    var forecasts = question.ends.compactMap { Forecast(of: $0, in: simulated) }
    let inDoubt = forecasts.indices.filter { question.isChosen || forecasts[$0].isInDoubt }
    for place in question.isChosen ? inDoubt : Array(inDoubt.prefix(SimulationResult.explained)) {
      forecasts[place].explain(simulated)
    }
    self.forecasts = forecasts
    let costs = CostFutures(simulated.simulation, simulated.futures)
    self.costs = costs?.varies == true ? costs : nil
    let percentile = question.percentiles.last { $0 <= 80_000 } ?? question.percentiles.first ?? 80_000
    measuredPercentile = percentile
    // As many batches as tell a day from another.
    let batches = 0..<min(question.sampling.batches, 16)
    measures = forecasts.filter { $0.influences != nil }.prefix(SimulationResult.measured).compactMap { forecast in
      let worth = simulated.simulation.measures(
        for: forecast.end, at: Double(percentile) / 100_000, batches: batches)
      return worth.isEmpty ? nil : (forecast.end, worth)
    }
  }

  private static let measured = 3

  private static let explained = 6

  /// Whether many durations are drawn that nothing ties together: then good and bad luck even out, and the doubt shows too small.
  var lacksCorrelation: Bool { simulated.drawn.durations >= 10 && simulated.drawn.ties == 0 }
}
