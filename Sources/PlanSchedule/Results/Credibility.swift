import PlanGraph
import PlanModel

/// What dates rest on: a sweep of its own after the passes, which know nothing of it.
package struct Credibility: Sendable {
  /// What the date of each position rests on.
  private var standings: [Standing]
  /// Whether only the duration is unknown, so that its start is a date and its finish is not.
  private var lacksDuration: [Bool]
  /// Whether an undated activity, or one whose duration is unknown, lies on a path behind this one.
  package private(set) var feedsUndated: [Bool]
  private var waiting: WaitingSets?

  /// What the date of a position rests on.
  package subscript(position: Int) -> Standing { standings[position] }

  /// Sweeps once forwards and once backwards. O(activities + links).
  package init(_ network: Network, _ early: EarlyDates) {
    let count = network.count
    standings = Array(repeating: Standing(), count: count)
    lacksDuration = Array(repeating: false, count: count)
    feedsUndated = lacksDuration
    network.calendars.withTables { tables in
      var next = 0
      for block in network.blocks {
        sweep(next..<block.positions.upperBound, network, early, tables)
        share(block, network, early, tables)
        next = block.positions.upperBound
      }
      sweep(next..<count, network, early, tables)
    }
    for position in stride(from: count - 1, through: 0, by: -1)
    where standings[position].isUndated || feedsUndated[position] {
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
      where hands(network, arc, to: position) {
        feedsUndated[Int(network.arcs[arc].row) / 2] = true
      }
    }
    waiting = gathered(network)
    for span in network.spans { take(span) }
  }

  /// A span rests on all that it spans, and is waited for by nothing.
  private mutating func take(_ span: Span) {
    let members = span.members.map(Int.init)
    var own = Standing()
    own.basis = members.reduce(.stated) { max($0, standings[$1].basis) }
    own.drivenBasis = members.reduce(.stated) { max($0, standings[$1].drivenBasis) }
    own.isWaiting = members.contains { standings[$0].isUndated || standings[$0].isWaiting }
    standings[span.position] = own
  }

  /// All members of a block wait for each other, so they rest on the same facts.
  private mutating func share(_ block: Block, _ network: Network, _ early: EarlyDates, _ tables: [CalendarTables]) {
    let maximums = block.maximums.reduce(Basis.stated) { max($0, network.maximums[$1].basis) }
    let all = block.positions.reduce(maximums) { max($0, standings[$1].basis) }
    let driven = block.positions.reduce(maximums) { max($0, standings[$1].drivenBasis) }
    let undated = block.positions.filter { standings[$0].isUndated }
    let waits = block.positions.contains { standings[$0].isWaiting }
    for position in block.positions where network.waitsForLinks(position) {
      standings[position].basis = all
      if waits || undated.contains(where: { $0 != position }) { standings[position].isWaiting = true }
      var pulled = false
      network.forEachDrivingMaximum(of: position, early, tables) { _ in pulled = true }
      if pulled { standings[position].drivenBasis = driven }
    }
  }

  private mutating func sweep(
    _ positions: Range<Int>, _ network: Network, _ early: EarlyDates, _ tables: [CalendarTables]
  ) {
    let (startArcs, arcs, arcBasis) = (network.startArcs.span, network.arcs.span, network.arcBasis.span)
    let (facts, special) = (network.facts.span, network.special.span)
    var driving = DrivingArcs(network, early)
    // Locals, not members: a member is checked for exclusive access at each use.
    var (standings, lacksDurations) = (self.standings, self.lacksDuration)
    (self.standings, self.lacksDuration) = ([], [])
    defer { (self.standings, self.lacksDuration) = (standings, lacksDurations) }
    var standing = standings.mutableSpan
    var lacksDuration = lacksDurations.mutableSpan
    for position in positions {
      let fact = facts[position]
      let undated = !fact.isSettled && (fact.isUndated || network.isUndatedRoot(position))
      lacksDuration[position] = fact.lacksDuration && !undated
      var own = Standing()
      own.isUndated = undated || fact.lacksDuration
      var all = own.isUndated ? Basis.unknown : fact.basis
      var driven = all
      let (first, end) = (Int(startArcs[position]), Int(startArcs[position &+ 1]))
      if first < end, special[position] < 0 || network.waitsForLinks(position) {
        driving.find(position, tables)
        for arc in first..<end {
          let row = Int(arcs[arc].row)
          let from = row / 2
          let link = arcBasis[arc]
          let isDriving = driving.contains(arc)
          if row % 2 == 0, special[from] >= 0, network.special(at: from)?.actualStart != nil {
            // A start that has happened rests on its own fact alone, and nothing of it is unknown.
            let happened = max(link, network.activity(from).details.actualStart?.basis ?? .stated)
            all = max(all, happened)
            if isDriving { driven = max(driven, happened) }
          } else {
            let other = standing[from]
            all = max(all, max(link, other.basis))
            if isDriving { driven = max(driven, max(link, other.drivenBasis)) }
            let isOnlyStart = row % 2 == 0 && lacksDuration[from]
            if (other.isUndated && !isOnlyStart) || other.isWaiting { own.isWaiting = true }
          }
        }
      }
      own.basis = all
      own.drivenBasis = driven
      standing[position] = own
    }
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
  /// - Complexity: O(undated activities); where they are so many that ``WaitingSets`` keeps none, O(waiting ancestors
  ///   and their links).
  package func waitsFor(_ position: Int, _ network: Network) -> [Int32] {
    guard standings[position].isWaiting else { return [] }
    let order = network.graph.order
    if let span = network.span(at: position) {
      var all = Set(span.members.filter { standings[Int($0)].isUndated })
      for member in span.members { all.formUnion(waitsFor(Int(member), network)) }
      return all.sorted { order[Int($0)] < order[Int($1)] }
    }
    if let sets = waiting { return sets.members(of: position) }
    var found: Set<Int32> = []
    var seen: Set<Int> = [position]
    var stack = [position]
    while let next = stack.popLast() {
      for arc in Int(network.startArcs[next])..<Int(network.startArcs[next + 1]) where hands(network, arc, to: next) {
        let from = Int(network.arcs[arc].row) / 2
        if standings[from].isUndated && !isOnlyStart(network, arc) { found.insert(Int32(from)) }
        if standings[from].isWaiting, seen.insert(from).inserted { stack.append(from) }
      }
      if let block = network.block(at: next), network.waitsForLinks(next) {
        for other in block.positions where other != next {
          if standings[other].isUndated { found.insert(Int32(other)) }
          if standings[other].isWaiting, seen.insert(other).inserted { stack.append(other) }
        }
      }
    }
    found.remove(Int32(position))
    return found.sorted { order[Int($0)] < order[Int($1)] }
  }

  /// All members of a block wait for what any of them waits for, and for each other.
  private func share(_ block: Block, _ network: Network, _ sets: inout WaitingSets) {
    let first = block.positions.lowerBound
    for position in block.positions {
      sets.add(position, to: first)
      if standings[position].isUndated { sets.insert(position, into: first) }
    }
    for position in block.positions.dropFirst() where network.waitsForLinks(position) {
      sets.add(first, to: position)
      sets.remove(position, from: position)
    }
    sets.remove(first, from: first)
  }

  /// What each activity waits for, as sets of bits; nil where nothing waits, or where the sets would be too large.
  private func gathered(_ network: Network) -> WaitingSets? {
    guard standings.contains(where: \.isWaiting), var sets = WaitingSets(standings, network) else { return nil }
    var blocks = network.blocks[...]
    for position in 0..<network.count {
      if standings[position].isWaiting {
        for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
        where hands(network, arc, to: position) {
          let from = Int(network.arcs[arc].row) / 2
          if standings[from].isWaiting { sets.add(from, to: position) }
          if standings[from].isUndated && !isOnlyStart(network, arc) { sets.insert(from, into: position) }
        }
      }
      // Its last member need not wait for anything itself.
      if let block = blocks.first, position == block.positions.upperBound - 1 {
        share(block, network, &sets)
        blocks = blocks.dropFirst()
      }
    }
    return sets
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
