import ArgumentParser

/// Which plan, and what is changed in it: the same for every verb.
struct PlanArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A plan file, or a folder with a portfolio.yaml or an activities.csv.", valueName: "plan"),
    completion: .file())
  var path: String

  @Option(
    name: .customLong("scenario"), help: ArgumentHelp("Apply a scenario of the plan. Repeatable.", valueName: "name"),
    completion: PlanCompletion.scenarios)
  var scenarios: [String] = []

  @Option(
    name: .customLong("change"),
    help: ArgumentHelp(
      "Make a what-if change, such as 'x.release-1-1 +6ew' or 'x.bergen planned=2023-11'. Repeatable.",
      valueName: "expression"))
  var changes: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "As it was known at the end of this day: without what happened, or carries a later 'known:'.", valueName: "date"))
  var asOf: String?
}
