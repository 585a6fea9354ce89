/// Projects, their status and money.
extension KeyTable {
  static let project = MappingKind(
    name: "project",
    meaning: "A project or another node of the portfolio. In a file of its own the id stands in `project:`.",
    keys: [
      Key("project", .identifier, "The id, where the project has its own file.", example: "amk-hso"),
      Key("name", .text, "Display name.", example: "Nasjonal IKT-løsning for AMK i Helse Sør-Øst"),
      Key("aliases", .list(.text), "Other names that documents use."),
      Key(
        "kind",
        .oneOf(["project", "programme", "supplier", "platform", "capacity", "body", "group", "building", "goal"]),
        "What the node is; `project` by default.", example: "supplier"),
      Key("external", .flag, "Outside the portfolio: drawn differently, answers to others.", example: "yes"),
      Key("part-of", .identifier, "The programme or group it belongs to.", example: "stim"),
      Key("owner", .text, "Who answers for it.", example: "OUS"),
      Key("what", .text, "What it is or delivers, in a phrase."),
      Key("phase", .text, "Phase as reported."),
      Key("start", .day, "Where its roots without a date begin.", example: "2023-01-02"),
      Key(
        "must-finish-by", .fact(.span), "What its late dates and floats are counted from, instead of its own finish.",
        example: "2024-06-30"),
      Key("calendar", .identifier, "Default calendar of its activities.", example: "norway"),
      Key("site", .list(.identifier), "Sites that receive it.", example: "[ous]"),
      Key("status", .mapping("status"), "Reported status colours; absent is unknown."),
      Key("cost", .mapping("cost"), "Money, in MNOK unless `unit` says otherwise."),
      Key("tags", .list(.text), "Free labels (goals, focus areas)."),
      Key("activities", .named(.mapping("activity")), "Its activities and milestones, by id."),
      Key("links", .list(.mapping("link")), "As in the plan."),
      Key("relations", .list(.mapping("relation")), "As in the plan."),
      Key("correlations", .list(.mapping("correlation")), "As in the plan."),
      Key("seed-id", .text, "Keeps the random draws of a renamed node."),
      Key("was", .list(.identifier), "Earlier ids, for comparison with older plans."),
    ] + evidence)

  static let statusDimensions = ["time", "cost", "scope", "risk", "quality", "resources", "benefit", "overall"]

  static let status = MappingKind(
    name: "status", meaning: "Reported status per dimension: red, yellow, green. What is absent is unknown.",
    keys: statusDimensions.map {
      Key($0, .oneOf(["red", "yellow", "green"]), "Reported colour for \($0).", example: "red")
    } + [
      Key("trend", .oneOf(["up", "down", "flat"]), "Reported trend."),
      Key("words", .text, "The status in words of one's own."),
    ] + evidence)

  static let cost = MappingKind(
    name: "cost", meaning: "The economy of a project, or of an activity.",
    keys: [
      Key("unit", .text, "Unit of the amounts; `MNOK` by default.", example: "MNOK"),
      Key("accrued", .number, "Spent so far (påløpt).", example: "63"),
      Key("forecast", .number, "Forecast at completion (prognose).", example: "166"),
      Key("steering-frame", .number, "Styringsramme.", example: "197"),
      Key("cost-frame", .number, "Kostnadsramme.", example: "262"),
      Key("original-frame", .number, "First cost frame."),
      Key("changed-frame", .number, "Cost frame after change decisions."),
      Key("price-base", .text, "Price year of the frames.", example: "2022"),
      Key(
        "range", .range,
        "The forecast with dates as planned, where it is not sure: the part of the doubt that is not time.",
        example: "150..166..210"),
      Key(
        "run-rate", .number,
        "What a month (a twelfth of a year) costs by which the project ends later, or the activity takes longer.",
        example: "1.2"),
      Key("parts", .named(.number), "Named parts of the forecast.", example: "{ phase-1: 111, phase-2: 55 }"),
      Key("cases", .list(.text), "Board cases that set the frames.", example: "[075-2020]"),
    ] + evidence)
}
