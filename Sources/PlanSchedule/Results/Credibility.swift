import PlanGraph
package import PlanModel

/// What dates rest on: a sweep of its own after the passes, which know nothing of it.
package struct Credibility: Sendable {
  /// The weakest basis among the activity's facts and those of all its hard ancestors.
  package let basis: [Basis]
  /// The weakest basis on the driving chains.
  package let drivenBasis: [Basis]
  /// Whether the activity's own date is unknown: an undated root, an unknown duration, an overdue or halted event.
  package let isUndated: [Bool]
  /// The undated hard ancestors, as positions of the set in ``sets``.
  private let set: [Int32]
  private let sets: [[Int32]]
  /// Whether an undated activity, or one whose duration is unknown, lies on a path behind this one.
  package let feedsUndated: [Bool]

  /// The positions of the undated hard ancestors, in plan order.
  package func waitsFor(_ position: Int) -> [Int32] { sets[Int(set[position])] }

  package init(_ network: Network, _ early: EarlyDates) {
    let count = network.count
    var basis = [Basis](repeating: .stated, count: count)
    var driven = basis
    var undated = [Bool](repeating: false, count: count)
    var set = [Int32](repeating: 0, count: count)
    var sets: [[Int32]] = [[]]
    var known: [[Int32]: Int32] = [[]: 0]
    func union(_ a: Int32, _ b: Int32) -> Int32 {
      if a == b || b == 0 { return a }
      if a == 0 { return b }
      let merged = Set(sets[Int(a)]).union(sets[Int(b)]).sorted {
        network.graph.order[Int($0)] < network.graph.order[Int($1)]
      }
      if let old = known[merged] { return old }
      sets.append(merged)
      known[merged] = Int32(sets.count - 1)
      return Int32(sets.count - 1)
    }
    func single(_ position: Int) -> Int32 {
      if let old = known[[Int32(position)]] { return old }
      sets.append([Int32(position)])
      known[[Int32(position)]] = Int32(sets.count - 1)
      return Int32(sets.count - 1)
    }
    var unknownDuration = undated
    for position in 0..<count {
      let activity = network.activity(position)
      let special = network.special(at: position)
      var (own, isUndated, lacksDuration) = Credibility.own(activity, position, network, special)
      if !isUndated, Credibility.onlyItsPastIsKnown(activity, position, network, early) {
        isUndated = true
        own = .unknown
      }
      undated[position] = isUndated
      unknownDuration[position] = lacksDuration
      basis[position] = own
      driven[position] = own
      if special?.actualFinish != nil || special?.isLeftOut == true { continue }
      let driving = Set(network.drivingArcs(of: position, early))
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1]) {
        let from = Int(network.arcs[arc].row) / 2
        let link = network.plan.links[Int(network.arcLink[arc])].evidence.basis
        basis[position] = max(basis[position], basis[from], link)
        if driving.contains(arc) { driven[position] = max(driven[position], driven[from], link) }
        set[position] = union(set[position], set[from])
        let leavesStart = network.arcs[arc].row % 2 == 0
        if undated[from] && !(leavesStart && unknownDuration[from] && !isRootUndated(from)) {
          set[position] = union(set[position], single(from))
        }
      }
    }
    func isRootUndated(_ position: Int) -> Bool {
      undated[position] && !unknownDuration[position]
    }
    var feeds = [Bool](repeating: false, count: count)
    for position in stride(from: count - 1, through: 0, by: -1) where undated[position] || feeds[position] {
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1]) {
        feeds[Int(network.arcs[arc].row) / 2] = true
      }
    }
    self.basis = basis
    drivenBasis = driven
    self.isUndated = undated
    self.set = set
    self.sets = sets
    feedsUndated = feeds
  }

  /// The basis of an activity's own facts, whether its date is unknown, and whether that is for want of a duration.
  private static func own(
    _ activity: Activity, _ position: Int, _ network: Network, _ special: Special?
  ) -> (Basis, isUndated: Bool, lacksDuration: Bool) {
    var basis = Basis.stated
    let details = activity.details
    if let finish = details.actualFinish { return (finish.basis, false, false) }
    if special?.actualFinish != nil { return (details.state?.basis ?? activity.evidence.basis, false, false) }
    if special?.isLeftOut == true { return (activity.evidence.basis, false, false) }
    if let planned = details.planned { basis = max(basis, planned.basis) }
    if let started = details.actualStart { basis = max(basis, started.basis) }
    for constraint in details.constraints { basis = max(basis, constraint.date.basis) }
    for slip in details.slips { basis = max(basis, slip.basis) }
    let lacksDuration = activity.kind == .task && activity.duration == nil && details.remaining == nil
    if let duration = activity.duration { basis = max(basis, duration.basis) }
    let isRoot = network.startArcs[position] == network.startArcs[position + 1]
    let hasDate =
      special?.plannedFirst != nil || special?.plannedLast != nil || special?.actualStart != nil
      || special?.startFloorFirst != nil || special?.finishFloorFirst != nil || special?.pinnedStart != nil
      || special?.pinnedFinish != nil
    var undated = isRoot && !hasDate && !(network.hasStart?[position] ?? true)
    if let word = details.state?.value.word, word == .missed || word == .stopped, details.planned == nil {
      undated = true
    }
    if isOverdue(details, special, network) { undated = true }
    // A planned date that is open above is only a lower bound.
    if let planned = details.planned?.value, planned.latest == nil { undated = true }
    if undated || lacksDuration { basis = .unknown }
    return (basis, undated || lacksDuration, lacksDuration && !undated)
  }

  /// Whether all that an event waited for has happened, nothing dates it, and yet it has not happened: its links place it
  /// before the status date, which says nothing about when.
  private static func onlyItsPastIsKnown(
    _ activity: Activity, _ position: Int, _ network: Network, _ early: EarlyDates
  ) -> Bool {
    let special = network.special(at: position)
    guard activity.kind.isMilestone, let status = network.statusDate, special?.actualStart == nil,
      special?.actualFinish == nil, special?.isLeftOut != true, special?.plannedFirst == nil,
      special?.plannedLast == nil, special?.startFloorFirst == nil, special?.finishFloorFirst == nil,
      special?.pinnedStart == nil, special?.pinnedFinish == nil
    else { return false }
    let arcs = Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
    return !arcs.isEmpty
      && arcs.allSatisfy { arc in
        early.linkBounds[arc] <= status
          && network.special(at: Int(network.arcs[arc].row) / 2)?.actualFinish != nil
      }
  }

  /// Planned before the status date, and not begun.
  private static func isOverdue(_ details: ActivityDetails, _ special: Special?, _ network: Network) -> Bool {
    guard let status = network.plan.statusDate, special?.actualStart == nil, let planned = details.planned?.value,
      let latest = planned.latest, details.slips.isEmpty
    else { return false }
    return latest <= status
  }
}
