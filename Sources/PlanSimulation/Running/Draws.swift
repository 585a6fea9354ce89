import CMilepostKernels
import PlanModel
import PlanSchedule

/// What is drawn in every iteration of a model, compiled.
///
/// Durations that are triangles and that nothing else touches are drawn by the kernel, all others one by one.
struct Draws: Sendable {
  /// A duration that the kernel does not draw alone: its own distribution, then the factors of drivers, then delays.
  struct Duration: Sendable {
    var node: Int32
    /// Of `variables`; −1 for a duration that is sure in itself.
    var variable: Int32
    var sampler: Sampler
    /// The place of its uniform number among those of correlated durations; −1 where it is correlated with none.
    var tied: Int32 = -1
    var drivers: [Int32] = []
    var delays: [Int32] = []
  }

  /// Durations whose uniform numbers are made together.
  struct Group: Sendable {
    /// Of `variables`.
    var variables: [Int32]
    /// Where their numbers go; those of a group lie side by side.
    var first: Int32
    var weights: CopulaWeights
  }

  struct Driver: Sendable {
    var occurrence: Int32
    var size: Int32
    var probability: Double
    var factor: Sampler
  }

  struct Delay: Sendable {
    /// The place of its event in the model.
    var event: Int
    var occurrence: Int32
    var size: Int32
    var probability: Double
    var minutes: Sampler
    var position: Int32
    var isElapsed: Bool
  }

  private(set) var variables: [Variable] = []
  /// Where the uniform numbers of each come from.
  let sources: [UniformSource]
  var triangles: [milepost_triangle] = []
  var durations: [Duration] = []
  var drivers: [Driver] = []
  var delays: [Delay] = []
  var groups: [Group] = []
  let days: [DrawnDay]
  /// The variable of each drawn day.
  private(set) var dayVariables: [Int32] = []
  /// Whether the duration of each position is drawn.
  private(set) var varies: [Bool]
  /// The node of position 0, see ``LaneNetwork``.
  let first: Int
  let count: Int

  /// - Parameter leading: what gets Sobol points, the most important first.
  init(_ model: RiskModel, seed: UInt64, _ mode: SamplingMode = .plain, leading: [Variable] = []) {
    let network = model.network
    days = model.days
    first = 1 + model.days.count
    count = first + network.count + 1
    var lowering = DrawsLowering(model, isPlain: mode == .plain)
    for driver in model.drivers { lowering.add(driver) }
    for (place, event) in model.events.enumerated() { lowering.add(event, place) }
    lowering.addDurations()
    lowering.tie()
    groups = lowering.groups
    varies = lowering.varies
    drivers = lowering.drivers
    delays = lowering.delays
    dayVariables = days.map { day in
      let purpose: Variable.Purpose =
        switch day.bound {
        case .planned: .planned
        case .startFloor: .startFloor
        case .finishFloor: .finishFloor
        }
      return lowering.variable(network.drawID(Int(day.position)), purpose)
    }
    variables = lowering.variables
    sources = UniformSource.sources(of: variables, seed: seed, mode, leading: leading)
    durations = lowering.touched.keys.sorted().compactMap { lowering.touched[$0] }
    for (position, number, distribution) in lowering.alone {
      guard case .triangular(let low, let mode, let high) = distribution.shape,
        case .plain(let key) = sources[Int(number)]
      else { continue }
      triangles.append(
        milepost_triangle(
          node: Int32(first) + position, key0: key.words[0], key1: key.words[1], key2: key.words[2],
          split: Float((mode - low) / (high - low)),
          low: Float(low), high: Float(high), rising: Float((high - low) * (mode - low)),
          falling: Float((high - low) * (high - mode))))
    }
  }
}

/// The work of compiling draws.
private struct DrawsLowering {
  let model: RiskModel
  /// Whether the kernel's own numbers will do.
  let isPlain: Bool
  let first: Int32
  var variables: [Variable] = []
  var drivers: [Draws.Driver] = []
  var delays: [Draws.Delay] = []
  /// By position: what the kernel does not draw alone.
  var touched: [Int32: Draws.Duration] = [:]
  /// What it does, with the variable.
  var alone: [(Int32, Int32, Distribution)] = []
  var varies: [Bool]
  var groups: [Draws.Group] = []
  private var tables: [Distribution: QuantileTable] = [:]

  init(_ model: RiskModel, isPlain: Bool) {
    self.model = model
    self.isPlain = isPlain
    first = Int32(1 + model.days.count)
    varies = Array(repeating: false, count: model.network.count)
  }

  mutating func variable(_ id: String, _ purpose: Variable.Purpose) -> Int32 {
    variables.append(Variable(id: id, purpose: purpose))
    return Int32(variables.count - 1)
  }

  /// Whether an activity is still to be done: what has been done, or is left out, takes what it takes.
  private func isOpen(_ position: Int32) -> Bool {
    guard let special = model.network.special(at: Int(position)) else { return true }
    return special.actualFinish == nil && !special.isLeftOut
  }

  private mutating func touch(_ position: Int32, _ change: (inout Draws.Duration) -> Void) {
    var duration =
      touched[position]
      ?? Draws.Duration(
        node: first + position, variable: -1,
        sampler: Sampler(Distribution(.constant(Double(model.network.duration[Int(position)]))), &tables))
    change(&duration)
    touched[position] = duration
    varies[Int(position)] = true
  }

  mutating func add(_ risk: RiskModel.Driver) {
    let driver = Int32(drivers.count)
    drivers.append(
      Draws.Driver(
        occurrence: variable("risk:" + risk.id, .occurrence), size: variable("risk:" + risk.id, .size),
        probability: risk.probability, factor: Sampler(risk.factor, &tables)))
    for position in risk.positions where isOpen(position) { touch(position) { $0.drivers.append(driver) } }
  }

  mutating func add(_ event: RiskModel.Event, _ place: Int) {
    let occurrence = variable("risk:" + event.id, .occurrence)
    for delay in event.delays where isOpen(delay.position) {
      let index = Int32(delays.count)
      let id = "risk:" + event.id + "/" + model.network.drawID(Int(delay.position))
      delays.append(
        Draws.Delay(
          event: place, occurrence: occurrence, size: variable(id, .size), probability: event.probability,
          minutes: Sampler(delay.minutes, &tables),
          position: delay.position, isElapsed: delay.isElapsed))
      if !delay.isElapsed { touch(delay.position) { $0.delays.append(index) } }
    }
  }

  mutating func addDurations() {
    let tied = Set(model.correlations.flatMap { [$0.one, $0.other] })
    for (place, distribution) in model.durations.enumerated() where isOpen(Int32(place)) {
      guard let distribution else { continue }
      let position = Int32(place)
      varies[place] = true
      let number = variable(model.network.drawID(Int(position)), .duration)
      if isPlain, case .triangular(let low, _, let high) = distribution.shape, touched[position] == nil,
        !tied.contains(position),
        low >= 1, high > low, high < 4_000_000
      {
        alone.append((position, number, distribution))
      } else {
        let sampler = Sampler(distribution, &tables)
        touch(position) {
          $0.variable = number
          $0.sampler = sampler
        }
      }
    }
  }

  /// Makes groups of the durations that correlations tie, directly or through others.
  mutating func tie() {
    var group: [Int32: Int32] = [:]
    func leader(_ position: Int32) -> Int32 {
      var leader = position
      while let next = group[leader], next != leader { leader = next }
      return leader
    }
    let pairs = model.correlations.filter { touched[$0.one].map { $0.variable >= 0 } ?? false }
      .filter { touched[$0.other].map { $0.variable >= 0 } ?? false }
    for pair in pairs {
      let (one, other) = (leader(pair.one), leader(pair.other))
      group[max(one, other)] = min(one, other)
      group[min(one, other)] = min(one, other)
    }
    let members = Dictionary(grouping: group.keys.sorted(), by: leader)
    var next: Int32 = 0
    for first in members.keys.sorted() {
      guard let positions = members[first] else { continue }
      let place = Dictionary(uniqueKeysWithValues: positions.enumerated().map { ($1, $0) })
      let own = pairs.compactMap { pair -> CopulaWeights.Pair? in
        guard let one = place[pair.one], let other = place[pair.other] else { return nil }
        return CopulaWeights.Pair(a: one, b: other, normal: pair.value)
      }
      guard let weights = CopulaWeights(pairs: own, count: positions.count) else { continue }
      groups.append(
        Draws.Group(variables: positions.compactMap { touched[$0]?.variable }, first: next, weights: weights))
      for position in positions {
        touched[position]?.tied = next
        next += 1
      }
    }
  }
}
