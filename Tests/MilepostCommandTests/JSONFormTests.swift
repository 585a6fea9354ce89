import Foundation
import Testing

/// Every JSON answer fits its schema, and the schemas say no less than the answers.
@Suite struct `JSON forms` {
  @Test(arguments: [
    ["schedule", "schedule"], ["schedule", "schedule", "--scenario", "plan-a"],
    ["schedule", "schedule", "--scenario", "release-in-june", "--to", "live", "--require", "live <= 2024-01"],
    ["schedule", "schedule", "--project", "hospital", "--change", "supplier.release-2 planned=2023-06"],
    ["why", "schedule", "--why", "live"], ["why", "schedule", "--why", "live", "--scenario", "plan-a"],
    ["why", "schedule", "--why", "release-1", "--language", "en"],
    ["check", "check"], ["check", "check", "--scenario", "plan-a", "--require", "no-warnings"],
    ["check", "check", "--scenario", "plan-x"],
    ["schedule", "schedule", "--ignore-planned", "--treat-soft", "hard", "--scenario", "plan-a"],
    ["compare", "compare", "base", "plan-a"], ["compare", "compare", "plan-a", "release-in-june", "--ignore-planned"],
    ["compare", "compare", "plan-a", "plan-a", "--change", "hospital.live +6w", "--milestone", "live"],
    ["slip", "slip", "--scenario", "release-in-june", "--change", "supplier.release-2 +6w"],
    ["slip", "slip", "--change", "hospital.test duration +2w", "--change", "supplier.release-1 -> hospital.live"],
    ["slip", "slip", "--change", "hospital.live target=november 2023", "--treat-soft", "hard"],
    ["graph", "graph"], ["graph", "graph", "--level", "milestones", "--scenario", "plan-a"],
    ["schedule", "schedule", "--as-of", "2023-04-04"],
  ])
  func `fit their schemas`(arguments: [String]) throws {
    let folder = try TemporaryFolder(["portfolio.yaml": smallPortfolio])
    let run = try milepost([arguments[1], ".", "--json"] + arguments.dropFirst(2), in: folder.path)
    #expect(try JSONSchema(named: arguments[0]).problems(in: run.output) == [])
  }

  @Test(arguments: [
    ["schedule", "--scenario", "plan-a"], ["compare"], ["compare", "base", "plan-b"], ["check"],
    ["graph"], ["graph", "--level", "milestones"], ["check", "--as-of", "2023-04-04"],
    [
      "slip", "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--change",
      "amk-interregional.release-1-1 +6ew",
    ],
  ])
  func `of the real portfolio fit too`(arguments: [String]) throws {
    let run = try milepost([arguments[0], Built.portfolio, "--json"] + arguments.dropFirst())
    #expect(run.status == 0)
    #expect(try JSONSchema(named: arguments[0]).problems(in: run.output) == [])
  }

  @Test(arguments: [
    ["schedule", "schedule"], ["check", "check"], ["schedule", "schedule", "--floats"],
    ["schedule", "schedule", "--to", "quay.open", "--to", "rail.open"],
    ["schedule", "schedule", "--drag", "--to", "rail.open"],
    ["schedule", "schedule", "--paths", "2", "--paths-by", "total-float", "--to", "rail.open"],
    ["schedule", "schedule", "--paths", "9", "--to", "rail.open", "--to", "quay.open", "--floats", "--drag"],
    ["why", "schedule", "--why", "works"], ["why", "schedule", "--why", "site-office"],
    ["why", "schedule", "--why", "mix"], ["why", "schedule", "--why", "bollards"],
    ["why", "schedule", "--why", "survey"], ["why", "schedule", "--why", "track"],
  ])
  func `of a plan with everything in it fit too`(arguments: [String]) throws {
    let folder = try TemporaryFolder(["harbour.yaml": harbour])
    let run = try milepost([arguments[1], "harbour.yaml", "--json"] + arguments.dropFirst(2), in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    #expect(try JSONSchema(named: arguments[0]).problems(in: run.output) == [])
  }

  @Test func `a broken document does not fit`() throws {
    let schema = try JSONSchema(named: "check")
    let folder = try TemporaryFolder([
      "portfolio.yaml": smallPortfolio.replacingOccurrences(of: "source: report", with: "note: none")
    ])
    let good = try milepost("check", ".", "--json", in: folder.path).output
    for (wrong, right) in [
      ("\"format\": 2", "\"format\": 1"), ("\"sond\"", "\"sound\""),
      ("\"severity\": \"bad\"", "\"severity\": \"warning\""),
      ("\"files\": \"many\"", "\"files\": 1"),
    ] {
      #expect(good.contains(right))
      #expect(try !schema.problems(in: good.replacingOccurrences(of: right, with: wrong)).isEmpty, "\(right)")
    }
  }

  @Test func `the problems of a plan with errors are JSON too, and the exit status is 2`() throws {
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\nactivites: {}\n"])
    let run = try milepost("check", "p.yaml", "--json", in: folder.path)
    #expect(run.status == 2)
    #expect(try JSONSchema(named: "check").problems(in: run.output) == [])
    #expect(run.output.contains("\"code\": \"unknown-key\""))
    #expect(run.output.contains("\"sound\": false"))
    #expect(run.problems.contains("error[unknown-key]"))
  }

  @Test func `names come out exactly as they went in`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": #"""
      milepost: 1
      name: "Blåbær \"og\" \\ 日本 e\u0301 \t\a"
      activities:
        a: { duration: 1d }
      """#
    ])
    let run = try milepost("schedule", "p.yaml", "--json", in: folder.path)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let name = (document?["manifest"] as? [String: Any])?["name"] as? String
    #expect(name.map { Array($0.unicodeScalars) } == Array("Blåbær \"og\" \\ 日本 e\u{301} \t\u{7}".unicodeScalars))
  }

  @Test func `the manifest tells what the answer was made from`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    func manifest(_ arguments: String...) throws -> [String: Any] {
      let run = try milepost(["schedule", "site.yaml", "--json"] + arguments, in: folder.path)
      let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return document?["manifest"] as? [String: Any] ?? [:]
    }
    let first = try manifest("--change", "dig +1ed")
    #expect(first["changes"] as? [String] == ["dig +1ed"])
    #expect(first["statusDate"] is NSNull)
    let sum = try shell("sha256sum site.yaml", in: folder.path).output.prefix(64)
    #expect((first["files"] as? [[String: Any]])?.first?["sha256"] as? String == String(sum))
    let before = try manifest()["inputDigest"] as? String
    #expect(before == first["inputDigest"] as? String)
    try folder.write("site.yaml", site + "\n# one remark more\n")
    #expect(try manifest()["inputDigest"] as? String != before)
  }

  @Test func `the same input gives the same bytes`() throws {
    let folder = try TemporaryFolder(["portfolio.yaml": smallPortfolio])
    let runs = try (0..<3).map { _ in try milepost("schedule", ".", "--json", in: folder.path).output }
    #expect(Set(runs).count == 1)
  }
}
