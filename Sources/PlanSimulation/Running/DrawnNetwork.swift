import PlanModel
import PlanSchedule

/// The network of each future in turn, with the dates of the engine's own forward pass.
///
/// Slower than the kernel, which keeps finishes only and follows less; for networks with windows, slips and the like, and for what
/// needs every date of a future, such as its floats.
final class DrawnNetwork {
  private(set) var network: Network
  private(set) var early: EarlyDates
  private let slips: [Int32]
  private let varying: [Int]
  private let elapsed: [Int]
  private let percentArcs: [Int32]
  private let draws: Draws
  private let block: DrawBlock
  private var group: UInt32?

  convenience init(_ simulation: Simulation) {
    self.init(simulation.model.network, simulation.draws, simulation.path)
  }

  init(_ network: Network, _ draws: Draws, _ path: KernelPath) {
    self.draws = draws
    var network = network
    for position in Set(draws.delays.lazy.filter(\.isElapsed).map(\.position)).sorted()
    where network.special[Int(position)] < 0 {
      network.special[Int(position)] = Int32(network.specials.count)
      var special = Special()
      special.isFinishEvent = network.activity(Int(position)).kind == .finishMilestone
      network.specials.append(special)
    }
    slips = network.specials.map(\.slip)
    varying = draws.varies.indices.filter { draws.varies[$0] }
    elapsed = draws.delays.indices.filter { draws.delays[$0].isElapsed }
    percentArcs = draws.percentArcs(network)
    let (first, durations) = (draws.first, network.duration)
    block = DrawBlock(
      draws, durations: { durations.indices.contains($0 - first) ? Float(durations[$0 - first]) : 0 }, path)
    self.network = network
    early = EarlyDates(network, .first)
  }

  /// Makes this the network of an iteration.
  func place(_ iteration: UInt32) {
    let lanes = UInt32(LaneNetwork.lanes)
    let lane = Int(iteration % lanes)
    if group != iteration / lanes {
      block.draw(iteration - iteration % lanes)
      group = iteration / lanes
    }
    let work = block.work.floats
    for position in varying { network.duration[position] = Int32(work[16 * (draws.first + position) + lane]) }
    network.updatePercentLags(percentArcs)
    for (place, day) in draws.days.enumerated() {
      let instant = day.first &+ Int32(work[16 * (1 + place) + lane])
      let special = Int(network.special[Int(day.position)])
      switch day.bound {
      case .planned: network.specials[special].plannedFirst = instant
      case .startFloor: network.specials[special].startFloorFirst = instant
      case .finishFloor: network.specials[special].finishFloorFirst = instant
      }
    }
    for place in elapsed {
      let special = Int(network.special[Int(draws.delays[place].position)])
      network.specials[special].slip = slips[special]
    }
    for place in elapsed {
      let special = Int(network.special[Int(draws.delays[place].position)])
      let minutes = Int32(min(max(block.delays[16 * place + lane], 0), 16_000_000).rounded(.toNearestOrEven))
      network.specials[special].slip &+= minutes
    }
    early.rerun(network)
  }
}

extension Draws {
  /// The arcs whose lag is a share of a duration that is drawn.
  func percentArcs(_ network: Network) -> [Int32] {
    network.percentArcs.filter { varies[Int(network.arcs[Int($0)].row) / 2] }
  }
}
