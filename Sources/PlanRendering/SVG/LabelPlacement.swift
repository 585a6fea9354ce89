/// Where the labels of edges go: on their own lines, clear of nodes, titles and each other.
///
/// A layout engine reserves room near a line, but a label beside several lines may belong to any of them. Here each label
/// looks for a place along its own curve. Labels are placed one after the other in the order of the drawing; each takes the
/// place of least cost among 25 points of its curve, where covering a node costs most, then another label, then a title,
/// then foreign lines, and last the distance from the middle. Two more rounds let early labels make way for later ones.
///
/// - Complexity: O(*l* · (*n* + *m*)) for *l* labels, *n* nodes and *m* edges, more where many lines run side by side.
struct LabelPlacement {
  private let obstacles: [Box]
  private let titles: [Box]
  private let curves: [[Point]]
  private let frames: [Box?]
  private var placed: [Int: Box] = [:]

  /// - Parameter curves: points along every line of the drawing, in its order.
  init(nodes: [Box], titles: [Box], curves: [[Point]]) {
    obstacles = nodes
    self.titles = titles
    self.curves = curves
    frames = curves.map { Box(around: $0) }
  }

  /// The middles of all labels, by the number of their line.
  mutating func place(_ labels: [(index: Int, size: Size, route: GraphPositions.Path)]) -> [Int: Point] {
    for _ in 0..<3 {
      let before = placed
      for label in labels { place(label.size, on: label.route, index: label.index) }
      if placed == before { break }
    }
    return placed.mapValues(\.centre)
  }

  /// Finds the best place for a label of this size on the line numbered `index`, all others staying.
  private mutating func place(_ size: Size, on route: GraphPositions.Path, index: Int) {
    let candidates = EdgeLine(route).points(25)
    let room = Box(around: candidates)?.grown(by: size)
    func nearby(_ boxes: [Box]) -> [Box] { boxes.filter { room?.overlaps($0) ?? false } }
    let foreign = placed.keys.sorted().filter { $0 != index }.compactMap { placed[$0] }
    let (nodes, titles, labels) = (nearby(obstacles), nearby(titles), nearby(foreign))
    let others = curves.indices.filter { number in
      number != index && (frames[number].flatMap { frame in room.map { $0.overlaps(frame) } } ?? false)
    }
    var best = EdgeLine(route).middle
    var lowest = Double.infinity
    for (step, point) in candidates.enumerated() {
      let share = Double(step) / Double(max(candidates.count - 1, 1))
      let box = Box(centre: point, size: size)
      let wider = box.grown(by: Size(width: 8, height: 8))
      var cost = abs(share - 0.5) * 6
      for other in nodes { cost += box.overlap(other) * 10 }
      for other in labels { cost += box.overlap(other) * 8 }
      for other in titles { cost += box.overlap(other) * 4 }
      for number in others where curves[number].contains(where: wider.holds) { cost += 2.5 }
      if cost < lowest - 1e-9 { (lowest, best) = (cost, point) }
    }
    placed[index] = Box(centre: best, size: size)
  }
}

extension Box {
  /// The smallest box around points, nil around none; never quite flat, so that lines overlap too.
  fileprivate init?(around points: [Point]) {
    guard let first = points.first else { return nil }
    var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
    for point in points {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    self.init(left: left, top: top, width: right - left + 0.1, height: bottom - top + 0.1)
  }

  fileprivate func grown(by other: Size) -> Box {
    Box(centre: centre, size: Size(width: size.width + other.width, height: size.height + other.height))
  }

  /// The share of this box that another covers, raised by one where they meet at all.
  fileprivate func overlap(_ other: Box) -> Double {
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    guard width > 0, height > 0 else { return 0 }
    return 1 + width * height / max(size.width * size.height, 1)
  }

  fileprivate func holds(_ point: Point) -> Bool {
    point.x > left && point.x < right && point.y > top && point.y < bottom
  }
}

extension EdgeLine {
  /// Points along the whole curve, some 8 points apart.
  var trace: [Point] {
    let length = zip(route.points, route.points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    return points(Int(min(max(length / 8, 10), 150)))
  }

  /// Points along the whole curve, evenly spaced by length as near as chords tell.
  func points(_ count: Int) -> [Point] {
    var chain: [Point] = []
    var at = 0
    while at + 3 < route.points.count {
      for step in 0..<12 { chain.append(Self.point(route.points[at...(at + 3)], Double(step) / 12)) }
      at += 3
    }
    chain += [route.points.last, route.tip].compactMap { $0 }
    guard chain.count > 1, count > 1 else { return chain }
    let lengths = zip(chain, chain.dropFirst()).map { ($1 - $0).length }
    let total = lengths.reduce(0, +)
    guard total > 0 else { return [chain[0]] }
    var result: [Point] = []
    var (piece, passed) = (0, 0.0)
    for step in 0..<count {
      let wanted = total * Double(step) / Double(count - 1)
      while piece < lengths.count - 1, passed + lengths[piece] < wanted {
        passed += lengths[piece]
        piece += 1
      }
      let share = lengths[piece] > 0 ? min((wanted - passed) / lengths[piece], 1) : 0
      result.append(chain[piece] + (chain[piece + 1] - chain[piece]) * share)
    }
    return result
  }

  private static func point(_ p: ArraySlice<Point>, _ t: Double) -> Point {
    let s = 1 - t
    let i = p.startIndex
    return p[i] * (s * s * s) + p[i + 1] * (3 * s * s * t) + p[i + 2] * (3 * s * t * t) + p[i + 3] * (t * t * t)
  }
}
