import Foundation
import PlanFiles
import PlanModel
import Testing

@Suite struct `Folders and files` {
  @Test func `a folder is read by its portfolio, its plan, or its only file`() throws {
    #expect(try TemporaryPlan(["portfolio.yaml": "milepost: 1\nname: A", "plan.yaml": "x"]).read().plan.name == "A")
    #expect(try TemporaryPlan(["plan.yaml": "milepost: 1\nname: B", "other.yaml": "x"]).read().plan.name == "B")
    #expect(try TemporaryPlan(["any.yaml": "milepost: 1\nname: C", "read.me": "x"]).read().plan.name == "C")
  }

  @Test func `a folder without YAML files is read by its tables`() throws {
    let tables = ["activities.csv": "id,duration\na,1d\nb,2d\n", "links.csv": "from,to\na,b\n"]
    let plan = try TemporaryPlan(tables).read().plan
    #expect(plan.activities.map(\.id) == ["a", "b"] && plan.links.count == 1)
    let both = tables.merging(["plan.yaml": "milepost: 1\nname: D"]) { first, _ in first }
    #expect(try TemporaryPlan(both).read().plan.name == "D")
    #expect(try TemporaryPlan(["other.csv": "id\na\n"]).problems().map(\.placeAndCode) == [" unreadable-file"])
  }

  @Test func `what cannot be read is said`() throws {
    #expect(
      try TemporaryPlan(["a.yaml": "", "b.yaml": ""]).problems() == [
        """
        error[unreadable-file]: cannot read 'PLAN': the folder has several YAML files and none is called portfolio.yaml or plan.yaml
          help: check the path and its permissions
        """
      ])
    #expect(try TemporaryPlan(["a.txt": ""]).problems().map(\.placeAndCode) == [" unreadable-file"])
    #expect(try TemporaryPlan(["a.txt": ""]).problems("a.txt").map(\.placeAndCode) == [" unreadable-file"])
    #expect(try TemporaryPlan(["a.txt": ""]).problems("gone.yaml").map(\.placeAndCode) == [" unreadable-file"])
    #expect(try TemporaryPlan(["plan.yaml/x": ""]).problems("plan.yaml").map(\.placeAndCode) == [" unreadable-file"])
  }

  @Test func `devices and broken links are never opened`() throws {
    let plan = try TemporaryPlan(["x": ""])
    try FileManager.default.createSymbolicLink(atPath: plan.folder + "/zero.yaml", withDestinationPath: "/dev/zero")
    #expect(plan.problems("zero.yaml").map(\.placeAndCode) == [" unreadable-file"])
    try FileManager.default.createSymbolicLink(atPath: plan.folder + "/gone.yaml", withDestinationPath: "nowhere")
    #expect(plan.problems("gone.yaml").map(\.placeAndCode) == [" unreadable-file"])
  }

  @Test func `an included folder or pipe is refused at its include`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: [parts, pipe.yaml, parts/*.yaml]", "parts/a.yaml": "project: a",
    ])
    #expect(mkfifo(plan.folder + "/pipe.yaml", 0o600) == 0)
    #expect(
      plan.problems() == [
        """
        portfolio.yaml:2:11: error[unreadable-file]: cannot read 'parts': it is a folder
          help: check the path and its permissions
        """,
        """
        portfolio.yaml:2:18: error[unreadable-file]: cannot read 'pipe.yaml': it is a pipe or a device, not a file
          help: check the path and its permissions
        """,
      ])
  }

  @Test func `includes match within a name, in order, each file once`() throws {
    let document = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: [p*/*.yaml, parts/b.yaml, portfolio.yaml]",
      "parts/b.yaml": "project: b", "parts/a.yaml": "project: a", "parts/c.txt": "x", "parts/.d.yaml": "x",
      "parts/deep/e.yaml": "x", "q.yaml": "x",
    ]).read()
    #expect(document.plan.projects.map(\.id.text) == ["a", "b"])
    #expect(
      document.files.map { $0.split(separator: "/").suffix(1).joined() } == ["portfolio.yaml", "a.yaml", "b.yaml"])
  }

  @Test(arguments: ["../x.yaml", "/etc/passwd", "a/../../x.yaml", "\"\"", "out/x.yaml", "a//b.yaml"])
  func `includes stay at or below the plan's folder`(path: String) throws {
    let plan = try TemporaryPlan(["plan/portfolio.yaml": "milepost: 1\ninclude: \(path)", "x.yaml": "name: x"])
    try FileManager.default.createSymbolicLink(atPath: plan.folder + "/plan/out", withDestinationPath: plan.folder)
    #expect(plan.problems("plan").map(\.placeAndCode) == ["plan/portfolio.yaml:2:10 wrong-type"])
  }

  @Test func `a folder that contains itself ends`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: \"*/*/*/*.yaml\"", "a/b/c/d.yaml": "project: d",
    ])
    try FileManager.default.createSymbolicLink(atPath: plan.folder + "/a/loop", withDestinationPath: plan.folder)
    #expect(try plan.read().plan.projects.map(\.id.text) == ["d"])
  }

  @Test func `an included file includes nothing, and says nothing of the whole plan`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: a.yaml", "a.yaml": "include: a.yaml\nstatus-date: 2023-01-01",
    ])
    #expect(plan.problems().map(\.placeAndCode) == ["a.yaml:1:1 unknown-key", "a.yaml:2:1 unknown-key"])
  }

  @Test func `files are named as the user named them`() throws {
    let plan = try TemporaryPlan(["sub/portfolio.yaml": "milepost: 1\nnmae: x"])
    #expect(plan.problems("sub/").map(\.placeAndCode) == ["sub/portfolio.yaml:2:1 unknown-key"])
    #expect(plan.problems("sub/portfolio.yaml").map(\.placeAndCode) == ["sub/portfolio.yaml:2:1 unknown-key"])
  }

  @Test func `places of the call stand beside those of files`() throws {
    var places = try TemporaryPlan(["plan.yaml": "milepost: 1"]).read().places
    let argument = places.add(argument: "--change 2", column: 7)
    let line = places.add(file: "scenarios/a.yaml", line: 4, column: 0)
    #expect(
      places.describe(Diagnostic(.unknownActivity, "x", "", at: argument))
        == """
        --change 2, column 7: error[unknown-activity]: no activity is called 'x'
          help: ids are project.activity, or the activity alone where it has no project
        """)
    #expect(
      places.describe(Diagnostic(.selfLink, "x", severity: .warning, at: line, related: [argument]))
        == """
        scenarios/a.yaml:4: warning[self-link]: 'x' waits for itself
          also: --change 2, column 7
          help: remove the link
        """)
    #expect(places.describe(Diagnostic(.selfLink, "x", severity: .note)).hasPrefix("note[self-link]"))
    #expect(
      InvalidInput(InvalidPlan([Diagnostic(.selfLink, "b", at: line), Diagnostic(.selfLink, "a")]), places: places)
        .diagnostics.map { $0.values[0] } == ["a", "b"])
  }

  @Test func `a file of five thousand activities is read`() throws {
    var text = "projects:\n"
    for project in 0..<50 {
      text += "  p-\(project):\n    activities:\n"
      for i in 0..<100 {
        text += "      a-\(i):\n        duration: \(i % 9 + 1)d\n"
        if i > 0 { text += "        after: [a-\(i - 1), p-\(project / 2).a-0 SS+1d]\n" }
      }
    }
    let plan = try plan(text)
    #expect(plan.activities.count == 5000 && plan.links.count == 9900)
  }
}
