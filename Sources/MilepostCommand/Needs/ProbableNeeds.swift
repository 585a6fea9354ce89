import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// The answer of `needs --for M --probability 80`: until when each delivery may come.
struct ProbableNeeds {
  private let asked: NeedsVerb
  private let loaded: LoadedPlan
  private let outlook: Outlook
  private let needs: LatestDeliveries
  private let wish: Fact<DateSpan>
  private let isTarget: Bool
  private let share: Double
  private let sampling: SamplingChoice

  /// Nil where no probability is asked for.
  init?(_ asked: NeedsVerb, _ question: NeedsQuestion, _ outlook: Outlook, _ loaded: LoadedPlan) throws(InvalidInput) {
    guard let percent = asked.probability else {
      guard asked.sampling.isGiven else { return nil }
      throw loaded.refusal(
        .badArgument, "without --probability nothing is drawn", "add --probability 80, or leave these options out",
        of: "needs")
    }
    guard case .latest(let id, let by) = question else {
      throw loaded.refusal(.badArgument, "--probability says nothing here", "it goes with --for alone", of: "needs")
    }
    if !asked.form.isJSON, PictureFormat(file: asked.output.file) != nil {
      throw loaded.refusal(
        .badArgument, "--probability has no picture", "leave it out, or draw 'milepost simulate' with --to", of: "-o")
    }
    guard percent > 0, percent < 100 else {
      throw loaded.refusal(
        .badArgument, "'\(percent)' is no probability", "give a number between 0 and 100, for example 80",
        of: "--probability")
    }
    guard let wish = by ?? outlook.target(of: id), let limit = wish.value.latest else {
      throw loaded.refusal(
        .badArgument, "'\(id)' has no target to work back from",
        "give a date, for example --by 2024-01, or apply a scenario that plans it", of: "--for")
    }
    let sampling = try asked.sampling.choice(loaded, ways: [.plain, .lhs])
    guard
      let needs = LatestDeliveries(
        outlook, of: id, by: limit, share: percent / 100, seed: sampling.seed, batches: sampling.batches,
        sampling: sampling.mode)
    else {
      throw loaded.refusal(
        .badArgument, outlook.schedule[id]?.isDone == true ? "'\(id)' has happened" : "'\(id)' is not scheduled",
        "ask about a milestone that is ahead", of: "--for")
    }
    self.asked = asked
    self.loaded = loaded
    self.outlook = outlook
    self.needs = needs
    self.wish = wish
    self.sampling = sampling
    isTarget = by == nil
    share = percent / 100
  }

  func answer(_ manifest: Manifest) throws(InvalidInput) -> Answer {
    let words = asked.output.words(for: loaded.plan)
    var manifest = manifest
    manifest.options += sampling.manifest
    return Answer(
      text: asked.form.isJSON ? json(manifest).text : text(words, asked.output.width), isJSON: asked.form.isJSON,
      remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places, inputs: loaded.files)
  }

  private var probability: TargetProbability {
    TargetProbability(needs.odds, by: needs.limit, isAtMost: !needs.leavesOut.isEmpty)
  }

  // MARK: Text

  private func text(_ words: Words, _ width: Int) -> String {
    func indented(_ text: String, by indent: Int) -> [String] { MilepostCommand.indented(text, by: indent, to: width) }
    let plan = outlook.plan
    var lines = indented(words.title(of: plan), by: 0)
    if !plan.applied.isEmpty { lines += indented(words.applied(plan.applied), by: 0) }
    lines += indented(
      words.futures(sampling.iterations, seed: sampling.seed, generator: Simulation.generator, sampling.mode), by: 0)
    lines += indented(words.drawn(needs.simulation.model.drawn), by: 0)
    lines += [""] + indented(words.deliveriesHeading(needs.milestone, needs.limit, words.percent(share)), by: 0)
    lines += indented(
      words.holdsNow(words.probability(probability.value, probability.interval, isAtMost: probability.isAtMost)), by: 2)
    if !needs.leavesOut.isEmpty { lines += indented(words.sentence(words.leavesOut(needs.leavesOut)) + ".", by: 2) }
    if needs.rows.isEmpty {
      lines += [""] + indented(words.needsNothing, by: 0)
    } else {
      lines += [""] + table(words, width)
      lines += [""] + indented(words.deliveriesNote, by: 0)
    }
    let (heading, items) = words.assumptions(behind: [needs.milestone], in: [outlook])
    lines += ["", heading] + items.flatMap { indented("– " + $0, by: 2) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ words: Words, _ width: Int) -> [String] {
    let percentile = words.percentile(Int((share * 100_000).rounded()))
    var table = TextTable(columns: [
      .init("   ", .whole), .init(words.latestColumn), .init(words.confidenceRow), .init(words.ownColumn(percentile)),
      .init(words.atBestColumn),
    ])
    for row in needs.rows {
      let own = row.odds.flatMap { $0.quantile(share) }
      let latest = row.latest(share)
      let word: Verdict.Word =
        own.map { own in latest.map { own <= $0 ? (row.leavesOut.isEmpty ? .holds : .unknown) : .fails } ?? .fails }
        ?? .unknown
      table.add(note: "\(words.symbol(word)) \(words.names[row.id]) [\(row.id)]", indent: 0)
      let (lower, upper) = row.confidence(share)
      table.add([
        "",
        latest.map { words.lastDays(Readings(first: $0, last: $0), isAtMost: !row.leavesOut.isEmpty) }
          ?? words.neverEarlyEnough,
        latest.map { words.error($0, from: lower, to: upper) } ?? "", own.map(words.day) ?? words.noDate,
        words.percent(row.atBest),
      ])
    }
    return table.text(width: width).split(separator: "\n").map(String.init)
  }

  // MARK: JSON

  private func json(_ manifest: Manifest) -> JSONValue {
    let others = [
      "needs", "tolerance", "interfaces", "collisions", "during", "frames", "conflicts", "buy", "touched",
    ]
    let odds = JSONValue.object([
      ("id", .string(needs.milestone.text)), ("wish", JSONValue(stated: isTarget ? "target" : "by", wish)),
      ("share", .decimal(share)), ("iterations", .integer(sampling.iterations)),
      ("drawn", JSONValue(needs.simulation.model.drawn)),
      ("probability", JSONValue(probability, leavesOut: needs.leavesOut)),
      ("activities", .array(needs.rows.map(json))),
    ])
    let reach = outlook.network.upstream(of: [needs.milestone])
    return .object(
      [("format", 1), ("manifest", manifest.json), ("question", "odds")] + others.map { ($0, JSONValue.null) } + [
        ("overGaps", .null), ("odds", odds),
        ("assumptions", JSONValue(assumptions: Assumptions(of: outlook.plan, about: reach).entries, loaded.places)),
      ])
  }

  private func json(_ row: LatestDeliveries.Row) -> JSONValue {
    let (lower, upper) = row.confidence(share)
    return .object([
      ("id", .string(row.id.text)), ("latest", JSONValue(row.latest(share)?.description)),
      ("from", JSONValue(lower?.description)), ("to", JSONValue(upper?.description)),
      ("bound", .string(row.leavesOut.isEmpty ? "exact" : "upper")),
      ("leavesOut", JSONValue(row.leavesOut.map(\.text))),
      ("comes", JSONValue(row.odds?.quantile(share)?.description)), ("withoutIt", .decimal(row.atBest)),
    ])
  }
}
