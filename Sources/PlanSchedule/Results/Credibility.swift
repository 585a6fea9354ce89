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
  private var waiting: WaitingSets?

  /// Sweeps once forwards and once backwards. O(activities + links).
  package init(_ network: Network, _ early: EarlyDates) {
    let count = network.count
    basis = [Basis](repeating: .stated, count: count)
    drivenBasis = basis
    isUndated = [Bool](repeating: false, count: count)
    lacksDuration = isUndated
    isWaiting = isUndated
    feedsUndated = isUndated
    network.calendars.withTables { tables in
      var next = 0
      for block in network.blocks {
        sweep(next..<block.positions.upperBound, network, early, tables)
        share(block, network, early, tables)
        next = block.positions.upperBound
      }
      sweep(next..<count, network, early, tables)
    }
    for position in stride(from: count - 1, through: 0, by: -1) where isUndated[position] || feedsUndated[position] {
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
    basis[span.position] = members.reduce(.stated) { weaker($0, basis[$1]) }
    drivenBasis[span.position] = members.reduce(.stated) { weaker($0, drivenBasis[$1]) }
    isUndated[span.position] = false
    isWaiting[span.position] = members.contains { isUndated[$0] || isWaiting[$0] }
  }

  /// All members of a block wait for each other, so they rest on the same facts.
  private mutating func share(_ block: Block, _ network: Network, _ early: EarlyDates, _ tables: [CalendarTables]) {
    let maximums = block.maximums.reduce(Basis.stated) { weaker($0, network.maximums[$1].basis) }
    let all = block.positions.reduce(maximums) { weaker($0, basis[$1]) }
    let driven = block.positions.reduce(maximums) { weaker($0, drivenBasis[$1]) }
    let undated = block.positions.filter { isUndated[$0] }
    let waits = block.positions.contains { isWaiting[$0] }
    for position in block.positions where network.waitsForLinks(position) {
      basis[position] = all
      isWaiting[position] = isWaiting[position] || waits || undated.contains { $0 != position }
      var pulled = false
      network.forEachDrivingMaximum(of: position, early, tables) { _ in pulled = true }
      if pulled { drivenBasis[position] = driven }
    }
  }

  private mutating func sweep(
    _ positions: Range<Int>, _ network: Network, _ early: EarlyDates, _ tables: [CalendarTables]
  ) {
    let (startArcs, arcs, arcBasis) = (network.startArcs, network.arcs, network.arcBasis)
    let (facts, special) = (network.facts, network.special)
    var driving = DrivingArcs(network, early)
    // Locals, not members: a member is checked for exclusive access at each use.
    var (basis, drivenBasis) = (self.basis, self.drivenBasis)
    var (isUndated, lacksDuration, isWaiting) = (self.isUndated, self.lacksDuration, self.isWaiting)
    (self.basis, self.drivenBasis, self.isUndated, self.lacksDuration, self.isWaiting) = ([], [], [], [], [])
    for position in positions {
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

  /// The positions of the undated hard ancestors, in plan order.
  ///
  /// - Complexity: O(undated activities); where they are so many that ``WaitingSets`` keeps none, O(waiting ancestors
  ///   and their links).
  package func waitsFor(_ position: Int, _ network: Network) -> [Int32] {
    guard isWaiting[position] else { return [] }
    if let span = network.span(at: position) {
      var all = Set(span.members.filter { isUndated[Int($0)] })
      for member in span.members { all.formUnion(waitsFor(Int(member), network)) }
      return all.sorted { network.graph.order[Int($0)] < network.graph.order[Int($1)] }
    }
    if let sets = waiting { return sets.members(of: position) }
    var found: Set<Int32> = []
    var seen: Set<Int> = [position]
    var stack = [position]
    while let next = stack.popLast() {
      for arc in Int(network.startArcs[next])..<Int(network.startArcs[next + 1]) where hands(network, arc, to: next) {
        let from = Int(network.arcs[arc].row) / 2
        if isUndated[from] && !isOnlyStart(network, arc) { found.insert(Int32(from)) }
        if isWaiting[from], seen.insert(from).inserted { stack.append(from) }
      }
      if let block = network.block(at: next), network.waitsForLinks(next) {
        for other in block.positions where other != next {
          if isUndated[other] { found.insert(Int32(other)) }
          if isWaiting[other], seen.insert(other).inserted { stack.append(other) }
        }
      }
    }
    found.remove(Int32(position))
    return found.sorted { network.graph.order[Int($0)] < network.graph.order[Int($1)] }
  }

  /// All members of a block wait for what any of them waits for, and for each other.
  private func share(_ block: Block, _ network: Network, _ sets: inout WaitingSets) {
    let first = block.positions.lowerBound
    for position in block.positions {
      sets.add(position, to: first)
      if isUndated[position] { sets.insert(position, into: first) }
    }
    for position in block.positions.dropFirst() where network.waitsForLinks(position) {
      sets.add(first, to: position)
      sets.remove(position, from: position)
    }
    sets.remove(first, from: first)
  }

  /// What each activity waits for, as sets of bits; nil where nothing waits, or where the sets would be too large.
  private func gathered(_ network: Network) -> WaitingSets? {
    guard isWaiting.contains(true), var sets = WaitingSets(isUndated, network) else { return nil }
    var blocks = network.blocks[...]
    for position in 0..<network.count {
      if isWaiting[position] {
        for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
        where hands(network, arc, to: position) {
          let from = Int(network.arcs[arc].row) / 2
          if isWaiting[from] { sets.add(from, to: position) }
          if isUndated[from] && !isOnlyStart(network, arc) { sets.insert(from, into: position) }
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

/// Sets of undated activities, one for each position, as rows of bits in one flat array.
private struct WaitingSets {
  /// The undated positions, in plan order; bit n of a row stands for the nth.
  private let undated: [Int32]
  private let bit: [Int32: Int]
  private let words: Int
  private var rows: [UInt64]

  /// At most so many words are kept: 8 MB.
  private static let limit = 1 << 20

  init?(_ isUndated: [Bool], _ network: Network) {
    let positions = isUndated.indices.filter { isUndated[$0] }.map(Int32.init)
    words = (positions.count + 63) / 64
    guard words * network.count <= WaitingSets.limit else { return nil }
    undated = positions.sorted { network.graph.order[Int($0)] < network.graph.order[Int($1)] }
    var bit: [Int32: Int] = [:]
    for (number, position) in undated.enumerated() { bit[position] = number }
    self.bit = bit
    rows = [UInt64](repeating: 0, count: words * network.count)
  }

  mutating func add(_ from: Int, to position: Int) {
    for word in 0..<words { rows[position * words + word] |= rows[from * words + word] }
  }

  mutating func insert(_ from: Int, into position: Int) {
    guard let bit = bit[Int32(from)] else { return }
    rows[position * words + bit / 64] |= 1 << UInt64(bit % 64)
  }

  mutating func remove(_ member: Int, from position: Int) {
    guard let bit = bit[Int32(member)] else { return }
    rows[position * words + bit / 64] &= ~(1 << UInt64(bit % 64))
  }

  func members(of position: Int) -> [Int32] {
    undated.indices.lazy.filter { rows[position * words + $0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map { undated[$0] }
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
