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
  private var waiting: (set: [Int32], sets: [[Int32]]) = ([], [])

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
    waiting = gathered(network)
  }

  private mutating func sweep(_ network: Network, _ early: EarlyDates, _ tables: [CalendarTables]) {
    let (startArcs, arcs, arcBasis) = (network.startArcs, network.arcs, network.arcBasis)
    let (facts, special) = (network.facts, network.special)
    var driving = DrivingArcs(network, early)
    // Locals, not members: a member is checked for exclusive access at each use.
    var (basis, drivenBasis) = (self.basis, self.drivenBasis)
    var (isUndated, lacksDuration, isWaiting) = (self.isUndated, self.lacksDuration, self.isWaiting)
    (self.basis, self.drivenBasis, self.isUndated, self.lacksDuration, self.isWaiting) = ([], [], [], [], [])
    for position in 0..<network.count {
      let own = facts[position]
      let undated = !own.isSettled && (own.isUndated || network.isUndatedRoot(position))
      isUndated[position] = undated || own.lacksDuration
      lacksDuration[position] = own.lacksDuration && !undated
      var all = undated || own.lacksDuration ? Basis.unknown : own.basis
      var driven = all
      let (first, end) = (Int(startArcs[position]), Int(startArcs[position + 1]))
      if first < end, special[position] < 0 || network.waitsForLinks(position) {
        var waits = false
        driving.find(position, tables)
        for arc in first..<end {
          let row = Int(arcs[arc].row)
          let from = row / 2
          var (link, drivenLink) = (arcBasis[arc], arcBasis[arc])
          if row % 2 == 0, special[from] >= 0, network.special(at: from)?.actualStart != nil {
            // A start that has happened rests on its own fact alone, and nothing of it is unknown.
            link = weaker(link, network.activity(from).details.actualStart?.basis ?? .stated)
            drivenLink = link
          } else {
            link = weaker(link, basis[from])
            drivenLink = weaker(drivenLink, drivenBasis[from])
            let isOnlyStart = row % 2 == 0 && lacksDuration[from]
            if (isUndated[from] && !isOnlyStart) || isWaiting[from] { waits = true }
          }
          all = weaker(all, link)
          if driving.contains(arc) { driven = weaker(driven, drivenLink) }
        }
        isWaiting[position] = waits
      }
      basis[position] = all
      drivenBasis[position] = driven
    }
    (self.basis, self.drivenBasis) = (basis, drivenBasis)
    (self.isUndated, self.lacksDuration, self.isWaiting) = (isUndated, lacksDuration, isWaiting)
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

  /// The positions of the undated hard ancestors, in plan order. O(1).
  package func waitsFor(_ position: Int) -> [Int32] {
    isWaiting[position] ? waiting.sets[Int(waiting.set[position])] : []
  }

  /// Gathers what each activity waits for. Activities that wait for the same share one list, as those of a chain do.
  private func gathered(_ network: Network) -> (set: [Int32], sets: [[Int32]]) {
    guard isWaiting.contains(true) else { return ([], []) }
    var set = [Int32](repeating: 0, count: network.count)
    var lists = WaitingLists(network)
    for position in 0..<network.count where isWaiting[position] {
      var own: Int32 = 0
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
      where hands(network, arc, to: position) {
        let from = Int(network.arcs[arc].row) / 2
        own = lists.union(own, set[from])
        if isUndated[from] && !isOnlyStart(network, arc) { own = lists.union(own, lists.single(Int32(from))) }
      }
      set[position] = own
    }
    return (set, lists.lists)
  }
}

/// Lists of positions in plan order, each kept once.
private struct WaitingLists {
  private(set) var lists: [[Int32]] = [[]]
  private var numbers: [[Int32]: Int32] = [[]: 0]
  private var unions: [UInt64: Int32] = [:]
  private let order: [Int32]

  init(_ network: Network) { order = network.graph.order }

  mutating func single(_ position: Int32) -> Int32 { number(of: [position]) }

  mutating func union(_ a: Int32, _ b: Int32) -> Int32 {
    if a == b || b == 0 { return a }
    if a == 0 { return b }
    let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if let known = unions[pair] { return known }
    let merged = Set(lists[Int(a)]).union(lists[Int(b)]).sorted { order[Int($0)] < order[Int($1)] }
    let union = number(of: merged)
    unions[pair] = union
    return union
  }

  private mutating func number(of list: [Int32]) -> Int32 {
    if let known = numbers[list] { return known }
    lists.append(list)
    numbers[list] = Int32(lists.count - 1)
    return Int32(lists.count - 1)
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

@inline(__always)
private func weaker(_ a: Basis, _ b: Basis) -> Basis { a.rawValue < b.rawValue ? b : a }
