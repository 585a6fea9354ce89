import PlanModel

/// Early dates again and again, each time with the work of one activity changed.
///
/// Only positions downstream whose dates change are visited, and those next to them, in order of position: predecessors
/// come first there, so each is visited once; what maximal lags tie together is settled as one. One pass serves all
/// questions and is put back after each.
///
/// - Complexity: of a question, O(changed activities + their links), and one look at each 64 activities in between. Where
///   something stands at its late dates, or the end is a span, O(activities + links).
struct Resolving {
  private var pass: ForwardPass
  private let early: EarlyDates
  private let leavingStart: [Int32]
  private let leavingTo: [Int32]
  private var due: PositionSet
  private var changed: [Int] = []
  /// By project, its scheduled positions, the latest early finish first; only where asked for.
  private let byFinish: [[Int32]]
  private let end: Int?
  /// Whether late dates or spans matter, so that only scheduling everything will do.
  private let isWhole: Bool

  /// - Parameter end: the position whose finish is asked for; nil: the end of the project of the changed activity.
  init(_ network: Network, _ early: EarlyDates, to end: Int?) {
    pass = ForwardPass(network, early.reading, lateFloors: nil)
    pass.rows = early.rows
    pass.maximumBounds = early.maximumBounds
    (leavingStart, leavingTo) = (network.leavingStart, network.leavingTo)
    self.early = early
    self.end = end
    isWhole = network.needsWholePass(for: end)
    due = PositionSet(count: network.count)
    var byFinish = [[Int32]](repeating: [], count: end == nil ? network.projectCount : 0)
    if end == nil {
      for position in 0..<network.count where network.special(at: position)?.isLeftOut != true {
        byFinish[Int(network.project[position])].append(Int32(position))
      }
      for project in byFinish.indices { byFinish[project].sort { early.finish(Int($0)) > early.finish(Int($1)) } }
    }
    self.byFinish = byFinish
  }

  /// The finish of the end as things are; nil where nothing of the project is scheduled.
  func finish(for position: Int) -> Int32? {
    if let end { return early.finish(end) }
    return byFinish[Int(pass.network.project[position])].first.map { early.finish(Int($0)) }
  }

  /// The finish of the end if an activity took this much work, or had this much left; nil where maximal lags allow no
  /// dates at all.
  mutating func finish(with work: Int32, at position: Int, _ tables: [CalendarTables]) -> Int32? {
    let change = WorkChange(pass.network, position, to: work, pass.arcs)
    if isWhole { return wholeFinish(change) }
    let before = pass.apply(change)
    defer { putBack(before) }
    // Its links may run on a share of its duration, so what follows is always looked at.
    due.insert(position)
    markSuccessors(of: position)
    while let next = due.removeFirst() {
      if let block = pass.network.block(at: next) { visit(block, tables) } else { visit(next, tables) }
      if !pass.unsettled.isEmpty { return nil }
    }
    return changedFinish(for: position)
  }

  private mutating func putBack(_ change: WorkChange) {
    pass.apply(change)
    for position in changed {
      pass.rows[2 * position] = early.rows[2 * position]
      pass.rows[2 * position + 1] = early.rows[2 * position + 1]
      if let block = pass.network.block(at: position) {
        for place in block.maximums { pass.maximumBounds[place] = early.maximumBounds[place] }
      }
    }
    changed.removeAll(keepingCapacity: true)
    pass.afterLastWindow.removeAll(keepingCapacity: true)
    if !pass.unsettled.isEmpty {
      while due.removeFirst() != nil {}
      pass.unsettled = []
    }
  }

  private mutating func visit(_ position: Int, _ tables: [CalendarTables]) {
    let before = (pass.rows[2 * position], pass.rows[2 * position + 1])
    pass.sweep(position..<position + 1, tables)
    note(position, before)
  }

  private mutating func visit(_ block: Block, _ tables: [CalendarTables]) {
    let before = block.positions.map { (pass.rows[2 * $0], pass.rows[2 * $0 + 1]) }
    for place in block.maximums { pass.maximumBounds[place] = Int32.min }
    pass.settle(block, tables)
    // All of it, so that its bounds are put back.
    changed += Array(block.positions)
    for (position, before) in zip(block.positions, before) {
      due.remove(position)
      note(position, before)
    }
    for position in block.positions { due.remove(position) }
  }

  private mutating func note(_ position: Int, _ before: (Int32, Int32)) {
    guard before != (pass.rows[2 * position], pass.rows[2 * position + 1]) else { return }
    changed.append(position)
    markSuccessors(of: position)
  }

  private mutating func markSuccessors(of position: Int) {
    for place in Int(leavingStart[position])..<Int(leavingStart[position + 1]) { due.insert(Int(leavingTo[place])) }
  }

  private func changedFinish(for position: Int) -> Int32? {
    if let end { return pass.rows[2 * end + 1] }
    let (network, rows) = (pass.network, pass.rows)
    let project = network.project[position]
    var latest: Int32?
    for member in changed where network.project[member] == project && network.special(at: member)?.isLeftOut != true {
      latest = max(latest ?? Int32.min, rows[2 * member + 1])
    }
    // The latest of those that stand where they stood comes first of them.
    for member in byFinish[Int(project)] where rows[2 * Int(member) + 1] == early.finish(Int(member)) {
      return max(latest ?? Int32.min, early.finish(Int(member)))
    }
    return latest
  }

  private func wholeFinish(_ change: WorkChange) -> Int32? {
    var network = pass.network
    network.apply(change, early.reading)
    let again = EarlyDates(network, early.reading)
    if !again.unsettled.isEmpty { return nil }
    if let end { return again.finish(end) }
    return byFinish[Int(network.project[change.position])].map { again.finish(Int($0)) }.max()
  }
}

extension Network {
  /// Whether dates rest on late dates, or the end spans others, so that visiting what lies downstream is not enough.
  func needsWholePass(for end: Int?) -> Bool {
    hasLateFloors || !asLateAsPossible.isEmpty || spans.contains { $0.position == end }
  }
}
