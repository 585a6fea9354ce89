import PlanModel
import PlanSchedule

/// The unknown durations before a milestone, and who hands on through them.
struct UnknownDurations {
  /// By activity before the milestone, the first unknown duration on some way there.
  private var nearest: [ActivityID: ActivityID] = [:]
  /// Each unknown duration with all that lies before it; empty where there are too many to name.
  private var reach: [(unknown: ActivityID, before: Set<ActivityID>)] = []

  /// - Parameter names: up to how many unknown durations are all named for each activity.
  /// - Complexity: O(activities + links), and once more for each that is named.
  init(before id: ActivityID, in network: Network, names: Int = 0) {
    let upstream = network.upstream(of: [id])
    let positions = upstream.map { network.position(of: $0) }.sorted(by: >)
    var unknown: [ActivityID] = []
    for position in positions {
      let own = network.activity(position).id
      let facts = network.facts[position]
      if facts.lacksDuration, !facts.isSettled { unknown.append(own) }
      guard own != id else { continue }
      for place in Int(network.leavingStart[position])..<Int(network.leavingStart[position + 1]) {
        let next = Int(network.leaving[place].to)
        let successor = network.activity(next).id
        guard upstream.contains(successor) else { continue }
        let lacks = network.facts[next].lacksDuration && !network.facts[next].isSettled
        if let found = lacks ? successor : nearest[successor] {
          nearest[own] = found
          break
        }
      }
    }
    guard unknown.count <= names else { return }
    let all = Set(unknown)
    reach = network.plan.activities.lazy.map(\.id).filter(all.contains).map { ($0, network.upstream(of: [$0])) }
  }

  /// Those between an activity and the milestone, the activity itself apart; only the nearest where they are too many.
  func between(_ id: ActivityID) -> [ActivityID] {
    reach.isEmpty
      ? nearest[id].map { [$0] } ?? [] : reach.filter { $0.unknown != id && $0.before.contains(id) }.map(\.unknown)
  }
}
