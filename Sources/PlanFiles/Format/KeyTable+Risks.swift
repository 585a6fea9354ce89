/// Risks and registers.
extension KeyTable {
  static let likelihoods = ["S1", "S2", "S3", "S4", "S5"]
  static let consequences = ["K1", "K2", "K3", "K4", "K5"]

  static let riskScales = MappingKind(
    name: "risk-scales",
    meaning: """
      What the levels of risks mean in numbers, for the simulation. A plan says it once; a level that is left out means \
      no number.
      """,
    keys: zip(likelihoods, ["0.05", "0.1..0.3", "0.4", "0.6", "0.85"]).map {
      Key($0, .fact(.probability), "How likely a risk of this level is.", example: $1)
    }
      + zip(consequences, ["2d", "1w..2w", "2w..4w..9w", "{ delay: 1mo..2mo..4mo, cost: 2..5..10 }", "3mo..8mo"]).map {
        Key($0, .consequence, "What a risk of this level brings if it happens.", example: $1)
      } + evidence)

  static let consequence = MappingKind(
    name: "consequence", meaning: "What a level of consequence means in time and money.",
    keys: [
      Key(
        "delay", .estimate,
        "Of each activity that the risk `delays`: working time lengthens it, elapsed time moves it like a slip.",
        example: "2w..4w..9w"),
      Key("cost", .range, "Once for the risk, in the unit of the plan's costs.", example: "2..5..10"),
    ] + evidence)

  static let range = MappingKind(
    name: "range", meaning: "A number that is not sure.",
    keys: [
      Key("low", .number, "The lower end.", example: "0.9"),
      Key("likely", .number, "Most likely.", example: "1.15", required: true),
      Key("high", .number, "The upper end.", example: "1.6"),
      Key("as", .oneOf(["min-max", "p10-p90"]), "What low and high are; `min-max` by default."),
      Key(
        "shape", .oneOf(["triangular", "pert", "uniform", "lognormal", "normal"]),
        "Distribution for the simulation; `triangular` by default."),
      lambda,
    ] + evidence)

  static let risk = MappingKind(
    name: "risk", meaning: "A risk of the register.",
    keys: [
      Key("name", .text, "Title.", example: "Tilgjengelig infrastruktur"),
      Key("what", .text, "Description."),
      Key(
        "likelihood", .fact(.oneOf(likelihoods)),
        "Current likelihood; absent is unknown. A number only where `risk-scales` gives one.", example: "S3"),
      Key(
        "consequence", .fact(.oneOf(consequences)),
        "Current consequence. A delay or a cost only where `risk-scales` gives one.", example: "K4"),
      Key("probability", .fact(.probability), "Likelihood as a number; it goes before the level.", example: "0.3"),
      Key("expected", .mapping("rating"), "Expected rating once measures work."),
      Key(
        "impact", .named(.estimate),
        "Delay of named activities if it happens: working time lengthens them, elapsed time moves them like a slip.",
        example: "{ x.test: 2d..4d..9d }"),
      Key(
        "delays", .list(.reference),
        "Activities that it delays by what its `consequence` means in `risk-scales`, each drawn for itself.",
        example: "[x.test]"),
      Key(
        "factor", .range,
        """
        What it multiplies the durations of what it `stretches` by if it happens: one draw for all of them. Factors of \
        several risks multiply; with probability 1 it is uncertainty that activities share.
        """, example: "0.9..1.15..1.6"),
      Key("stretches", .list(.reference), "Activities whose durations the factor multiplies.", example: "[x.test]"),
      Key("cost", .range, "What it costs if it happens, in the unit of the plan's costs.", example: "2..5..10"),
      Key("touches", .list(.text), "Nodes, milestones or dependencies it touches.", example: "[D019, D020]"),
      Key("change", .text, "Change since the last report."),
      Key("measures", .named(.mapping("measure")), "Measures, by letter."),
    ] + evidence)

  static let correlation = MappingKind(
    name: "correlation",
    meaning: """
      Activities whose durations go together: every two of them by the same correlation. What shares the factor of a \
      risk is correlated by it already.
      """,
    keys: [
      Key("activities", .list(.reference), "Two or more.", example: "[x.a, x.b, x.c]", required: true),
      Key(
        "value", .number, "From -1 to 1: the correlation of the normal numbers behind the durations (Gaussian copula).",
        example: "0.6", required: true),
    ] + evidence)

  static let rating = MappingKind(
    name: "rating", meaning: "A place in the risk matrix.",
    keys: [
      Key("likelihood", .oneOf(likelihoods), "Likelihood."),
      Key("consequence", .oneOf(consequences), "Consequence."),
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
