/// The places that one label may take, priced as far as somebody asks.
///
///     menu.best(beside: rooms)       // the cheapest place, the rooms of other labels kept free
///     menu.widen()                   // for a label that stands badly: finer and farther places too
///
/// A place has a price of its own, by its form, its way from the middle and its distance from the line; what nodes, titles and
/// lines add comes on top. Places are looked at from the lowest of these prices upwards, and only while they can still win:
/// most labels find a clear place among the first few of more than a thousand.
struct LabelMenu {
  /// Places that differ only in the point of the line that they belong to.
  private struct Kind {
    let form: Int
    let shift: LabelPlacement.Shift
    /// Whether only some points of the line are tried.
    let isSparse: Bool

    var price: Double { Double(form) * 4 + shift.price }
  }

  /// A place whose whole cost is known.
  struct Offer {
    let cost: Double
    let place: Int
    let box: Box
  }

  private let label: LabelPlacement.Label
  private let placement: LabelPlacement
  private let points: [Point]
  /// What each point costs by its way from the middle, and the points from the middle outwards, all or a few.
  private let offsets: [Double]
  private let steps: [Int]
  private let fewSteps: [Int]
  private var kinds: [Kind] = []
  /// The kinds from the cheapest on.
  private var ranking: [Int] = []
  private var surroundings = LabelPlacement.Surroundings()
  /// How far the cost of each place is known, kind by kind.
  private var costs: [LabelPlacement.Cost] = []
  /// All places that cost less than `frontier`, the cheapest first.
  private var offers: [Offer] = []
  private var frontier = 0.0
  /// Everywhere that the label may stand.
  private(set) var reach: Box

  /// Nil for a line without any course, or a label without a form.
  init?(_ label: LabelPlacement.Label, in placement: LabelPlacement) {
    let line = EdgeLine(label.route)
    let points = line.points(min(max(Int(line.length / 7), 15), 60))
    guard let room = Box(around: points), !label.sizes.isEmpty else { return nil }
    self.label = label
    self.placement = placement
    self.points = points
    let last = Double(max(points.count - 1, 1))
    let offsets = points.indices.map { abs(Double($0) / last - 0.5) * 10 }
    self.offsets = offsets
    steps = points.indices.sorted { (offsets[$0], $0) < (offsets[$1], $1) }
    fewSteps = steps.filter { $0 % 4 == 2 }
    reach = room
    add(isCrowded: false)
  }

  /// Adds finer and farther places.
  mutating func widen() { add(isCrowded: true) }

  private mutating func add(isCrowded: Bool) {
    for (form, size) in label.sizes.enumerated() {
      for shift in LabelPlacement.shifts(size, isCrowded: isCrowded) {
        kinds.append(Kind(form: form, shift: shift, isSparse: shift.isAway && !isCrowded))
      }
    }
    ranking = kinds.indices.sorted { (kinds[$0].price, $0) < (kinds[$1].price, $1) }
    costs += [LabelPlacement.Cost](repeating: .init(), count: kinds.count * points.count - costs.count)
    (offers, frontier) = ([], 0)
    let widest = label.sizes.reduce(Size(width: 0, height: 0)) { $0.union($1) }
    // Labels at the end of a leader are the farthest out.
    let out = LabelPlacement.farthest(isCrowded: isCrowded) + 10
    reach = (Box(around: points) ?? reach).grown(
      by: Size(width: 2 * (widest.width + out), height: 2 * (widest.height + out)))
    surroundings = placement.surroundings(of: label, in: reach)
  }

  /// A place as it is drawn.
  func found(_ offer: Offer) -> LabelPlacement.Found {
    let kind = kinds[offer.place / points.count]
    return LabelPlacement.Found(
      box: offer.box, form: kind.form, anchor: kind.shift.isAway ? points[offer.place % points.count] : nil)
  }

  /// The cheapest place, and what it costs with the rooms of others that it covers.
  mutating func best(beside others: [Box] = []) -> (offer: Offer, cost: Double)? {
    var best: (offer: Offer, cost: Double)?
    var place = 0
    while true {
      while place < offers.count {
        let offer = offers[place]
        if let best, offer.cost >= best.cost - 1e-9 { return best }
        let cost = offer.cost + LabelChoice.covering(offer.box, others)
        if cost < (best?.cost ?? .infinity) - 1e-9 { best = (offer, cost) }
        place += 1
      }
      if frontier == .infinity || best.map({ $0.cost <= frontier }) == true { return best }
      look(upTo: frontier < Self.farthest ? max(2 * frontier, Self.nearest) : .infinity)
    }
  }

  /// The places that cost less than a limit by themselves, the cheapest first.
  mutating func offers(below limit: Double) -> ArraySlice<Offer> {
    if frontier < limit { look(upTo: limit) }
    return offers.prefix { $0.cost < limit }
  }

  /// How far to look first, and beyond what not to go on step by step.
  private static let nearest = 12.0
  private static let farthest = 3000.0

  /// Finds all places that cost less than a limit.
  private mutating func look(upTo limit: Double) {
    var found: [Offer] = []
    for number in ranking {
      let kind = kinds[number]
      if kind.price >= limit { break }
      let size = label.sizes[kind.form]
      for step in kind.isSparse ? fewSteps : steps {
        let price = kind.price + offsets[step]
        if price >= limit { break }
        let place = number * points.count + step
        var cost = costs[place]
        if cost.isKnown ? cost.least < frontier : cost.least >= limit { continue }
        let box = Box(centre: points[step] + kind.shift.by, size: size)
        if !cost.isKnown {
          placement.look(
            at: box, of: label, price, from: kind.shift.isAway ? points[step] : nil, surroundings, upTo: limit, &cost)
          costs[place] = cost
        }
        if cost.isKnown, cost.least < limit { found.append(Offer(cost: cost.least, place: place, box: box)) }
      }
    }
    offers += found.sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }
    frontier = limit
  }
}
