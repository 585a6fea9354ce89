import PlanModel
import PlanSchedule

/// The network of each future in turn, with the dates of the engine's own forward pass.
///
/// Slower than running a simulation, which keeps finishes only; for what needs every date of a future, such as its floats.
final class DrawnNetwork {
  private(set) var network: Network
  private(set) var early: EarlyDates
  private let slips: [Int32]
  private let draws: Draws
  private let block: DrawBlock
  private var group: UInt32?

  init(_ simulation: Simulation) {
    draws = simulation.draws
    var network = simulation.model.network
    for position in Set(draws.delays.lazy.filter(\.isElapsed).map(\.position)).sorted()
    where network.special[Int(position)] < 0 {
      network.special[Int(position)] = Int32(network.specials.count)
      var special = Special()
      special.isFinishEvent = network.activity(Int(position)).kind == .finishMilestone
      network.specials.append(special)
    }
    slips = network.specials.map(\.slip)
    let (first, durations) = (draws.first, network.duration)
    block = DrawBlock(
      draws, durations: { durations.indices.contains($0 - first) ? Float(durations[$0 - first]) : 0 }, simulation.path)
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
    let elapsed = draws.delays.indices.filter { draws.delays[$0].isElapsed }
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
