import ArgumentParser
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule

/// `milepost schedule`: when everything happens, and why.
struct ScheduleVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "When everything happens, what is critical, and why each date is what it is.",
    usage: "milepost schedule <plan> [<options>]",
    discussion: """
      Imprecise dates are read at their first and at their last day; "not before" marks a date that waits for \
      something undated. "Logic" is where the links alone would put a date; --ignore-planned puts every date there. \
      Float is to the end of each activity's own project, or to the date that it must finish by, or to the \
      milestones of --to.

      --floats, --drag and --paths show what they are about instead of the table of dates; together they stand one \
      after the other. With --json they add fields to the activities.

      Examples:
        milepost schedule portfolio
        milepost schedule portfolio --scenario plan-a --project amk-hso
        milepost schedule portfolio --scenario plan-a --why amk-hso.oslo-start
        milepost schedule portfolio --to oslo-start \\
          --change 'amk-interregional.release-1-1 planned=2023-06'
        milepost schedule portfolio --to bergen-start --to oslo-start
        milepost schedule portfolio --floats --project amk-hso
        milepost schedule portfolio --drag --to oslo-start
        milepost schedule portfolio --paths 3 --to oslo-start
        milepost schedule portfolio --scenario plan-b \\
          --require 'bergen-start <= januar 2024'
        milepost schedule portfolio --ignore-planned --treat-soft hard
        milepost schedule portfolio --json -o schedule.json
      """)

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Option(
    help: ArgumentHelp("Tell why this activity stands where it stands.", valueName: "id"),
    completion: PlanCompletion.activities)
  var why: String?

  @Option(
    help: ArgumentHelp(
      "Float to this milestone. Repeatable; late dates, longest path, drag and paths are to the first.", valueName: "id"
    ), completion: PlanCompletion.activities)
  var to: [String] = []

  @Option(
    help: ArgumentHelp("Only the activities of this project.", valueName: "id"), completion: PlanCompletion.projects)
  var project: String?

  @Option(
    name: .customLong("require"),
    help: ArgumentHelp("Exit with 1 unless this holds for sure: 'ID <= DATE'. Repeatable.", valueName: "requirement"))
  var requirements: [String] = []

  @OptionGroup(title: "Closer looks, in place of the table of dates")
  var analysis: AnalysisArguments

  @OptionGroup(title: "Logic")
  var logic: LogicArguments

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  func answer() throws(InvalidInput) -> Answer {
    let loaded = try LoadedPlan(plan, logic: logic.choice)
    var ends: [ActivityID] = []
    for (place, name) in to.enumerated() {
      let end = try loaded.activity(name, of: to.count > 1 ? "--to \(place + 1)" : "--to")
      if !ends.contains(end) { ends.append(end) }
    }
    var only: ProjectID?
    if let project { only = try loaded.project(project, of: "--project") }
    var asked: ActivityID?
    if let why { asked = try loaded.activity(why, of: "--why") }
    try analysis.check(loaded, hasEnd: !ends.isEmpty, asksWhy: why != nil)
    let outlook = try loaded.outlook(to: ends.first)
    let schedule = outlook.schedule
    let analyses = Analyses(schedule, analysis, ends: ends)
    let judged = try DateRequirement.judged(requirements, outlook, loaded)
    let words = output.words(for: loaded.plan)
    let manifest = Manifest(
      loaded: loaded, verb: "schedule",
      options: [
        ("why", JSONValue(asked?.text)), ("to", JSONValue(ends.first?.text)), ("ends", JSONValue(ends.map(\.text))),
        ("project", JSONValue(only?.text)), ("require", JSONValue(requirements)),
      ] + analysis.manifest + logic.choice.manifest)
    let broken = schedule.network.findings.filter { $0.code == .maximumBroken }
    let text: String
    if let asked, let activity = schedule[asked], let reasons = Reasons(of: activity, in: outlook) {
      text =
        form.isJSON
        ? ReasonsJSON(reasons: reasons, requirements: judged, words: words, manifest: manifest).text
        : ReasonsText(reasons: reasons, requirements: judged, words: words, width: output.width).text
    } else {
      text =
        form.isJSON
        ? ScheduleJSON(outlook: outlook, analyses: analyses, project: only, requirements: judged, manifest: manifest)
          .text
        : ScheduleText(
          outlook: outlook, analyses: analyses, project: only, requirements: judged, words: words, width: output.width
        ).text
    }
    return Answer(
      text: text, isJSON: form.isJSON, remarks: loaded.remarks.filter { $0.severity != .note } + broken,
      places: loaded.places,
      isRequirementMet: judged.allSatisfy { $0.verdict == .holds }, inputs: loaded.files)
  }
}
