import PlanGraph
package import PlanModel

/// What dates rest on: a sweep of its own after the passes, which know nothing of it.
package struct Credibility: Sendable {
  /// The weakest basis among the activity's facts and those of all its hard ancestors.
  package private(set) var basis: [Basis]
  /// The weakest basis on the driving chains.
  package private(set) var drivenBasis: [Basis]
  /// Whether the activity's own date is unknown: an undated root, an unknown duration, an overdue or halted event.
  package private(set) var isUndated: [Bool]
  /// Whether only the duration is unknown, so that its start is a date and its finish is not.
  private var lacksDuration: [Bool]
  /// Whether something undated is among the hard ancestors.
  package private(set) var isWaiting: [Bool]
  /// Whether an undated activity, or one whose duration is unknown, lies on a path behind this one.
  package private(set) var feedsUndated: [Bool]

  /// Sweeps once forwards and once backwards. O(activities + links).
  package init(_ network: Network, _ early: EarlyDates) {
    let count = network.count
    basis = [Basis](repeating: .stated, count: count)
    drivenBasis = basis
    isUndated = [Bool](repeating: false, count: count)
    lacksDuration = isUndated
    isWaiting = isUndated
    feedsUndated = isUndated
    network.calendars.withTables { tables in sweep(network, early, tables) }
    for position in stride(from: count - 1, through: 0, by: -1) where isUndated[position] || feedsUndated[position] {
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
      where hands(network, arc, to: position) {
        feedsUndated[Int(network.arcs[arc].row) / 2] = true
      }
    }
  }

  private mutating func sweep(_ network: Network, _ early: EarlyDates, _ tables: [CalendarTables]) {
    for position in 0..<network.count {
      let own = OwnBasis(network, position)
      isUndated[position] = own.isUndated || own.lacksDuration
      lacksDuration[position] = own.lacksDuration && !own.isUndated
      var all = own.basis
      var driven = own.basis
      let arcs = Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
      if !arcs.isEmpty, network.waitsForLinks(position) {
        for arc in arcs {
          all = max(all, given(network, arc, basis))
          if hands(network, arc, to: position) {
            let from = Int(network.arcs[arc].row) / 2
            if isUndated[from] && !isOnlyStart(network, arc) || isWaiting[from] { isWaiting[position] = true }
          }
        }
        network.forEachDrivingArc(of: position, early, tables) { arc in
          driven = max(driven, given(network, arc, drivenBasis))
        }
      }
      basis[position] = all
      drivenBasis[position] = driven
    }
  }

  /// The weakest basis that an arc hands on: its link's and its predecessor's.
  private func given(_ network: Network, _ arc: Int, _ basis: [Basis]) -> Basis {
    let link = network.plan.links[Int(network.arcLink[arc])].evidence.basis
    let row = Int(network.arcs[arc].row)
    // A start that has happened rests on its own fact alone.
    if row % 2 == 0, network.special(at: row / 2)?.actualStart != nil {
      return max(link, network.activity(row / 2).details.actualStart?.basis ?? .stated)
    }
    return max(link, basis[row / 2])
  }

  /// Whether an arc hands on what is unknown of its predecessor at all.
  private func hands(_ network: Network, _ arc: Int, to position: Int) -> Bool {
    guard network.waitsForLinks(position) else { return false }
    let row = Int(network.arcs[arc].row)
    return row % 2 == 1 || network.special[row / 2] < 0 || network.special(at: row / 2)?.actualStart == nil
  }

  /// Whether an arc leaves the start of an activity of which only the duration is unknown.
  private func isOnlyStart(_ network: Network, _ arc: Int) -> Bool {
    let row = Int(network.arcs[arc].row)
    return row % 2 == 0 && lacksDuration[row / 2]
  }

  /// The positions of the undated hard ancestors, in plan order.
  ///
  /// - Complexity: O(waiting ancestors and their links); constant where nothing is waited for.
  package func waitsFor(_ position: Int, _ network: Network) -> [Int32] {
    guard isWaiting[position] else { return [] }
    var found: Set<Int32> = []
    var seen: Set<Int> = [position]
    var stack = [position]
    while let next = stack.popLast() {
      for arc in Int(network.startArcs[next])..<Int(network.startArcs[next + 1]) where hands(network, arc, to: next) {
        let from = Int(network.arcs[arc].row) / 2
        if isUndated[from] && !isOnlyStart(network, arc) { found.insert(Int32(from)) }
        if isWaiting[from], seen.insert(from).inserted { stack.append(from) }
      }
    }
    return found.sorted { network.graph.order[Int($0)] < network.graph.order[Int($1)] }
  }
}

extension Network {
  /// Whether links can still move the activity: not where it is done, left out, or goes on regardless of them.
  ///
  /// A pinned activity waits, even though its pin breaks its links.
  func waitsForLinks(_ position: Int) -> Bool {
    guard special[position] >= 0 else { return true }
    let special = specials[Int(special[position])]
    if special.isLeftOut || special.actualFinish != nil { return false }
    return special.actualStart == nil || rules.progress == .retainedLogic
  }
}

/// The basis of an activity's own facts, and whether its date is unknown.
struct OwnBasis {
  var basis = Basis.stated
  var isUndated = false
  var lacksDuration = false

  init(_ network: Network, _ position: Int) {
    let activity = network.activity(position)
    if let duration = activity.duration { basis = duration.basis }
    lacksDuration = activity.kind == .task && activity.duration == nil
    isUndated = network.isUndatedRoot(position)
    if let special = network.special(at: position) {
      if special.isLeftOut {
        (basis, isUndated, lacksDuration) = (activity.evidence.basis, false, false)
        return
      }
      if activity.hasDetails {
        let details = activity.details
        if special.actualFinish != nil {
          // The state says so where no actual date does.
          basis = (details.actualFinish ?? details.actualStart)?.basis ?? details.state?.basis ?? basis
          (isUndated, lacksDuration) = (false, false)
          return
        }
        read(details, special, network)
      }
    }
    if isUndated || lacksDuration { basis = .unknown }
  }

  private mutating func read(_ details: ActivityDetails, _ special: Special, _ network: Network) {
    if let planned = details.planned { basis = max(basis, planned.basis) }
    if let started = details.actualStart { basis = max(basis, started.basis) }
    for constraint in details.constraints { basis = max(basis, constraint.date.basis) }
    for slip in details.slips { basis = max(basis, slip.basis) }
    if special.actualStart != nil, let remaining = details.remaining {
      lacksDuration = false
      basis = max(basis, remaining.basis)
    }
    if let word = details.state?.value.word, word == .missed || word == .stopped, details.planned == nil {
      isUndated = true
    }
    guard let planned = details.planned?.value, special.actualStart == nil else { return }
    // A planned date that is open above is only a lower bound.
    guard let latest = planned.latest else {
      isUndated = true
      return
    }
    // Overdue: planned before the status date, and not begun.
    if let status = network.plan.statusDate, details.slips.isEmpty, latest <= status { isUndated = true }
  }
}
