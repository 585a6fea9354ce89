import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule
import PlanSimulation

/// One of several parts of a run: `2/8`.
struct Shard {
  let number: Int
  let count: Int

  init(number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  /// Nil where nothing was asked for.
  init?(asked text: String?, _ loaded: LoadedPlan) throws(InvalidInput) {
    guard let text else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), (1...1_000_000).contains(count),
      (1...count).contains(number)
    else {
      throw loaded.refusal(
        .badArgument, "'\(text)' is no part of a run", "write i/n, for example 2/8 for the second of eight",
        of: "--shard")
    }
    self.init(number: number, of: count)
  }

  /// The batches of this part: all parts together have each batch once. A part has none where there are more parts than batches.
  func batches(of total: Int) -> Range<Int> {
    ((number - 1) * total / count)..<(number * total / count)
  }
}
