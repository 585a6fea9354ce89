import Testing

/// Pictures of backward questions, and of slips over gaps that may be work.
@Suite struct `Graph of needs` {
  @Test func `gives everything before a milestone its last day, and says how it stands`() throws {
    let call = ["graph", Built.portfolio, "--scenario", "plan-a", "--to", "bergen-start", "--needs"]
    let nb = try milepost(call + ["--language", "nb", "--json"])
    #expect(nb.status == 0, "\(nb.problems)")
    #expect(try JSONSchema(named: "graph").problems(in: nb.output) == [])
    let nodes = try JSON(nb.output)["nodes"]
    func lines(_ id: String) -> String { (nodes[id: id]["title"].text ?? "").replacing("\u{A0}", with: " ") }
    // The days of `needs`.
    #expect(lines("amk-interregional.release-1-1").contains("? senest 27.07.2023 lange varigheter: 24.05.2023"))
    #expect(lines("amk-hso.acceptance-test").contains("? senest 30.11.2023"))
    #expect(lines("amk-interregional.bergen-start").contains("? ønsket innen november 2023"))
    #expect(!lines("amk-interregional.release-1-0").contains("senest"))
    let en = try milepost(call + ["--language", "en", "--by", "2023-12-31", "--format", "dot"])
    #expect(en.status == 0 && en.output.contains("wanted by"), "\(en.problems)")
  }

  @Test(arguments: [
    (["--needs"], "--needs needs a milestone"), (["--by", "2024"], "--by says nothing here"),
    (["--needs", "--to", "oslo-start", "--level", "projects"], "--needs draws the milestones before one"),
    (["--needs", "--to", "release-1-1"], "has no target to work back from"),
  ])
  func `is refused where it says nothing`(arguments: [String], problem: String) throws {
    let run = try milepost(["graph", Built.portfolio] + arguments)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.problems.contains(problem), "\(run.problems)")
  }

  @Test func `of a slip says what moves otherwise if a gap is work`() throws {
    let call = [
      "graph", Built.portfolio, "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--slip",
      "amk-interregional.release-1-1 +17ew", "--language", "nb",
    ]
    let json = try JSON(milepost(call + ["--json"]).output)
    let oslo = (json["nodes"][id: "amk-hso.oslo-start"]["title"].text ?? "").replacing("\u{A0}", with: " ")
    #expect(oslo.contains("som arbeid: +36,6 d … +35,6 d"), "\(oslo)")
    #expect(json["footnotes"].texts.contains { $0.contains("Tegnet som buffer; «som arbeid»") })
  }
}
