import PlanModel
import PlanSchedule

/// Runs batches through the engine's own forward pass, one iteration after the other: for networks with windows, slips,
/// pins, work under way and whatever else the kernel does not follow.
final class EngineRunner: BatchRunner {
  private let drawn: DrawnNetwork
  private let watch: Watch
  private let leftOut: [Bool]

  init(_ network: Network, _ draws: Draws, _ watch: Watch, _ path: KernelPath) {
    self.watch = watch
    drawn = DrawnNetwork(network, draws, path)
    leftOut = (0..<network.count).map { network.special(at: $0)?.isLeftOut == true }
  }

  func run(_ number: Int) -> Batch {
    let count = leftOut.count
    var batch = Batch(
      number: number, finishes: Array(repeating: Array(repeating: 0, count: Batch.size), count: watch.ends.count),
      driving: Array(repeating: Array(repeating: 0, count: count), count: watch.driven.count))
    for iteration in 0..<Batch.size {
      drawn.place(UInt32(truncatingIfNeeded: number * Batch.size + iteration))
      note(iteration, &batch)
    }
    return batch
  }

  /// Notes what is watched in the future that has been placed.
  private func note(_ iteration: Int, _ batch: inout Batch) {
    let early = drawn.early
    let ahead = leftOut.indices.lazy.filter { !self.leftOut[$0] }
    let planEnd = ahead.map { early.finish($0) }.max() ?? 0
    for (place, end) in watch.ends.enumerated() {
      batch.finishes[place][iteration] = end < 0 ? planEnd : early.finish(end)
    }
    for (place, end) in watch.driven.enumerated() {
      let position = watch.ends[end]
      let ends = position >= 0 ? [position] : ahead.filter { early.finish($0) == planEnd }
      let driving = drawn.network.drives(ends, early)
      for position in driving.indices where driving[position] { batch.driving[place][position] += 1 }
    }
  }
}
