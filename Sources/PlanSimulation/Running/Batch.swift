import PlanModel
import PlanSchedule

/// What half a batch of iterations gave.
struct Batch: Sendable {
  /// Iterations come in batches of this size; each batch is a randomization of its own.
  static let size = 1024
  /// The iterations of half a batch, which a thread runs at a time.
  static let half = 512

  /// Which half, counted from the first half of batch 0.
  var half: Int
  /// By end: the finish of every iteration, as instants.
  var finishes: [[Int32]]
  /// By end whose drivers are counted, by position: in how many iterations driving links lead there.
  var driving: [[Int32]]
}

/// What a simulation watches.
struct Watch: Hashable, Sendable {
  /// Positions, −1 for the end of the plan.
  var ends: [Int]
  /// Which of the ends get their drivers counted, as places in `ends`.
  var driven: [Int]
  /// Which of the ends get sums of their finishes with all that is drawn, as places in `ends`.
  var summed: [Int]
}

/// Something that can run halves of batches, in memory of its own.
protocol BatchRunner: AnyObject {
  func run(_ half: Int) -> Batch

  /// The sums over all that has been run so far, of the ends that are summed; nil where the runner makes none.
  var totals: DrawnTotals? { get }
}
