import PlanGraph
import PlanModel

extension Lowering {
  /// Summaries and hammocks, after those that they span; what spans nothing that is scheduled is left out.
  mutating func spans(_ graph: DependencyGraph, _ kept: HardLinks, _ nodes: LoweredActivities) -> [Span] {
    guard traits.contains(where: { !$0.isDisjoint(with: [.summary, .hammock]) }) else { return [] }
    let activities = plan.activities
    var spans = hammocks(graph, kept, nodes)
    var isSpanned = Set(spans.map { Int($0.position) })
    // Children by the place of their summary.
    var children: [Int: [Int]] = [:]
    for place in activities.indices where activities[place].hasDetails {
      guard let parent = activities[place].details.parent, let summary = plan.index(of: parent) else { continue }
      children[Int(summary.value), default: []].append(place)
    }
    // Summaries from the innermost out.
    var state: [Int: Bool] = [:]  // whether it is done; false while its children are visited
    for root in activities.indices where activities[root].kind == .summary {
      var stack = [root]
      while let place = stack.last {
        let inner = (children[place] ?? []).filter { activities[$0].kind == .summary }
        if state[place] == nil {
          state[place] = false
          if let loop = inner.first(where: { state[$0] == false }) {
            problems.append(
              Diagnostic(
                .partOfCycle, activities[loop].id.text, "\(activities[loop].id) → \(activities[place].id)",
                at: activities[loop].evidence.origin))
          }
          stack += inner.filter { state[$0] == nil }
          continue
        }
        stack.removeLast()
        if state[place] == true { continue }
        state[place] = true
        if activities[place].isOff { continue }
        let members = (children[place] ?? []).filter {
          isSpanned.contains(Int(graph.rank[$0])) || !traits[$0].contains(.leftOut)
        }
        guard !members.isEmpty else { continue }
        let position = Int(graph.rank[place])
        isSpanned.insert(position)
        spans.append(
          Span(
            position: position, members: members.map { graph.rank[$0] },
            parts: members.filter { !traits[$0].contains(.hammock) }.map { graph.rank[$0] }, isSummary: true,
            starts: [],
            finishes: []))
      }
    }
    return spans
  }

  /// Hammocks with at least one link to something scheduled, in plan order.
  private mutating func hammocks(_ graph: DependencyGraph, _ kept: HardLinks, _ nodes: LoweredActivities) -> [Span] {
    var touching: [Int: (members: [Int32], starts: [Span.Touch], finishes: [Span.Touch])] = [:]
    for place in kept.hammocks.map(Int.init) {
      let link = plan.links[place]
      guard let from = plan.index(of: link.from), let to = plan.index(of: link.to) else { continue }
      let (before, after) = (Int(graph.rank[Int(from.value)]), Int(graph.rank[Int(to.value)]))
      let lag = lag(link.lag, from: before, place, nodes) { after }
      if plan[from].kind == .hammock, !plan[from].isOff, !traits[Int(to.value)].contains(.leftOut) {
        let touch = Span.Touch(
          row: Int32(2 * after + (link.kind.boundsFinish ? 1 : 0)), lag: lag.minutes, calendar: lag.calendar,
          isSuccessor: true)
        touching[before, default: ([], [], [])].members.append(Int32(after))
        if link.kind.leavesStart {
          touching[before]?.starts.append(touch)
        } else {
          touching[before]?.finishes.append(touch)
        }
      }
      if plan[to].kind == .hammock, !plan[to].isOff, !traits[Int(from.value)].contains(.leftOut) {
        let touch = Span.Touch(
          row: Int32(2 * before + (link.kind.leavesStart ? 0 : 1)), lag: lag.minutes, calendar: lag.calendar,
          isSuccessor: false)
        touching[after, default: ([], [], [])].members.append(Int32(before))
        if link.kind.boundsFinish {
          touching[after]?.finishes.append(touch)
        } else {
          touching[after]?.starts.append(touch)
        }
      }
    }
    return touching.sorted { graph.order[$0.key] < graph.order[$1.key] }.map { position, touch in
      Span(
        position: position, members: touch.members, parts: [], isSummary: false, starts: touch.starts,
        finishes: touch.finishes)
    }
  }
}
