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
}
