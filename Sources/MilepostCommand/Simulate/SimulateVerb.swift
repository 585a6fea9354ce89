import ArgumentParser
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// `milepost simulate`: how sure the dates are, and what drives the doubt.
struct SimulateVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "How sure the dates are, how likely each target is, and what drives the doubt.",
    usage: "milepost simulate <plan> [<options>]",
    discussion: """
      Draws every duration with a range, every date that may be one of several days and every risk with a probability \
      and a delay, schedules each of the futures with all calendars, windows and links, and counts. P80 is the day that \
      80 % of the futures meet. Where a date waits for something that has no date, the probability is "at most", and \
      what it leaves out is named. The same seed gives the same bits on every machine and any number of threads.

      An answer written to a file that ends in .svg, .png or .pdf is a picture: for each date a histogram, the curve of the share of \
      futures that are there by a day, the percentiles and the target. Where the plan says what time, risks or doubt \
      cost, the answer has costs, and how likely a target and a frame hold together; where measures say what they \
      change, it has their worth in days.

      --shard 2/8 runs the second of eight parts and writes it to a file; 'milepost merge' makes the whole answer of \
      the parts, bit for bit.

      Examples:
        milepost simulate portfolio --scenario plan-b --scenario release-1-1-juni
        milepost simulate portfolio --to oslo-start --iterations 20000 --seed 7 \\
          --scenario plan-b --scenario release-1-1-juni
        milepost simulate portfolio --scenario plan-b --scenario release-1-1-juni \\
          --to bergen-start --change 'amk-interregional.release-1-1 +6ew' \\
          --require 'bergen-start <= januar 2024 at 80%'
        milepost simulate portfolio --to bergen-start -o bergen.svg \\
          --scenario plan-a --scenario release-1-1-juni \\
          --scenario infrastructure-assumed
        milepost simulate portfolio --scenario plan-a --percentiles 5,50,95 --json
        milepost simulate portfolio --scenario plan-b --sampling lhs --precision 1
        milepost simulate portfolio --scenario plan-b --shard 1/2 -o part-1.json
      """)

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Option(
    help: ArgumentHelp(
      "Only this milestone. Repeatable. Otherwise all that have a target, and the end of the plan.", valueName: "id"),
    completion: PlanCompletion.milestones)
  var to: [String] = []

  @Option(help: ArgumentHelp("Which percentiles (10,50,80,90 otherwise).", valueName: "numbers"))
  var percentiles: String?

  @Option(
    name: .customLong("require"),
    help: ArgumentHelp(
      "Exit with 1 unless this holds: 'ID <= DATE at PERCENT%'. Repeatable.", valueName: "requirement"))
  var requirements: [String] = []

  @OptionGroup(title: "Futures")
  var sampling: SamplingArguments

  @Option(
    help: ArgumentHelp(
      "Draw until every percentile shown is known within this many days, as sure as 95 %; --iterations is then the most.",
      valueName: "days"))
  var precision: Int?

  @Option(help: ArgumentHelp("Run only part i of n and write it for 'milepost merge'.", valueName: "i/n"))
  var shard: String?

  @OptionGroup(title: "Logic")
  var logic: LogicArguments

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  var hasPictures: Bool { true }

  func answer() throws(InvalidInput) -> Answer {
    let loaded = try LoadedPlan(plan, logic: logic.choice)
    let shard = try Shard(asked: shard, loaded)
    let question = try SimulationQuestion(self, loaded)
    let batches = shard?.batches(of: question.sampling.batches) ?? 0..<question.sampling.batches
    let futures = try SimulatedPlan.futures(
      of: question.simulation, batches, question.sampling,
      until: question.precision.map { days in { question.isKnown($0, within: days) } })
    guard let shard else { return try question.answer(futures, form, output) }
    return Answer(
      text: SimulationPart(shard: shard, question: question, call: call, futures: futures).json.text, isJSON: true,
      remarks: question.remarks, places: loaded.places, inputs: loaded.files)
  }

  /// The arguments that decide what is computed, so that the call can be made again.
  var call: [String] {
    func options(_ name: String, _ values: [String]) -> [String] { values.map { "--\(name)=\($0)" } }
    return options("scenario", plan.scenarios) + options("change", plan.changes)
      + options("as-of", [plan.asOf].compactMap { $0 }) + options("to", to)
      + options("percentiles", [percentiles].compactMap { $0 }) + options("require", requirements)
      + options("iterations", [sampling.iterations].compactMap { $0.map(String.init) })
      + options("seed", [sampling.seed].compactMap { $0.map { String($0) } })
      + options("sampling", [sampling.sampling?.rawValue].compactMap { $0 })
      + (logic.ignoresPlanned ? ["--ignore-planned"] : []) + options("treat-soft", [logic.softLinks.rawValue])
      + ["--", plan.path]
  }
}
