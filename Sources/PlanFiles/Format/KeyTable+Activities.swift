/// Activities and milestones.
extension KeyTable {
  static let eventKinds = [
    "go-live", "decision", "approval", "release", "gate", "report", "contract", "test", "deadline", "handover",
  ]

  static let constraintKeys = [
    "start-no-earlier-than", "finish-no-earlier-than", "start-no-later-than", "finish-no-later-than", "start-on",
    "finish-on", "pin-start", "pin-finish", "external-early-start", "external-late-finish",
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
      Key(
        "suspend", .fact(.span), "The day at whose end a started activity was suspended; undated until it resumes.",
        example: "2023-03-31"),
      Key("resume", .fact(.span), "The day from which what is left of it goes on.", example: "2023-05-02"),
    ]
      + constraintKeys.map {
        Key($0, .fact(.span), constraintMeaning($0), example: "2023-09-01")
      } + [
        Key("expected-finish", .fact(.span), "The duration, or what is left of it, is made to end then."),
        Key("as-late-as-possible", .flag, "Moves later as far as nothing else moves."),
        Key(
          "baseline", .named(.fact(.span)), "Earlier dates, by the name of the baseline.",
          example: "{ original: 2023-04-11 }"),
        Key("state", .mapping("state"), "What became of a planned event.", example: "{ is: missed, at: 2023-04-11 }"),
        Key("event", .oneOf(eventKinds), "What kind of event a milestone is.", example: "go-live"),
        Key("site", .list(.identifier), "Sites it touches; go-lives on one site can collide.", example: "[ous]"),
        Key("team", .list(.identifier), "Teams it needs."),
        Key("cost", .mapping("cost"), "What it costs, for the cost of the plan as a whole."),
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
    case "external-early-start": "A floor that a link from another plan gave."
    case "external-late-finish": "A bound of late dates that a link to another plan gave."
    case "pin-start", "pin-finish": "Mandatory date: logic is broken, and said so."
    case "start-no-later-than", "finish-no-later-than": "Bounds late dates."
    default: "Bounds early dates."
    }
  }

  static let fact = MappingKind(
    name: "fact", meaning: "The long form of a fact that has evidence of its own.",
    keys: [
      Key("at", .span, "The value; a date, unless the key takes something else.", example: "2023-06", required: true)
    ] + evidence)

  static let estimate = MappingKind(
    name: "estimate", meaning: "A duration with its range.",
    keys: [
      Key("low", .quantity, "Most favourable.", example: "30d"),
      Key("likely", .quantity, "Most likely; with `values` it is left out.", example: "40d", required: true),
      Key("high", .quantity, "Least favourable.", example: "65d"),
      Key("as", .oneOf(["min-max", "p10-p90"]), "What low and high are; `min-max` by default."),
      Key(
        "shape", .oneOf(["triangular", "pert", "uniform", "lognormal", "normal", "discrete"]),
        "Distribution for the simulation; `triangular` by default, `discrete` with `values`."),
      lambda,
      Key(
        "values", .outcomes,
        "One of several durations, with probabilities that are 1 together (thirds may be 0.333), instead of low and high.",
        example: "{ 5d: 0.7, 9d: 0.3 }"),
    ] + evidence)

  static let lambda = Key(
    "lambda", .number, "Weight of likely in the shape `pert`, above 0 and at most 100; 4 by default.")

  static let state = MappingKind(
    name: "state", meaning: "What became of a planned event.",
    keys: [
      Key(
        "is", .oneOf(["missed", "stopped", "cancelled", "taken"]),
        "`missed`: the date passed; `stopped`: work halted, no new date; `cancelled`; `taken`: a decision was taken.",
        required: true),
      Key("at", .span, "When."),
    ] + evidence)
}
