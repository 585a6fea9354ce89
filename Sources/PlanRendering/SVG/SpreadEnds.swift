/// Draws lines apart that end at one place of a node.
///
/// A layout engine aims lines at the middle of a node; those that come from one direction then run together for a long way
/// and a finger slips from one to the other. Here the ends of lines on one side of a node get some distance, in the order in
/// which the lines come, and each curve gives way along its length. No line is moved into a node.
///
/// - Complexity: O(*m* log *m* + *m* · *n*) for *m* edges and *n* nodes.
struct SpreadEnds {
  /// The distance wanted between two ends, in points: room for an arrowhead.
  static let gap = 12.0

  private struct End {
    let edge: String
    let isHead: Bool
    /// Where the line ends along the side.
    let place: Double
    /// Where it comes from, seen along the side.
    let approach: Double
  }

  private enum Side: Hashable { case left, right, top, bottom }

  private struct Berth: Hashable {
    let node: String
    let side: Side
  }

  private let boxes: [Box]
  private(set) var positions: GraphPositions

  init(_ positions: GraphPositions, _ drawing: GraphDrawing) {
    self.positions = positions
    boxes = drawing.nodes.compactMap { positions.nodes[$0.id] }
    var berths: [Berth] = []
    var ends: [Berth: [End]] = [:]
    func add(_ end: Point, _ before: Point, _ node: String, _ edge: String, isHead: Bool) {
      guard let box = positions.nodes[node] else { return }
      let side = Self.side(of: box, at: end)
      let isUpright = side == .left || side == .right
      let berth = Berth(node: node, side: side)
      if ends[berth] == nil { berths.append(berth) }
      ends[berth, default: []].append(
        End(
          edge: edge, isHead: isHead, place: isUpright ? end.y : end.x, approach: isUpright ? before.y : before.x))
    }
    for edge in drawing.edges where edge.from != edge.to {
      guard let path = positions.edges[edge.id], path.points.count >= 4, let start = path.points.first,
        let end = path.tip ?? path.points.last
      else { continue }
      let trace = Trace(path).points
      add(end, Self.point(on: trace.reversed(), after: 70), edge.to, edge.id, isHead: true)
      add(start, Self.point(on: trace, after: 70), edge.from, edge.id, isHead: false)
    }
    for berth in berths {
      guard let group = ends[berth], group.count > 1, let box = positions.nodes[berth.node] else { continue }
      spread(group, along: box, berth.side)
    }
  }

  private static func side(of box: Box, at point: Point) -> Side {
    let distances: [(Side, Double)] = [
      (.left, abs(point.x - box.left)), (.right, abs(point.x - box.right)), (.top, abs(point.y - box.top)),
      (.bottom, abs(point.y - box.bottom)),
    ]
    return distances.min { $0.1 < $1.1 }?.0 ?? .left
  }

  private static func point(on trace: some Collection<Point>, after length: Double) -> Point {
    var passed = 0.0
    var last: Point?
    for point in trace {
      if let last { passed += (point - last).length }
      if passed >= length { return point }
      last = point
    }
    return last ?? Point(x: 0, y: 0)
  }

  private mutating func spread(_ group: [End], along box: Box, _ side: Side) {
    let isUpright = side == .left || side == .right
    let (low, high) = isUpright ? (box.top + 5, box.bottom - 5) : (box.left + 9, box.right - 9)
    guard high > low else { return }
    let order = group.sorted { a, b in
      let (first, second) = (a.place + 0.3 * (a.approach - a.place), b.place + 0.3 * (b.approach - b.place))
      return (first, a.edge) < (second, b.edge)
    }
    let gap = min(Self.gap, (high - low) / Double(order.count - 1))
    for (end, place) in zip(order, Self.apart(order.map { min(max($0.place, low), high) }, gap, low, high)) {
      let shift = place - end.place
      if abs(shift) > 0.5 { move(end, by: isUpright ? Point(x: 0, y: shift) : Point(x: shift, y: 0)) }
    }
  }

  /// Places in the order given, at least a gap apart, each group that has to give way about where it was.
  private static func apart(_ wanted: [Double], _ gap: Double, _ low: Double, _ high: Double) -> [Double] {
    var groups: [(sum: Double, count: Int)] = []
    func start(_ group: (sum: Double, count: Int)) -> Double {
      let middle = group.sum / Double(group.count)
      let half = Double(group.count - 1) * gap / 2
      return min(max(middle - half, low), high - 2 * half)
    }
    for place in wanted {
      groups.append((place, 1))
      while groups.count > 1 {
        let (last, before) = (groups[groups.count - 1], groups[groups.count - 2])
        guard start(last) < start(before) + Double(before.count) * gap - 1e-9 else { break }
        groups.removeLast(2)
        groups.append((before.sum + last.sum, before.count + last.count))
      }
    }
    return groups.flatMap { group in (0..<group.count).map { start(group) + Double($0) * gap } }
  }

  /// Moves one end of a curve, the rest of it ever less; unless that leads it into a node.
  private mutating func move(_ end: End, by shift: Point) {
    guard let old = positions.edges[end.edge] else { return }
    var path = old
    let last = Double(path.points.count - 1)
    for place in path.points.indices {
      let share = end.isHead ? Double(place) / last : 1 - Double(place) / last
      path.points[place] = path.points[place] + shift * share
    }
    if end.isHead { path.tip = path.tip.map { $0 + shift } }
    let (before, after) = (Trace(old), Trace(path))
    if boxes.contains(where: { after.crosses($0.grown(by: -2)) && !before.crosses($0.grown(by: -2)) }) { return }
    positions.edges[end.edge] = path
  }
}

extension GraphPositions {
  /// With the ends of lines drawn apart where several end at one place of a node.
  package func spreadingEnds(of drawing: GraphDrawing) -> GraphPositions { SpreadEnds(self, drawing).positions }
}

extension GraphDrawing {
  /// With nodes large enough that the lines on one side of them end apart: those that wait for much are taller, or broader
  /// where lines run down.
  ///
  /// - Parameter gap: the distance wanted between two ends.
  package func roomyForEnds(gap: Double) -> GraphDrawing {
    var counts: [String: (heads: Int, tails: Int)] = [:]
    for edge in edges where edge.from != edge.to {
      counts[edge.from, default: (0, 0)].tails += 1
      counts[edge.to, default: (0, 0)].heads += 1
    }
    var roomy = self
    for (place, node) in nodes.enumerated() {
      guard let count = counts[node.id].map({ max($0.heads, $0.tails) }), count > 3 else { continue }
      let along = 10 + min(gap, SpreadEnds.gap) * Double(min(count, 12) - 1)
      let wanted = direction == .leftToRight ? Size(width: 0, height: along) : Size(width: along, height: 0)
      roomy.nodes[place].minimumSize = figure(of: node).size.union(wanted)
    }
    return roomy
  }
}
