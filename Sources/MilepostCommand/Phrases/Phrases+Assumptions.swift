import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// What an answer rests on, in the same words after every answer.
extension Phrases {
  /// What is assumed about `ids` and their predecessors in these plans, one to an item, each assumption once.
  ///
  /// - Complexity: O(activities + links) for each plan.
  func assumptions(behind ids: [ActivityID], in outlooks: [Outlook]) -> (heading: String, items: [String]) {
    var seen: Set<Assumptions.Entry> = []
    var items: [String] = []
    for outlook in outlooks {
      let reach = outlook.network.upstream(of: ids)
      for entry in Assumptions(of: outlook.plan, about: reach).entries where seen.insert(entry).inserted {
        let because = entry.because.map { ": \($0)" } ?? ""
        items.append("– \(words.assumption(entry.subject)) (\(words.basis(entry.basis)))\(because)")
      }
    }
    return items.isEmpty
      ? (pick("Svaret hviler ikke på forutsetninger.", "The answer rests on no assumptions."), [])
      : (pick("Svaret hviler på disse forutsetningene:", "The answer rests on these assumptions:"), items)
  }
}
