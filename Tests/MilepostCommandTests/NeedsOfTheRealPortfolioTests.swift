import Testing

/// Backward questions of which the real portfolio shows an edge.
@Suite struct `Needs of the real portfolio` {
  private func ask(_ arguments: String..., language: String = "nb") throws -> Run {
    try milepost(
      ["needs", Built.portfolio, "--language", language] + arguments, environment: ["COLUMNS": "400"])
  }

  /// A start milestone that may come as late as midnight was shown on the first day of the next year.
  @Test func `what is needed by the end of 31 December is due on 31 December`() throws {
    let question = ["--for", "patologi-alle-hf-i-prod", "--by", "2023-12-31"]
    let json = try JSON(milepost(["needs", Built.portfolio, "--json"] + question).output)
    let rows = json["needs"]["activities"].list
    #expect(rows.count == 4)
    for row in rows {
      for durations in ["atWorst", "likely", "atBest"] {
        #expect(row["finish"]["last"][durations].text == "2023-12-31", "\(row["id"].text ?? "")")
      }
    }
    #expect(json["needs"]["pointOfNoReturn"]["likely"]["day"].text == "2023-12-31")
    let text = try milepost(["needs", Built.portfolio, "--language", "nb"] + question).output
    #expect(text.contains("31.12.2023") && !text.contains("01.01.2024"))
  }

  @Test func `measures that do not say what they do are named as missing`() throws {
    let question = ["--buy", "--for", "bergen-start", "--scenario", "plan-a"]
    let norwegian = try milepost(
      ["needs", Built.portfolio, "--language", "nb"] + question, environment: ["COLUMNS": "400"]
    ).output
    #expect(
      norwegian.contains("29 tiltak sier ikke hva de gjør med datoene, og kan ikke rangeres: R1 A, D, E; R2a A, D;"))
    #expect(norwegian.contains("Varigheten er ikke oppgitt, så en dag mindre kan ikke regnes: Regional infrastruktur"))
    let english = try milepost(
      ["needs", Built.portfolio, "--language", "en"] + question, environment: ["COLUMNS": "400"]
    ).output
    #expect(english.contains("29 measures do not say what they do to dates, and cannot be ranked: R1 A, D, E;"))
    #expect(english.contains("What is missing is “changes” of the measure"))
    let answer = try milepost(["needs", Built.portfolio, "--json"] + question)
    let missing = try JSON(answer.output)["buy"]["missing"]
    #expect(missing["measures"].list.reduce(0) { $0 + $1["measures"].list.count } == 29)
    #expect(missing["durations"].texts == ["amk-hso.regional-infrastructure"])
    #expect(try JSONSchema(named: "needs").problems(in: answer.output) == [])
  }

  @Test func `what-ifs that are asked for themselves say nothing of measures`() throws {
    let run = try ask(
      "--buy", "--for", "bergen-start", "--scenario", "plan-a", "--change", "amk-hso.acceptance-test duration -1d")
    #expect(!run.output.contains("tiltak sier ikke"))
  }
}
