import Testing

@testable import PlanModel

@Suite struct `Ends of links` {
  /// Short, long, outside ASCII, written in two ways, doubled and unknown: in every order, so that bunches are full.
  @Test func `are the places that one look-up each gives`() {
    let ids = (0..<100).flatMap { ["a\($0)", "project-\($0).an-id-of-many-letters", "blå-\($0)", "bla\u{30A}-\($0)x"] }
    let plan = Plan(activities: (ids + ["a7"]).map { Activity(ActivityID($0)) })
    let asked = ids.map { $0.replacing("å", with: "a\u{30A}") } + ids + ["a100", "", "bl-1"]
    for step in [1, 7, 64] {
      let links = asked.indices.map { place in
        Link(from: ActivityID(asked[place]), to: ActivityID(asked[(place * step + 5) % asked.count]))
      }
      let ends = Plan(activities: plan.activities, links: links).linkEnds()
      #expect(ends.map(\.from) == links.map { plan.index(of: $0.from)?.value ?? -1 })
      #expect(ends.map(\.to) == links.map { plan.index(of: $0.to)?.value ?? -1 })
      #expect(ends[0].from == 0)
      #expect(ends.last?.from == -1)
    }
    #expect(Plan(links: [Link(from: "a", to: "b")]).linkEnds().map(\.from) == [-1])
  }

  /// Short texts are hashed as they lie in memory, which is not the same for all that are equal.
  @Test func `are found however a text lies in memory`() {
    let lengths = Array(0...40)
    let ids =
      lengths.map { String(repeating: "K", count: $0) } + lengths.map { "å" + String(repeating: "x", count: $0) }
    let plan = Plan(activities: ids.map { Activity(ActivityID($0)) })
    func grown(_ text: String) -> String {
      var other = String()
      other.reserveCapacity(100)
      other += text
      return other
    }
    let ways: [(String) -> String] = [
      { $0 }, grown, { String(Substring($0 + "-").dropLast()) }, { String(decoding: Array($0.utf8), as: UTF8.self) },
      { $0.replacing("K", with: "\u{212A}") }, { grown($0.replacing("å", with: "a\u{30A}")) },
    ]
    for way in ways {
      let links = ids.indices.map { Link(from: ActivityID(way(ids[$0])), to: ActivityID(way(ids[ids.count - 1 - $0]))) }
      let ends = Plan(activities: plan.activities, links: links).linkEnds()
      #expect(ends.map(\.from) == ids.indices.map { Int32($0) })
      #expect(ends.map(\.to) == ids.indices.reversed().map { Int32($0) })
      #expect(ids.indices.allSatisfy { plan.index(of: ActivityID(way(ids[$0])))?.value == Int32($0) })
      let other = Plan(activities: ids.map { Activity(ActivityID(way($0))) })
      #expect(ids.indices.allSatisfy { other.index(of: ActivityID(ids[$0]))?.value == Int32($0) })
    }
  }
}
