import Testing

/// A syntax error ends a file, but it hides nothing that stands before it or in other files.
@Suite struct `A syntax error` {
  private func problems(_ files: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder(files)
    let run = try milepost("check", ".", in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    return run.problems.split(separator: "\n").filter { !$0.hasPrefix("  ") }.map { line in
      String(line.prefix { $0 != "]" } + "]")
    }
  }

  @Test func `stands in plan order among the other problems of its file and of all files`() throws {
    let found = try problems([
      "portfolio.yaml": "milepost: 1\nnmae: P\ninclude: projects/*.yaml\nsource: report\n",
      "projects/a.yaml": """
      project: a
      activities:
        one: { duration: 3x }
        two: { duration: 2d, after: [in-the-tail] }
        three: { name: [T }
        in-the-tail: { duration: 4y }
      """,
      "projects/b.yaml": "project: b\nactivities:\n  x: { planned: 2023-02-30, after: a.in-the-tail }\n",
      "scenarios/s.yaml": "scenario: s\nchanges: [\"a.two +1q\"]\n",
    ])
    #expect(
      found == [
        "portfolio.yaml:2:1: error[unknown-key]", "projects/a.yaml:3:20: error[bad-quantity]",
        "projects/a.yaml:5:21: error[yaml-syntax]", "projects/b.yaml:3:17: error[bad-date]",
        "scenarios/s.yaml:2:18: error[bad-quantity]",
      ])
  }

  @Test func `in the first file lets the files that it includes be read`() throws {
    let found = try problems([
      "portfolio.yaml":
        "milepost: 1\nname: P\ninclude: part.yaml\nactivities:\n  a: { duration: 1y }\nlinks:\n  - { from: a, to: \"b }\n",
      "part.yaml": "activities:\n  b: { duration: 1z, planned: 11. mai }\n",
      "scenarios/s.yaml": "scenario: s\nchanges: [\"a +1q\"]\n",
    ])
    #expect(
      found == [
        "portfolio.yaml:5:18: error[bad-quantity]", "portfolio.yaml:7:20: error[yaml-syntax]",
        "part.yaml:2:18: error[bad-quantity]", "scenarios/s.yaml:2:14: error[bad-quantity]",
      ])
  }

  /// What is missing where the file is cut may stand behind the error, and so is no problem.
  @Test(arguments: [
    "name: P\nlinks:\n  - from: a\n    \"to",
    "activities:\n  a:\n    actual: 2023-01-02\n    name: [x",
    "activities:\n  a:\n    duration:\n      low: 2d\n      high: \"3d",
    "calendars:\n  c:\n    monday: closed\n    tuesday: \"08:00",
    "scenarios: { s: { name: x } }\nchoices:\n  c:\n    formal: s\n    alternatives: [s,",
    "registers:\n  r:\n    rows:\n      - { a: 1 }\n    columns: { a: \"",
    "activities:\n  a: { milestone: yes, planned: 11. mai }\n  b: [",
    "activities:\n  a: { duration: 1d, after: b, calendar: c, window: w }\n\t",
    "links:\n  - { [a",
  ])
  func `does not make what is cut off a problem`(text: String) throws {
    let found = try problems(["plan.yaml": "milepost: 1\n" + text])
    #expect(found.count == 1, "\(found)")
  }

  @Test func `before the key that tells what a file is leaves its keys alone`() throws {
    let found = try problems([
      "plan.yaml": "milepost: 1\nname: P\ninclude: [a.yaml, scenarios/s.yaml]\n",
      "a.yaml": "name: P\nowner: [x\nproject: p\n",
      "scenarios/s.yaml": "name: S\nnote: \"x\n",
    ])
    #expect(found == ["a.yaml:3:8: error[yaml-syntax]", "scenarios/s.yaml:2:7: error[yaml-syntax]"])
  }
}
