/// One place for each of several labels, chosen so that they keep out of each other's way.
///
///     var choice = LabelChoice(options)      // the places that each label may take, and what each costs by itself
///     choice.settle()                        // each takes its best place beside the others
///     choice.ease(above: 260)                // those that still stand badly are moved, and others make way for them
struct LabelChoice {
  /// A place that a label may take.
  struct Option {
    let found: LabelPlacement.Found
    /// What it costs with nodes, titles and lines, before other labels are looked at.
    let cost: Double
  }

  /// Labels without any place have no options.
  private let options: [[Option]]
  /// Everywhere a label may stand, with the room that it needs; nil without options.
  private let reaches: [Box?]
  /// The number of each label's option.
  private(set) var chosen: [Int]
  /// What each label costs where it stands, among the others.
  private(set) var costs: [Double]

  /// Begins with the best place of each label by itself.
  init(_ options: [[Option]]) {
    self.options = options
    reaches = options.map { places in
      Box(around: places.flatMap { [$0.found.box.topLeft, $0.found.box.bottomRight] })?.grown(by: Self.gap)
    }
    chosen = options.map { places in places.indices.min { places[$0].cost < places[$1].cost } ?? 0 }
    costs = options.map { _ in 0 }
  }

  /// How far labels stay from each other.
  private static let gap = 4.0
  /// What two labels cost that cover each other.
  private static let covering = 300.0

  /// The place chosen for a label.
  func found(_ label: Int) -> LabelPlacement.Found? {
    options[label].isEmpty ? nil : options[label][chosen[label]].found
  }

  /// Lets the labels choose one after the other, round by round, until nobody moves.
  ///
  /// - Complexity: O(*l* · *p*) a round for *l* labels and *p* places of them all; eight rounds at most.
  mutating func settle() {
    for _ in 0..<8 {
      let before = chosen
      for label in options.indices { choose(label) }
      if chosen == before { return }
    }
  }

  /// Moves every label that costs more than a limit to each of its better places in turn, lets those that it covers there
  /// choose anew, and those that they cover; keeps what is best for all together.
  ///
  /// - Complexity: at most 60 places a label, and for each the choice of a few others.
  mutating func ease(above limit: Double) {
    for label in options.indices where costs[label] >= limit {
      let better = options[label].indices.filter { options[label][$0].cost < costs[label] }
        .sorted { (options[label][$0].cost, $0) < (options[label][$1].cost, $1) }
      var best = self
      // Places beside each other are much the same: look at some all over.
      for place in better.enumerated().filter({ $0.offset % max(better.count / 60, 1) == 0 }).prefix(60) {
        var other = self
        other.chosen[label] = place.element
        other.makeWay(for: label)
        if other.total < best.total - 1e-6 { best = other }
      }
      self = best
    }
  }

  /// What all labels cost together.
  private var total: Double {
    options.indices.reduce(0) { sum, label in
      guard let box = found(label)?.box else { return sum }
      let others = options.indices.prefix(label).compactMap { found($0)?.box.grown(by: Self.gap) }
      return sum + others.reduce(options[label][chosen[label]].cost) { $0 + Self.covering * box.overlap($1) }
    }
  }

  /// Lets the labels that another covers choose anew, and those that they cover then; the other stays.
  private mutating func makeWay(for first: Int) {
    var (waiting, moved) = ([first], Set([first]))
    while let label = waiting.popLast(), moved.count < 8 {
      guard let room = found(label)?.box.grown(by: Self.gap) else { continue }
      for other in options.indices where !moved.contains(other) && found(other)?.box.overlaps(room) == true {
        choose(other)
        moved.insert(other)
        waiting.append(other)
      }
    }
    for label in options.indices where label != first && costs[label] > Self.covering { choose(label) }
    costs[first] = cost(of: first)
  }

  private func cost(of label: Int) -> Double {
    neighbours(of: label).reduce(options[label][chosen[label]].cost) { sum, other in
      sum + Self.covering * options[label][chosen[label]].found.box.overlap(other)
    }
  }

  /// The rooms of all labels that may come in a label's way.
  private func neighbours(of label: Int) -> [Box] {
    options.indices.compactMap { other in
      guard other != label, let box = found(other)?.box, reaches[label]?.overlaps(box) == true else { return nil }
      return box.grown(by: Self.gap)
    }
  }

  /// The best place for a label as the others stand.
  private mutating func choose(_ label: Int) {
    if options[label].isEmpty { return }
    let others = neighbours(of: label)
    var lowest = Double.infinity
    for (place, option) in options[label].enumerated() where option.cost < lowest - 1e-9 {
      let cost = others.reduce(option.cost) { $0 + Self.covering * option.found.box.overlap($1) }
      if cost < lowest - 1e-9 { (lowest, chosen[label]) = (cost, place) }
    }
    costs[label] = lowest
  }
}

extension Box {
  fileprivate var topLeft: Point { Point(x: left, y: top) }
  fileprivate var bottomRight: Point { Point(x: right, y: bottom) }
}
