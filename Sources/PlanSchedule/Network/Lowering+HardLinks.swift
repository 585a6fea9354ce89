import PlanGraph
import PlanModel

/// What keeps links away from an activity.
struct ActivityTraits: OptionSet {
  let rawValue: UInt8
  static let summary = ActivityTraits(rawValue: 1)
  static let hammock = ActivityTraits(rawValue: 4)
  /// Cancelled, inactive, a summary or a hammock.
  static let leftOut = ActivityTraits(rawValue: 2)
}

/// The links that schedule, in plan order, each with what lowering asks of it.
struct HardLinks {
  /// Places in the plan.
  var places: [Int32] = []
  /// Ends by place of the activity.
  var ends: [Arc] = []
  var kinds: [Link.Kind] = []
  var bases: [Basis] = []
  /// The places of links with a maximal lag.
  var maximums: [Int32] = []
  /// Their successors wait for nothing more; their predecessors wait for their successors.
  var ties: [Arc] = []
  /// The places of links to or from hammocks, which schedule nothing.
  var hammocks: [Int32] = []
}

extension Lowering {
  func activityTraits() -> [ActivityTraits] {
    let activities = plan.activities
    return activities.indices.map { place in
      let kind = activities[place].kind
      if kind == .summary { return [.summary, .leftOut] }
      if kind == .hammock { return [.hammock, .leftOut] }
      guard activities[place].hasDetails else { return [] }
      let details = activities[place].details
      return details.isInactive || details.state?.value.word == .cancelled ? .leftOut : []
    }
  }

  /// The links that schedule, and their ends by plan position.
  mutating func hardLinks() -> HardLinks {
    let links = plan.links
    let ends = plan.linkEnds()
    var kept = HardLinks()
    var unknown = UnknownActivities()
    kept.places.reserveCapacity(links.count)
    kept.ends.reserveCapacity(links.count)
    kept.kinds.reserveCapacity(links.count)
    kept.bases.reserveCapacity(links.count)
    for place in links.indices {
      let (from, to) = (Int(ends[place].from), Int(ends[place].to))
      guard from >= 0, to >= 0 else {
        let link = links[place]
        if from < 0 { problems.append(unknown.diagnostic(for: link.from, in: plan, at: link.evidence.origin)) }
        if to < 0 { problems.append(unknown.diagnostic(for: link.to, in: plan, at: link.evidence.origin)) }
        continue
      }
      guard links[place].strength == .hard else { continue }
      if from == to {
        problems.append(Diagnostic(.selfLink, links[place].from.text, at: links[place].evidence.origin))
        continue
      }
      var basis = Basis.unsourced
      if links[place].hasDetails {
        let evidence = links[place].evidence
        basis = evidence.basis
      }
      let traits = traits[from].union(self.traits[to])
      if !traits.isEmpty {
        for end in [from, to] where self.traits[end].contains(.summary) {
          problems.append(
            Diagnostic(.summaryLink, plan.activities[end].id.text, at: links[place].evidence.origin))
        }
        if traits.contains(.hammock) { kept.hammocks.append(Int32(place)) }
        continue
      }
      if links[place].hasDetails, links[place].details.maximum != nil {
        kept.maximums.append(Int32(place))
        kept.ties.append(Arc(from: to, to: from))
        if links[place].details.isMaximumOnly {
          kept.ties.append(Arc(from: from, to: to))
          continue
        }
      }
      kept.places.append(Int32(place))
      kept.ends.append(Arc(from: from, to: to))
      kept.kinds.append(links[place].kind)
      kept.bases.append(basis)
    }
    return kept
  }
}
