/// One place for each of several labels, chosen so that they keep out of each other's way.
///
///     var choice = LabelChoice(menus)        // the places that each label may take, and what each costs by itself
///     choice.settle()                        // each takes its best place beside the others
///     choice.ease(above: 260)                // those that still stand badly are moved, and others make way for them
struct LabelChoice {
  /// Where the labels stand.
  private struct Standing {
    /// The place of each label; nil without any.
    var offers: [LabelMenu.Offer?]
    /// The room of each label there.
    var rooms: [Box?]
    /// What each label costs there, among the others.
    var costs: [Double]
  }

  /// Labels without any place have no menu.
  private var menus: [LabelMenu?]
  /// Everywhere a label may stand, with the room that it needs.
  private var reaches: [Box?] = []
  private var now: Standing

  /// Begins with the best place of each label by itself.
  init(_ menus: [LabelMenu?]) {
    self.menus = menus
    now = Standing(offers: menus.map { _ in nil }, rooms: menus.map { _ in nil }, costs: menus.map { _ in 0 })
    beginAnew()
  }

  private mutating func beginAnew() {
    reaches = menus.map { $0?.reach.grown(by: Self.gap) }
    for label in menus.indices {
      now.costs[label] = 0
      if let best = menus[label]?.best() { move(label, to: best.offer) }
    }
  }

  /// How far labels stay from each other.
  private static let gap = 4.0
  /// What two labels cost that cover each other.
  private static let covered = 300.0

  /// What a label costs that covers the rooms of others.
  static func covering(_ box: Box, _ others: [Box]) -> Double {
    var cost = 0.0
    for other in others { cost += covered * box.overlap(other) }
    return cost
  }

  /// The place chosen for a label.
  func found(_ label: Int) -> LabelPlacement.Found? { now.offers[label].flatMap { menus[label]?.found($0) } }

  /// Lets the labels choose one after the other, round by round, until nobody moves.
  ///
  /// - Complexity: O(*l* · *p*) a round for *l* labels and *p* places that are looked at; eight rounds at most.
  mutating func settle() {
    for _ in 0..<8 {
      var isSettled = true
      for label in menus.indices where choose(label) { isSettled = false }
      if isSettled { return }
    }
  }

  /// Gives labels that cost more than a limit finer and farther places, and all of them a new choice.
  ///
  /// - Returns: whether there are any.
  mutating func widen(above limit: Double) -> Bool {
    let crowded = menus.indices.filter { now.costs[$0] >= limit }
    for label in crowded { menus[label]?.widen() }
    if !crowded.isEmpty { beginAnew() }
    return !crowded.isEmpty
  }

  /// Moves every label that costs more than a limit to each of its better places in turn, lets those that it covers there
  /// choose anew, and those that they cover; keeps what is best for all together.
  ///
  /// - Complexity: at most 60 places a label, and for each the choice of a few others.
  mutating func ease(above limit: Double) {
    for label in menus.indices where now.costs[label] >= limit {
      guard let better = menus[label]?.offers(below: now.costs[label]) else { continue }
      let before = now
      var (best, lowest) = (now, total)
      // Places beside each other are much the same: look at some all over.
      let step = max(better.count / 60, 1)
      for place in stride(from: 0, to: min(better.count, 60 * step), by: step) {
        now = before
        move(label, to: better[better.startIndex + place])
        makeWay(for: label)
        let total = total
        if total < lowest - 1e-6 { (best, lowest) = (now, total) }
      }
      now = best
    }
  }

  /// What all labels cost together.
  private var total: Double {
    var sum = 0.0
    for label in now.offers.indices {
      guard let offer = now.offers[label] else { continue }
      sum += offer.cost
      for other in 0..<label { if let room = now.rooms[other] { sum += Self.covered * offer.box.overlap(room) } }
    }
    return sum
  }

  private mutating func move(_ label: Int, to offer: LabelMenu.Offer) {
    now.offers[label] = offer
    now.rooms[label] = offer.box.grown(by: Self.gap)
  }

  /// Lets the labels that another covers choose anew, and those that they cover then; the other stays.
  private mutating func makeWay(for first: Int) {
    var (waiting, moved) = ([first], [first])
    while let label = waiting.popLast(), moved.count < 8 {
      guard let room = now.rooms[label] else { continue }
      for other in menus.indices {
        guard let box = now.offers[other]?.box, box.overlaps(room), !moved.contains(other) else { continue }
        _ = choose(other)
        moved.append(other)
        waiting.append(other)
      }
    }
    for label in menus.indices where label != first && now.costs[label] > Self.covered { _ = choose(label) }
    guard let offer = now.offers[first] else { return }
    now.costs[first] = offer.cost + Self.covering(offer.box, neighbours(of: first))
  }

  /// The rooms of all labels that may come in a label's way.
  private func neighbours(of label: Int) -> [Box] {
    guard let reach = reaches[label] else { return [] }
    var found: [Box] = []
    for other in now.rooms.indices where other != label {
      if let room = now.rooms[other], reach.overlaps(room) { found.append(room) }
    }
    return found
  }

  /// Moves a label to its best place as the others stand, and says whether that is another.
  private mutating func choose(_ label: Int) -> Bool {
    let others = neighbours(of: label)
    guard let best = menus[label]?.best(beside: others) else { return false }
    now.costs[label] = best.cost
    if best.offer.place == now.offers[label]?.place { return false }
    move(label, to: best.offer)
    return true
  }
}
