import PlanModel

/// Reads plans from folders and files.
///
///     let document = try PlanReader().read("plans/portfolio")
///     document.plan.activities.count
///
/// A folder is read by its `portfolio.yaml`, its `plan.yaml`, or its only YAML file; the files that `include` names and
/// the `scenarios/*.yaml` beside it are read with it. A `.csv` file is a table of activities; a folder without YAML files
/// is read by its `activities.csv`.
public struct PlanReader: Sendable {
  /// A reader keeps nothing between plans: one may read any number of them.
  public init() {}

  /// The plan at a path.
  ///
  /// - Throws: ``InvalidInput`` with every problem of every file, in plan order; nothing is read in part.
  /// - Complexity: linear in the size of the files; about a second for 50,000 activities.
  public func read(_ path: String) throws(InvalidInput) -> PlanDocument {
    let reading = Reading()
    var draft = Draft()
    var files = PlanFolder(reading)
    if let root = files.open(path) {
      if root.isTable {
        draft.readTable(root, &files, reading)
      } else {
        draft.readFiles(root, &files, reading)
      }
    }
    let plan = draft.resolved(reading)
    let problems = reading.problems
    guard !problems.hasErrors else { throw InvalidInput(problems.sorted, places: problems.places) }
    return PlanDocument(
      plan: plan, places: problems.places, diagnostics: problems.sorted, files: files.read,
      dateContext: reading.context)
  }
}

extension Draft {
  /// Reads the first file of a plan and all that it includes.
  fileprivate mutating func readFiles(_ root: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading) {
    guard let text = files.load(root), let node = YamlParser.parse(text, problems: &reading.problems),
      let fields = Fields(node, as: KeyTable.plan, of: text, in: reading, named: "the plan")
    else {
      reading.problems.isIncomplete = true
      return
    }
    readHeader(fields)
    readContents(fields)
    for node in fields.list("include") {
      guard let pattern = fields.raw(node, "include", "a path") else { continue }
      for file in files.matches(pattern, at: reading.origin(node.mark, text)) { readPart(file, &files, reading) }
    }
    for file in files.scenarios() { readPart(file, &files, reading) }
  }

  /// Reads an included file: a project, a scenario, or further contents of the plan, by its keys.
  private mutating func readPart(_ file: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading) {
    guard !files.hasRead(file) else { return }
    guard let text = files.load(file), let node = YamlParser.parse(text, problems: &reading.problems) else {
      reading.problems.isIncomplete = true
      return
    }
    var keys: Set<String> = []
    if case .mapping(let pairs) = node.content { keys = Set(pairs.map(\.key)) }
    // Where the error stands before the key that tells what the file is, nothing is said of its keys.
    if node.isCut, keys.isDisjoint(with: ["project", "scenario"]), !keys.isSubset(of: KeyTable.partKeys) { return }
    if file.isScenario || keys.contains("scenario") {
      guard let fields = Fields(node, as: KeyTable.scenario, of: text, in: reading) else { return }
      guard fields.has("scenario") else {
        if fields.isCut { return }
        reading.report(
          .missingKey, "scenario", "a file in 'scenarios'", KeyTable.scenario["scenario"]?.example ?? "",
          at: fields.origin)
        return
      }
      guard let id = fields.identifier("scenario") else { return }
      readScenario(fields, id: id)
    } else if keys.contains("project") {
      guard let fields = Fields(node, as: KeyTable.project, of: text, in: reading),
        let id = fields.identifier("project")
      else { return }
      readProject(fields, id: id, at: fields.valuePlace("project"))
    } else {
      guard let fields = Fields(node, as: KeyTable.part, of: text, in: reading) else { return }
      readContents(fields)
    }
  }
}
