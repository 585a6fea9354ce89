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

  /// Most links are looked up some dozens at a time: what stands between them, or is wrong with one, changes nothing.
  @Test func `links mean the same alone and among hundreds`() throws {
    let activities = "id\n" + (0..<50).map { "a\($0)\n" }.joined() + "blå.å\n"
    let rows = (0..<400).map { number -> String in
      switch number % 23 {
      case 5: "\"a\(number % 50)\",a\((number + 3) % 50),SS,2d,"
      case 9: "blå.å,a\(number % 50),,,"
      case 14: "a\(number % 50),a\((number + 1) % 50),FF,-10%,\"the \"\"thing\"\"\""
      default:
        "a\(number * 7 % 50),a\((number * 7 + 1 + number % 48) % 50),\(number % 2 == 0 ? "" : "SF"),\(number % 3)eh,"
      }
    }
    let header = "from,to,type,lag,what\n"
    let together = try TemporaryPlan(["activities.csv": activities, "links.csv": header + rows.joined(separator: "\n")])
      .read("activities.csv").plan.links
    #expect(together.count == rows.count)
    for number in [0, 5, 9, 14, 63, 64, 65, 127, 128, 399] {
      let alone = try TemporaryPlan(["activities.csv": activities, "links.csv": header + rows[number]])
        .read("activities.csv").plan.links
      #expect(alone == [together[number]])
    }

    var broken = rows
    broken[3] = "a1,a99,,,"
    broken[64] = "å,a1,,,"
    broken[130] = "a1,a2,XX,,"
    broken[131] = "a1,a2,,1q,"
    broken[399] = ",a1,,,"
    let files = ["activities.csv": activities, "links.csv": header + broken.joined(separator: "\n")]
    #expect(
      try TemporaryPlan(files).problems("activities.csv").map(\.placeAndCode) == [
        "links.csv:5:4 unknown-activity", "links.csv:66:1 unknown-activity", "links.csv:132:7 not-a-choice",
        "links.csv:133:8 bad-quantity", "links.csv:401:1 missing-key",
      ])
  }

  @Test func `an empty table is told how tables begin`() throws {
    let files = ["activities.csv": "id\na\n", "links.csv": ""]
    #expect(
      try TemporaryPlan(files).problems("activities.csv").map { String($0.split(separator: "\n").last ?? "") }
        == ["  help: a table begins with its columns: from,to,type"])
  }
}
