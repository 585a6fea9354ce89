/// The course of a line as short straight pieces, for asking what it runs through.
struct Trace: Hashable {
  let points: [Point]
  /// Where the arrowhead ends.
  let tip: Point?
  /// What holds all of it; nil for no line.
  let frame: Box?

  /// Nothing where an edge has no route.
  init(_ route: GraphPositions.Path?) {
    points = route.map { EdgeLine($0).trace } ?? []
    tip = route?.tip
    frame = Box(around: points)
  }

  private init(points: [Point], tip: Point?) {
    self.points = points
    self.tip = tip
    frame = Box(around: points)
  }

  /// A straight line, its points some 4 points apart.
  init(from: Point, to: Point) {
    let count = min(max(Int((to - from).length / 4), 1), 40)
    self.init(points: (0...count).map { from + (to - from) * (Double($0) / Double(count)) }, tip: nil)
  }

  func moved(by offset: Point) -> Trace { Trace(points: points.map { $0 + offset }, tip: tip.map { $0 + offset }) }

  /// Whether the line enters a box.
  func crosses(_ box: Box) -> Bool {
    guard let frame, frame.overlaps(box) else { return false }
    return zip(points, points.dropFirst()).contains { box.meets($0, $1) }
  }
}

extension Box {
  /// The smallest box around points, nil around none; never quite flat, so that lines overlap too.
  init?(around points: some Collection<Point>) {
    guard let first = points.first else { return nil }
    var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
    for point in points {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    self.init(left: left, top: top, width: right - left + 0.1, height: bottom - top + 0.1)
  }

  func grown(by other: Size) -> Box {
    Box(centre: centre, size: Size(width: size.width + other.width, height: size.height + other.height))
  }

  /// With so much more room on every side.
  func grown(by margin: Double) -> Box { grown(by: Size(width: 2 * margin, height: 2 * margin)) }

  /// Whether a point lies inside.
  func holds(_ point: Point) -> Bool {
    point.x > left && point.x < right && point.y > top && point.y < bottom
  }

  /// Whether a straight piece of line enters this box: their frames overlap, and the box lies on both sides of the line.
  func meets(_ a: Point, _ b: Point) -> Bool {
    let (halfWidth, halfHeight) = (size.width / 2, size.height / 2)
    let (ax, ay, bx, by) = (a.x - centre.x, a.y - centre.y, b.x - centre.x, b.y - centre.y)
    if ax <= -halfWidth && bx <= -halfWidth || ax >= halfWidth && bx >= halfWidth { return false }
    if ay <= -halfHeight && by <= -halfHeight || ay >= halfHeight && by >= halfHeight { return false }
    let (dx, dy) = (bx - ax, by - ay)
    return abs(dx * ay - dy * ax) <= halfWidth * abs(dy) + halfHeight * abs(dx)
  }
}

extension EdgeLine {
  /// The length of the line through its control points: never less than the curve.
  var length: Double { zip(route.points, route.points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }

  /// Points along the whole curve, some 8 points apart.
  var trace: [Point] { points(Int(min(max(length / 8, 10), 150))) }

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
