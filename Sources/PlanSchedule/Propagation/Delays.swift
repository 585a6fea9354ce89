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
  }

  /// Where a position stood before.
  struct Entry {
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

  let duration: [Int32]
  let floor: [Int32]
  let arcs: [NetworkArc]
  let startArcs: [Int32]
  let finishArcs: [Int32]
  private let leavingStart: [Int32]
  /// Where stretches end, see ``Network/stretches()``; empty where the network is narrow.
  let stretches: [Int32]
  private let leaving: [Leaving]

  /// As the early dates have it, delays included.
  var rows: [Int32]
  /// A bit for each position that is to be visited, and one for each word of these that has any.
  private var due: [UInt64]
  private var busy: [UInt64]
  /// What has moved, as far as ``noted``; the room after it holds as much as one delay can move.
  var journal: [Entry] = []
  var noted = 0
  private var steps: [Step] = []
  /// The rows that sweeps overwrote, the last one's last.
  var swept: [Int32] = []
  /// What delays positions, in minutes.
  private(set) var slips: [Int32: Int32] = [:]
  /// What was looked at ahead of its time; kept so that the look is not left out.
  private var ahead: Int32 = 0
  /// How many activities the last delay visited.
  private(set) var visited = 0

  var isEmpty: Bool { steps.isEmpty }

  /// - Complexity: O(activities + links).
  init(_ pass: ForwardPass) {
    let network = pass.network
    (duration, floor, arcs, rows) = (pass.duration, pass.floor, pass.arcs, pass.rows)
    (startArcs, finishArcs, leavingStart) = (network.startArcs, network.finishArcs, network.leavingStart)
    stretches = network.isWide ? network.stretches() ?? [] : []
    due = Array(repeating: 0, count: network.count / 64 + 1)
    busy = Array(repeating: 0, count: network.count / 4096 + 1)
    var leaving: [Leaving] = []
    leaving.reserveCapacity(network.leaving.count + 1)
    for arc in network.leaving {
      let (arc, to) = (arc.arc, arc.to)
      let link = pass.arcs[Int(arc)]
      let bounded = arc >= network.finishArcs[Int(to)] ? pass.duration[Int(to)] : 0
      leaving.append(Leaving(to: 2 * to + (link.row & 1), lag: link.lag &- bounded))
    }
    // One to look at behind the last position.
    leaving.append(Leaving(to: 0, lag: 0))
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
    let mark = noted
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
    moved += noted - mark
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
      var place = noted
      while place > step.journal {
        place &-= 1
        let entry = entries[unchecked: place]
        row[unchecked: 2 &* Int(entry.position)] = entry.start
        row[unchecked: 2 &* Int(entry.position) &+ 1] = entry.finish
      }
    }
    self.rows = rows
    noted = step.journal
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
    let new = min(start, latest)
    if new <= rows[2 * position] { return nil }
    let room = noted + duration.count + 1
    if journal.count < room {
      let entry = Entry(position: 0, start: 0, finish: 0)
      journal.append(contentsOf: repeatElement(entry, count: max(room, 2 * journal.count) - journal.count))
    }
    let (slips, durations, starts, links) = (slips, duration, leavingStart, leaving)
    var (rows, due, busy, journal) = (rows, due, busy, journal)
    (self.rows, self.due, self.busy, self.journal) = ([], [], [], [])
    defer { (self.rows, self.due, self.busy, self.journal) = (rows, due, busy, journal) }
    let (leavingStart, leaving) = (starts.span, links.span)
    var row = rows.mutableSpan
    var words = due.mutableSpan
    var groups = busy.mutableSpan
    var entries = journal.mutableSpan
    entries[noted] = Entry(position: Int32(position), start: row[2 * position], finish: row[2 * position + 1])
    row[2 * position] = new
    row[2 * position + 1] = min(new &+ durations[position], latest)
    var (next, group, waiting, visited, noted) = (position, position >> 12, 0, 0, self.noted + 1)
    var ahead: Int32 = 0
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
        let (old, oldFinish) = (row[unchecked: 2 &* to], row[unchecked: 2 &* to &+ 1])
        if bound <= old { continue }
        let (word, bit) = (to &>> 6, 1 as UInt64 &<< UInt64(truncatingIfNeeded: to & 63))
        let isNew = words[unchecked: word] & bit == 0 ? 1 : 0
        words[unchecked: word] |= bit
        groups[unchecked: word &>> 6] |= 1 as UInt64 &<< UInt64(truncatingIfNeeded: word & 63)
        // Written in any case, counted where it is new: no guess can be wrong.
        entries[unchecked: noted] = Entry(position: Int32(truncatingIfNeeded: to), start: old, finish: oldFinish)
        noted &+= isNew
        waiting &+= isNew
        row[unchecked: 2 &* to] = bound
        // What finished at the end of the years has at least as much left to finish there again.
        row[unchecked: 2 &* to &+ 1] = min(bound &+ (oldFinish &- old), latest)
        // Its links will be wanted: they are on their way while others are visited.
        ahead ^= leaving[unchecked: Int(leavingStart[unchecked: to])].lag
      }
      if waiting == 0 { break }
      while groups[unchecked: group] == 0 { group &+= 1 }
      let word = group &<< 6 &+ groups[unchecked: group].trailingZeroBitCount
      next = word &<< 6 &+ words[unchecked: word].trailingZeroBitCount
      if visited == limit {
        for place in word..<words.count { words[place] = 0 }
        for place in group..<groups.count { groups[place] = 0 }
        (self.visited, self.noted, self.ahead) = (visited, noted, ahead)
        return next
      }
      let rest = words[unchecked: word] & (words[unchecked: word] &- 1)
      words[unchecked: word] = rest
      groups[unchecked: group] &= rest == 0 ? groups[unchecked: group] &- 1 : UInt64.max
      waiting &-= 1
    }
    (self.visited, self.noted, self.ahead) = (visited, noted, ahead)
    return nil
  }
}
