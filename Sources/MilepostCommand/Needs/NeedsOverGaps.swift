import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// The same backward question where gaps are work of which the plan does not say whether they are work or buffer.
///
/// The answer lies between the two.
struct NeedsOverGaps {
  /// The open gaps that bear on the answer.
  let gaps: [SizedGap]
  let asWork: NeedsResult
  /// The plan solved so.
  let outlook: Outlook

  /// Nil where no gap is open, and where none lies on a way to what the answer is about.
  ///
  /// The latest dates for a milestone carry their own range, and frames depend on no date.
  init?(
    _ question: NeedsQuestion, _ result: NeedsResult, _ outlook: Outlook, _ loaded: LoadedPlan, withChanges: Bool
  ) throws(InvalidInput) {
    switch question {
    case .latest, .frames: return nil
    case .tolerance, .interfaces, .collisions, .during, .buy, .conflicts, .touched: break
    }
    let open = try loaded.openGaps()
    guard !open.isEmpty else { return nil }
    let work = try loaded.outlook(withChanges: withChanges, openGapsAreWork: true)
    asWork = try NeedsResult(question, work, loaded, openGapsAreWork: true)
    self.outlook = work
    var subjects = result.subjects + asWork.subjects
    switch question {
    case .conflicts(let id): subjects += id.map { [$0] } ?? outlook.plan.activities.map(\.id)
    default: break
    }
    let reached = work.network.upstream(of: subjects)
    gaps = open.filter { reached.contains($0.from) && reached.contains($0.to) }
    if gaps.isEmpty { return nil }
  }
}
