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

      Examples:
        milepost graph portfolio -o dependencies.svg
        milepost graph portfolio --row 'T1.*' --keep-projects --aspect 1.414 \\
          --page a3 -o table-1.pdf
        milepost graph portfolio --level milestones --scenario plan-a \\
          --project amk-hso -o amk.png
        milepost graph portfolio --level milestones --to oslo-start --format dot
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case svg, png, pdf, dot, text }
  enum Paper: String, CaseIterable, ExpressibleByArgument { case fitting, a4, a3 }

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Option(help: ArgumentHelp("What the nodes are.", valueName: "projects|milestones"))
  var level = GraphLevel.projects

  @Option(name: .customLong("project"), help: ArgumentHelp("Only around this project. Repeatable.", valueName: "id"))
  var projects: [String] = []

  @Option(help: ArgumentHelp("How many lines to go from --project.", valueName: "number"))
  var steps = 1

  @Option(help: ArgumentHelp("Only what this milestone waits for.", valueName: "id"))
  var to: String?

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

  func answer() throws(InvalidInput) -> Answer {
    let loaded = try LoadedPlan(plan)
    guard (0.1...20).contains(scale) else {
      throw loaded.refusal(.badArgument, "'\(scale)' is no scale", "a number from 0.1 to 20", of: "--scale")
    }
    guard (0...1000).contains(steps) else {
      throw loaded.refusal(.badArgument, "'\(steps)' is no number of steps", "a number from 0 to 1000", of: "--steps")
    }
    if let aspect, !(0.1...10).contains(aspect) {
      throw loaded.refusal(
        .badArgument, "'\(aspect)' is no ratio of width to height", "a number from 0.1 to 10", of: "--aspect")
    }
    if keepsProjects, rows.isEmpty {
      throw loaded.refusal(
        .badArgument, "--keep-projects says what stays beside --row", "for example --row 'T1.*' --keep-projects",
        of: "--keep-projects")
    }
    let format = try chosenFormat(loaded)
    let outlook = try loaded.outlook()
    let options = try options(loaded)
    let drawing = DependencyPicture(
      level: level, outlook: outlook, language: output.language ?? loaded.plan.language, options: options
    ).drawing
    var answer = Answer(
      remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places, inputs: loaded.files)
    if form.isJSON {
      answer.isJSON = true
      let manifest = Manifest(loaded: loaded, verb: "graph", options: options.manifest(level))
      answer.text = GraphJSON(drawing: drawing, level: level, manifest: manifest).text
      return answer
    }
    if format == .text {
      let language = output.language ?? loaded.plan.language
      answer.text = GraphText(drawing: drawing, language: language, width: output.width).text
      return answer
    }
    if format == .dot {
      answer.text = DotText(drawing).text
      return answer
    }
    do {
      let picture = try fit.page(of: drawing).picture
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

  private func options(_ loaded: LoadedPlan) throws(InvalidInput) -> DependencyPicture.Options {
    var options = DependencyPicture.Options()
    options.title = title
    for project in projects { options.focus.append(try loaded.project(project, of: "--project").text) }
    options.steps = steps
    options.rows = try knownRows(loaded)
    options.keepsProjects = keepsProjects
    options.hidesDone = hidesDone
    options.onlyHard = onlyHard
    options.showsRelations = showsRelations
    options.showsIsolated = showsIsolated
    if let to { options.to = try loaded.activity(to, of: "--to") }
    return options
  }

  /// The rows asked for, when the plan has each of them.
  private func knownRows(_ loaded: LoadedPlan) throws(InvalidInput) -> [String] {
    if rows.isEmpty { return [] }
    let known = DependencyPicture.rows(of: loaded.plan)
    for row in rows where !known.contains(where: { DependencyPicture.isRow($0, in: row) }) {
      throw loaded.refusal(
        .badArgument, "no dependency has the row '\(row)'",
        known.isEmpty
          ? "the dependencies of this plan name no rows of a table" : "there are: \(known.joined(separator: ", "))",
        of: "--row")
    }
    return rows
  }
}

extension DependencyPicture.Options {
  /// What was asked to be drawn, among the arguments of a manifest.
  fileprivate func manifest(_ level: GraphLevel) -> [(String, JSONValue)] {
    [
      ("level", .string(level.rawValue)), ("project", JSONValue(focus)), ("steps", .integer(steps)),
      ("to", JSONValue(to?.text)), ("row", JSONValue(rows)), ("keepProjects", .bool(keepsProjects)),
      ("hideDone", .bool(hidesDone)), ("onlyHard", .bool(onlyHard)), ("relations", .bool(showsRelations)),
      ("isolated", .bool(showsIsolated)),
    ]
  }
}

extension GraphLevel: ExpressibleByArgument {}
