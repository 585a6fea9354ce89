import Foundation
import PlanFiles
import PlanModel
import Testing

@Suite struct `Problems stand where they are` {
  /// A plan text after `milepost: 1`, and all its problems.
  static let cases: [(String, [String])] = [
    // Keys and forms
    ("options: { profle: strict }", ["2:12 unknown-key"]),
    ("options: strict", ["2:10 wrong-type"]),
    ("activities: [a]", ["2:13 wrong-type"]),
    ("activities:\n  dig:", ["3:3 wrong-type"]),
    ("activities: { dig: { duration: } }", ["2:32 wrong-type"]),
    ("activities:\n  dig: { duration: { low: 3d } }", ["3:20 missing-key"]),
    ("choices: { c: { name: x } }", ["2:12 missing-key"]),
    ("links:\n  - { from: a }", ["3:5 missing-key", "3:13 unknown-activity"]),
    ("activities: { 'a b': { name: x } }", ["2:15 bad-identifier"]),
    ("activities: { a: { site: [b c] } }", ["2:27 bad-identifier"]),
    ("activities: { a: { after: [.x] } }", ["2:28 bad-identifier"]),
    ("language: no", ["2:11 not-a-choice"]),
    ("activities: { a: { inactive: maybe } }", ["2:30 not-a-choice"]),
    ("activities: { a: { after: a FD } }", ["2:29 not-a-choice"]),
    ("activities: { a: { after: a FS+1d FS+2d } }", ["2:35 contradiction"]),
    ("activities: { a: { after: a FS+1d +2d } }", ["2:35 contradiction"]),
    ("activities: { a: { after: a +1d SS-2d } }", ["2:35 contradiction"]),
    ("activities: { a: { after: a hard soft } }", ["2:34 contradiction"]),
    ("scenarios: { s: { changes: [a -> b SS FF] } }", ["2:39 bad-change"]),
    ("report-year: about", ["2:14 bad-number"]),
    ("report-year: 20", ["2:14 wrong-type"]),
    // Values
    ("status-date: 2023-13-01", ["2:14 bad-date"]),
    ("status-date: 2023-05", ["2:14 bad-date"]),
    ("activities: { a: { planned: soon } }", ["2:29 bad-date"]),
    ("activities: { a: { planned: { at: soon } } }", ["2:35 bad-date"]),
    ("activities: { a: { duration: 3 } }", ["2:30 bad-quantity"]),
    ("activities: { a: { duration: 50% } }", ["2:30 bad-quantity"]),
    ("activities: { a: { duration: -3d } }", ["2:30 bad-quantity"]),
    ("activities: { a: { duration: 101000w } }", ["2:30 bad-quantity"]),
    ("activities: { a: { after: b +3 }, b: { milestone: yes } }", ["2:29 bad-quantity"]),
    ("activities: { a: { duration: { low: 5d, likely: 3d } } }", ["2:30 bad-estimate"]),
    ("activities: { a: { duration: { low: 2d, likely: 3ed } } }", ["2:30 bad-estimate"]),
    ("activities: { a: { duration: 3d..1d } }", ["2:30 bad-estimate"]),
    ("calendars: { c: { monday: 8-16 } }", ["2:27 bad-hours"]),
    ("calendars: { c: { monday: 08:00-16:00, 12:00-13:00 } }", ["2:40 quote-text"]),
    ("calendars: { c: { monday: \"08:00-16:00, 12:00-13:00\" } }", ["2:27 bad-hours"]),
    ("calendars: { c: { monday: closed } }", ["2:14 empty-calendar"]),
    ("calendars: { norway: { monday: closed } }", ["2:14 contradiction"]),
    ("calendars: { a: { extends: b }, b: { extends: a } }", ["2:14 contradiction"]),
    ("windows: { w: { open: ../2023-05-01 } }", ["2:23 bad-date"]),
    ("scenarios: { s: { changes: [x slide] } }", ["2:31 unknown-key"]),
    ("scenarios: { s: { changes: [a +3] } }\nactivities: { a: { milestone: yes } }", ["2:31 bad-quantity"]),
    ("scenarios: { s: { changes: [drop a b] } }", ["2:36 bad-change"]),
    ("scenarios: { s: { changes: ['a ?'] } }", ["2:32 unknown-key"]),
    ("risks: { R: { probability: 2 } }", ["2:28 wrong-type"]),
    (
      "registers: { r: { columns: { n: number, d: date }, rows: [{ n: x, d: y }] } }",
      ["2:64 bad-number", "2:70 bad-date"]
    ),
    ("registers: { r: { columns: { n: int } } }", ["2:33 not-a-choice"]),
    ("registers: { r: { columns: { n: text }, rows: [{ m: x }] } }", ["2:50 unknown-key"]),
    // Contradictions
    ("activities: { a: { milestone: yes, duration: 3d } }", ["2:36 contradiction"]),
    ("activities: { a: { milestone: yes, duration: 0d } }", []),
    ("activities: { a: { milestone: yes, summary: yes } }", ["2:15 contradiction"]),
    ("activities: { a: { summary: yes, duration: 3d } }", ["2:34 contradiction"]),
    ("activities: { a: { actual: 2023-01-01 } }", ["2:20 contradiction"]),
    ("activities: { a: { milestone: yes, actual: 2023-01-01, actual-start: 2023-01-01 } }", ["2:36 contradiction"]),
    ("activities: { a: { milestone: yes, actual: 2023-01-01, state: { is: missed } } }", ["2:56 contradiction"]),
    ("activities: { a: { milestone: yes, planned: 2023-01-01, state: { is: cancelled } } }", []),
    ("activities: { a: { actual-start: 2023-05-01, actual-finish: 2023-04-01 } }", ["2:46 contradiction"]),
    ("activities: { a: { actual-finish: 2023-04-01, remaining: 3d } }", ["2:47 contradiction"]),
    ("activities: { a: { pin-start: 2023-05-01, start-on: 2023-04-01 } }", ["2:20 contradiction"]),
    ("activities: { a: { after: { from: b, to: a } }, b: { milestone: yes } }", ["2:38 contradiction"]),
    // Names
    ("default-calendar: norwya", ["2:19 unknown-calendar"]),
    ("calendars: { c: { extends: d, monday: '08:00-16:00' } }", ["2:28 unknown-calendar"]),
    ("activities: { a: { calendar: c } }", ["2:30 unknown-calendar"]),
    ("activities: { a: { window: w } }", ["2:28 unknown-window"]),
    ("activities: { a: { after: [b, c] } }", ["2:28 unknown-activity", "2:31 unknown-activity"]),
    ("activities: { a: { part-of: b } }", ["2:29 unknown-activity"]),
    ("activities: { a: { body: b } }", ["2:26 unknown-node"]),
    ("activities: { a: { after: p } }\nprojects: { p: { name: P } }", ["2:27 wrong-type"]),
    ("projects: { p: { part-of: q } }", ["2:27 unknown-project"]),
    ("relations:\n  - { from: x, to: y }", ["3:13 unknown-node", "3:20 unknown-node"]),
    ("links: [{ from: a, to: a, risks: [R9] }]\nactivities: { a: { milestone: yes } }", ["2:35 unknown-risk"]),
    ("scenarios: { s: { extends: t } }", ["2:28 unknown-scenario"]),
    ("choices: { c: { alternatives: [s] } }", ["2:32 unknown-scenario"]),
    ("choices: { c: { alternatives: [s], formal: t } }\nscenarios: { s: { name: S } }", ["2:44 not-a-choice"]),
    (
      "scenarios: { s: { changes: [b +3d, add c 3d, c +1d, a window=w] } }\nactivities: { a: { name: A } }",
      ["2:29 unknown-activity", "2:53 unknown-window"]
    ),
    ("risks: { R: { touches: [x] } }", ["2:25 unknown-node"]),
    ("risks: { R: { impact: { b: 3d } } }", ["2:25 unknown-activity"]),
    ("registers: { r: { columns: { n: reference }, rows: [{ n: x }] } }", ["2:58 unknown-node"]),
    (
      "links:\n  - { id: D1, from: a, to: a }\n  - { id: D1, from: a, to: a }\nactivities: { a: { name: A } }",
      ["4:11 duplicate-id"]
    ),
  ]

  @Test(arguments: cases)
  func `each problem has its code and place`(text: String, expected: [String]) throws {
    let found = try problems(text)
    #expect(found.map(\.placeAndCode) == expected.map { "plan.yaml:" + $0 }, "\(found)")
  }

  @Test func `every problem of every file is told, in plan order`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: [z.yaml, projects/*.yaml, gone.yaml, ../x.yaml]\nnmae: A\n",
      "z.yaml": "links:\n  - { from: b.x, to: b.y, type: XX }\n",
      "projects/b.yaml": "project: b\nactivities:\n  x: { duration: 3 }\n",
      "projects/a.yaml": "project: a\nowner: [b]\nphase: {}\n",
      "scenarios/s.yaml": "name: S\n",
    ])
    #expect(
      plan.problems().map(\.placeAndCode) == [
        "portfolio.yaml:2:36 include-missing", "portfolio.yaml:2:47 wrong-type", "portfolio.yaml:3:1 unknown-key",
        "z.yaml:2:33 not-a-choice", "projects/a.yaml:2:8 wrong-type", "projects/a.yaml:3:8 wrong-type",
        "projects/b.yaml:3:18 bad-quantity", "scenarios/s.yaml:1:1 missing-key",
      ])
  }

  @Test func `a file that cannot be read hides no problem of another, and makes no name unknown`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: [a.yaml, b.yaml]\nlinks: [{ from: a.x, to: b.y }]\n",
      "a.yaml": "project: a\nactivities: [\n",
      "b.yaml": "project: b\nactivities: { y: { duration: 3 } }\n",
    ])
    #expect(plan.problems().map(\.placeAndCode) == ["a.yaml:3:1 yaml-syntax", "b.yaml:2:30 bad-quantity"])
  }

  @Test func `what is defined twice is told with both places`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: p.yaml\nprojects:\n  p: { name: P }\n",
      "p.yaml": "project: p\n",
    ])
    #expect(
      plan.problems() == [
        """
        p.yaml:1:10: error[duplicate-id]: 'p' is defined twice
          also: portfolio.yaml:4:3
          help: ids must be unique; rename one of them
        """
      ])
    #expect(
      try problems("name: A\nname: B") == [
        """
        plan.yaml:3:1: error[duplicate-key]: 'name' is given twice
          also: plan.yaml:2:1
          help: keep one of them
        """
      ])
  }

  @Test func `a misspelt name is told the nearest, its own project's first`() throws {
    let text = """
      projects:
        p:
          activities:
            cure: { duration: 1d }
            pour: { duration: 1d, after: [crue, q.crue, dug, lonly] }
        q:
          activities:
            cure: { duration: 1d }
            dug: { duration: 1d }
      activities:
        lonely: { duration: 1d }
      """
    #expect(
      try problems(text) == [
        "plan.yaml:6:37: error[unknown-activity]: no activity is called 'crue'; did you mean 'cure'?",
        "plan.yaml:6:43: error[unknown-activity]: no activity is called 'q.crue'; did you mean 'q.cure'?",
        "plan.yaml:6:51: error[unknown-activity]: no activity is called 'dug'; did you mean 'q.dug'?",
        "plan.yaml:6:56: error[unknown-activity]: no activity is called 'lonly'; did you mean 'lonely'?",
      ])
  }

  @Test func `whole sentences for a few`() throws {
    #expect(
      try problems("opitons: {}\nactivities:\n  a: { duration: 3 dager, milestone: maybe }") == [
        "plan.yaml:2:1: error[unknown-key]: a plan has no key 'opitons'; did you mean 'options'?",
        """
        plan.yaml:4:18: error[bad-quantity]: '3 dager' is not an amount of time
          help: a number and a unit: 30d, 6w, 2h; elapsed: 6ew, 10ed; a decimal point, not a comma
        """,
        """
        plan.yaml:4:38: error[not-a-choice]: 'maybe' is no value of 'milestone'
          help: it is one of: start, finish, yes
        """,
      ])
  }

  @Test func `a later format asks for a newer build`() throws {
    let plan = try TemporaryPlan(["plan.yaml": "milepost: 2\n"])
    #expect(
      plan.problems() == [
        """
        plan.yaml:1:11: error[format-version]: this is format version 2; this build reads version 1
          help: read it with a newer Milepost
        """
      ])
    #expect(
      try TemporaryPlan(["plan.yaml": "name: A\n"]).problems().map(\.placeAndCode) == ["plan.yaml:1:1 missing-key"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of unknown names cost no square`() throws {
    var text = "activities:\n"
    for i in 0..<3000 { text += "  activity-number-\(i): { after: unknown-thing-\(i)-with-a-long-name }\n" }
    #expect(try codes(text).count == 3000)
  }
}
