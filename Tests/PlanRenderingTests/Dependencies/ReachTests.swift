import PlanRendering
import Testing

@Suite struct `Lines that follow from others` {
  @Test func `are those whose ends a longer way joins`() {
    #expect(ImpliedLines.places(in: [("a", "b"), ("b", "c"), ("a", "c")]) == [2])
    #expect(ImpliedLines.places(in: [("a", "b"), ("a", "b")]).isEmpty)
    #expect(ImpliedLines.places(in: [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("a", "c")]) == [3, 4])
  }

  @Test func `never break a cycle`() {
    #expect(ImpliedLines.places(in: [("a", "b"), ("b", "c"), ("c", "a"), ("a", "c")]).isEmpty)
    #expect(ImpliedLines.places(in: [("a", "a")]).isEmpty)
  }

  /// Every graph of four nodes without cycles: what is left must reach exactly what was reached before.
  @Test func `take nothing out of reach`() {
    let pairs = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")]
    for mask in 0..<64 {
      let lines = pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] }
      let implied = ImpliedLines.places(in: lines)
      let left = lines.indices.filter { !implied.contains($0) }.map { lines[$0] }
      #expect(reached(lines) == reached(left))
      for place in left.indices {
        var fewer = left
        fewer.remove(at: place)
        #expect(reached(fewer) != reached(left), "a line too many is left")
      }
    }
  }

  private func reached(_ lines: [(from: String, to: String)]) -> Set<[String]> {
    var found = Set(lines.map { [$0.from, $0.to] })
    for _ in 0..<4 {
      for a in found { for b in found where a[1] == b[0] { found.insert([a[0], b[1]]) } }
    }
    return found
  }
}
