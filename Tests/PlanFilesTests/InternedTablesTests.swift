import Foundation
import PlanFiles
import PlanModel
import Testing

@Suite struct `Interned tables` {
  private static let lengths = UnitLengths(day: 1440, daysPerWeek: 7, daysPerMonth: 30)

  private func tables(_ activities: String, _ links: String) throws -> InternedTables? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (first, second) = (folder.appendingPathComponent("a.csv"), folder.appendingPathComponent("l.csv"))
    try Data(activities.utf8).write(to: first)
    try Data(links.utf8).write(to: second)
    return InternedTables(activities: first.path, links: second.path, Self.lengths)
  }

  /// More rows than a bunch, ids of every length, in another order than links name them.
  @Test func `numbers are those of the plan that the same tables make`() throws {
    let count = 1000
    func id(_ number: Int) -> String {
      "p\(number % 7)." + String(repeating: "long-", count: number % 6) + "a\(number * 7919 % 1000)"
    }
    let kinds = ["", "FS", "SS", "FF", "SF"]
    let activities =
      "id,name,duration\n"
      + (0..<count).map { "\(id($0)),\"Name, \($0)\",\($0 % 3 == 0 ? "" : "\($0 % 50)d")" }.joined(separator: "\n")
    let links =
      "from,to,type,lag\n"
      + (0..<3000).map {
        "\(id($0 * 31 % count)),\(id(($0 * 17 + 5) % count)),\(kinds[$0 % 5]),\($0 % 4 == 0 ? "\($0 % 9)h" : "")"
      }.joined(separator: "\r\n")
    let plan = try TemporaryPlan(["activities.csv": activities, "links.csv": links]).read("activities.csv").plan
    let found = try #require(try tables(activities, links))
    #expect(found.ids == plan.activities.map(\.id))
    #expect(
      found.durations
        == plan.activities.map { activity in
          activity.duration.map { Int32(Self.lengths.minutes(of: $0.value.likely) ?? -2) } ?? -1
        })
    #expect(found.kinds == plan.links.map(\.kind))
    #expect(found.lags == plan.links.map { link in link.lag.map { Int32(Self.lengths.minutes(of: $0) ?? -2) } ?? 0 })
    #expect(found.from.map { found.ids[Int($0)] } == plan.links.map(\.from))
    #expect(found.to.map { found.ids[Int($0)] } == plan.links.map(\.to))
  }

  @Test(arguments: [
    ("id\na\na\n", "from,to\na,a\n"),  // doubled
    ("id\na\nb\n", "from,to\na,c\n"),  // unknown
    ("id\na\n\"b\"\"\"\n", "from,to\na,a\n"),  // doubled quotes
    ("id\na\nb\n", "from,to,type\na,b,XX\n"),
    ("id\na\nb\n", "from,to,strength\na,b,soft\n"),
    ("id,predecessors\na,\nb,a\n", "from,to\na,b\n"),
    ("id,nmae\na,b\n", "from,to\n"),
    ("id,duration\na,long\n", "from,to\n"),
    ("id\na\n", "from,to\na,a,x\n"),
    ("", "from,to\n"),
  ])
  func `what says more than numbers is left to the reader of plans`(activities: String, links: String) throws {
    let found = try tables(activities, links)
    #expect(found?.ids == nil)
  }
}
