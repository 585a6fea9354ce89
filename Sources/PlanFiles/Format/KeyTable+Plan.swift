/// The plan, its options, calendars and windows.
extension KeyTable {
  static let plan = MappingKind(
    name: "plan", meaning: "The first file of a plan: `portfolio.yaml` of a folder, or the file itself.",
    keys: [
      Key("milepost", .wholeNumber, "The format version.", example: "1", required: true),
      Key("name", .text, "The plan's name.", example: "Regional IKT-prosjektportefølje"),
      Key("status-date", .day, "Status date (data date): the end of this day.", example: "2023-04-30"),
      Key(
        "start", .day, "Where roots without a date begin; without it an undated root is waited for.",
        example: "2023-01-02"),
      Key(
        "must-finish-by", .fact(.span),
        "What late dates and floats are counted from, instead of each project's own finish.", example: "2024-06-30"),
      Key(
        "report-year", .wholeNumber, "The year of dates that name none; the status date's year by default.",
        example: "2023"),
      Key("language", .oneOf(["nb", "en"]), "Language of what is shown to people.", example: "nb"),
      Key("options", .mapping("options"), "How the plan is scheduled."),
      Key("default-calendar", .identifier, "Calendar of activities that name none.", example: "norway"),
      Key("calendars", .named(.mapping("calendar")), "Working calendars; `24h`, `weekdays` and `norway` are built in."),
      Key("windows", .named(.mapping("window")), "When events such as go-lives may happen."),
      Key(
        "include", .list(.text), "Further files, relative to this one; `*` matches within a name.",
        example: "projects/*.yaml"),
      Key("projects", .named(.mapping("project")), "Projects and other nodes, by id."),
      Key("activities", .named(.mapping("activity")), "Activities that belong to no project, by id."),
      Key("links", .list(.mapping("link")), "Links between activities and milestones: they schedule."),
      Key(
        "relations", .list(.mapping("relation")), "Dependencies with an end that is a project, group, body or capacity."
      ),
      Key("choices", .named(.mapping("choice")), "Exclusive alternatives."),
      Key("scenarios", .named(.mapping("scenario")), "Scenarios, by id; each may also be a file `scenarios/*.yaml`."),
      Key("risk-scales", .mapping("risk-scales"), "What the levels S1 to S5 and K1 to K5 of risks mean in numbers."),
      Key("risks", .named(.mapping("risk")), "The risk register, by id."),
      Key("correlations", .list(.mapping("correlation")), "Activities whose durations go together."),
      Key("registers", .named(.mapping("register")), "Typed tables for what is not network."),
    ] + evidence)

  static let partKeys: Set<String> = [
    "calendars", "windows", "projects", "activities", "links", "relations", "choices", "scenarios",
    "risk-scales", "risks", "correlations", "registers",
  ]

  static let part = MappingKind(
    name: "part",
    meaning: "An included file that is neither a project nor a scenario: further contents of the plan.",
    keys: plan.keys.filter { partKeys.contains($0.name) } + evidence)

  static let options = MappingKind(
    name: "options", meaning: "Scheduling options of the plan; printed with every result.",
    keys: [
      Key("profile", .oneOf(["strict"]), "Scheduling semantics; `strict` is our own.", example: "strict"),
      Key(
        "lag-calendar", .oneOf(["predecessor", "successor", "plan", "24h"]), "Calendar on which working lags run.",
        example: "predecessor"),
      Key(
        "minutes-per-day", .wholeNumber, "Length of the unit `d`; that of the default calendar by default.",
        example: "450"),
      Key("days-per-week", .wholeNumber, "Length of the unit `w` in `d`.", example: "5"),
      Key("days-per-month", .wholeNumber, "Length of the unit `mo` in `d`.", example: "20"),
      Key("critical-float", .quantity, "Activities with at most this total float are critical.", example: "0d"),
      Key("float", .oneOf(["smallest", "start", "finish"]), "Which total float is reported.", example: "smallest"),
      Key(
        "progress", .oneOf(["retained-logic", "progress-override", "actual-dates"]),
        "What the rest of a started activity waits for: all its links, none of them, or only those that leave a start or a finish that has happened, lags included; never before the status date.",
        example: "retained-logic"),
      Key(
        "schedule-from", .oneOf(["start", "finish"]),
        "`finish`: everything not begun is as late as the plan's `must-finish-by` allows.", example: "start"),
      Key("tight-float", .quantity, "Links and activities with at most this float are drawn as tight.", example: "10d"),
    ])

  static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  static let calendar = MappingKind(
    name: "calendar", meaning: "Working time by weekday, holidays and exceptions.",
    keys: [
      Key("extends", .identifier, "A calendar to start from.", example: "norway"),
      Key("monday", .hours, "Working hours; `closed` for none.", example: "\"08:00-15:30\""),
      Key("tuesday", .hours, "As monday."), Key("wednesday", .hours, "As monday."),
      Key("thursday", .hours, "As monday."),
      Key("friday", .hours, "As monday."), Key("saturday", .hours, "As monday."), Key("sunday", .hours, "As monday."),
      Key("holidays", .oneOf(["norway", "none"]), "A built-in holiday set.", example: "norway"),
      Key("exceptions", .list(.mapping("exception")), "Days with other hours or none; later ones win."),
    ] + evidence)

  static let calendarException = MappingKind(
    name: "exception", meaning: "Days on which a calendar differs: a fact with evidence of its own.",
    keys: [
      Key("on", .span, "The days.", example: "2023-07-10/2023-07-30", required: true),
      Key("hours", .hours, "Working hours; `closed` by default.", example: "closed"),
      Key("name", .text, "What it is.", example: "Fellesferie"),
    ] + evidence)

  static let window = MappingKind(
    name: "window", meaning: "When an event may happen. Restricts events, not work.",
    keys: [
      Key("name", .text, "What it is.", example: "Produksjonssetting Vestre Viken"),
      Key(
        "days", .list(.oneOf(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])),
        "Weekdays; all by default.", example: "[saturday, sunday]"),
      Key("open", .list(.span), "Only inside these spans; always by default.", example: "[2024-01, 2024-03]"),
      Key("frozen", .list(.span), "Never inside these spans (freeze periods).", example: "[2023-12-15/2024-01-08]"),
    ] + evidence)
}
