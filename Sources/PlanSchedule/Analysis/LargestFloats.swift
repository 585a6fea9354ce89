import PlanModel

/// The largest total float that each activity can have for any durations between their bounds.
///
/// The float of an activity is how much longer than its own longest path the longest of all is. It is largest where all
/// on some path beside it take long and everything else is short. Before the activity, and after it, that path competes
/// with what it shares: a path through the activity may follow it up to any point and leave it there. So the gain carried
/// along is the least over all such points, and the greatest over all ways: two sweeps for each activity.
///
/// Only for finish-to-start links on one calendar, see ``Network/isPlainlyLinked``.
///
/// - Complexity: O(activities · (activities + links)).
/// - Source: after Fortin, Zieliński, Dubois and Fargier (2010), who show that it is polynomial.
struct LargestFloats {
  private let network: Network
  private let low: [Int64]
  private let high: [Int64]
  /// Working minutes from the earliest floor.
  private let floor: [Int64]
  private static let never = Int64.min / 4

  init(_ network: Network, _ reading: Reading, low: [Int32], high: [Int32], _ tables: [CalendarTables]) {
    self.network = network
    self.low = low.map(Int64.init)
    self.high = high.map(Int64.init)
    let own = (0..<network.count).first { !network.facts[$0].isMilestone }.map { Int(network.calendar[$0]) } ?? 0
    let floors = network.floors(reading).map { Int64(tables[own].work(until: $0)) }
    let first = floors.min() ?? 0
    floor = floors.map { $0 - first }
  }

  private enum Side { case before, after, beside, itself }

  /// The largest float of a position, in working minutes.
  func largest(_ k: Int) -> Int64 {
    let count = network.count
    var side = [Side](repeating: .beside, count: count)
    side[k] = .itself
    // Lags and shortest durations from a start to the start of k, and from the finish of k to a start.
    var toK = [Int64](repeating: LargestFloats.never, count: count)
    var fromFinish = toK
    toK[k] = 0
    for position in stride(from: k - 1, through: 0, by: -1) {
      fromFinish[position] = tail(position) { toK[$0] }
      guard fromFinish[position] > LargestFloats.never else { continue }
      toK[position] = low[position] + fromFinish[position]
      side[position] = .before
    }
    var fromK = [Int64](repeating: LargestFloats.never, count: count)
    for position in k + 1..<max(count, k + 1) {
      fromK[position] = head(position) { from in
        from == k ? 0 : side[from] == .after ? fromK[from] + low[from] : LargestFloats.never
      }
      if fromK[position] > LargestFloats.never { side[position] = .after }
    }
    // The gain before k, at each finish; beside it, at each start; after it, from each start on.
    let atSource = -((0..<count).filter { toK[$0] > LargestFloats.never }.map { floor[$0] + toK[$0] }.max() ?? 0)
    var toEnd: Int64 = 0
    for position in 0..<count where side[position] == .after { toEnd = max(toEnd, fromK[position] + low[position]) }
    let atSink = -toEnd
    var gain = [Int64](repeating: LargestFloats.never, count: count)
    for position in 0..<count where side[position] == .before || side[position] == .beside {
      let start = max(
        atSource + floor[position],
        head(position) { from in
          switch side[from] {
          case .before: gain[from]
          case .beside: gain[from] + high[from]
          default: LargestFloats.never
          }
        })
      gain[position] = side[position] == .beside ? start : min(start + high[position], -fromFinish[position])
    }
    var rest = [Int64](repeating: LargestFloats.never, count: count)
    for position in stride(from: count - 1, through: k + 1, by: -1) where side[position] == .after {
      let best = max(atSink, tail(position) { side[$0] == .after ? rest[$0] : LargestFloats.never })
      rest[position] = min(high[position] + best, -fromK[position])
    }
    // Where the path beside k comes together again.
    var largest: Int64 = 0
    for position in 0..<count {
      let own: Int64 =
        switch side[position] {
        case .before: gain[position]
        case .beside: gain[position] + high[position]
        default: LargestFloats.never
        }
      if own > LargestFloats.never {
        let on = max(atSink, tail(position) { side[$0] == .after ? rest[$0] : LargestFloats.never })
        largest = max(largest, own + on - low[k])
      }
      if side[position] == .after { largest = max(largest, atSource + floor[position] + rest[position] - low[k]) }
    }
    return largest
  }

  /// The greatest of lag and value over the links into a position.
  private func head(_ position: Int, _ value: (Int) -> Int64) -> Int64 {
    var best = LargestFloats.never
    for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1]) {
      let from = value(Int(network.arcs[arc].row) / 2)
      if from > LargestFloats.never / 2 { best = max(best, from + Int64(network.arcs[arc].lag)) }
    }
    return best
  }

  /// The greatest of lag and value over the links out of a position.
  private func tail(_ position: Int, _ value: (Int) -> Int64) -> Int64 {
    var best = LargestFloats.never
    for place in Int(network.leavingStart[position])..<Int(network.leavingStart[position + 1]) {
      let to = value(Int(network.leaving[place].to))
      if to > LargestFloats.never / 2 {
        best = max(best, to + Int64(network.arcs[Int(network.leaving[place].arc)].lag))
      }
    }
    return best
  }
}
