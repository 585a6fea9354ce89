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

  /// Links by their successors, with predecessors near and far, some in no order, some unknown: what is guessed is right.
  @Test(arguments: 0..<24)
  func `are the same however near they stand`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let names: [(Int) -> String] = [{ "a\($0)" }, { "project-of-many-letters.\($0)" }, { "å\($0)" }]
    var ids = (0..<700).map { ActivityID(names[seed % 3]($0)) }
    // Of two equal ids the first has the place.
    if seed % 4 == 0 { for _ in 0..<20 { ids[number(below: 700)] = ids[number(below: 700)] } }
    let isInOrder = seed % 5 != 0
    var links: [Link] = []
    for to in 0..<700 {
      for _ in 0..<number(below: 4) {
        let near = max(0, to - 1 - number(below: 14))
        let from = number(below: 100) < 80 ? near : number(below: 700)
        let end = isInOrder || number(below: 2) == 0 ? to : number(below: 700)
        let unknown = ActivityID("none\(to)")
        links.append(
          Link(
            from: number(below: 100) == 0 ? unknown : ids[from],
            to: number(below: 100) == 0 ? unknown : ids[end]))
      }
    }
    if seed % 6 == 0 { links.reverse() }
    let plan = Plan(activities: ids.map { Activity($0) }, links: links)
    let ends = plan.linkEnds()
    #expect(ends.map(\.from) == links.map { plan.index(of: $0.from)?.value ?? -1 })
    #expect(ends.map(\.to) == links.map { plan.index(of: $0.to)?.value ?? -1 })
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
