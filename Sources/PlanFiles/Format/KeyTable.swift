/// One key of a mapping in a plan file: its name, the form of its value, and what it means.
public struct Key: Sendable {
  public let name: String
  public let form: ValueForm
  public let meaning: String
  public let example: String
  /// The format version that introduced it.
  public let since: Int
  public let isRequired: Bool

  init(
    _ name: String, _ form: ValueForm, _ meaning: String, example: String = "", since: Int = 1, required: Bool = false
  ) {
    self.name = name
    self.form = form
    self.meaning = meaning
    self.example = example
    self.since = since
    self.isRequired = required
  }
}

/// The form that the value of a key takes. Every scalar is read as raw text and typed by its key.
public indirect enum ValueForm: Hashable, Sendable {
  case text  // any text
  case identifier  // letters, digits, hyphens
  case reference  // project.activity, a project, or an activity of the same project
  case day  // 2023-04-30
  case span  // any date of DateSpan
  case quantity  // 30d, 6ew
  case number  // 63, 275.3
  case wholeNumber
  case flag  // yes, no, true, false
  case oneOf([String])
  case fact(ValueForm)  // the value itself, or { at: value, source: …, because: … }
  case estimate  // 30d, or { low:, likely:, high: }
  case hours  // "08:00-15:30", several with commas, or closed
  case after  // x, "y SS+10d", or a mapping of kind link
  case change  // an expression, or { change:, source:, because: }
  case mapping(String)  // a mapping of the named kind
  case list(ValueForm)  // a sequence; one item may stand alone
  case named(ValueForm)  // a mapping from an identifier to such a value
  case anyTable  // rows of a register
}

/// One kind of mapping: where it stands and which keys it takes.
public struct MappingKind: Sendable {
  public let name: String
  public let meaning: String
  public let keys: [Key]

  public subscript(key: String) -> Key? { keys.first { $0.name == key } }

  /// The kind in a sentence: "an activity has no key …".
  var words: String {
    switch name {
    case "options", "status", "cost": "'\(name)'"
    case "state-of-plan": "a stated verdict"
    case "exception": "an exception of a calendar"
    case "part": "an included file"
    default: (name.first.map("aeiou".contains) == true ? "an " : "a ") + name
    }
  }
}

/// The one table of keys: the reader, its suggestions, the format document and the JSON Schema all come from it.
public enum KeyTable {
  /// The format version that this build reads and writes.
  public static let version = 1

  public static let kinds: [MappingKind] = [
    plan, part, options, calendar, calendarException, window, project, status, cost, activity, fact, estimate, state,
    link,
    relation, choice, scenario, change, statedVerdict, risk, rating, measure, register,
  ]

  public static func kind(_ name: String) -> MappingKind? { kinds.first { $0.name == name } }

  /// Keys that say where a fact comes from; every mapping that holds facts takes them.
  static let evidence: [Key] = [
    Key(
      "source", .text, "Where the facts of this mapping are stated; facts with a source are *stated*.",
      example: "T1-2023 §3.1.2"),
    Key(
      "because", .text, "Why a fact is assumed; facts with a reason and no source are *assumed*.",
      example: "no duration is given"),
    Key("known", .day, "The day from which the fact was known (`--as-of`).", example: "2023-04-05"),
    Key("seed", .list(.text), "Rows of the source facts that this mapping carries.", example: "D048"),
    Key("note", .text, "A remark for readers; nothing is computed from it."),
  ]

  // MARK: The plan

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
      Key("risks", .named(.mapping("risk")), "The risk register, by id."),
      Key("registers", .named(.mapping("register")), "Typed tables for what is not network."),
    ] + evidence)

  private static let partKeys: Set<String> = [
    "calendars", "windows", "projects", "activities", "links", "relations", "choices", "scenarios", "risks",
    "registers",
  ]

  static let part = MappingKind(
    name: "part",
    meaning: "An included file that is neither a project nor a scenario: further contents of the plan.",
    keys: plan.keys.filter { partKeys.contains($0.name) } + evidence)

  static let options = MappingKind(
    name: "options", meaning: "Scheduling options of the plan; printed with every result.",
    keys: [
      Key("profile", .oneOf(["strict", "msp", "p6"]), "Scheduling semantics.", example: "strict"),
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
        "progress", .oneOf(["retained-logic", "progress-override", "actual-dates"]), "Out-of-sequence progress.",
        example: "retained-logic"),
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
    name: "exception", meaning: "Days on which a calendar differs.",
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

  // MARK: Projects

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
      Key("calendar", .identifier, "Default calendar of its activities.", example: "norway"),
      Key("site", .list(.identifier), "Sites that receive it.", example: "[ous]"),
      Key("status", .mapping("status"), "Reported status colours; absent is unknown."),
      Key("cost", .mapping("cost"), "Money, in MNOK unless `unit` says otherwise."),
      Key("tags", .list(.text), "Free labels (goals, focus areas)."),
      Key("activities", .named(.mapping("activity")), "Its activities and milestones, by id."),
      Key("links", .list(.mapping("link")), "As in the plan."),
      Key("relations", .list(.mapping("relation")), "As in the plan."),
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
    name: "cost", meaning: "The economy of a project.",
    keys: [
      Key("unit", .text, "Unit of the amounts; `MNOK` by default.", example: "MNOK"),
      Key("accrued", .number, "Spent so far (påløpt).", example: "63"),
      Key("forecast", .number, "Forecast at completion (prognose).", example: "166"),
      Key("steering-frame", .number, "Styringsramme.", example: "197"),
      Key("cost-frame", .number, "Kostnadsramme.", example: "262"),
      Key("original-frame", .number, "First cost frame."),
      Key("changed-frame", .number, "Cost frame after change decisions."),
      Key("price-base", .text, "Price year of the frames.", example: "2022"),
      Key("run-rate", .number, "Cost of one month's delay, for questions of cost."),
      Key("parts", .named(.number), "Named parts of the forecast.", example: "{ phase-1: 111, phase-2: 55 }"),
      Key("cases", .list(.text), "Board cases that set the frames.", example: "[075-2020]"),
    ] + evidence)

  // MARK: Activities

  static let eventKinds = [
    "go-live", "decision", "approval", "release", "gate", "report", "contract", "test", "deadline", "handover",
  ]

  static let constraintKeys = [
    "start-no-earlier-than", "finish-no-earlier-than", "start-no-later-than", "finish-no-later-than", "start-on",
    "finish-on", "pin-start", "pin-finish",
  ]

  static let activity = MappingKind(
    name: "activity", meaning: "An activity (work) or a milestone (an event).",
    keys: [
      Key("name", .text, "Display name; the id by default.", example: "Systemintegrasjonstest"),
      Key(
        "milestone", .oneOf(["start", "finish", "yes"]),
        "Zero duration; a start milestone stands at a day's start, a finish milestone at its end; `yes` is `finish`.",
        example: "start"),
      Key(
        "duration", .estimate, "Working or elapsed time; absent is unknown, never zero.",
        example: "{ low: 30d, likely: 40d, high: 65d, because: \"no duration is given\" }"),
      Key("calendar", .identifier, "Working calendar.", example: "norway"),
      Key(
        "after", .list(.after), "Predecessors: `x` finish-to-start, or `x SS+10d`, or a link mapping without `to`.",
        example: "[test, amk-interregional.release-1-1]"),
      Key(
        "planned", .fact(.span), "The date that the project states: a floor, not a constraint. A task's start.",
        example: "2023-11"),
      Key(
        "target", .fact(.span), "What the date is judged by; `none` switches it off; the planned date by default.",
        example: "høsten 2023"),
      Key("deadline", .fact(.span), "Bounds late dates always.", example: "2023-12-31"),
      Key("actual", .fact(.span), "When the milestone happened.", example: "2023-04-05"),
      Key("actual-start", .fact(.span), "When the activity began.", example: "2023-02-06"),
      Key("actual-finish", .fact(.span), "When it was done.", example: "2023-03-31"),
      Key("remaining", .quantity, "Working time left of a started activity.", example: "12d"),
    ]
      + constraintKeys.map {
        Key($0, .fact(.span), constraintMeaning($0), example: "2023-09-01")
      } + [
        Key("expected-finish", .fact(.span), "The remaining duration is recomputed so that it finishes then."),
        Key("as-late-as-possible", .flag, "Uses its free float."),
        Key(
          "baseline", .named(.fact(.span)), "Earlier dates, by the name of the baseline.",
          example: "{ original: 2023-04-11 }"),
        Key("state", .mapping("state"), "What became of a planned event.", example: "{ is: missed, at: 2023-04-11 }"),
        Key("event", .oneOf(eventKinds), "What kind of event a milestone is.", example: "go-live"),
        Key("site", .list(.identifier), "Sites it touches; go-lives on one site can collide.", example: "[ous]"),
        Key("team", .list(.identifier), "Teams it needs."),
        Key("window", .identifier, "The window the event must fall in.", example: "golive-vv"),
        Key("part-of", .identifier, "The summary it belongs to."),
        Key("summary", .flag, "A span over its parts."),
        Key("hammock", .flag, "Level of effort: spans its links, never drives."),
        Key("inactive", .flag, "Kept in the plan, not scheduled."),
        Key("stated-critical", .flag, "The project says it is on the critical path; `check` compares.", example: "yes"),
        Key("reported", .text, "What the report says of it, where that is not a date (e.g. `done`).", example: "done"),
        Key("body", .reference, "The body that decides."),
        Key("case", .text, "The board case.", example: "061-2023"),
        Key("owner", .text, "Who answers for it."),
        Key("what", .text, "What it is, in a phrase."),
        Key("seed-id", .text, "Keeps the random draws of a renamed activity."),
        Key("was", .list(.identifier), "Earlier ids."),
      ] + evidence)

  static func constraintMeaning(_ name: String) -> String {
    switch name {
    case "start-on", "finish-on": "Both bounds; logic is kept, negative float where it is broken."
    case "pin-start", "pin-finish": "Mandatory date: logic is broken, and said so."
    case "start-no-later-than", "finish-no-later-than": "Bounds late dates."
    default: "Bounds early dates."
    }
  }

  static let fact = MappingKind(
    name: "fact", meaning: "The long form of a fact that has evidence of its own.",
    keys: [Key("at", .span, "The value.", example: "2023-06", required: true)] + evidence)

  static let estimate = MappingKind(
    name: "estimate", meaning: "A duration with its range.",
    keys: [
      Key("low", .quantity, "Most favourable.", example: "30d"),
      Key("likely", .quantity, "Most likely.", example: "40d", required: true),
      Key("high", .quantity, "Least favourable.", example: "65d"),
      Key("as", .oneOf(["min-max", "p10-p90"]), "What low and high are; `min-max` by default."),
      Key(
        "shape", .oneOf(["triangular", "pert", "uniform", "lognormal", "normal"]),
        "Distribution for the simulation; `triangular` by default."),
    ] + evidence)

  static let state = MappingKind(
    name: "state", meaning: "What became of a planned event.",
    keys: [
      Key(
        "is", .oneOf(["missed", "stopped", "cancelled", "taken"]),
        "`missed`: the date passed; `stopped`: work halted, no new date; `cancelled`; `taken`: a decision was taken.",
        required: true),
      Key("at", .span, "When."),
    ] + evidence)

  // MARK: Dependencies

  static let dependencyKinds = [
    "sequence", "module", "integration", "infrastructure", "capacity", "decision", "approval", "test-env", "legal",
    "ops-handover", "funding", "contract", "data", "external-input", "alignment", "reuse",
  ]
  static let strengths = ["hard", "soft", "co"]

  private static let dependency: [Key] = [
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
      Key("max", .quantity, "Maximal lag."),
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

  // MARK: Risks and registers

  static let risk = MappingKind(
    name: "risk", meaning: "A risk of the register.",
    keys: [
      Key("name", .text, "Title.", example: "Tilgjengelig infrastruktur"),
      Key("what", .text, "Description."),
      Key(
        "likelihood", .oneOf(["S1", "S2", "S3", "S4", "S5"]), "Current likelihood; absent is unknown.", example: "S3"),
      Key("consequence", .oneOf(["K1", "K2", "K3", "K4", "K5"]), "Current consequence.", example: "K4"),
      Key("probability", .number, "Likelihood as a number from 0 to 1."),
      Key("expected", .mapping("rating"), "Expected rating once measures work."),
      Key("impact", .named(.estimate), "Delay of named activities if it happens."),
      Key("touches", .list(.text), "Nodes, milestones or dependencies it touches.", example: "[D019, D020]"),
      Key("change", .text, "Change since the last report."),
      Key("measures", .named(.mapping("measure")), "Measures, by letter."),
    ] + evidence)

  static let rating = MappingKind(
    name: "rating", meaning: "A place in the risk matrix.",
    keys: [
      Key("likelihood", .oneOf(["S1", "S2", "S3", "S4", "S5"]), "Likelihood."),
      Key("consequence", .oneOf(["K1", "K2", "K3", "K4", "K5"]), "Consequence."),
    ] + evidence)

  static let measure = MappingKind(
    name: "measure", meaning: "A measure against a risk.",
    keys: [
      Key("name", .text, "What is done.", required: true),
      Key("owner", .text, "Who is responsible.", example: "RHF/SP"),
      Key("status", .text, "Status as reported.", example: "Pågår"),
      Key("new", .flag, "New in this report."),
      Key("replaced-by", .text, "The measure that took its place."),
      Key("changes", .list(.change), "What it does to the plan, so that its worth can be computed."),
    ] + evidence)

  static let register = MappingKind(
    name: "register", meaning: "A typed table for what is not network (decisions, gates, deviations, KPI …).",
    keys: [
      Key("name", .text, "Title."),
      Key(
        "columns", .named(.oneOf(["text", "number", "date", "reference", "flag"])), "Column types, in order.",
        required: true),
      Key(
        "rows", .anyTable,
        "Rows: mappings from column to value; `source`, `because`, `known`, `seed`, `note` as everywhere."),
    ] + evidence)
}
