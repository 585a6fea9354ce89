import Foundation
import Testing

/// What `needs` answers where a gap may be work or buffer.
@Suite struct `Backward questions over an open gap` {
  /// A delivery on 10 January, a go-live on 31 January that must be there by 5 February, and 21 days between them of which
  /// nobody says what they are.
  private func plan(gap: String = "unknown") -> String {
    """
    milepost: 1
    name: Gap
    language: en
    projects:
      p:
        activities:
          a: { milestone: finish, planned: 2024-01-10 }
      q:
        activities:
          b: { milestone: finish, planned: 2024-01-31, target: 2024-02-05, event: go-live, site: [s] }
          c: { milestone: finish, planned: 2024-02-24, event: go-live, site: [s] }
    links:
      - { from: p.a, to: q.b, gap: \(gap) }
    scenarios:
      later:
        changes: ["p.a +10ed"]
    """
  }

  private func ask(_ arguments: [String], gap: String = "unknown") throws -> Run {
    let folder = try TemporaryFolder(["plan.yaml": plan(gap: gap)])
    return try milepost(["needs", "plan.yaml"] + arguments, environment: ["COLUMNS": "200"], in: folder.path)
  }

  @Test(arguments: [
    (["--tolerance"], "a → b 21 / 26 0 / 5"), (["--tolerance", "--for", "b"], "a 21 / 26 / 26 / 26 0 / 5 / 5 / 5"),
    (["--interfaces"], "a → b [p → q]: needed by 2024-02-05 2024-01-15"),
    (["--interfaces"], "a → b [p → q]: float: receiver / target 21 ed / 26 ed 0 ed / 5 ed"),
    (["--collisions", "--change", "p.a +10ed"], "b – c ○ none ● certain, 14 days"),
    (["--touched", "--change", "p.a +10ed"], "b only reached moves: +10 d and"),
    (["--conflicts", "--change", "p.a +10ed"], "b ≤ 2024-02-05 ✓ holds ✗ 2024-02-10"),
    (["--buy", "--for", "b", "--scenario", "later", "--change", "p.a -3ed"], "p.a -3ed 0 d 3 d → 2024-02-07, ✗ fails"),
  ])
  func `lie between buffer and work`(arguments: [String], line: String) throws {
    let run = try ask(arguments)
    #expect(run.status == 0, "\(run.problems)")
    #expect(run.output.contains("The plan does not say whether the gap a → b (3 weeks) is work or buffer"))
    #expect(run.output.contains("The answer lies between:"))
    let lines = run.lines.map { $0.replacing("\u{A0}", with: " ").split(separator: " ").joined(separator: " ") }
    #expect(lines.contains { $0.hasPrefix(line) }, "\(run.output)")
  }

  @Test(arguments: [
    (["--tolerance"], "tolerance"), (["--interfaces"], "interfaces"),
    (["--collisions", "--change", "p.a +10ed"], "collisions"),
    (["--touched", "--change", "p.a +10ed"], "touched"), (["--conflicts", "--change", "p.a +10ed"], "conflicts"),
    (["--buy", "--for", "b", "--scenario", "later", "--change", "p.a -3ed"], "buy"),
  ])
  func `as work are the answers of a plan that says so`(arguments: [String], key: String) throws {
    let open = try JSON(try ask(arguments + ["--json"]).output)
    #expect(open["overGaps"]["agree"].bool == false)
    #expect(open["overGaps"]["gaps"].list.map { $0["minutes"].number } == [21 * 1440])
    let work = try JSON(try ask(arguments + ["--json"], gap: "work").output)
    let buffer = try JSON(try ask(arguments + ["--json"], gap: "buffer").output)
    #expect(open["overGaps"]["asWork"] == work[key])
    #expect(open[key] == buffer[key])
    #expect(work["overGaps"].isNull && buffer["overGaps"].isNull)
  }

  @Test(arguments: [["--tolerance"], ["--collisions", "--change", "p.a +10ed"], ["--conflicts"], ["--interfaces"]])
  func `fit their schema`(arguments: [String]) throws {
    #expect(try JSONSchema(named: "needs").problems(in: try ask(arguments + ["--json"]).output) == [])
  }

  @Test func `that do not depend on it give one value and say so`() throws {
    let run = try ask(["--conflicts"])
    #expect(run.output.contains("The answer is the same."))
    let json = try JSON(try ask(["--conflicts", "--json"]).output)
    #expect(json["overGaps"]["agree"].bool == true && json["overGaps"]["asWork"].isNull)
  }

  @Test func `about what no such gap leads to do not speak of it`() throws {
    let run = try ask(["--tolerance", "--for", "c"])
    #expect(!run.output.contains("work or buffer"))
    #expect(try JSON(try ask(["--tolerance", "--for", "c", "--json"]).output)["overGaps"].isNull)
  }
}
