import PlanGraph

extension Network {
  /// Where stretches end whose positions do not wait for each other and have the same number of arcs into them.
  ///
  /// Positions are in order of level and number of predecessors: in a stretch several can be computed side by side, and
  /// nothing depends on what has just been read. Nil where ties decide the order.
  ///
  /// - Complexity: O(stretches · log positions).
  func stretches() -> [Int32]? {
    if graph.levelStart.isEmpty { return nil }
    var ends: [Int32] = []
    ends.reserveCapacity(4 * graph.levelStart.count)
    for level in 1..<max(1, graph.levelStart.count) {
      let levelEnd = Int(graph.levelStart[level])
      var first = Int(graph.levelStart[level - 1])
      while first < levelEnd {
        let degree = startArcs[first + 1] &- startArcs[first]
        var (low, high) = (first + 1, levelEnd)
        while low < high {
          let middle = (low + high) / 2
          if startArcs[middle + 1] &- startArcs[middle] == degree { low = middle + 1 } else { high = middle }
        }
        ends.append(Int32(truncatingIfNeeded: low))
        first = low
      }
    }
    return ends
  }

  /// Whether levels are wide enough for stretches to be worth it.
  package var isWide: Bool { !graph.levelStart.isEmpty && count >= 16 * graph.levelStart.count }
}

/// Four positions of a stretch side by side, each with its first arc; at its end the last stands for those that are
/// missing, since what is done twice gives the same.
struct Lanes {
  let positions: (Int, Int, Int, Int)
  let arcs: (Int, Int, Int, Int)

  @inline(__always)
  init(from first: Int, end: Int, arc: Int, degree: Int) {
    let last = end &- first &- 1
    let (one, two, three) = (min(1, last), min(2, last), min(3, last))
    positions = (first, first &+ one, first &+ two, first &+ three)
    arcs = (arc, arc &+ one &* degree, arc &+ two &* degree, arc &+ three &* degree)
  }

  /// The numbers of the arcs with this place among those of their positions.
  @inline(__always)
  func arc(_ place: Int) -> SIMD4<Int32> {
    SIMD4(
      Int32(truncatingIfNeeded: arcs.0), Int32(truncatingIfNeeded: arcs.1), Int32(truncatingIfNeeded: arcs.2),
      Int32(truncatingIfNeeded: arcs.3)) &+ Int32(truncatingIfNeeded: place)
  }
}

extension Swift.Span<Int32> {
  /// The elements of four positions.
  @inline(__always)
  func four(_ positions: (Int, Int, Int, Int)) -> SIMD4<Int32> {
    SIMD4(
      self[unchecked: positions.0], self[unchecked: positions.1], self[unchecked: positions.2],
      self[unchecked: positions.3])
  }
}

extension Swift.MutableSpan<Int32> {
  /// The starts and the finishes of four positions, in rows.
  @inline(__always)
  func dates(_ positions: (Int, Int, Int, Int)) -> (starts: SIMD4<Int32>, finishes: SIMD4<Int32>) {
    (
      SIMD4(
        self[unchecked: 2 &* positions.0], self[unchecked: 2 &* positions.1], self[unchecked: 2 &* positions.2],
        self[unchecked: 2 &* positions.3]),
      SIMD4(
        self[unchecked: 2 &* positions.0 &+ 1], self[unchecked: 2 &* positions.1 &+ 1],
        self[unchecked: 2 &* positions.2 &+ 1], self[unchecked: 2 &* positions.3 &+ 1])
    )
  }

  @inline(__always)
  mutating func setDates(_ positions: (Int, Int, Int, Int), _ starts: SIMD4<Int32>, _ finishes: SIMD4<Int32>) {
    self[unchecked: 2 &* positions.0] = starts[0]
    self[unchecked: 2 &* positions.0 &+ 1] = finishes[0]
    self[unchecked: 2 &* positions.1] = starts[1]
    self[unchecked: 2 &* positions.1 &+ 1] = finishes[1]
    self[unchecked: 2 &* positions.2] = starts[2]
    self[unchecked: 2 &* positions.2 &+ 1] = finishes[2]
    self[unchecked: 2 &* positions.3] = starts[3]
    self[unchecked: 2 &* positions.3 &+ 1] = finishes[3]
  }

  /// The rows that four links leave from.
  @inline(__always)
  func rows(_ links: (NetworkArc, NetworkArc, NetworkArc, NetworkArc)) -> SIMD4<Int32> {
    SIMD4(
      self[unchecked: Int(links.0.row)], self[unchecked: Int(links.1.row)], self[unchecked: Int(links.2.row)],
      self[unchecked: Int(links.3.row)])
  }

  /// Lowers the rows that four links leave from to limits, one after the other: two may leave from the same.
  @inline(__always)
  mutating func lower(_ links: (NetworkArc, NetworkArc, NetworkArc, NetworkArc), to limit: SIMD4<Int32>) {
    self[unchecked: Int(links.0.row)] = min(self[unchecked: Int(links.0.row)], limit[0])
    self[unchecked: Int(links.1.row)] = min(self[unchecked: Int(links.1.row)], limit[1])
    self[unchecked: Int(links.2.row)] = min(self[unchecked: Int(links.2.row)], limit[2])
    self[unchecked: Int(links.3.row)] = min(self[unchecked: Int(links.3.row)], limit[3])
  }

  @inline(__always)
  mutating func store(_ values: SIMD4<Int32>, at places: (Int, Int, Int, Int), _ offset: Int) {
    self[unchecked: places.0 &+ offset] = values[0]
    self[unchecked: places.1 &+ offset] = values[1]
    self[unchecked: places.2 &+ offset] = values[2]
    self[unchecked: places.3 &+ offset] = values[3]
  }
}

extension Swift.Span<NetworkArc> {
  @inline(__always)
  func four(_ places: (Int, Int, Int, Int), _ offset: Int) -> (NetworkArc, NetworkArc, NetworkArc, NetworkArc) {
    (
      self[unchecked: places.0 &+ offset], self[unchecked: places.1 &+ offset], self[unchecked: places.2 &+ offset],
      self[unchecked: places.3 &+ offset]
    )
  }
}

@inline(__always)
func lags(_ links: (NetworkArc, NetworkArc, NetworkArc, NetworkArc)) -> SIMD4<Int32> {
  SIMD4(links.0.lag, links.1.lag, links.2.lag, links.3.lag)
}

extension SIMD4<Int32> {
  @inline(__always)
  func raised(to other: Self) -> Self { replacing(with: other, where: self .< other) }
  @inline(__always)
  func lowered(to other: Self) -> Self { replacing(with: other, where: other .< self) }
}
