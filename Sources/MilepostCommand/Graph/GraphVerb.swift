public import ArgumentParser
import GraphvizLayout
import PlanComparison
import PlanFiles
import PlanModel
public import PlanRendering

/// `milepost graph`: who waits for whom, as a picture.
struct GraphVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draws who waits for whom: projects or milestones, how tight, and what is unknown.",
    discussion: """
      Arrows lead from the one who must deliver to the one who depends. The format follows the ending of the file \
      (.svg, .png, .pdf, .dot) or --format; without a file the picture goes to standard output. --format text lists \
      the lines as a table, --json as data.

      --slip draws what a change moves, by how much, and where it is absorbed; --scenario and --change hold before and \
      after it. --between draws what differs between two scenarios; with --alone one of them by itself, everything in \
      the same place, for two pictures side by side.

      --criticality draws futures as 'milepost simulate' does, and writes into each node how often it drives the \
      milestone of --to, or the end of the plan.

      Examples:
        milepost graph portfolio -o dependencies.svg
        milepost graph portfolio --row 'T1.*' --keep-projects --aspect 1.414 \\
          --page a3 -o table-1.pdf
        milepost graph portfolio --level milestones --scenario plan-a \\
          --project amk-hso -o amk.png
        milepost graph portfolio --level milestones --to oslo-start --format dot
        milepost graph portfolio --scenario plan-a --to bergen-start --needs \\
          -o needs.svg
        milepost graph portfolio --scenario plan-b --scenario release-1-1-juni \\
          --slip 'amk-interregional.release-1-1 +6ew' -o slip.svg
        milepost graph portfolio --criticality --to bergen-start --scenario plan-a \\
          --scenario release-1-1-juni -o driving.svg
        milepost graph portfolio --between plan-a plan-b -o difference.svg
        milepost graph portfolio --between plan-a plan-b --alone plan-a -o plan-a.svg
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case svg, png, pdf, dot, text }
  enum Paper: String, CaseIterable, ExpressibleByArgument { case fitting, a4, a3 }

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Option(
    help: ArgumentHelp(
      "What the nodes are: projects unless said otherwise, milestones with --slip or --between.",
      valueName: "projects|milestones"))
  var level: GraphLevel?

  @Option(
    name: .customLong("slip"),
    help: ArgumentHelp(
      "Draw what this change moves, such as 'x.release-1-1 +6ew'. Repeatable.", valueName: "expression"))
  var slips: [String] = []

  @Option(
    name: .customLong("between"), parsing: .upToNextOption,
    help: ArgumentHelp("Draw the difference between two scenarios, or 'base'.", valueName: "scenario"),
    completion: PlanCompletion.sides)
  var sides: [String] = []

  @Option(
    help: ArgumentHelp("With --between, draw this one alone, everything in the same place.", valueName: "scenario"),
    completion: PlanCompletion.sides)
  var alone: String?

  @Option(
    name: .customLong("project"), help: ArgumentHelp("Only around this project. Repeatable.", valueName: "id"),
    completion: PlanCompletion.projects)
  var projects: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many lines to go from --project, or around what --slip or --between touch; usually 1.", valueName: "number"))
  var steps: Int?

  @Option(
    help: ArgumentHelp("Only what this milestone waits for.", valueName: "id"), completion: PlanCompletion.activities)
  var to: String?

  @Flag(help: "With --to: by when each thing before the milestone must be there, so that it holds.")
  var needs = false

  @Option(help: ArgumentHelp("With --needs: the wanted date instead of the milestone's target.", valueName: "date"))
  var by: String?

  @Option(
    name: .customLong("row"),
    help: ArgumentHelp(
      "Only dependencies of these rows of a printed table, such as T1.4 or 'T1.*'. Repeatable.", valueName: "row"))
  var rows: [String] = []

  @Flag(
    name: .customLong("keep-projects"),
    help: "With --row, keep every dependency between projects too, so that no project is left out.")
  var keepsProjects = false

  @Flag(name: .customLong("hide-done"), help: "Leave out what has happened.")
  var hidesDone = false

  @Flag(name: .customLong("only-hard"), help: "Leave out soft links and links that run together.")
  var onlyHard = false

  @Flag(name: .customLong("relations"), help: "At milestone level, draw relations to projects and bodies too.")
  var showsRelations = false

  @Flag(name: .customLong("isolated"), help: "Draw what nothing is tied to as well.")
  var showsIsolated = false

  @Flag(help: "At milestone level: in how many drawn futures each activity drives the milestone of --to.")
  var criticality = false

  @OptionGroup(title: "Futures")
  var sampling: SamplingArguments

  @Option(help: ArgumentHelp("The title of the picture.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("The format; otherwise by the ending of the file, or svg.", valueName: "svg|png|pdf|dot|text"))
  var format: Format?

  @Option(help: ArgumentHelp("The paper of a PDF.", valueName: "fitting|a4|a3"))
  var page = Paper.fitting

  @Option(
    help: ArgumentHelp("Come near to this width by height, such as 1.414 for a landscape page.", valueName: "ratio"))
  var aspect: Double?

  @Option(help: ArgumentHelp("Pixels per point of a PNG.", valueName: "number"))
  var scale = 2.0

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  var hasPictures: Bool { true }
  var knowsFormats: Bool { true }

  func answer() throws(InvalidInput) -> Answer {
    let loaded = try LoadedPlan(plan, slips: slips)
    try check(loaded)
    let format = try chosenFormat(loaded)
    let language = output.language ?? loaded.plan.language
    let asked = try asked(loaded, language)
    var answer = Answer(
      remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places, inputs: loaded.files)
    if form.isJSON {
      answer.isJSON = true
      let manifest = Manifest(loaded: loaded, verb: "graph", options: asked.manifest)
      answer.text = GraphJSON(drawing: asked.drawing, level: asked.level, manifest: manifest).text
      return answer
    }
    if format == .text {
      answer.text = GraphText(drawing: asked.drawing, language: language, width: output.width).text
      return answer
    }
    if format == .dot {
      answer.text = DotText(asked.drawing).text
      return answer
    }
    do {
      var fit = fit
      fit.turns = !slips.isEmpty || !sides.isEmpty
      let picture = try fit.pages(of: asked.layout)[asked.shown].picture
      answer.picture =
        switch format {
        case .png: try Raster.png(picture, scale: scale)
        case .pdf: try Raster.pdf(picture, on: paper)
        case .svg, .dot, .text: Array(picture.document.utf8)
        }
    } catch {
      throw loaded.refusal(
        .badArgument, error.description, "draw less: --project, --to, --row, --hide-done", of: "graph")
    }
    return answer
  }

  /// The page to fill: the one asked for, else a landscape sheet.
  private var fit: PageFit { aspect.map { PageFit(ratio: $0, fills: true) } ?? PageFit() }

  private var paper: Raster.Page {
    switch page {
    case .fitting: .fitting
    case .a4: .a4
    case .a3: .a3
    }
  }

  private func chosenFormat(_ loaded: LoadedPlan) throws(InvalidInput) -> Format {
    if let format { return format }
    guard !form.isJSON, let file = output.file, file != "-", let dot = file.lastIndex(of: ".") else { return .svg }
    let ending = String(file[file.index(after: dot)...]).lowercased()
    if ending == "txt" { return .text }
    if let format = Format(rawValue: ending) { return format }
    throw loaded.refusal(
      .badArgument, "'.\(ending)' is no format of pictures", "use .svg, .png, .pdf or .dot, or --format", of: "-o")
  }
}

extension GraphLevel: ExpressibleByArgument {}
