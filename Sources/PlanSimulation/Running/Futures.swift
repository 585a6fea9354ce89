public import PlanModel
import PlanSchedule

/// What came out of the iterations of a simulation: the finish of everything watched in each, and how often each activity
/// drove an end.
///
/// Futures of other batches of the same simulation join exactly, in any order: the joined ones are those of one run.
public struct Futures: Hashable, Sendable {
  /// What is watched; nil is the end of the plan.
  public let ends: [ActivityID?]
  /// How evenly the draws were spread, by which the errors of what is read from them are told.
  public let sampling: SamplingMode
  /// The batches that have been run, in order.
  public private(set) var batches: [Int]
  /// By end: the finish of every iteration, in order of batches.
  package private(set) var finishes: [[Int32]]
  /// The ends whose drivers were counted, and by place in the plan in how many iterations each drove them.
  public let driven: [ActivityID?]
  /// By driven end, by place in the plan.
  package private(set) var counts: [[Int64]]
  /// Sums of what was drawn with the finishes of some ends; nil where none were made on the way.
  package private(set) var totals: DrawnTotals?

  /// How many futures there are: 1,024 in each batch.
  public var iterations: Int { batches.count * Batch.size }

  /// - Parameter parts: both halves of each batch, in order.
  init(_ simulation: Simulation, _ parts: [Batch], _ totals: DrawnTotals?) {
    self.totals = totals
    ends = simulation.ends
    sampling = simulation.sampling
    driven = simulation.watch.driven.map { simulation.ends[$0] }
    batches = parts.lazy.filter { $0.half % 2 == 0 }.map { $0.half / 2 }
    finishes = simulation.ends.indices.map { end in parts.flatMap { $0.finishes[end] } }
    let network = simulation.model.network
    counts = simulation.watch.driven.indices.map { place in
      var sums = [Int64](repeating: 0, count: network.count)
      for part in parts {
        for position in sums.indices {
          sums[Int(network.index(position).value)] += Int64(part.driving[place][position])
        }
      }
      return sums
    }
  }

  /// Futures that were written down.
  package init(
    ends: [ActivityID?], batches: [Int], finishes: [[Int32]], driven: [ActivityID?], counts: [[Int64]],
    sampling: SamplingMode
  ) {
    self.ends = ends
    self.sampling = sampling
    self.batches = batches
    self.finishes = finishes
    self.driven = driven
    self.counts = counts
  }

  /// The finish of an end in every iteration; nil where it was not watched.
  public func finishes(of end: ActivityID?) -> [Instant]? {
    ends.firstIndex(of: end).map { finishes[$0].map(Instant.init(minutes:)) }
  }

  /// The same in bare minutes.
  package func minutes(of end: ActivityID?) -> [Int32]? { ends.firstIndex(of: end).map { finishes[$0] } }

  /// The share of iterations in which driving links lead from an activity, by its place in the plan, to an end; nil
  /// where they were not counted.
  public func criticality(of index: ActivityIndex, for end: ActivityID?) -> Double? {
    guard let place = driven.firstIndex(of: end), iterations > 0 else { return nil }
    return Double(counts[place][Int(index.value)]) / Double(iterations)
  }

  /// Whether the finishes of an end, by its place, have been summed up with all that is drawn.
  func isSummed(_ end: Int) -> Bool { totals?.ends.contains(end) == true }

  /// These futures and others of the same simulation; nil where both hold one batch, or watch different things.
  public func joined(with other: Futures) -> Futures? {
    guard ends == other.ends, driven == other.driven, sampling == other.sampling,
      Set(batches).isDisjoint(with: other.batches)
    else { return nil }
    var joined = self
    joined.batches = (batches + other.batches).sorted()
    let place = Dictionary(uniqueKeysWithValues: (batches + other.batches).enumerated().map { ($1, $0) })
    joined.finishes = ends.indices.map { end in
      let both = finishes[end] + other.finishes[end]
      return joined.batches.flatMap { number -> ArraySlice<Int32> in
        let first = (place[number] ?? 0) * Batch.size
        return both[first..<(first + Batch.size)]
      }
    }
    if let totals = other.totals, joined.totals?.ends == totals.ends {
      joined.totals?.add(totals)
    } else {
      joined.totals = nil
    }
    joined.counts = zip(counts, other.counts).map { zip($0, $1).map { $0 + $1 } }
    return joined
  }
}
