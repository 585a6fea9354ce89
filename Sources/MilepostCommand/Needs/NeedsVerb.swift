import ArgumentParser
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule

/// `milepost needs`: by when things must be there, what may slip, who depends on whom, and what collides.
struct NeedsVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "needs",
    abstract: "Latest dates so that a milestone holds; what may slip; interfaces; collisions; who is touched.",
    usage: "milepost needs <plan> --for <id> [--by <date>] [<options>]",
    discussion: """
      Works back from a milestone to the last day of everything before it, with high, likely and low durations; after \
      the first of these days the date can no longer be kept. The date is the milestone's target, or that of --by. The \
      other questions are about the whole plan: how long each deliverable may slip, the register of dependencies \
      between projects, events that come close to each other, and whom a change touches.

      With -o and an ending .svg, .png or .pdf the answer is a picture; not with
      --probability.

      Examples:
        milepost needs portfolio --scenario plan-a --for bergen-start
        milepost needs portfolio --scenario plan-b --for bergen-start \\
          --probability 80
        milepost needs portfolio --for dp-vv-oppstart --by '2. kvartal 2024'
        milepost needs portfolio --scenario plan-b --scenario release-1-1-juni \\
          --tolerance --for oslo-start
        milepost needs portfolio --scenario plan-b --tolerance -o tolerance.svg
        milepost needs portfolio --interfaces --project amk-hso
        milepost needs portfolio --collisions --within 4w
        milepost needs portfolio --collisions --site vv -o calendar.png
        milepost needs portfolio --during stim.stim-parallelle-leveranser
        milepost needs portfolio --frames --change '* cost forecast +4%'
        milepost needs portfolio --conflicts --scenario plan-a \\
          --scenario release-1-1-juni --scenario infrastructure-assumed
        milepost needs portfolio --buy --for bergen-start --scenario plan-a \\
          --scenario release-1-1-juni --scenario infrastructure-assumed
        milepost needs portfolio --touched \\
          --change 'epj-modernisering.epj-arena-vv planned=januar 2024'
      """)

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Option(
    name: .customLong("for"), help: ArgumentHelp("The milestone that is to hold.", valueName: "id"),
    completion: PlanCompletion.milestones)
  var milestone: String?

  @Option(help: ArgumentHelp("The wanted date instead of the milestone's target.", valueName: "date"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "With --for: the latest delivery with which it holds with this probability, in percent.", valueName: "percent"))
  var probability: Double?

  @OptionGroup(title: "Futures")
  var sampling: SamplingArguments

  @Flag(help: "How long each deliverable may slip before a milestone moves, and before it misses its target.")
  var tolerance = false

  @Flag(help: "The register of dependencies between projects: promised, needed, computed, float.")
  var interfaces = false

  @Option(
    help: ArgumentHelp("With --interfaces, --collisions: only those of this project.", valueName: "id"),
    completion: PlanCompletion.projects)
  var project: String?

  @Flag(help: "Events that share a site, team or project within some days, and how many fall in each quarter.")
  var collisions = false

  @Option(help: ArgumentHelp("With --collisions: the days (14d otherwise).", valueName: "days"))
  var within: String?

  @Option(help: ArgumentHelp("With --collisions: the kind of event (go-live otherwise).", valueName: "kind"))
  var event: String?

  @Option(help: ArgumentHelp("With --collisions: only events at this site.", valueName: "id"))
  var site: String?

  @Option(help: ArgumentHelp("With --collisions: only events of this team.", valueName: "name"))
  var team: String?

  @Option(
    help: ArgumentHelp(
      "Milestones within this activity's time, and whether they depend on it.", valueName: "id"),
    completion: PlanCompletion.activities)
  var during: String?

  @Flag(help: "The room of each project to its steering and cost frame, and which breaks first.")
  var frames = false

  @Flag(help: "The smallest sets of facts that cannot all hold, and the least that would have to give.")
  var conflicts = false

  @Flag(
    help:
      "With --for: which change buys most days: each --change alone, or else the plan's measures and a day less of each work."
  )
  var buy = false

  @Flag(help: "Whom the changes reach, whose float they consume and whom they move, by project and owner.")
  var touched = false

  @OptionGroup(title: "Logic")
  var logic: LogicArguments

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  var hasPictures: Bool { true }

  func answer() throws(InvalidInput) -> Answer {
    let loaded = try LoadedPlan(plan, logic: logic.choice)
    let question = try NeedsQuestion(self, loaded)
    // What may be bought is no change yet.
    let outlook = try loaded.outlook(withChanges: !buy)
    if let odds = try ProbableNeeds(self, question, outlook, loaded) { return try odds.answer(manifest(loaded)) }
    let result = try NeedsResult(question, outlook, loaded)
    let overGaps = try NeedsOverGaps(question, result, outlook, loaded, withChanges: !buy)
    let words = output.words(for: loaded.plan)
    if !form.isJSON, let format = PictureFormat(file: output.file) {
      let text = NeedsText(result: result, outlook: outlook, words: words, width: output.width, overGaps: overGaps)
      return try NeedsPicture(text: text, changes: plan.changes).answer(format, loaded)
    }
    let text =
      form.isJSON
      ? NeedsJSON(
        result: result, outlook: outlook, places: loaded.places, manifest: manifest(loaded), overGaps: overGaps
      ).text
      : NeedsText(result: result, outlook: outlook, words: words, width: output.width, overGaps: overGaps).text
    return Answer(
      text: text, isJSON: form.isJSON, remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places,
      inputs: loaded.files)
  }

  private func manifest(_ loaded: LoadedPlan) -> Manifest {
    Manifest(
      loaded: loaded, verb: "needs",
      options: [
        ("for", JSONValue(milestone)), ("by", JSONValue(by)), ("probability", .decimal(probability)),
        ("tolerance", .bool(tolerance)),
        ("interfaces", .bool(interfaces)), ("project", JSONValue(project)), ("collisions", .bool(collisions)),
        ("within", JSONValue(within)), ("event", JSONValue(event)), ("site", JSONValue(site)),
        ("team", JSONValue(team)), ("during", JSONValue(during)), ("frames", .bool(frames)),
        ("conflicts", .bool(conflicts)), ("buy", .bool(buy)),
        ("touched", .bool(touched)),
      ] + logic.choice.manifest)
  }
}
