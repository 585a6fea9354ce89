import PlanModel
import PlanSchedule

/// Runs batches through the engine's own forward pass, one iteration after the other: for networks with windows, slips,
/// pins, work under way and whatever else the kernel does not follow.
final class EngineRunner: BatchRunner {
  private let drawn: DrawnNetwork
  private let watch: Watch
  private let count: Int
  /// The positions that are not left out.
  private let ahead: [Int]
  /// Drawing again takes next to no time beside one pass for each iteration.
  var totals: DrawnTotals? { nil }

  init(_ network: Network, _ draws: Draws, _ watch: Watch, _ path: KernelPath) {
    self.watch = watch
    drawn = DrawnNetwork(network, draws, path)
    count = network.count
    ahead = (0..<network.count).filter { network.special(at: $0)?.isLeftOut != true }
  }

  func run(_ half: Int) -> Batch {
    var batch = Batch(
      half: half, finishes: Array(repeating: Array(repeating: 0, count: Batch.half), count: watch.ends.count),
      driving: Array(repeating: Array(repeating: 0, count: count), count: watch.driven.count))
    for iteration in 0..<Batch.half {
      drawn.place(UInt32(truncatingIfNeeded: half * Batch.half + iteration))
      note(iteration, &batch)
    }
    return batch
  }

  /// Notes what is watched in the future that has been placed.
  private func note(_ iteration: Int, _ batch: inout Batch) {
    let early = drawn.early
    let rows = early.rows
    var planEnd: Int32 = 0
    if let first = ahead.first {
      planEnd = rows[2 * first + 1]
      for position in ahead { planEnd = max(planEnd, rows[2 * position + 1]) }
    }
    for (place, end) in watch.ends.enumerated() {
      batch.finishes[place][iteration] = end < 0 ? planEnd : rows[2 * end + 1]
    }
    for (place, end) in watch.driven.enumerated() {
      let position = watch.ends[end]
      let ends = position >= 0 ? [position] : ahead.filter { rows[2 * $0 + 1] == planEnd }
      for position in drawn.network.driving(ends, early) { batch.driving[place][position] += 1 }
    }
  }
}
