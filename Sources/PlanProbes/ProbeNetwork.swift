import PlanGraph
import PlanModel
import PlanSchedule

/// How the links of a made-up network run.
enum ProbeShape: String, CaseIterable {
  /// Each waits for the two before it.
  case chain
  /// Some 64 layers, each activity waiting for two of the layers before; listed in order.
  case layered
  /// The same, listed in random order.
  case shuffled
  /// Crowds that wait for one activity, and one activity that waits for the crowd.
  case hub
  /// Projects of some hundred activities in layers of a few, with links between projects now and then: what changes in
  /// one place is felt near by.
  case portfolio
}

/// A made-up network as bare lists, two links for each activity; the same for the same shape, size and seed.
struct ProbeNetwork {
  let shape: ProbeShape
  let seed: UInt64
  /// In days (minutes for a chain, or a long one would leave the years that a plan may name).
  private(set) var durations: [Int32] = []
  private(set) var ends: [Arc] = []
  private(set) var kinds: [Link.Kind] = []
  private(set) var lags: [Int32] = []
  /// The activities, predecessors first.
  private(set) var order: [Int32] = []

  static let start = Day(year: 2026, month: 1, day: 5)!
  /// Minutes in a unit of `durations` and `lags`.
  func unit(minutesPerDay: Int32) -> Int32 { shape == .chain ? 1 : minutesPerDay }

  init(_ shape: ProbeShape, activities count: Int, seed: UInt64) {
    self.shape = shape
    self.seed = seed
    var numbers = SplitMix(seed: seed)
    order = (0..<Int32(count)).map { $0 }
    if shape == .portfolio {
      // No events: an event on a calendar is late in a working minute, which the slow dates in whole units do not tell.
      durations = (0..<count).map { _ in Int32(1 + numbers.below(20)) }
      addPortfolio(count, &numbers)
      return
    }
    if shape == .shuffled {
      for place in stride(from: count - 1, to: 0, by: -1) { order.swapAt(place, numbers.below(place + 1)) }
    }
    durations = (0..<count).map { _ in
      Int32(1 + numbers.below(shape == .chain ? 9 : 20))
    }
    for step in 0..<count { addLinks(step, count, &numbers) }
  }

  /// Two links for each activity, one in twenty of them to another project of the same twenty.
  private mutating func addPortfolio(_ count: Int, _ numbers: inout SplitMix) {
    var projects: [[Range<Int>]] = []  // the layers of each
    var homes: [(project: Int, layer: Int)] = []
    while homes.count < count {
      let end = min(count, homes.count + 100 + numbers.below(401))
      var layers: [Range<Int>] = []
      while homes.count < end {
        let layer = homes.count..<min(end, homes.count + 3 + numbers.below(10))
        for _ in layer { homes.append((projects.count, layers.count)) }
        layers.append(layer)
      }
      projects.append(layers)
    }
    func share(_ id: Int) -> Double { Double(homes[id].layer) / Double(projects[homes[id].project].count) }
    // Every link leads to a later share of a project.
    order.sort { (share(Int($0)), $0) < (share(Int($1)), $1) }
    func near(_ id: Int) -> Int {
      let (layers, layer) = (projects[homes[id].project], homes[id].layer)
      let before = layers[layer - min(layer, 1 + max(0, numbers.below(5) - 2))]
      let front = (id - layers[layer].lowerBound) * before.count / layers[layer].count
      return before.lowerBound + min(max(front + numbers.below(4) - numbers.below(4), 0), before.count - 1)
    }
    func link(_ from: Int, _ to: Int) {
      ends.append(Arc(from: from, to: to))
      let draw = numbers.below(100)
      kinds.append(draw < 80 ? .finishToStart : draw < 90 ? .startToStart : .finishToFinish)
      lags.append(numbers.percent(19) ? Int32(numbers.below(14)) - 3 : 0)
    }
    for id in 0..<count where homes[id].layer > 0 { link(near(id), id) }
    while ends.count < 2 * count, count > projects[0][0].count {
      let from = numbers.below(count)
      if numbers.percent(10) {
        let project = homes[from].project / 20 * 20 + numbers.below(20)
        guard project < projects.count, project != homes[from].project else { continue }
        let to = projects[project].first?.lowerBound ?? 0
        let at = to + Int((share(from) + 0.02 + Double(numbers.below(23)) / 100) * Double(projects[project].count * 7))
        guard at < count, homes[at].project == project, share(at) > share(from) else { continue }
        link(from, at)
      } else if homes[from].layer > 0 {
        link(near(from), from)
      }
    }
  }

  private mutating func addLinks(_ step: Int, _ count: Int, _ numbers: inout SplitMix) {
    switch shape {
    case .portfolio: break
    case .chain:
      if step > 0 { add(step - 1, step, &numbers) }
      if step > 1 { add(step - 2, step, &numbers) }
    case .layered, .shuffled:
      let width = max(min(8, count), count / 64)
      let layer = step / width
      if layer == 0 { return }
      var seen = -1
      for _ in 0..<2 {
        let back = 1 + min(numbers.below(3), layer - 1)
        let before = (layer - back) * width + numbers.below(width)
        if before != seen { add(before, step, &numbers) }
        seen = before
      }
    case .hub:
      // In each crowd the first is the hub that the others wait for, and the last waits for all of them.
      let crowd = max(4, count / 200)
      let place = step % crowd
      if place == 0 {
        if step > 0 { add(step - 1, step, &numbers) }
      } else if place == crowd - 1 || step == count - 1 {
        for other in (step - place)..<step { add(other, step, &numbers) }
      } else {
        add(step - place, step, &numbers)
      }
    }
  }

  private mutating func add(_ from: Int, _ to: Int, _ numbers: inout SplitMix) {
    ends.append(Arc(from: Int(order[from]), to: Int(order[to])))
    let draw = numbers.below(100)
    kinds.append(draw < 80 ? .finishToStart : draw < 90 ? .startToStart : .finishToFinish)
    lags.append(shape != .chain && numbers.percent(19) ? Int32(numbers.below(14)) - 3 : 0)
  }

  /// The same links without lags.
  var withoutLags: ProbeNetwork {
    var network = self
    network.lags = Array(repeating: 0, count: lags.count)
    return network
  }

  /// The same for the engine; with a calendar, a day is a working day of eight hours, and lags are working time too.
  func lists(_ calendar: WorkingCalendar? = nil, hasLags: Bool = true) -> NetworkLists {
    let unit = unit(minutesPerDay: calendar == nil ? 1440 : 480)
    return NetworkLists(
      durations: durations.map { $0 * unit }, ends: ends, kinds: kinds, lags: lags.map { hasLags ? $0 * unit : 0 },
      calendar: calendar, start: ProbeNetwork.start)
  }
}
