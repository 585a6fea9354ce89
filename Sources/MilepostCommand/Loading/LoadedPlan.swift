import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// A plan from files with its scenarios and changes applied, and the places of everything said about it.
///
///     let loaded = try LoadedPlan(arguments)
///     let outlook = try loaded.outlook()
struct LoadedPlan {
  /// As the files say it.
  let base: Plan
  /// With scenarios and changes.
  let plan: Plan
  /// With the slips of a picture on top.
  let slipped: Plan
  let places: Places
  /// Warnings and notes of the reader.
  let remarks: [Diagnostic]
  /// The files that were read, in plan order.
  let files: [String]
  /// How dates without a year are read in this plan.
  let dateContext: DateContext
  let arguments: PlanArguments
  /// What moves dates.
  let logic: LogicChoice
  private let scenarios: [ScenarioID]
  let changes: [Change]
  /// With scenarios, without changes: its targets judge.
  private let promises: Plan

  /// Reads the plan that the call names, and makes the changes it asks for.
  ///
  /// - Parameter slips: further changes, made after those of the call.
  /// - Throws: every problem of the files; or else every problem of the scenarios and changes.
  init(_ arguments: PlanArguments, logic: LogicChoice = .usual, slips: [String] = []) throws(InvalidInput) {
    let document = try PlanReader().read(arguments.path)
    var asked = AskedChanges(document, arguments)
    let scenarios = asked.scenarios()
    let changes = asked.changes()
    let further = asked.changes(slips, of: "--slip")
    try asked.check()
    let base = try LoadedPlan.base(document, asOf: arguments.asOf)
    self.base = base
    do {
      promises = try base.applying(scenarios: scenarios)
      plan = try promises.applying(scenarios: [], changes: changes)
      slipped = further.isEmpty ? plan : try plan.applying(scenarios: [], changes: further)
    } catch {
      // Wrong scenarios hide what is wrong with the changes: together they show every problem.
      do {
        _ = try base.applying(scenarios: scenarios, changes: changes + further)
      } catch {
        throw asked.invalidInput(error)
      }
      throw asked.invalidInput(error)
    }
    places = asked.places
    remarks = document.diagnostics
    files = document.files
    dateContext = document.dateContext
    self.arguments = arguments
    self.logic = logic
    self.scenarios = scenarios
    self.changes = changes
  }

  /// The plan of the files, or what was known of it on the day that the call names.
  private static func base(_ document: PlanDocument, asOf text: String?) throws(InvalidInput) -> Plan {
    guard let text else { return document.plan }
    var hint = "a day, for example 2023-04-12"
    do {
      let span = try DateSpan(text, context: document.dateContext)
      if let day = span.earliest, span.isExact { return document.plan.asOf(day) }
    } catch {
      hint = error.hint
    }
    var places = document.places
    let origin = places.add(argument: "--as-of", column: 0)
    throw InvalidInput([Diagnostic(.badDate, text, hint, at: origin)], places: places)
  }

  /// The plan solved in every reading.
  ///
  /// - Parameter scenario: one more scenario, applied after those of the call and before its changes; `base` adds none.
  /// - Parameter end: the milestone that float is to.
  /// - Parameter openGapsAreWork: whether gaps travel with a slip of which the plan does not say what they are.
  /// - Throws: what the plan must be mended for, with places.
  func outlook(
    adding scenario: String? = nil, of argument: String = "", withChanges: Bool = true, to end: ActivityID? = nil,
    openGapsAreWork: Bool = false
  ) throws(InvalidInput) -> Outlook {
    let promises = try promises(adding: scenario, of: argument)
    do {
      var changed = promises
      if withChanges {
        changed =
          promises.applied == self.promises.applied ? plan : try promises.applying(scenarios: [], changes: changes)
      }
      let gaps = promises.sizedGaps().filter { openGapsAreWork || !$0.isOpen }
      return try Outlook(
        logic.links(of: changed.takingAsWork(gaps)), name: scenario ?? "", promises: promises,
        ignorePlanned: logic.ignoresPlanned, to: end)
    } catch {
      throw InvalidInput(error, places: places)
    }
  }

  /// The gaps of which the plan does not say whether they are work or buffer, sized before changes.
  func openGaps(adding scenario: String? = nil, of argument: String = "") throws(InvalidInput) -> [SizedGap] {
    try promises(adding: scenario, of: argument).sizedGaps().filter(\.isOpen)
  }

  /// The gaps that travel with a slip because the plan says so, sized before changes.
  var knownGaps: [SizedGap] { promises.sizedGaps().filter { !$0.isOpen } }

  private func promises(adding scenario: String?, of argument: String) throws(InvalidInput) -> Plan {
    guard let scenario, scenario != "base" else { return promises }
    let more = try known(scenario, of: argument)
    do {
      return try base.applying(scenarios: scenarios + [more])
    } catch {
      throw InvalidInput(error, places: places)
    }
  }

  /// The plan with its slips, solved in every reading; its targets are those before them.
  func slippedOutlook(openGapsAreWork: Bool = false) throws(InvalidInput) -> Outlook {
    do {
      let gaps = promises.sizedGaps().filter { openGapsAreWork || !$0.isOpen }
      return try Outlook(
        logic.links(of: slipped.takingAsWork(gaps)), promises: promises, ignorePlanned: logic.ignoresPlanned)
    } catch {
      throw InvalidInput(error, places: places)
    }
  }

  /// The scenario that an argument names.
  private func known(_ scenario: String, of argument: String) throws(InvalidInput) -> ScenarioID {
    let names = base.scenarios.map(\.id.text)
    if names.contains(scenario) { return ScenarioID(scenario) }
    throw refusal(
      .unknownScenario, scenario, nearest(to: scenario, among: names) ?? "", names.joined(separator: ", "),
      of: argument)
  }

  /// Checks that every scenario of the plan can be applied and computed.
  ///
  /// - Throws: every problem that only shows with a scenario, once each.
  func checkScenarios() throws(InvalidInput) {
    var problems: [Diagnostic] = []
    for scenario in base.scenarios {
      do throws(InvalidPlan) {
        _ = try Network(base.applying(scenarios: [scenario.id]))
      } catch {
        problems += error.diagnostics.filter { problem in
          !problems.contains { $0 == problem && $0.origin.index == problem.origin.index }
        }
      }
    }
    if !problems.isEmpty { throw InvalidInput(problems, places: places) }
  }

  /// The refusal of one argument of the call.
  func refusal(_ code: Diagnostic.Code, _ values: String..., of argument: String) -> InvalidInput {
    var places = places
    let origin = places.add(argument: argument, column: 0)
    return InvalidInput([Diagnostic(code, values: values, at: origin)], places: places)
  }

  /// The activity that an argument names.
  ///
  /// The project may be left out where only one activity has the name.
  func activity(_ name: String, of argument: String) throws(InvalidInput) -> ActivityID {
    let id = ActivityID(name)
    if plan.index(of: id) != nil { return id }
    let same = plan.activities.filter { $0.id.short == name }
    if same.count == 1 { return same[0].id }
    if same.count > 1 {
      throw refusal(
        .badArgument, "several activities are called '\(name)'",
        "name one of them: \(same.map(\.id.text).joined(separator: ", "))", of: argument)
    }
    let near =
      nearest(to: name, among: plan.activities.lazy.map(\.id.text))
      ?? nearest(to: name, among: plan.activities.lazy.map(\.id.short)).flatMap { short in
        plan.activities.first { $0.id.short == short }?.id.text
      }
    throw refusal(.unknownActivity, name, near ?? "", of: argument)
  }

  /// The project that an argument names.
  func project(_ name: String, of argument: String) throws(InvalidInput) -> ProjectID {
    let id = ProjectID(name)
    if plan[project: id] != nil || plan.activities.contains(where: { $0.project == id }) { return id }
    throw refusal(.unknownProject, name, nearest(to: name, among: plan.projects.map(\.id.text)) ?? "", of: argument)
  }
}
