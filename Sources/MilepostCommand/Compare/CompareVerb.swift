import ArgumentParser
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering

/// `milepost compare`: two plans side by side, and what makes the difference.
struct CompareVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Plan A against plan B: dates, targets, drivers, and the ledger of the difference.",
    usage: "milepost compare <plan> [<scenario> <scenario>] [<options>]",
    discussion: """
      A and B are scenarios of the plan, or 'base' for the plan without one. Left out, they are the alternatives of \
      the plan's only choice. --scenario and --change apply to both sides, but targets do not move with a --change.
      An answer written to a file that ends in .html is a page to show.

      --simulate draws the same futures for both plans and tells first how likely each is to keep its own targets \
      together, how late it is against them, what choosing it may be regretted by, and what it costs; then which is \
      earlier, what knowing more would be worth, and by when the choice must be made.

      Examples:
        milepost compare portfolio plan-a plan-b
        milepost compare portfolio plan-a plan-b --scenario release-1-1-juni
        milepost compare portfolio base plan-b --milestone oslo-start
        milepost compare portfolio plan-a plan-b -o comparison.html
        milepost compare portfolio plan-a plan-b --json
        milepost compare portfolio plan-a plan-b --simulate \\
          --scenario release-1-1-juni --scenario infrastructure-assumed
      """)

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Argument(help: ArgumentHelp("The two scenarios.", valueName: "scenario"), completion: PlanCompletion.sides)
  var sides: [String] = []

  @Option(
    name: .customLong("milestone"), help: ArgumentHelp("Only this milestone. Repeatable.", valueName: "id"),
    completion: PlanCompletion.milestones)
  var milestones: [String] = []

  @Flag(help: "Also what is the same in both plans.")
  var all = false

  @Flag(help: "The odds of both plans on the same futures, and the regret of choosing either.")
  var simulate = false

  @OptionGroup(title: "Futures")
  var sampling: SamplingArguments

  @OptionGroup(title: "Logic")
  var logic: LogicArguments

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  func answer() throws(InvalidInput) -> Answer {
    let loaded = try LoadedPlan(plan, logic: logic.choice)
    let names = try names(loaded)
    let first = try loaded.outlook(adding: names.first, of: "the first scenario")
    let second = try loaded.outlook(adding: names.second, of: "the second scenario")
    let comparison: Comparison
    do {
      comparison = try Comparison(first, second)
    } catch {
      throw InvalidInput(error, places: loaded.places)
    }
    let range = try range(comparison, names, loaded)
    var only: Set<ActivityID>?
    if !milestones.isEmpty {
      var ids: Set<ActivityID> = []
      for name in milestones { ids.insert(try loaded.activity(name, of: "--milestone")) }
      only = ids
    }
    let language = output.language ?? loaded.plan.language
    let isPage = output.file?.lowercased().hasSuffix(".html") == true
    let sampling = try sampling(loaded, isPage: isPage)
    var odds: SimulatedComparison?
    if let sampling {
      odds = try SimulatedComparison(comparison, only: only, sampling)
    }
    let text: String
    if form.isJSON {
      let manifest = Manifest(
        loaded: loaded, verb: "compare",
        options: [
          ("first", .string(names.first)), ("second", .string(names.second)),
          ("milestone", JSONValue(milestones)),
          ("simulate", .bool(simulate)),
        ] + (sampling?.manifest ?? []) + logic.choice.manifest)
      text =
        ComparisonJSON(
          comparison: comparison, range: range, names: names, only: only, places: loaded.places, manifest: manifest,
          odds: odds
        ).text
    } else if let odds {
      let words = Words(language: language, names: Names(comparison.first.plan, comparison.second.plan))
      text =
        SimulatedComparisonText(
          odds: odds, names: names, words: words, width: output.width, openGaps: range?.gaps ?? []
        ).text
    } else if isPage {
      text = ComparisonPage(comparison, language: language, engine: "Milepost \(Version.text)").html
    } else {
      text =
        ComparisonText(
          comparison: comparison, range: range, names: names, only: only, showsAll: all, language: language,
          width: output.width
        ).text
    }
    return Answer(
      text: text, isJSON: form.isJSON, remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places,
      inputs: loaded.files)
  }

  /// Which futures to draw; nil where no odds are asked for.
  private func sampling(_ loaded: LoadedPlan, isPage: Bool) throws(InvalidInput) -> SamplingChoice? {
    guard simulate else {
      guard sampling.isGiven else { return nil }
      throw loaded.refusal(
        .badArgument, "without --simulate nothing is drawn", "add --simulate, or leave these options out",
        of: "compare")
    }
    if isPage {
      throw loaded.refusal(
        .badArgument, "the page has no odds", "ask for text or --json, or leave --simulate out", of: "--simulate")
    }
    // Sobol points go to what matters most, which differs from plan to plan: then futures would not be the same.
    return try sampling.choice(loaded, ways: [.plain, .lhs])
  }

  /// The same plans where gaps are work that may be either.
  private func range(_ comparison: Comparison, _ names: Pair<String>, _ loaded: LoadedPlan) throws(InvalidInput)
    -> GapRange?
  {
    let gaps = Pair(try loaded.openGaps(adding: names.first), try loaded.openGaps(adding: names.second))
    if gaps.first.isEmpty, gaps.second.isEmpty { return nil }
    let first = try loaded.outlook(adding: names.first, openGapsAreWork: true)
    let second = try loaded.outlook(adding: names.second, openGapsAreWork: true)
    do {
      return GapRange(gaps, asBuffer: comparison, asWork: try Comparison(first, second))
    } catch {
      throw InvalidInput(error, places: loaded.places)
    }
  }

  /// The two sides: as named, or the alternatives of the plan's only choice.
  private func names(_ loaded: LoadedPlan) throws(InvalidInput) -> Pair<String> {
    if sides.count == 2 { return Pair(sides[0], sides[1]) }
    let choices = loaded.base.choices.filter { $0.alternatives.count == 2 }
    if sides.isEmpty, choices.count == 1 {
      return Pair(choices[0].alternatives[0].text, choices[0].alternatives[1].text)
    }
    let known = ["base"] + loaded.base.scenarios.map(\.id.text)
    let example = choices.first.map { $0.alternatives.map(\.text) } ?? Array(known.prefix(2))
    throw loaded.refusal(
      .badArgument, "compare takes two scenarios, not \(sides.count)",
      known.count == 1
        ? "the plan has no scenarios yet; see 'scenarios' in Documentation/FileFormat.md"
        : "for example: milepost compare \(plan.path) \(example.joined(separator: " ")); there are: \(known.joined(separator: ", "))",
      of: "compare")
  }
}
