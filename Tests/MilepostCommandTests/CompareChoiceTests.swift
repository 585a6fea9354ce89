import Testing

/// What is to be chosen, when, and which alternative is in force until then, beside the comparison of the alternatives.
@Suite struct `The choice that compared plans are alternatives of` {
  @Test func `is told in Norwegian and English, before anything is compared`() throws {
    func head(_ language: String, _ options: [String] = []) throws -> String {
      let run = try milepost(
        ["compare", Built.portfolio, "plan-a", "plan-b", "--language", language] + options,
        environment: ["COLUMNS": "300"])
      return String(run.output.prefix(1200))
    }
    let norwegian = """
      Valget «Fremdriftsplan for AMK»: plan-a gjelder formelt, plan-b er ventet. Det avgjøres 11. mai 2023 ved «Valg \
      mellom plan A og plan B» (T1-2023 §3.1.2, §3.1.3, §4.2.5; at plan B ventes
      """
    let english = """
      The choice “Fremdriftsplan for AMK”: plan-a is formally in force, plan-b is expected. It is decided on 11 May 2023 \
      by “Valg mellom plan A og plan B” (T1-2023
      """
    #expect(try head("nb").contains(norwegian))
    #expect(try head("en").contains(english))
    #expect(try head("nb", ["--simulate", "--iterations", "1024"]).contains(norwegian))
  }

  @Test func `stands in the JSON`() throws {
    let choice = try JSON(milepost("compare", Built.portfolio, "--json").output)["choice"]
    #expect(choice["id"].text == "amk-plan")
    #expect(choice["alternatives"].texts == ["plan-a", "plan-b"])
    #expect([choice["formal"].text, choice["expected"].text] == ["plan-a", "plan-b"])
    #expect(choice["decidedBy"].text == "amk-interregional.plan-decision")
    #expect(choice["decision"]["first"].text == "2023-05-11" && choice["bound"].text == "exact")
    #expect(try JSON(milepost("compare", Built.portfolio, "base", "plan-b", "--json").output)["choice"].isNull)
  }

  @Test func `stands on the page, with what each alternative is beside its name`() throws {
    let folder = try TemporaryFolder()
    _ = try milepost("compare", Built.portfolio, "plan-a", "plan-b", "-o", "page.html", in: folder.path)
    let page = try #require(folder.text("page.html"))
    #expect(page.contains("plan A gjelder formelt, plan B er ventet. Det avgjøres 11. mai 2023"))
    #expect(page.contains("Plan A <span class=\"standing\">(gjelder formelt)</span>"))
    #expect(page.contains("Plan B <span class=\"standing\">(ventet)</span>"))
  }

  @Test(arguments: [
    (
      "", "planned: 2024-02-01",
      "planen sier ikke hvilken som gjelder eller er ventet. Det avgjøres 1. februar 2024 ved «m»."
    ),
    ("formal: a", "milestone: finish", "a gjelder formelt. Det avgjøres ved «m», som ikke har noen dato."),
    ("expected: b", "actual: 2023-12-01", "b er ventet. Det ble avgjort 1. desember 2023 ved «m»."),
    (
      "{formal: b, expected: b}", "planned: 2023-12-01",
      "b gjelder formelt og er ventet. Det skulle avgjøres 1. desember 2023 ved «m», som ikke har fått ny dato."
    ),
  ])
  func `says what is not said`(words: String, milestone: String, sentence: String) throws {
    let lines = words.trimming("{", "}").split(separator: ", ").map { "    \($0)\n" }.joined()
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      language: nb
      status-date: 2023-12-31
      activities:
        m:
          \(milestone == "milestone: finish" ? "" : "milestone: finish")
          \(milestone)
        x: { duration: 3d }
      scenarios:
        a: { changes: [x duration=4d] }
        b: { changes: [x duration=5d] }
      choices:
        c:
          alternatives: [a, b]
          decided-by: m

      """ + lines
    ])
    let run = try milepost("compare", "p.yaml", environment: ["COLUMNS": "300"], in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    #expect(run.output.contains("Valget «c»: \(sentence)\n"), "\(run.output)")
  }

  @Test func `that says nothing of who decides is told so`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      start: 2024-01-01
      activities:
        x: { duration: 3d }
      scenarios:
        a: { changes: [x duration=4d] }
        b: { changes: [x duration=5d] }
      choices:
        c: { alternatives: [a, b], name: Which way, formal: a }
      """
    ])
    let run = try milepost("compare", "p.yaml", environment: ["COLUMNS": "300"], in: folder.path)
    let sentence = "The choice “Which way”: a is formally in force. The plan does not say when it is decided.\n"
    #expect(run.output.contains(sentence), "\(run.output)")
  }

  /// The text told twice that the plan does not say what the gap is: under the gap, and above what that leaves open.
  @Test func `does not make the kind of a gap be told twice`() throws {
    for (language, words) in [("nb", "Planen sier ikke om avstanden"), ("en", "The plan does not say whether the gap")]
    {
      let output = try milepost("compare", Built.portfolio, "--language", language, environment: ["COLUMNS": "300"])
        .output
      #expect(output.ranges(of: words).count == 1)
    }
    let drawn = try milepost(
      "compare", Built.portfolio, "--simulate", "--iterations", "1024", environment: ["COLUMNS": "300"])
    #expect(
      drawn.output.contains(
        "Avstanden Oppstart AMK Bergen → Oppstart AMK Oslo (61 d i plan-a, 31 d i plan-b) er regnet som buffer"))
  }
}

extension String {
  fileprivate func trimming(_ first: Character, _ last: Character) -> String {
    hasPrefix(String(first)) && hasSuffix(String(last)) ? String(dropFirst().dropLast()) : self
  }
}
