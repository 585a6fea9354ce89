import PlanModel

/// Which position of an older network each position of a newer one is, and what of it differs.
struct PositionMapping {
  private let from: Network
  private let to: Network
  /// By newer position; −1 for what was added.
  let older: [Int32]
  /// By older position; −1 for what was dropped.
  private let newer: [Int32]
  private let hasSameCalendars: Bool

  init(from: Network, to: Network) {
    self.from = from
    self.to = to
    var older = [Int32](repeating: -1, count: to.count)
    var newer = [Int32](repeating: -1, count: from.count)
    for place in to.plan.activities.indices {
      let id = to.plan.activities[place].id
      // Mostly nothing is added or dropped.
      let index =
        place < from.plan.activities.count && from.plan.activities[place].id == id
        ? ActivityIndex(place) : from.plan.index(of: id)
      guard let index else { continue }
      let (before, after) = (from.position(index), to.position(ActivityIndex(place)))
      older[after] = Int32(before)
      newer[before] = Int32(after)
    }
    self.older = older
    self.newer = newer
    hasSameCalendars =
      from.windows == to.windows && from.calendars.count == to.calendars.count
      && zip(from.calendars, to.calendars).allSatisfy { $0.isSame(as: $1) }
  }

  /// A pass over the newer network that stands where one over the older stood.
  func pass(from pass: ForwardPass, _ network: Network, _ reading: Reading) -> ForwardPass {
    var next = ForwardPass(network, reading, lateFloors: nil)
    for position in 0..<network.count where older[position] >= 0 {
      let before = Int(older[position])
      next.rows[2 * position] = pass.rows[2 * before]
      next.rows[2 * position + 1] = pass.rows[2 * before + 1]
      let arcs = Int(from.startArcs[before])..<Int(from.startArcs[before + 1])
      let first = Int(network.startArcs[position])
      if arcs.count == Int(network.startArcs[position + 1]) - first {
        for (offset, arc) in arcs.enumerated() { next.linkBounds[first + offset] = pass.linkBounds[arc] }
      }
    }
    func special(_ position: Int32) -> (Int32, Special)? {
      let position = newer[Int(position)]
      return position < 0 ? nil : network.special(at: Int(position)).map { (position, $0) }
    }
    for (position, work) in pass.expectedWork {
      if let (position, special) = special(position), special.expected(reading) != nil {
        next.expectedWork[position] = work
      }
    }
    for position in pass.afterLastWindow {
      if let (position, special) = special(position), special.window != nil { next.afterLastWindow.insert(position) }
    }
    return next
  }

  /// The newer positions that are placed by other facts than before.
  func changed(_ old: ForwardPass, _ new: ForwardPass) -> [Int] {
    (0..<to.count).filter { position in
      let before = Int(older[position])
      return before < 0 || old.reading != new.reading || to.block(at: position) != nil
        || from.block(at: before) != nil || differs(position, before, old, new)
        || arcsDiffer(position, before, old, new)
    }
  }

  private func differs(_ position: Int, _ before: Int, _ old: ForwardPass, _ new: ForwardPass) -> Bool {
    if old.duration[before] != new.duration[position] || old.floor[before] != new.floor[position]
      || from.calendar[before] != to.calendar[position] || from.statusDate != to.statusDate
      || from.rules.progress != to.rules.progress
    {
      return true
    }
    if !hasSameCalendars, to.calendar[position] > 0 || to.special[position] >= 0 { return true }
    guard let special = to.special(at: position) else { return from.special[before] >= 0 }
    return from.special(at: before).map { !special.places(as: $0) } ?? true
  }

  private func arcsDiffer(_ position: Int, _ before: Int, _ old: ForwardPass, _ new: ForwardPass) -> Bool {
    let arcs = Int(from.startArcs[before])..<Int(from.startArcs[before + 1])
    let first = Int(to.startArcs[position])
    if arcs.count != Int(to.startArcs[position + 1]) - first
      || Int(from.finishArcs[before]) - arcs.lowerBound != Int(to.finishArcs[position]) - first
    {
      return true
    }
    return arcs.enumerated().contains { offset, arc in
      let (a, b) = (old.arcs[arc], new.arcs[first + offset])
      let from = newer[Int(a.row) / 2]
      let calendars = (self.from.arcCalendar?[arc] ?? -1, to.arcCalendar?[first + offset] ?? -1)
      return from < 0 || 2 * from + a.row % 2 != b.row || a.lag != b.lag || calendars.0 != calendars.1
        || (!hasSameCalendars && calendars.1 > 0)
        || (to.rules.progress == .actualDates && self.from.hasHappened(Int(a.row)) != to.hasHappened(Int(b.row)))
    }
  }
}

extension Special {
  /// Whether an activity with these facts is placed as one with others, longest lags apart.
  fileprivate func places(as other: Special) -> Bool {
    var (a, b) = (self, other)
    (a.pulls, b.pulls) = (0..<0, 0..<0)
    (a.span, b.span) = (nil, nil)
    return a == b
  }
}
