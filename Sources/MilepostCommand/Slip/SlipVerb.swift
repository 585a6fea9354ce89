import ArgumentParser
import GraphvizLayout
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule

/// `milepost slip`: what changes move, and what they do not.
struct SlipVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "slip",
    abstract: "What a change moves, what only loses float, and where the slip is absorbed.",
    usage: "milepost slip <plan> --change <expression> [<options>]",
    discussion: """
      Compares the plan (with its scenarios) before and after the changes. A slip such as '+6ew' is an own delay by \
      the calendar; '+6w' is read the same way, and the answer says so. What has no date or has happened cannot slip. \
      Targets do not move with a change. Where there are several changes, each has a share in every move; the \
      shares add up. With -o and an ending .svg, .png or .pdf the answer is the picture of 'graph --slip'.

      Examples:
        milepost slip portfolio --scenario plan-b --scenario release-1-1-juni \\
          --change 'amk-interregional.release-1-1 +6ew'
        milepost slip portfolio --scenario plan-b \\
          --change 'amk-hso.acceptance-test duration +2w'
        milepost slip portfolio --scenario plan-b --scenario release-1-1-juni \\
          --change 'amk-interregional.release-1-1 +6ew' \\
          --change 'amk-hso.acceptance-test duration +2w' --shares shapley
        milepost slip portfolio --json \\
          --change 'drop amk-hso.sit-start -> amk-hso.acceptance-test'
      """)

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @OptionGroup(title: "Logic")
  var logic: LogicArguments

  @OptionGroup(title: "Shares")
  var sharing: ShareArguments

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  var hasPictures: Bool { true }

  func answer() throws(InvalidInput) -> Answer {
    let loaded = try LoadedPlan(plan, logic: logic.choice)
    guard !plan.changes.isEmpty else {
      throw loaded.refusal(
        .badArgument, "slip needs at least one --change", "for example --change 'amk-interregional.release-1-1 +6ew'",
        of: "slip")
    }
    let report = SlipReport(
      before: try loaded.outlook(withChanges: false), after: try loaded.outlook())
    let range = try range(report, loaded)
    if !form.isJSON, let format = PictureFormat(file: output.file) { return try picture(report, range, format, loaded) }
    let shares = try sharing.shares(in: report, loaded)
    let text =
      form.isJSON
      ? SlipJSON(
        report: report, range: range, shares: shares, changes: plan.changes, places: loaded.places,
        manifest: Manifest(loaded: loaded, verb: "slip", options: logic.choice.manifest + sharing.manifest)
      ).text
      : SlipText(
        report: report, range: range, shares: shares, changes: plan.changes,
        language: output.language ?? loaded.plan.language,
        width: output.width
      ).text
    return Answer(
      text: text, isJSON: form.isJSON, remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places,
      inputs: loaded.files)
  }

  /// What moves, as the picture that 'graph --slip' draws, with what the changes cost under it.
  private func picture(
    _ report: SlipReport, _ range: GapRange?, _ format: PictureFormat, _ loaded: LoadedPlan
  ) throws(InvalidInput) -> Answer {
    var answer = Answer(
      remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places, inputs: loaded.files)
    let drawing = SlipPicture(
      level: .milestones, report: report, changes: plan.changes, range: range,
      language: output.language ?? loaded.plan.language
    ).drawing
    do {
      answer.picture = try format.bytes(of: PageFit(turns: true).page(of: drawing).picture)
    } catch {
      throw loaded.refusal(
        .badArgument, error.description, "draw less with 'milepost graph --slip': --project, --to, --steps", of: "-o")
    }
    return answer
  }

  /// The same change where gaps are work that may be either.
  private func range(_ report: SlipReport, _ loaded: LoadedPlan) throws(InvalidInput) -> GapRange? {
    let gaps = try loaded.openGaps()
    if gaps.isEmpty { return nil }
    return GapRange(
      gaps, asBuffer: report,
      asWork: SlipReport(
        before: try loaded.outlook(withChanges: false, openGapsAreWork: true),
        after: try loaded.outlook(openGapsAreWork: true)))
  }
}
