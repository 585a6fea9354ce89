/// Risks and registers.
extension KeyTable {
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
