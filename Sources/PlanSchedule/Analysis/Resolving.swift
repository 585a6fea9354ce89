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
  private var front: Front
  private let early: EarlyDates
  private let leavingStart: [Int32]
  private let leaving: [LeavingArc]
  /// By project, its scheduled positions, the latest early finish first; only where asked for.
  private let byFinish: [[Int32]]
  private let end: Int?
  /// Whether late dates or spans matter, so that only scheduling everything will do.
  private let isWhole: Bool

  private var network: Network { front.pass.network }

  /// - Parameter end: the position whose finish is asked for; nil: the end of the project of the changed activity.
  init(_ network: Network, _ early: EarlyDates, to end: Int?) {
    front = Front(ForwardPass(network, standingAt: early))
    (leavingStart, leaving) = (network.leavingStart, network.leaving)
    self.early = early
    self.end = end
    isWhole = network.needsWholePass(for: end)
    var byFinish = [[Int32]](repeating: [], count: end == nil ? network.projectCount : 0)
    if end == nil {
      for position in 0..<network.count where network.special(at: position)?.isLeftOut != true {
        byFinish[Int(network.project[position])].append(Int32(position))
      }
      for project in byFinish.indices { byFinish[project].sort { early.finish(Int($0)) > early.finish(Int($1)) } }
    }
    self.byFinish = byFinish
  }

  /// The finish of the end as things are; nil where it is not scheduled, or nothing of the project is.
  func finish(for position: Int) -> Int32? {
    if let end { return network.isScheduled(end) ? early.finish(end) : nil }
    return byFinish[Int(network.project[position])].first.map { early.finish(Int($0)) }
  }

  /// The finish of the end if an activity took this much work, or had this much left; nil where maximal lags allow no
  /// dates at all.
  mutating func finish(with work: Int32, at position: Int, _ tables: [CalendarTables]) -> Int32? {
    let change = WorkChange(network, position, to: work, front.pass.arcs)
    if isWhole { return wholeFinish(change) }
    let before = front.pass.apply(change)
    // Its links may run on a share of its duration, so what follows is always looked at.
    front.insert(position)
    for place in Int(leavingStart[position])..<Int(leavingStart[position + 1]) { front.insert(Int(leaving[place].to)) }
    let journal = front.run(tables)
    defer {
      front.takeBack(journal)
      front.pass.apply(before)
    }
    return front.pass.unsettled.isEmpty ? changedFinish(for: position, journal) : nil
  }

  private func changedFinish(for position: Int, _ journal: Front.Journal) -> Int32? {
    let rows = front.pass.rows
    if let end { return rows[2 * end + 1] }
    let network = network
    let project = network.project[position]
    var latest: Int32?
    for member in journal.dates.lazy.map({ Int($0.position) })
    where network.project[member] == project && network.special(at: member)?.isLeftOut != true {
      latest = max(latest ?? Int32.min, rows[2 * member + 1])
    }
    // The latest of those that stand where they stood comes first of them.
    for member in byFinish[Int(project)] where rows[2 * Int(member) + 1] == early.finish(Int(member)) {
      return max(latest ?? Int32.min, early.finish(Int(member)))
    }
    return latest
  }

  private func wholeFinish(_ change: WorkChange) -> Int32? {
    var network = network
    network.apply(change, early.reading)
    let again = EarlyDates(network, early.reading)
    if !again.unsettled.isEmpty { return nil }
    if let end { return again.finish(end) }
    return byFinish[Int(network.project[change.position])].map { again.finish(Int($0)) }.max()
  }
}

extension Network {
  /// Whether it has dates, its own or those of what it spans.
  fileprivate func isScheduled(_ position: Int) -> Bool {
    special(at: position)?.isLeftOut != true || span(at: position) != nil
  }

  /// Whether dates rest on late dates, or the end spans others, so that visiting what lies downstream is not enough.
  func needsWholePass(for end: Int?) -> Bool {
    hasLateFloors || !asLateAsPossible.isEmpty || spans.contains { $0.position == end }
  }
}
