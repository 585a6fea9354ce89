/// Links, relations, choices and scenarios.
extension KeyTable {
  static let dependencyKinds = [
    "sequence", "module", "integration", "infrastructure", "capacity", "decision", "approval", "test-env", "legal",
    "ops-handover", "funding", "contract", "data", "external-input", "alignment", "reuse",
  ]
  static let strengths = ["hard", "soft", "co"]

  static let dependency: [Key] = [
    Key("id", .text, "A name to refer to it by.", example: "D048"),
    Key("from", .reference, "Who must deliver.", example: "amk-interregional.release-1-1", required: true),
    Key("to", .reference, "Who depends on it.", example: "amk-hso.integration-test", required: true),
    Key("kind", .oneOf(dependencyKinds), "What is waited for; `sequence` by default.", example: "infrastructure"),
    Key(
      "strength", .oneOf(strengths),
      "`hard` schedules; `soft` raises risk, cost or delay and moves no date; `co` runs together.", example: "hard"),
    Key("stated", .text, "The strength in the document's own word.", example: "avhengig"),
    Key("what", .text, "What is delivered, in words of one's own."),
    Key("row", .text, "The row of a printed table it comes from.", example: "T1.4"),
    Key("risks", .list(.text), "Risks that touch it.", example: "[R1]"),
    Key("promised", .fact(.span), "The date the supplier promised."),
    Key("needed", .fact(.span), "The date the receiver needs it."),
    Key("refines", .list(.text), "The relation that this makes precise.", example: "[D101]"),
  ]

  static let link = MappingKind(
    name: "link", meaning: "A link between two activities or milestones.",
    keys: dependency + [
      Key("type", .oneOf(["FS", "SS", "FF", "SF"]), "Finish-to-start by default.", example: "FS"),
      Key(
        "lag", .quantity, "Working or elapsed time, or percent of the predecessor's duration; negative is a lead.",
        example: "10d"),
      Key("max", .quantity, "The longest lag allowed: the predecessor is pulled later where it must.", example: "5d"),
      Key("max-only", .flag, "There is no least lag, only `max`.", example: "yes"),
      Key(
        "gap", .text,
        "How a distance between two dated milestones reads: `work`, `buffer`, a quantity of work, or `unknown`.",
        example: "unknown"),
    ] + evidence)

  static let relation = MappingKind(
    name: "relation",
    meaning: "A dependency with an end that is a project, group, body or capacity. Drawn and listed, never scheduled.",
    keys: dependency + evidence)

  static let choice = MappingKind(
    name: "choice", meaning: "Exclusive alternatives: at most one of the scenarios applies.",
    keys: [
      Key("name", .text, "What is chosen.", example: "Fremdriftsplan for AMK"),
      Key(
        "alternatives", .list(.identifier), "The scenarios that exclude each other.", example: "[plan-a, plan-b]",
        required: true),
      Key("decided-by", .reference, "The milestone that decides.", example: "amk-interregional.plan-decision"),
      Key("formal", .identifier, "The alternative in force.", example: "plan-a"),
      Key("expected", .identifier, "The alternative that is expected.", example: "plan-b"),
    ] + evidence)

  static let scenario = MappingKind(
    name: "scenario", meaning: "An overlay of changes on the plan; applying one never edits the base.",
    keys: [
      Key("scenario", .identifier, "The id, where the scenario has its own file.", example: "plan-a"),
      Key("name", .text, "Display name.", example: "Plan A – Bergen november 2023, Oslo januar 2024"),
      Key("extends", .list(.identifier), "Scenarios applied before this one.", example: "[release-assumed]"),
      Key(
        "changes", .list(.change), "What differs, one expression each.", example: "amk-hso.oslo-start planned=2024-01"),
      Key(
        "stated-verdict", .mapping("state-of-plan"),
        "What the report itself says of the plan; shown beside the computed verdict."),
    ] + evidence)

  static let change = MappingKind(
    name: "change", meaning: "The long form of a change that has evidence of its own.",
    keys: [
      Key("change", .change, "The expression.", example: "amk-hso.oslo-start planned=2024-01", required: true)
    ] + evidence)

  static let statedVerdict = MappingKind(
    name: "state-of-plan", meaning: "A report's own word on a plan.",
    keys: [
      Key(
        "is", .oneOf(["realistic", "not-realistic", "at-risk", "agreed", "rejected"]), "The word.",
        example: "not-realistic", required: true)
    ] + evidence)
}
