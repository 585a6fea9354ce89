import ArgumentParser
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule

/// `milepost check`: is the plan sound.
struct CheckVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Is the plan sound: all problems at once, and what the plan holds.",
    usage: "milepost check <plan> [<options>]",
    discussion: """
      Errors go to standard error, with the file, line and column of each, and the exit status is 2. A plan without \
      errors is summed up, with its warnings and notes. Warnings alone do not change the exit status unless --require \
      asks: no-warnings, no-notes, or no-CODE for a code in brackets, such as no-overdue.

      Examples:
        milepost check portfolio
        milepost check portfolio --scenario plan-a
        milepost check portfolio --require no-warnings
        milepost check portfolio --require no-overdue --require no-unsourced --json
      """)

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Option(
    name: .customLong("require"),
    help: ArgumentHelp(
      "Exit with 1 unless this holds: no-warnings, no-notes, no-CODE. Repeatable.", valueName: "requirement"))
  var requirements: [CheckRequirement] = []

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  func answer() throws(InvalidInput) -> Answer {
    do throws(InvalidInput) {
      let loaded = try LoadedPlan(plan)
      let schedule = try loaded.outlook().schedule
      try loaded.checkScenarios()
      let findings = Findings(of: schedule, remarks: loaded.remarks)
      let counts = PlanCounts(of: schedule, files: loaded.files.count, unsourced: findings.unsourced)
      let unmet = requirements.filter { !$0.isMet(by: findings.all) }
      let manifest = Manifest(
        loaded: loaded, verb: "check", options: [("require", JSONValue(requirements.map(\.text)))])
      let text =
        form.isJSON
        ? CheckJSON(
          findings: findings.all, places: loaded.places, counts: counts, manifest: manifest, unmet: unmet
        ).text
        : CheckText(
          findings: findings.all, places: loaded.places, plan: loaded.plan, counts: counts,
          words: output.words(for: loaded.plan), unmet: unmet, width: output.width
        ).text
      return Answer(
        text: text, isJSON: form.isJSON, places: loaded.places, isRequirementMet: unmet.isEmpty, inputs: loaded.files)
    } catch {
      // The list of problems is the answer that a program asked for.
      if form.isJSON {
        let problems = CheckJSON(
          findings: error.diagnostics, places: error.places, counts: nil, manifest: nil, unmet: [])
        try output.write(Answer(text: problems.text, isJSON: true))
      }
      throw error
    }
  }
}
