import PlanModel
import PlanSchedule

extension MinuteOracle {
  /// The activities that a summary spans: its parts, and theirs.
  func parts(of summary: ActivityID) -> [Activity] {
    plan.activities.filter { $0.details.parent == summary }.flatMap { $0.kind == .summary ? parts(of: $0.id) : [$0] }
  }

  /// The dates of a summary; nil where nothing below it is scheduled.
  func span(ofSummary id: ActivityID, _ dates: [ActivityID: Dates]) -> Dates? {
    let parts = parts(of: id).compactMap { dates[$0.id] }
    guard let start = parts.map(\.start).min(), let finish = parts.map(\.finish).max() else { return nil }
    return Dates(start: start, finish: finish)
  }

  /// The dates of a hammock; nil where nothing is linked to it.
  func span(ofHammock id: ActivityID, _ dates: [ActivityID: Dates]) -> Dates? {
    var (starts, finishes): ([Int32], [Int32]) = ([], [])
    var linked: [Dates] = []
    for link in plan.links where link.strength == .hard && (link.to == id || link.from == id) {
      guard let other = dates[link.to == id ? link.from : link.to] else { continue }
      linked.append(other)
      if link.to == id {
        let touch = bound(link, other)
        if link.kind.boundsFinish { finishes.append(touch) } else { starts.append(touch) }
      } else {
        let event = link.kind.boundsFinish ? other.finish : other.start
        let touch = lastInstant(event - 45 * 1440, event + 45 * 1440) { lagged(link, $0) <= event }
        if link.kind.leavesStart { starts.append(touch) } else { finishes.append(touch) }
      }
    }
    guard !linked.isEmpty else { return nil }
    let start = starts.min() ?? linked.map(\.start).min()!
    return Dates(start: start, finish: max(start, finishes.max() ?? linked.map(\.finish).max()!))
  }
}
