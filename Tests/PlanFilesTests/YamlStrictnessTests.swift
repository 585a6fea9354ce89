import Foundation
import PlanFiles
import PlanModel
import Testing

@Suite struct `Strict YAML` {
  @Test(arguments: [
    ("name: &x A", "plan.yaml:2:7 yaml-feature"),
    ("name: *x", "plan.yaml:2:7 yaml-feature"),
    ("name: !!str A", "plan.yaml:2:7 yaml-feature"),
    ("name: !own A", "plan.yaml:2:7 yaml-feature"),
    ("<<: { name: A }", "plan.yaml:2:1 yaml-feature"),
    ("? [a]\n: b", "plan.yaml:2:3 yaml-feature"),
    ("name: A\n---\nname: B", "plan.yaml:3:1 yaml-feature"),
    ("activities:\n\tdig:", "plan.yaml:3:1 yaml-syntax"),
    ("name: [a", "plan.yaml:3:1 yaml-syntax"),
    ("name: \"a", "plan.yaml:2:7 yaml-syntax"),
    ("name: a\u{7}b", "plan.yaml:2:8 yaml-syntax"),
    ("name: Fase 2: levering", "plan.yaml:2:13 quote-text"),
    ("name: @noon", "plan.yaml:2:7 quote-text"),
    ("name: `a`", "plan.yaml:2:7 quote-text"),
    ("name: Release #2 er klar", "plan.yaml:2:14 quote-text"),
    ("name:", "plan.yaml:2:6 wrong-type"),
    ("name: [a]", "plan.yaml:2:7 wrong-type"),
    ("nmae: A", "plan.yaml:2:1 unknown-key"),
    ("name: A\nname: B", "plan.yaml:3:1 duplicate-key"),
  ])
  func `refuses what plans do not allow, where it stands`(text: String, expected: String) throws {
    let found = try problems(text)
    #expect(found.map(\.placeAndCode) == [expected], "\(found)")
  }

  @Test func `an alias is seen although libraries resolve it`() throws {
    #expect(
      try codes("activities:\n  dig: &d\n    duration: 3d\n  pour: *d")
        == ["plan.yaml:3:8 yaml-feature", "plan.yaml:5:9 yaml-feature"])
  }

  @Test func `a first document may begin with three hyphens`() throws {
    let plan = try TemporaryPlan(["plan.yaml": "---\nmilepost: 1\nname: A\n...\n"]).read().plan
    #expect(plan.name == "A")
  }

  @Test(arguments: [
    ("[", "nesting-too-deep"), ("{", "nesting-too-deep"), ("{a: ", "nesting-too-deep"), ("- ", "yaml-syntax"),
    ("\n- ", "wrong-type"),
  ])
  func `nesting without end is refused before it costs anything`(opening: String, expected: String) throws {
    let found = try codes("name: " + String(repeating: opening, count: 100_000))
    #expect(found.map { $0.split(separator: " ").last } == [Substring(expected)], "\(found)")
  }

  @Test func `thirty-three levels are too deep`() throws {
    #expect(
      try codes("name: " + String(repeating: "[", count: 33) + String(repeating: "]", count: 33)) == [
        "plan.yaml:2:38 nesting-too-deep"
      ])
  }

  @Test func `bytes that are not UTF-8 are counted from the file's first`() throws {
    let plan = try TemporaryPlan([:])
    try plan.write("plan.yaml", Data("milepost: 1\nname: på ".utf8) + [0xFF] + Data("\n".utf8))
    #expect(
      plan.problems() == [
        "plan.yaml:2:10: error[invalid-utf8]: byte 22 is not UTF-8\n  help: save the file as UTF-8"
      ])
  }

  @Test func `a byte order mark moves no column`() throws {
    let plan = try TemporaryPlan(["plan.yaml": "\u{FEFF}milepots: 1\nmilepost: 1"])
    #expect(plan.problems().map(\.placeAndCode) == ["plan.yaml:1:1 unknown-key"])
  }

  @Test func `columns count characters of text, not bytes`() throws {
    #expect(
      try codes("options: { profile: \"stræng\", nei: 1 }") == [
        "plan.yaml:2:21 not-a-choice", "plan.yaml:2:31 unknown-key",
      ])
  }

  @Test(arguments: ["", "\n\n", "# only a remark\n", "---\n"])
  func `a file that says nothing is told so`(text: String) throws {
    #expect(try TemporaryPlan(["plan.yaml": text]).problems().map(\.placeAndCode) == ["plan.yaml empty-file"])
  }

  @Test func `lines may end as Windows ends them`() throws {
    let plan = try TemporaryPlan(["plan.yaml": "milepost: 1\r\nname: A\r\nnmae: B\r\n"])
    #expect(plan.problems().map(\.placeAndCode) == ["plan.yaml:3:1 unknown-key"])
  }
}

@Suite struct `Texts that YAML cuts` {
  @Test func `a comma inside braces shows the whole text as it should be written`() throws {
    #expect(
      try problems("projects:\n  amk:\n    status: { time: red, words: delayed, seriously, it seems }") == [
        """
        plan.yaml:4:42: error[quote-text]: 'delayed' was cut or split here: inside { } a comma ends a text
          help: quote this text: "delayed, seriously, it seems"
        """
      ])
  }

  @Test func `a decimal comma is a bad number, inside braces and outside`() throws {
    #expect(
      try problems(
        "projects:\n  amk:\n    cost: { accrued: 63, forecast: 275,3, cost-frame: 300 }\n  b:\n    cost:\n      forecast: 275,3"
      ) == [
        """
        plan.yaml:4:36: error[bad-number]: '275,3' is not a number
          help: digits with a decimal point: 275.3
        """,
        """
        plan.yaml:7:17: error[bad-number]: '275,3' is not a number
          help: digits with a decimal point: 275.3
        """,
      ])
  }

  @Test func `a hash after a space shows the whole text, with its quotes escaped`() throws {
    #expect(
      try problems("name: Såkalt \"ny\" #2 plan") == [
        """
        plan.yaml:2:18: error[quote-text]: 'Såkalt "ny"' was cut or split here: ' #' begins a comment
          help: quote this text: "Såkalt \\"ny\\" #2 plan"
        """
      ])
  }

  /// The brace that closes was in the comment, and the error was told of the next line, as one of brackets.
  @Test(arguments: [
    ("  b: { duration: 1d, name: Fase #2 og 3, planned: 2024 }", "4:32", "Fase", "Fase #2 og 3"),
    ("  b: { name: \"x #1\", note: a # b }", "4:29", "a", "a # b"),
    ("  b: { duration: 1d, after: [a, b #1] }", "4:34", "b", "b #1"),
  ])
  func `a hash inside braces shows the whole text`(line: String, place: String, cut: String, whole: String) throws {
    #expect(
      try problems("activities:\n  a: { duration: 1d }\n\(line)\n  c: { duration: 1d }").first?.replacing(
        "plan.yaml:", with: "")
          == """
          \(place): error[quote-text]: '\(cut)' was cut or split here: ' #' begins a comment
            help: quote this text: "\(whole)"
          """)
  }

  @Test func `a remark inside braces is a remark`() throws {
    #expect(try plan("activities:\n  a: { name: A, # the name\n       duration: 1d }")["a"]?.name == "A")
    let codes = try codes("activities:\n  a: { name: A, # the name\n       duration: 1d\n  b: { duration: 1d }")
    #expect(codes.contains { $0.hasSuffix("yaml-syntax") } && !codes.contains { $0.hasSuffix("quote-text") })
  }

  @Test func `a text in braces shows the whole text`() throws {
    #expect(
      try problems("name: {Utkast, versjon 2}") == [
        """
        plan.yaml:2:7: error[quote-text]: '{Utkast, versjon 2}' was cut or split here: '{' begins a mapping
          help: quote this text: "{Utkast, versjon 2}"
        """
      ])
    #expect(try codes("name: {a: b}") == ["plan.yaml:2:7 wrong-type"])
  }

  @Test func `a remark after a value is a remark`() throws {
    #expect(try plan("name: A   # the name\nlanguage: nb #short").name == "A")
  }

  @Test func `a colon in a text shows the whole text`() throws {
    #expect(
      try problems("activities:\n  dig:\n    name: Fase 2: levering # ny") == [
        """
        plan.yaml:4:17: error[quote-text]: 'Fase 2' was cut or split here: ': ' begins another key
          help: quote this text: "Fase 2: levering # ny"
        """
      ])
  }
}
