import PlanModel
import PlanSchedule

/// Runs batches through the kernel, sixteen iterations at a time.
final class LaneRunner: BatchRunner {
  private let draws: Draws
  private let lanes: LaneNetwork
  private let watch: Watch
  private let block: DrawBlock
  private let dates: LaneBlock
  private let calendars: [CompiledCalendar]
  private var counts: [[Int32]]
  private let sums: DrawnSums?
  private(set) var totals: DrawnTotals?

  init(_ network: Network, _ lanes: LaneNetwork, _ draws: Draws, _ watch: Watch, _ path: KernelPath) {
    self.draws = draws
    self.lanes = lanes
    self.watch = watch
    calendars = network.calendars
    block = DrawBlock(draws, durations: { lanes.durations[$0] }, path)
    dates = LaneBlock(lanes, path)
    counts = Array(repeating: Array(repeating: 0, count: lanes.count), count: watch.driven.count)
    let ends = watch.summed
    sums = ends.isEmpty ? nil : DrawnSums(block, durations: network.duration, ends.count)
    totals = ends.isEmpty ? nil : DrawnTotals(of: draws.kinds.count, ends: ends)
  }

  func run(_ half: Int) -> Batch {
    var batch = Batch(
      half: half, finishes: Array(repeating: Array(repeating: 0, count: Batch.half), count: watch.ends.count),
      driving: [])
    let nodes = watch.ends.map { $0 < 0 ? lanes.count - 1 : Int(lanes.first) + $0 }
    let endsWork = zip(watch.ends, nodes).map { position, node in
      position >= 0 && lanes.endsWork(node, varying: draws.varies[position])
    }
    for place in counts.indices { for node in counts[place].indices { counts[place][node] = 0 } }
    calendars.withTables { tables in
      for group in 0..<(Batch.half / LaneNetwork.lanes) {
        let first = group * LaneNetwork.lanes
        let iteration = UInt32(truncatingIfNeeded: half * Batch.half + first)
        block.draw(iteration, triangles: false)
        dates.place(block.work, drawing: draws.triangles, iteration, tables)
        for (end, node) in nodes.enumerated() {
          for lane in 0..<LaneNetwork.lanes {
            batch.finishes[end][first + lane] = dates.finish(node, lane, endsWork: endsWork[end], tables)
          }
        }
        for (place, end) in watch.driven.enumerated() {
          counts[place].withUnsafeMutableBufferPointer { counts in
            if let counts = counts.baseAddress { dates.countDriving(to: nodes[end], block.work, counts) }
          }
        }
        sums?.add { Double(batch.finishes[watch.summed[$0]][first + $1]) }
      }
    }
    if let sums { totals?.add(sums) }
    let positions = Int(lanes.first)..<(lanes.count - 1)
    batch.driving = counts.map { Array($0[positions]) }
    return batch
  }
}
