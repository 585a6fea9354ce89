/// Where the labels of edges go: on their own lines, clear of nodes, titles, foreign lines and each other.
///
/// A layout engine reserves room near a line, but a label beside several lines may belong to any of them. Here each label
/// looks for a place on its own curve, in one of several forms: flat, or wrapped. What a place costs with nodes, titles and
/// lines is known beforehand; covering a node costs most, then another label, then a title or arrowhead, then a foreign
/// line, and last the way from the middle. Where lines run so close that no place on the line is clear, a label stands off it
/// and a thin leader joins the two. Labels are placed one after the other in the order of the drawing, and in a few
/// more rounds early ones make way for later ones.
///
/// - Complexity: O(*l* · (*n* + *s*)) for *l* labels, *n* nodes and *s* short pieces of line near them, then O(*l*²) a round.
struct LabelPlacement {
  /// A label that looks for a place.
  struct Label {
    /// The number of its line.
    let index: Int
    /// How large it is in each of its forms, the best liked first.
    let sizes: [Size]
    let route: GraphPositions.Path
  }

  /// A place found.
  struct Found: Hashable {
    var box: Box
    var form: Int
    /// For a label away from its line, the point of the line that it belongs to.
    var anchor: Point?
  }

  private let nodes: [Box]
  private let titles: [Box]
  private let frames: [Box]
  private let traces: [Trace]
  private let lines: LineGrid
  private let page: Box?

  /// - Parameters:
  ///   - traces: the course of every line of the drawing, in its order.
  ///   - page: what no label should leave.
  init(nodes: [Box], titles: [Box], frames: [Box], traces: [Trace], page: Box? = nil) {
    self.page = page
    self.nodes = nodes
    self.titles = titles
    self.frames = frames
    self.traces = traces
    lines = LineGrid(traces)
  }

  /// The places of all labels, by the number of their line; farther out where every place nearby hides something.
  func place(_ labels: [Label]) -> [Int: Found] {
    var candidates = labels.map { self.candidates($0) }
    var choice = LabelChoice(candidates)
    choice.settle()
    let crowded = choice.costs.indices.filter { choice.costs[$0] >= Self.crowded }
    if !crowded.isEmpty {
      for number in crowded {
        candidates[number] += self.candidates(labels[number], isCrowded: true)
      }
      choice = LabelChoice(candidates)
      choice.settle()
      choice.ease(above: Self.crowded)
    }
    var places: [Int: Found] = [:]
    for (number, label) in labels.enumerated() { places[label.index] = choice.found(number) }
    return places
  }

  /// Everywhere a label may stand, and what each place costs as long as it has no other labels for neighbours.
  private func candidates(
    _ label: Label, isCrowded: Bool = false
  ) -> [LabelChoice.Option] {
    let line = EdgeLine(label.route)
    let points = line.points(min(max(Int(line.length / 7), 15), 60))
    guard let room = Box(around: points), let widest = label.sizes.first else { return [] }
    let tallest = label.sizes.reduce(0) { max($0, $1.height) }
    // Labels at the end of a leader are the farthest out.
    let out = ((isCrowded ? Self.longLeaders : Self.leaders).last?.length ?? 0) + 10
    let reach = room.grown(by: Size(width: 2 * (widest.width + out), height: 2 * (tallest + out)))
    let (nodes, titles) = (self.nodes.filter(reach.overlaps), self.titles.filter(reach.overlaps))
    let frames = self.frames.filter(reach.overlaps)
    let tips = traces.enumerated().compactMap { $0 == label.index ? nil : $1.tip }.filter(reach.holds)
    let own = traces[label.index].points
    var places: [Place] = []
    for (form, size) in label.sizes.enumerated() {
      let shifts = Self.shifts(size, isCrowded: isCrowded)
      for (step, point) in points.enumerated() {
        let share = Double(step) / Double(max(points.count - 1, 1))
        for (shift, price, isAway) in shifts where !isAway || isCrowded || step % 4 == 2 {
          let box = Box(centre: point + shift, size: size)
          let widest = box.grown(by: 8)
          var cost = abs(share - 0.5) * 10 + Double(form) * 4 + price
          for other in nodes where widest.overlaps(other) {
            cost += widest.overlap(other) * 20 + box.overlap(other) * Self.covering
          }
          if let page, !page.contains(box) { cost += 2 * Self.covering }
          if !isAway, Self.hides(own, box) { cost += 180 }
          for other in titles { cost += box.overlap(other) * 150 }
          for frame in frames where box.overlaps(frame) && !frame.contains(box) { cost += 25 }
          if let tip = label.route.tip, widest.holds(tip) { cost += 100 }
          for tip in tips where widest.holds(tip) { cost += 60 }
          places.append(Place(box: box, form: form, point: point, isAway: isAway, cost: cost))
        }
      }
    }
    // What covers a node is looked at only where everything does.
    let clear = places.filter { $0.cost < Self.covering }
    return (clear.isEmpty ? places : clear).map { place in
      LabelChoice.Option(
        found: Found(box: place.box, form: place.form, anchor: place.isAway ? place.point : nil),
        cost: place.cost + price(of: place, label, nodes))
    }
  }

  /// Whether a label leaves hardly anything of its own line to be seen.
  static func hides(_ line: [Point], _ label: Box) -> Bool { line.count(where: label.holds) * 3 > line.count * 2 }

  /// What a label that covers a node costs at least.
  private static let covering = 1000.0
  /// What each line under a label costs.
  private static let hiding = 400.0
  /// What a label costs that stands badly: farther places are tried too.
  private static let crowded = 180.0

  /// A place with its cost before lines are looked at.
  private struct Place {
    let box: Box
    let form: Int
    let point: Point
    let isAway: Bool
    let cost: Double
  }

  /// What the lines of others add to the cost of a place.
  private func price(of place: Place, _ label: Label, _ nodes: [Box]) -> Double {
    let (box, point) = (place.box, place.point)
    var cost = 0.0
    if place.isAway {
      // What is clear on the line is better, whatever is near.
      let leader = Trace(from: point, to: box.nearest(to: point))
      for at in leader.points {
        cost += 60 * Double(others(label, in: Box(centre: at, size: Size(width: 3, height: 3))))
      }
      for other in nodes where leader.crosses(other) { cost += 500 }
      // It must be plain to which line it leads.
      cost += 70 * Double(others(label, in: Box(centre: point, size: Size(width: 12, height: 12))))
      if let tip = label.route.tip, (tip - point).length < 25 { cost += 15 }
    }
    let near = others(label, in: box.grown(by: 8))
    if near > 0 {
      let under = others(label, in: box.grown(by: 2))
      cost += Self.hiding * Double(under) + 8 * Double(near - under)
    }
    return cost
  }

  /// How many lines but its own enter a box.
  private func others(_ label: Label, in box: Box) -> Int { lines.lines(in: box, besides: label.index).count }
}

extension LabelPlacement {
  private static let near: [(x: Double, y: Double, price: Double)] = [
    (0, 0, 0), (0, -0.36, 2), (0, 0.36, 2), (-0.3, 0, 2), (0.3, 0, 2), (0, -0.62, 24), (0, 0.62, 24),
    (-0.56, 0, 24), (0.56, 0, 24),
  ]
  private static let finer: [(x: Double, y: Double, price: Double)] = [
    (-0.3, -0.36, 6), (0.3, -0.36, 6), (-0.3, 0.36, 6), (0.3, 0.36, 6), (-0.44, 0, 6), (0.44, 0, 6), (-0.44, -0.2, 6),
    (0.44, -0.2, 6), (-0.44, 0.2, 6), (0.44, 0.2, 6),
  ]
  private static let leaders: [(length: Double, price: Double)] = [(length: 14.0, price: 48.0), (30, 56)]
  private static let longLeaders: [(length: Double, price: Double)] = [
    (length: 14.0, price: 48.0), (22, 52), (32, 58), (42, 66), (60, 78), (80, 92),
  ]
  private static let directions: [(x: Double, y: Double)] = [
    (-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1),
  ]
  private static let betweenDirections: [(x: Double, y: Double)] = [
    (-1, -0.5), (-1, 0.5), (1, -0.5), (1, 0.5), (-0.5, -1), (0.5, -1), (-0.5, 1), (0.5, 1),
  ]

  /// How far a label may stand from a point of its line: a little, while the line still runs through it; right beside it;
  /// or away from it, at the end of a leader.
  ///
  /// - Parameter isCrowded: only the farther and finer ones, for labels that stand badly.
  fileprivate static func shifts(_ size: Size, isCrowded: Bool) -> [(by: Point, price: Double, isAway: Bool)] {
    var shifts = (isCrowded ? finer : near).map {
      (by: Point(x: $0.x * size.width, y: $0.y * size.height), price: $0.price, isAway: false)
    }
    for (far, price) in isCrowded ? longLeaders : leaders {
      for (x, y) in directions + (isCrowded ? betweenDirections : []) {
        let way = Point(x: x * (size.width / 2 + far), y: y * (size.height / 2 + far))
        shifts.append((by: way, price: price, isAway: true))
      }
    }
    return shifts
  }
}

extension Box {
  /// The point of this box that is nearest to another.
  func nearest(to point: Point) -> Point {
    Point(x: min(max(point.x, left), right), y: min(max(point.y, top), bottom))
  }

  /// The share of this box that another covers, raised by one where they meet at all.
  func overlap(_ other: Box) -> Double {
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    guard width > 0, height > 0 else { return 0 }
    return 1 + width * height / max(size.width * size.height, 1)
  }
}
