import PlanGraph
import Testing

@Suite struct `Levels in order` {
  @Test(arguments: 0..<200)
  func `each begins where it is said to, and holds the nodes of its number`(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let count = number(below: 41)
    var arcs: [Arc] = []
    for to in 0..<count where to > 0 {
      for _ in 0..<number(below: 3) {
        arcs.append(Arc(from: number(below: to), to: to))
      }
    }
    let graph = try DependencyGraph(count: count, arcs: arcs)
    #expect(graph.levelStart.first == 0 && graph.levelStart.last == Int32(count), "\(arcs)")
    var found: [Int32] = []
    for level in 1..<max(1, graph.levelStart.count) {
      let positions = Int(graph.levelStart[level - 1])..<Int(graph.levelStart[level])
      #expect(!positions.isEmpty, "\(arcs)")
      for position in positions { #expect(graph.level[Int(graph.order[position])] == Int32(level - 1), "\(arcs)") }
      found += graph.order[positions]
    }
    #expect(found == graph.order, "\(arcs)")
  }

  /// More nodes than are taken at once, and more arcs than are looked at before asking whether they are in order.
  @Test(arguments: [3, 60, 700], [1, 2, 7])
  func `the order in which arcs are listed changes nothing, and none hides a cycle`(count: Int, degree: Int) throws {
    var state = UInt64(count * 31 + degree)
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var name = Array(0..<count)
    for place in name.indices { name.swapAt(place, place + number(below: count - place)) }
    var arcs: [Arc] = []
    var level = [Int32](repeating: 0, count: count)
    for to in 1..<count {
      for _ in 0..<number(below: degree + 1) {
        let from = max(0, to - 1 - number(below: 90))
        arcs.append(Arc(from: name[from], to: name[to]))
        level[name[to]] = max(level[name[to]], level[name[from]] + 1)
      }
    }
    let degrees = (0..<count).map { node in arcs.count { $0.to == node } }
    let order = (0..<count).sorted { (level[$0], degrees[$0], $0) < (level[$1], degrees[$1], $1) }.map(Int32.init)
    var shuffled = arcs
    for place in shuffled.indices { shuffled.swapAt(place, place + number(below: shuffled.count - place)) }
    for listed in [arcs, arcs.reversed(), shuffled] {
      let graph = try DependencyGraph(count: count, arcs: listed)
      #expect(graph.level == level)
      #expect(graph.order == order)
    }
    guard let last = arcs.last else { return }
    #expect(throws: CyclicGraph.self) {
      try DependencyGraph(count: count, arcs: arcs + [Arc(from: Int(last.to), to: Int(last.from))])
    }
  }

  @Test func `nodes without arcs are one level, and ties leave none`() throws {
    #expect(DependencyGraph(unlinked: 3).levelStart == [0, 3] && DependencyGraph(unlinked: 0).levelStart == [0])
    let tied = try DependencyGraph(count: 2, arcs: [Arc(from: 0, to: 1)], ties: [Arc(from: 1, to: 0)])
    #expect(tied.levelStart.isEmpty)
  }
}
