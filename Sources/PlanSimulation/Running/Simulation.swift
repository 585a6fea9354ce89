import CMilepostKernels
public import PlanModel
import PlanSchedule

/// A model compiled for one run: what is drawn, and how it is scheduled in every iteration.
///
///     let simulation = Simulation(model, seed: 1, watching: ["bergen-start"])
///     let futures = simulation.run(batches: 0..<10)            // 10,240 iterations
///     futures.finishes(of: "bergen-start")
///
/// The draws of an iteration depend on the seed, the number of the iteration and the id of what is drawn, and on nothing
/// else: the same bits come out on every machine, for any number of threads, and in any division into shards.
public struct Simulation: Sendable {
  /// What is drawn, and the network that every iteration schedules.
  public let model: RiskModel
  /// Chooses the futures: with the same one, two plans get the same draws for whatever has the same id.
  public let seed: UInt64
  /// How evenly the draws are spread over the iterations of a batch.
  public let sampling: SamplingMode
  /// What is watched, in order; nil is the end of the plan, which always comes first.
  public let ends: [ActivityID?]
  let watch: Watch
  let draws: Draws
  /// Nil where only the engine's own pass can follow the network.
  let lanes: LaneNetwork?
  let path: KernelPath

  /// Whether iterations run side by side, not one after the other.
  public var isWide: Bool { lanes != nil }

  /// The links that are looked up in a map from one calendar to another.
  package var mappedCount: Int { lanes?.mapped.count ?? 0 }
  /// Those that the calendars themselves are asked for.
  package var unmappedCount: Int { (lanes?.conversions.count ?? 0) - mappedCount }

  /// - Parameters:
  ///   - sampling: how evenly the draws are spread; figures are surer for the same iterations the evener they are.
  ///   - ends: milestones and activities to watch besides the end of the plan; ids that the plan lacks are left out.
  ///   - driving: those, of what is watched, whose drivers are counted; nil: the end of the plan.
  ///   - explained: those, of what is watched, whose ``influences(on:_:leading:among:)`` will be asked for: what is drawn is
  ///     summed up for them on the way, and need not be drawn again.
  ///   - path: the instructions to use; all give the same bits.
  /// - Complexity: O(activities + links).
  public init(
    _ model: RiskModel, seed: UInt64 = 1, watching ends: [ActivityID] = [],
    countingDriversOf driving: [ActivityID?]? = nil, explaining explained: [ActivityID?] = [],
    sampling: SamplingMode = .plain, on path: KernelPath = .widest
  ) {
    self.init(
      model, seed: seed, watching: ends, countingDriversOf: driving, explaining: explained, sampling: sampling,
      on: path, byEngine: false)
  }

  /// - Parameter byEngine: whether the engine's own pass schedules every iteration, whatever the kernel could follow.
  package init(
    _ model: RiskModel, seed: UInt64, watching ends: [ActivityID], countingDriversOf driving: [ActivityID?]?,
    explaining explained: [ActivityID?] = [], sampling: SamplingMode = .plain, on path: KernelPath, byEngine: Bool
  ) {
    self.model = model
    self.seed = seed
    self.sampling = sampling
    self.path = KernelPath.available.contains(path) ? path : .baseline
    let network = model.network
    var known: [ActivityID?] = [nil]
    var positions = [-1]
    for id in ends where !known.contains(id) {
      guard let index = network.plan.index(of: id) else { continue }
      known.append(id)
      positions.append(network.position(index))
    }
    self.ends = known
    let driven = (driving ?? [nil]).compactMap { id in known.firstIndex(of: id) }
    let summed = Set(explained.compactMap { id in known.firstIndex(of: id) }).sorted()
    watch = Watch(ends: positions, driven: driven, summed: summed)
    let leading =
      sampling == .sobol ? Simulation.leading(model, seed: seed, end: positions.count > 1 ? known[1] : nil) : []
    let draws = Draws(model, seed: seed, sampling, leading: leading)
    self.draws = draws
    lanes = byEngine ? nil : Simulation.lanes(model, draws)
  }

  /// What has most to do with an end, by one batch of plain draws.
  private static func leading(_ model: RiskModel, seed: UInt64, end: ActivityID?) -> [Variable] {
    let pilot = Simulation(
      model, seed: mix64(seed), watching: end.map { [$0] } ?? [], countingDriversOf: [], on: .baseline)
    let found = pilot.influences(on: end, pilot.run(batches: 0..<1), leading: UniformSource.sobolDimensions)
    return found.flatMap { pilot.variables(of: $0.subject) }
  }

  /// The network for the kernel, where it can follow it and all times stay exact.
  private static func lanes(_ model: RiskModel, _ draws: Draws) -> LaneNetwork? {
    let network = model.network
    guard !draws.delays.contains(where: \.isElapsed), draws.percentArcs(network).isEmpty else { return nil }
    let earliest = EarlyDates(network, .first)
    guard let origin = earliest.rows.min() else { return nil }
    guard var lanes = LaneNetwork(network, drawing: draws.days, varies: draws.varies, origin: origin) else {
      return nil
    }
    // As late as anything can come.
    var latest = network
    for duration in draws.durations {
      latest.duration[Int(duration.node) - draws.first] = Int32(draws.longest(duration))
    }
    for triangle in draws.triangles { latest.duration[Int(triangle.node) - draws.first] = Int32(triangle.high) + 1 }
    let dates = EarlyDates(latest, .last)
    guard let end = dates.rows.max(), Int64(end) - Int64(origin) < Int64(LaneNetwork.limit) - 2_000_000,
      latest.duration.allSatisfy({ $0 < 8_000_000 }),
      network.arcs.allSatisfy({ abs(Int64($0.lag)) < 4_000_000 })
    else { return nil }
    let lead = network.arcs.reduce(0) { max($0, -$1.lag) }
    network.calendars.withTables { lanes.mapCalendars(lowest: -lead - 1, until: end, $0) }
    return lanes
  }

  private func runner() -> any BatchRunner {
    if let lanes { return LaneRunner(model.network, lanes, draws, watch, path) }
    return EngineRunner(model.network, draws, watch, path)
  }

  /// Runs batches of 1,024 iterations, on this thread.
  ///
  /// - Complexity: O((activities + links) · iterations).
  public func run(batches: Range<Int>) -> Futures {
    let runner = runner()
    let parts = (2 * batches.lowerBound..<2 * batches.upperBound).map { runner.run($0) }
    return Futures(self, parts, runner.totals)
  }

  /// Runs batches on several threads; the bits are those of ``run(batches:)``.
  ///
  /// - Parameter progress: called after each batch, from any thread.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func run(
    batches: Range<Int>, threads: Int, progress: @escaping @Sendable () -> Void = {}
  ) async throws -> Futures {
    let (first, count) = (2 * batches.lowerBound, 2 * batches.count)
    let strands = max(1, min(threads, count))
    let done = try await withThrowingTaskGroup(of: (parts: [Batch], totals: DrawnTotals?).self) { group in
      for strand in 0..<strands {
        group.addTask {
          let runner = runner()
          var done: [Batch] = []
          for half in (first + strand * count / strands)..<(first + (strand + 1) * count / strands) {
            try Task.checkCancellation()
            done.append(runner.run(half))
            if half % 2 == 1 { progress() }
          }
          return (done, runner.totals)
        }
      }
      var all: (parts: [Batch], totals: DrawnTotals?) = ([], nil)
      for try await (parts, totals) in group {
        all.parts += parts
        if let totals, all.totals?.add(totals) == nil { all.totals = totals }
      }
      return all
    }
    return Futures(self, done.parts.sorted { $0.half < $1.half }, done.totals)
  }
}

extension Draws {
  /// As long as a duration can come, in whole minutes.
  func longest(_ duration: Duration) -> Double {
    var minutes = duration.sampler.largest
    for driver in duration.drivers { minutes *= max(1, drivers[Int(driver)].factor.largest) }
    for delay in duration.delays { minutes += max(0, delays[Int(delay)].minutes.largest) }
    return min(max(minutes, 0), 16_000_000).rounded(.up)
  }
}
