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
  /// How well every percentile is to be known, in days.
  let precision: Int?
  let simulation: Simulation
  let manifest: Manifest

  init(_ asked: SimulateVerb, _ loaded: LoadedPlan) throws(InvalidInput) {
    self.loaded = loaded
    precision = asked.precision
    sampling = try asked.sampling.choice(
      loaded, usual: asked.precision == nil ? SamplingChoice.usual : SamplingChoice.usualMost)
    if let precision, precision < 0 || asked.shard != nil {
      throw precision < 0
        ? loaded.refusal(.badArgument, "\(precision) days are no precision", "give 0 or more", of: "--precision")
        : loaded.refusal(
          .badArgument, "a part of a run cannot know when the whole is precise enough",
          "give --iterations instead", of: "--precision")
    }
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
    let explained = isChosen ? ends : Array(ends.prefix(SimulationResult.explained))
    simulation = SimulatedPlan.simulation(
      outlook, watching: ends.compactMap { $0 } + requirements.map(\.activity) + outlook.plan.costlyEnds,
      countingDriversOf: counted, explaining: asked.shard == nil ? explained : [], sampling)
    manifest = Manifest(
      loaded: loaded, verb: "simulate",
      options: [
        ("to", JSONValue(chosen.map(\.text))), ("percentiles", .array(percentiles.map { .millionths($0 * 1000) })),
        ("require", JSONValue(asked.requirements)), ("precision", JSONValue(precision)),
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

  /// Whether some futures tell every percentile that is shown within so many days.
  func isKnown(_ futures: Futures, within days: Int) -> Bool {
    ends.allSatisfy { end in
      guard let odds = futures.odds(of: end, in: outlook.plan) else { return true }
      return percentiles.allSatisfy { odds.error(ofQuantile: Double($0) / 100_000).map { $0 <= days } ?? false }
    }
  }

  /// The answer that some futures give.
  func answer(
    _ futures: Futures, _ form: FormArguments, _ output: OutputArguments
  ) throws(InvalidInput) -> Answer {
    let simulated = SimulatedPlan(outlook, simulation, futures)
    let result = SimulationResult(self, simulated, isForPeople: !form.isJSON)
    if !form.isJSON, let format = PictureFormat(file: output.file) {
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
    _ format: PictureFormat, _ result: SimulationResult, _ words: Words
  ) throws(InvalidInput) -> Answer {
    var answer = Answer(
      remarks: remarks, places: loaded.places,
      isRequirementMet: result.requirements.allSatisfy { $0.verdict == .holds }, inputs: loaded.files)
    do {
      answer.picture = try format.bytes(of: SimulationChart(result: result, words: words).picture)
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

  /// - Parameter isForPeople: whether only what people read is wanted, not everything that programs get.
  init(_ question: SimulationQuestion, _ simulated: SimulatedPlan, isForPeople: Bool) {
    self.question = question
    self.simulated = simulated
    requirements = question.requirements.compactMap { JudgedForecast($0, in: simulated) }
    // Explained is what was asked for; otherwise what is in doubt, as much of it as people read.
    var forecasts = question.ends.compactMap { Forecast(of: $0, in: simulated) }
    let inDoubt = forecasts.indices.filter { question.isChosen || forecasts[$0].isInDoubt }
    Forecast.explain(
      &forecasts, at: question.isChosen ? inDoubt : Array(inDoubt.prefix(SimulationResult.explained)), simulated,
      leading: isForPeople ? SimulationText.reasons : 10, ranks: !isForPeople)
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

  /// How many ends are explained where the call named none.
  static let explained = 6

  /// Whether every percentile is known as well as was wanted; nil where nothing was wanted.
  var isPrecise: Bool? { question.precision.map { question.isKnown(simulated.futures, within: $0) } }

  /// Whether many durations are drawn that nothing ties together: then good and bad luck even out, and the doubt shows too small.
  var lacksCorrelation: Bool { simulated.drawn.durations >= 10 && simulated.drawn.ties == 0 }
}
