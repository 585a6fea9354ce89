import Foundation
import PlanFiles
import PlanModel
import Testing

@Suite struct `Tables` {
  @Test func `a table of activities is a plan`() throws {
    let plan = try TemporaryPlan([
      "a.csv":
        "\u{FEFF}id,Name,duration,milestone,planned,predecessors\r\ndig,\"Dig, \"\"deep\"\"\nand wide\",3d,,2023-05-01,\r\n\r\npour,Pour,1d,,,dig\r\np.done,,,yes,,\"pour; dig SS+10d|dig\"\r\n"
    ]).read("a.csv").plan
    #expect(plan.activities.map(\.id.text) == ["dig", "pour", "p.done"] && plan.projects.map(\.id.text) == ["p"])
    #expect(plan.activities[0].name == "Dig, \"deep\"\nand wide")
    #expect(plan.activities[0].details.planned?.value.words == "2023-05-01")
    #expect(
      plan.links.map { "\($0.from) \($0.to) \($0.kind.word) \($0.lag?.description ?? "-")" } == [
        "dig pour FS -", "pour p.done FS -", "dig p.done SS 10d", "dig p.done FS -",
      ])
  }

  @Test func `semicolons separate where the header has them, and links stand beside`() throws {
    let files = [
      "activities.csv": "id;duration;predecessors\na;3d;\nb;1,5d;a|a FF\n",
      "links.csv": "from;to;type;lag;strength\na;b;SS;2d;soft\n",
    ]
    #expect(
      try TemporaryPlan(files).problems("activities.csv").map(\.placeAndCode) == ["activities.csv:3:3 bad-quantity"])
    var fixed = files
    fixed["activities.csv"] = "id;duration;predecessors\na;3d;\nb;1.5d;a|a FF\n"
    let plan = try TemporaryPlan(fixed).read("activities.csv").plan
    #expect(plan.links.map { "\($0.kind.word) \($0.strength)" } == ["FS hard", "FF hard", "SS soft"])
    #expect(
      try TemporaryPlan(["x.csv": "id\na\nb\n", "x-links.csv": "from,to\na,b\n"]).read("x.csv").plan.links.count == 1)
  }

  @Test(arguments: [
    ("", ["a.csv empty-file"]),
    ("name\nx\n", ["a.csv:1:1 missing-key"]),
    ("id,nmae\na,b\n", ["a.csv:1:4 unknown-key"]),
    ("id,id\na,b\n", ["a.csv:1:4 duplicate-key"]),
    ("id,name\na,b,c\n", ["a.csv:2:5 bad-table"]),
    ("id,name\n,b\n", ["a.csv:2:1 bad-table"]),
    ("id,name\na,\"b\n", ["a.csv:2:3 bad-table"]),
    ("id,name\na,\"b\" c\n", ["a.csv:2:6 bad-table"]),
    ("id,name\na,b\"c\n", ["a.csv:2:3 bad-table"]),
    ("id\na\na\n", ["a.csv:3:1 duplicate-id"]),
    ("id\na b\n", ["a.csv:2:1 bad-identifier"]),
    ("id,duration,milestone\na,3,maybe\n", ["a.csv:2:3 bad-quantity", "a.csv:2:5 not-a-choice"]),
    ("id,predecessors\na,\"b; a XX\"\n", ["a.csv:2:4 unknown-activity", "a.csv:2:9 not-a-choice"]),
  ])
  func `each problem has its line and column`(text: String, expected: [String]) throws {
    let found = try TemporaryPlan(["a.csv": text]).problems("a.csv")
    #expect(found.map(\.placeAndCode) == expected, "\(found)")
  }
}
