import PlanModel

/// Delays in a network without calendars and rare facts, see ``Network/isDaysOnly``: the quickest of questions.
///
/// A delay only makes dates later, and the latest of all bounds wins. So what moves hands its new dates to its successors,
/// predecessors first, and nothing else is looked at: neither other predecessors, nor successors that have time enough.
/// What moved is kept in a journal, so that it can be taken back.
///
/// Michel and Van Hentenryck (2003) on longest paths: work in proportion to what changes and its arcs.
struct Delays: Sendable {
  /// A link out of a position.
  private struct Leaving {
    /// The successor, with a bit for the finish it leaves.
    let to: Int32
    /// Up to the start of the successor: of a link that bounds its finish, less the time that it takes.
    let lag: Int32
    /// The time that the successor takes, here where it is at hand.
    let days: Int32
  }

  /// Where a position stood before.
  private struct Entry {
    let position: Int32
    let start: Int32
    let finish: Int32
  }

  private struct Step {
    let position: Int32
    let slip: Int32
    /// Where its part of the journal begins.
    let journal: Int
    /// Of a delay that moved much: the position from which everything was swept over.
    let swept: Int?
  }

  private let duration: [Int32]
  private let floor: [Int32]
  private let arcs: [NetworkArc]
  private let startArcs: [Int32]
  private let finishArcs: [Int32]
  private let leavingStart: [Int32]
  private let leaving: [Leaving]

  /// As the early dates have it, delays included.
  private(set) var rows: [Int32]
  private var due: [UInt64]
  private var journal: [Entry] = []
  private var steps: [Step] = []
  /// The rows that sweeps overwrote, the last one's last.
  private var swept: [Int32] = []
  /// What delays positions, in minutes.
  private(set) var slips: [Int32: Int32] = [:]
  /// How many activities the last delay visited.
  private(set) var visited = 0

  var isEmpty: Bool { steps.isEmpty }

  /// - Complexity: O(activities + links).
  init(_ pass: ForwardPass) {
    let network = pass.network
    (duration, floor, arcs, rows) = (pass.duration, pass.floor, pass.arcs, pass.rows)
    (startArcs, finishArcs, leavingStart) = (network.startArcs, network.finishArcs, network.leavingStart)
    due = Array(repeating: 0, count: network.count / 64 + 1)
    var leaving: [Leaving] = []
    leaving.reserveCapacity(network.leaving.count)
    for arc in network.leaving {
      let (arc, to) = (arc.arc, arc.to)
      let link = pass.arcs[Int(arc)]
      let days = pass.duration[Int(to)]
      let bounded = arc >= network.finishArcs[Int(to)] ? days : 0
      leaving.append(Leaving(to: 2 * to + (link.row & 1), lag: link.lag &- bounded, days: days))
    }
    self.leaving = leaving
  }

  /// After so many visits, sweeping over the rest is quicker.
  private var limit: Int { max(64, duration.count / 32) }

  /// Delays a position after all its bounds, on top of what delays it already.
  ///
  /// - Returns: how many activities moved.
  /// - Complexity: O(activities that move + their links); from a 32nd of the network on, a sweep over the rest of it.
  mutating func delay(_ position: Int, by minutes: Int32) -> Int {
    let before = slips[Int32(position)] ?? 0
    let (old, new) = (max(0, before), max(0, before &+ minutes))
    let mark = journal.count
    slips[Int32(position)] = before &+ minutes
    visited = 1
    var sweptFrom: Int?
    if new > old {
      sweptFrom = raise(position, to: bound(of: position) &+ new)
    } else if new < old {
      sweptFrom = position
    }
    var moved = 0
    if let first = sweptFrom {
      visited += duration.count - first
      moved = sweep(from: first, since: mark)
    }
    moved += journal.count - mark
    steps.append(Step(position: Int32(position), slip: before, journal: mark, swept: sweptFrom))
    return moved
  }

  /// Takes the last delay back.
  mutating func undo() {
    guard let step = steps.popLast() else { return }
    if let first = step.swept {
      let count = rows.count - 2 * first
      rows.replaceSubrange((2 * first)..., with: swept[(swept.count - count)...])
      swept.removeLast(count)
    }
    var rows = self.rows
    self.rows = []
    do {
      var row = rows.mutableSpan
      let entries = journal.span
      var place = entries.count
      while place > step.journal {
        place &-= 1
        let entry = entries[unchecked: place]
        row[unchecked: 2 &* Int(entry.position)] = entry.start
        row[unchecked: 2 &* Int(entry.position) &+ 1] = entry.finish
      }
    }
    self.rows = rows
    journal.removeLast(journal.count - step.journal)
    slips[step.position] = step.slip == 0 ? nil : step.slip
  }

  /// The latest that the floor and the links of a position ask of its start.
  private func bound(of position: Int) -> Int32 {
    var bound = floor[position]
    for arc in Int(startArcs[position])..<Int(startArcs[position + 1]) {
      let days = arc >= Int(finishArcs[position]) ? duration[position] : 0
      bound = max(bound, rows[Int(arcs[arc].row)] &+ arcs[arc].lag &- days)
    }
    return bound
  }

  // MARK: Little moves

  /// Moves a start later, and all that waits for it.
  ///
  /// - Returns: the position to sweep from, where so much moves that sweeping is quicker.
  private mutating func raise(_ position: Int, to start: Int32) -> Int? {
    let latest = Day.latest.end.minutes
    let (limit, hasOthers) = (limit, slips.count > 1)
    let (slips, durations, starts, links) = (slips, duration, leavingStart, leaving)
    var (rows, due, journal) = (rows, due, journal)
    (self.rows, self.due, self.journal) = ([], [], [])
    defer { (self.rows, self.due, self.journal) = (rows, due, journal) }
    let (duration, leavingStart, leaving) = (durations.span, starts.span, links.span)
    var row = rows.mutableSpan
    var words = due.mutableSpan
    let new = min(start, latest)
    if new <= row[2 * position] { return nil }
    journal.append(
      Entry(position: Int32(position), start: row[2 * position], finish: row[2 * position + 1]))
    row[2 * position] = new
    row[2 * position + 1] = min(new &+ duration[position], latest)
    var (next, word, waiting, visited) = (position, position / 64, 0, 0)
    while true {
      visited &+= 1
      let (start, finish) = (row[unchecked: 2 &* next], row[unchecked: 2 &* next &+ 1])
      var place = Int(leavingStart[unchecked: next])
      let end = Int(leavingStart[unchecked: next &+ 1])
      while place < end {
        let link = leaving[unchecked: place]
        place &+= 1
        let to = Int(link.to &>> 1)
        var bound = (link.to & 1 == 0 ? start : finish) &+ link.lag
        if hasOthers, let slip = slips[Int32(truncatingIfNeeded: to)] { bound &+= max(0, slip) }
        bound = min(bound, latest)
        let old = row[unchecked: 2 &* to]
        if bound <= old { continue }
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: to & 63)
        if words[unchecked: to &>> 6] & bit == 0 {
          words[unchecked: to &>> 6] |= bit
          waiting &+= 1
          journal.append(
            Entry(position: Int32(truncatingIfNeeded: to), start: old, finish: row[unchecked: 2 &* to &+ 1]))
        }
        row[unchecked: 2 &* to] = bound
        row[unchecked: 2 &* to &+ 1] = min(bound &+ link.days, latest)
      }
      if waiting == 0 { break }
      while words[unchecked: word] == 0 { word &+= 1 }
      next = word &<< 6 &+ words[unchecked: word].trailingZeroBitCount
      if visited == limit {
        while waiting > 0 {
          waiting &-= words[word].nonzeroBitCount
          words[word] = 0
          word &+= 1
        }
        self.visited = visited
        return next
      }
      words[unchecked: word] &= words[unchecked: word] &- 1
      waiting &-= 1
    }
    self.visited = visited
    return nil
  }

  // MARK: Big moves

  /// Places everything from a position on.
  ///
  /// - Parameter mark: where the journal of this delay begins; what it says of the swept positions is taken over.
  /// - Returns: how many of them moved since then.
  private mutating func sweep(from first: Int, since mark: Int) -> Int {
    let begin = swept.count
    swept.append(contentsOf: rows[(2 * first)...])
    var kept = mark
    for place in mark..<journal.count {
      let entry = journal[place]
      if Int(entry.position) < first {
        journal[kept] = entry
        kept += 1
      } else {
        swept[begin + 2 * (Int(entry.position) - first)] = entry.start
        swept[begin + 2 * (Int(entry.position) - first) + 1] = entry.finish
      }
    }
    journal.removeLast(journal.count - kept)
    var next = first
    for (position, slip) in slips.filter({ $0.key >= first && $0.value > 0 }).sorted(by: { $0.key < $1.key }) {
      place(next..<Int(position))
      place(Int(position)..<Int(position) + 1, slip: slip)
      next = Int(position) + 1
    }
    place(next..<duration.count)
    var moved = 0
    let (old, new) = (swept.span, rows.span)
    var place = 2 * first
    while place < new.count {
      let from = begin &+ place &- 2 &* first
      if old[unchecked: from] != new[unchecked: place] || old[unchecked: from &+ 1] != new[unchecked: place &+ 1] {
        moved &+= 1
      }
      place &+= 2
    }
    return moved
  }

  private mutating func place(_ positions: Range<Int>, slip: Int32 = 0) {
    if positions.isEmpty { return }
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let (durations, floors, links, firsts, middles) = (duration, floor, arcs, startArcs, finishArcs)
    let (duration, floor, arcs) = (durations.span, floors.span, links.span)
    let (startArcs, finishArcs) = (firsts.span, middles.span)
    var row = rows.mutableSpan
    var arc = Int(startArcs[positions.lowerBound])
    for position in positions {
      let days = duration[unchecked: position]
      let middle = Int(finishArcs[unchecked: position])
      let end = Int(startArcs[unchecked: position &+ 1])
      var start = floor[unchecked: position]
      while arc < end {
        let link = arcs[unchecked: arc]
        start = max(start, row[unchecked: Int(link.row)] &+ link.lag &- (arc >= middle ? days : 0))
        arc &+= 1
      }
      start = min(max(start &+ slip, earliest), latest)
      row[unchecked: 2 &* position] = start
      row[unchecked: 2 &* position &+ 1] = min(max(start &+ days, earliest), latest)
    }
  }
}
