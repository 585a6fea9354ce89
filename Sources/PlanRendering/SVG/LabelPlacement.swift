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
    var choice = LabelChoice(labels.map { LabelMenu($0, in: self) })
    choice.settle()
    if choice.widen(above: Self.crowded) {
      choice.settle()
      choice.ease(above: Self.crowded)
    }
    var places: [Int: Found] = [:]
    for (number, label) in labels.enumerated() { places[label.index] = choice.found(number) }
    return places
  }

  /// What a label may come in the way of.
  struct Surroundings {
    fileprivate var nodes: [Box] = []
    fileprivate var titles: [Box] = []
    fileprivate var frames: [Box] = []
    /// Where the arrowheads of others end.
    fileprivate var tips: [Point] = []
  }

  /// What stands where a label may come.
  func surroundings(of label: Label, in reach: Box) -> Surroundings {
    Surroundings(
      nodes: nodes.filter(reach.overlaps), titles: titles.filter(reach.overlaps), frames: frames.filter(reach.overlaps),
      tips: traces.enumerated().compactMap { $0 == label.index ? nil : $1.tip }.filter(reach.holds))
  }

  /// How far the cost of a place is known.
  struct Cost {
    /// What it costs at least.
    var least = 0.0
    /// What it costs without lines, once that is counted.
    var withoutLines: Double?
    /// Whether all is counted.
    var isKnown = false
  }

  /// Counts what a place costs, on top of its price, as long as it is below a limit.
  ///
  /// - Parameter foot: where the leader to a label begins that stands off its line.
  func look(
    at box: Box, of label: Label, _ price: Double, from foot: Point?, _ around: Surroundings, upTo limit: Double,
    _ cost: inout Cost
  ) {
    let shapes = cost.withoutLines ?? price + costOfShapes(at: box, of: label, isAway: foot != nil, around)
    cost.withoutLines = shapes
    cost.least = max(cost.least, shapes)
    if cost.least >= limit { return }
    let lines = costOfLines(at: box, of: label, from: foot, around, upTo: limit - shapes)
    cost.least = shapes + lines
    cost.isKnown = cost.least < limit || limit == .infinity
  }

  /// What nodes, titles, frames and arrowheads cost; a place that covers a node costs more than all others.
  private func costOfShapes(at box: Box, of label: Label, isAway: Bool, _ around: Surroundings) -> Double {
    let wide = box.grown(by: 8)
    var cost = 0.0
    for other in around.nodes {
      let near = wide.overlap(other)
      if near > 0 { cost += near * 20 + box.overlap(other) * Self.covering }
    }
    if let page, !page.contains(box) { cost += 2 * Self.covering }
    // What covers a node is taken only where everything does.
    if cost >= Self.covering { return cost + Self.buried }
    for other in around.titles { cost += box.overlap(other) * 150 }
    for frame in around.frames where box.overlaps(frame) && !frame.contains(box) { cost += 25 }
    if let tip = label.route.tip, wide.holds(tip) { cost += 100 }
    for tip in around.tips where wide.holds(tip) { cost += 60 }
    if !isAway, Self.hides(traces[label.index].points, box) { cost += 180 }
    return cost
  }

  /// What the lines of others cost; some of it where that is a limit or more.
  private func costOfLines(
    at box: Box, of label: Label, from foot: Point?, _ around: Surroundings, upTo limit: Double
  ) -> Double {
    // A query ends where it has found enough to reach the limit.
    func most(_ cost: Double, of each: Double) -> Int { Int(min((limit - cost) / each, 1e6)) + 1 }
    let under = others(label, in: box.grown(by: 2), upTo: most(0, of: Self.hiding))
    var cost = Self.hiding * Double(under)
    if cost >= limit { return cost }
    let near = others(label, in: box.grown(by: 8), upTo: most(cost, of: 8) + under)
    cost += 8 * Double(near - under)
    guard let foot, cost < limit else { return cost }
    // It must be plain to which line a leader leads.
    let atFoot = Box(centre: foot, size: Size(width: 12, height: 12))
    cost += 70 * Double(others(label, in: atFoot, upTo: most(cost, of: 70)))
    if let tip = label.route.tip, (tip - foot).length < 25 { cost += 15 }
    if cost >= limit { return cost }
    // What is clear on the line is better, whatever is near.
    let leader = Trace(from: foot, to: box.nearest(to: foot))
    for other in around.nodes where leader.crosses(other) { cost += 500 }
    for at in leader.points {
      if cost >= limit { return cost }
      cost += 60 * Double(others(label, in: Box(centre: at, size: Size(width: 3, height: 3))))
    }
    return cost
  }

  /// Whether a label leaves hardly anything of its own line to be seen.
  static func hides(_ line: [Point], _ label: Box) -> Bool {
    var outside = 0
    for point in line where !label.holds(point) {
      outside += 1
      if outside * 3 >= line.count { return false }
    }
    return !line.isEmpty
  }

  /// What a label that covers a node costs at least.
  private static let covering = 1000.0
  /// What it costs on top of all else.
  private static let buried = 1_000_000.0
  /// What each line under a label costs.
  private static let hiding = 400.0
  /// What a label costs that stands badly: farther places are tried too.
  private static let crowded = 180.0

  /// How many lines but its own enter a box, as far as they are counted.
  private func others(_ label: Label, in box: Box, upTo limit: Int = .max) -> Int {
    lines.lines(in: box, besides: label.index, upTo: limit).count
  }
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
  static func shifts(_ size: Size, isCrowded: Bool) -> [Shift] {
    var shifts = (isCrowded ? finer : near).map {
      Shift(by: Point(x: $0.x * size.width, y: $0.y * size.height), price: $0.price, isAway: false)
    }
    for (far, price) in isCrowded ? longLeaders : leaders {
      for (x, y) in directions + (isCrowded ? betweenDirections : []) {
        let way = Point(x: x * (size.width / 2 + far), y: y * (size.height / 2 + far))
        shifts.append(Shift(by: way, price: price, isAway: true))
      }
    }
    return shifts
  }

  /// How long leaders are at most.
  static func farthest(isCrowded: Bool) -> Double { (isCrowded ? longLeaders : leaders).last?.length ?? 0 }

  /// How far a label stands from a point of its line.
  struct Shift {
    let by: Point
    let price: Double
    /// Whether a leader joins the two.
    let isAway: Bool
  }
}

extension Box {
  /// The point of this box that is nearest to another.
  func nearest(to point: Point) -> Point {
    Point(x: min(max(point.x, left), right), y: min(max(point.y, top), bottom))
  }

  /// The share of this box that another covers, raised by one where they meet at all.
  func overlap(_ other: Box) -> Double {
    // Most pairs are far apart, and this is asked for very often.
    let (across, down) = (other.centre.x - centre.x, other.centre.y - centre.y)
    let (widths, heights) = ((size.width + other.size.width) / 2, (size.height + other.size.height) / 2)
    if across >= widths || across <= -widths || down >= heights || down <= -heights { return 0 }
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    guard width > 0, height > 0 else { return 0 }
    return 1 + width * height / max(size.width * size.height, 1)
  }
}
