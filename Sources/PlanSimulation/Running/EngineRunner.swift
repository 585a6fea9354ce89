import PlanModel
import PlanSchedule

/// Runs batches through the engine's own forward pass, one iteration after the other: for networks with windows, slips,
/// pins, work under way and whatever else the kernel does not follow.
final class EngineRunner: BatchRunner {
  private var network: Network
  private var early: EarlyDates?
  private let original: Network
  private let draws: Draws
  private let watch: Watch
  private let block: DrawBlock
  private let leftOut: [Bool]

  init(_ network: Network, _ draws: Draws, _ watch: Watch, _ path: KernelPath) {
    self.draws = draws
    self.watch = watch
    var network = network
    for position in Set(draws.delays.lazy.filter(\.isElapsed).map(\.position)).sorted()
    where network.special[Int(position)] < 0 {
      network.special[Int(position)] = Int32(network.specials.count)
      var special = Special()
      special.isFinishEvent = network.activity(Int(position)).kind == .finishMilestone
      network.specials.append(special)
    }
    let (first, count) = (draws.first, network.count)
    let durations = network.duration
    block = DrawBlock(
      draws, durations: { (first..<(first + count)).contains($0) ? Float(durations[$0 - first]) : 0 }, path)
    leftOut = (0..<count).map { network.special(at: $0)?.isLeftOut == true }
    original = network
    self.network = network
  }

  func run(_ number: Int) -> Batch {
    var batch = Batch(
      number: number, finishes: Array(repeating: Array(repeating: 0, count: Batch.size), count: watch.ends.count),
      driving: Array(repeating: Array(repeating: 0, count: network.count), count: watch.driven.count))
    for group in 0..<(Batch.size / LaneNetwork.lanes) {
      let first = group * LaneNetwork.lanes
      block.draw(UInt32(truncatingIfNeeded: number * Batch.size + first))
      for lane in 0..<LaneNetwork.lanes { iterate(lane, first + lane, &batch) }
    }
    return batch
  }

  private func iterate(_ lane: Int, _ iteration: Int, _ batch: inout Batch) {
    let work = block.work.floats
    for position in 0..<network.count where draws.varies[position] {
      network.duration[position] = Int32(work[16 * (draws.first + position) + lane])
    }
    for (place, day) in draws.days.enumerated() {
      let instant = day.first &+ Int32(work[16 * (1 + place) + lane])
      let special = Int(network.special[Int(day.position)])
      switch day.bound {
      case .planned: network.specials[special].plannedFirst = instant
      case .startFloor: network.specials[special].startFloorFirst = instant
      case .finishFloor: network.specials[special].finishFloorFirst = instant
      }
    }
    for delay in draws.delays where delay.isElapsed {
      let special = Int(network.special[Int(delay.position)])
      network.specials[special].slip = original.specials[special].slip
    }
    for (place, delay) in draws.delays.enumerated() where delay.isElapsed {
      let special = Int(network.special[Int(delay.position)])
      let minutes = Int32(min(max(block.delays[16 * place + lane], 0), 16_000_000).rounded(.toNearestOrEven))
      network.specials[special].slip &+= minutes
    }
    if early == nil { early = EarlyDates(network, .first) } else { early?.rerun(network) }
    guard let early else { return }
    let planEnd = (0..<network.count).lazy.filter { !self.leftOut[$0] }.map { early.finish($0) }.max() ?? 0
    for (place, end) in watch.ends.enumerated() {
      batch.finishes[place][iteration] = end < 0 ? planEnd : early.finish(end)
    }
    for (place, end) in watch.driven.enumerated() {
      let position = watch.ends[end]
      let ends =
        position >= 0
        ? [position] : (0..<network.count).filter { !leftOut[$0] && early.finish($0) == planEnd }
      for (position, drives) in network.drives(ends, early).enumerated() where drives {
        batch.driving[place][position] += 1
      }
    }
  }
}
