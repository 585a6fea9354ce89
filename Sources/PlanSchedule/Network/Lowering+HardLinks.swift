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
  /// Places in the plan; empty where every link schedules.
  private var places: [Int32] = []
  /// Ends by place of the activity.
  var ends: [Arc] = []
  var kinds: [Link.Kind] = []
  /// Empty where no link says more than that it is there.
  private(set) var bases: [Basis] = []
  /// Those with a lag.
  var lagged: [Lagged] = []
  /// The places of links with a maximal lag.
  var maximums: [Int32] = []
  /// Their successors wait for nothing more; their predecessors wait for their successors.
  var ties: [Arc] = []
  /// The places of links to or from hammocks, which schedule nothing.
  var hammocks: [Int32] = []

  struct Lagged {
    let link: Int32
    let lag: Quantity
  }

  init(ends: [Arc] = [], kinds: [Link.Kind] = []) {
    self.ends = ends
    self.kinds = kinds
  }

  /// The place in the plan of a hard link.
  func place(_ link: Int) -> Int { places.isEmpty ? link : Int(places[link]) }

  mutating func append(_ place: Int, _ end: Arc, _ kind: Link.Kind, _ basis: Basis) {
    if place != ends.count, places.isEmpty { places = Array(0..<Int32(ends.count)) }
    if place != ends.count { places.append(Int32(place)) }
    if basis != .unsourced, bases.isEmpty { bases = Array(repeating: .unsourced, count: ends.count) }
    if basis != .unsourced || !bases.isEmpty { bases.append(basis) }
    ends.append(end)
    kinds.append(kind)
  }
}

extension Lowering {
  func activityTraits() -> [ActivityTraits] {
    let activities = plan.activities
    return activities.indices.map { place in
      let kind = activities[place].kind
      if kind == .summary { return [.summary, .leftOut] }
      if kind == .hammock { return [.hammock, .leftOut] }
      // Mostly there are no details, and then nothing else of an activity is read.
      return activities[place].hasDetails && activities[place].isOff ? .leftOut : []
    }
  }

  /// The links that schedule, and their ends by plan position.
  mutating func hardLinks() -> HardLinks {
    var kept = HardLinks()
    var unknown = UnknownActivities()
    kept.ends.reserveCapacity(plan.links.count)
    kept.kinds.reserveCapacity(plan.links.count)
    let isPlain = traits.allSatisfy { $0.rawValue == 0 }
    plan.withLinkEnds { first, links, ends in
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
        if !isPlain, isKeptAway(links[place], first + place, from, to, &kept) { continue }
        if links[place].hasDetails, isMaximumOnly(links[place], first + place, from, to, &kept) { continue }
        // No lag is the same on every calendar; a longest lag of zero is not.
        if let lag = links[place].lag, lag.thousandths != 0 {
          kept.lagged.append(HardLinks.Lagged(link: Int32(kept.ends.count), lag: lag))
        }
        kept.append(
          first + place, Arc(from: from, to: to), links[place].kind,
          links[place].hasDetails ? links[place].evidence.basis : .unsourced)
      }
    }
    return kept
  }

  /// Whether a link schedules nothing, since one of its ends is a summary, a hammock or left out.
  private mutating func isKeptAway(_ link: Link, _ place: Int, _ from: Int, _ to: Int, _ kept: inout HardLinks) -> Bool
  {
    let traits = traits[from].union(self.traits[to])
    if traits.isEmpty { return false }
    for end in [from, to] where self.traits[end].contains(.summary) {
      problems.append(Diagnostic(.summaryLink, plan.activities[end].id.text, at: link.evidence.origin))
    }
    if traits.contains(.hammock) { kept.hammocks.append(Int32(place)) }
    return true
  }

  /// Whether a link has no least lag; keeps its longest one, where it has any.
  private func isMaximumOnly(_ link: Link, _ place: Int, _ from: Int, _ to: Int, _ kept: inout HardLinks) -> Bool {
    let details = link.details
    if details.maximum == nil { return false }
    kept.maximums.append(Int32(place))
    kept.ties.append(Arc(from: to, to: from))
    if details.isMaximumOnly { kept.ties.append(Arc(from: from, to: to)) }
    return details.isMaximumOnly
  }
}
