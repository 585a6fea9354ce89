import PlanModel

/// Delays in a network whose work and lags all run on one calendar, without rare facts, see ``Network/isDaysOnly`` and
/// ``Network/isOnOneCalendar``: the quickest of questions.
///
/// Dates are counted in the minutes of that calendar, where work and lags only add. So one number stands for an
/// activity, its start, and one for a link, what it adds to the start of its predecessor. They become instants when
/// somebody asks.
///
/// A delay only makes dates later, and the latest of all bounds wins. So what moves hands its new start to its successors,
/// predecessors first, and nothing else is looked at: neither other predecessors, nor successors that have time enough.
/// What moved is kept in a journal, so that it can be taken back.
///
/// Michel and Van Hentenryck (2003) on longest paths: work in proportion to what changes and its arcs.
struct Delays: Sendable {
  /// A link out of a position.
  struct Leaving {
    let to: Int32
    /// From start to start.
    let lag: Int32
  }

  /// A link into a position.
  struct Entering {
    let from: Int32
    /// From start to start.
    let lag: Int32
  }

  /// Where a position stood before.
  struct Entry {
    let position: Int32
    let start: Int32
  }

  private struct Step {
    let position: Int32
    let slip: Int32
    /// Where its part of the journal begins.
    let journal: Int
    /// Of a delay that moved much: the position from which everything was swept over.
    let swept: Int?
  }

  let minutes: DelayMinutes
  let floor: [Int32]
  let enteringStart: [Int32]
  let entering: [Entering]
  let leavingStart: [Int32]
  let leaving: [Leaving]
  /// Where stretches end, see ``Network/stretches()``; empty where the network is narrow.
  let stretches: [Int32]
  /// What starts by it keeps all that it leads to within the range of dates.
  let ceiling: Int32

  /// Where activities start, delays included.
  var starts: [Int32]
  /// A bit for each position that is to be visited, and one for each word of these that has any.
  var due: [UInt64]
  var busy: [UInt64]
  /// What has moved, as far as ``noted``; the room after it holds as much as one delay can move.
  var journal: [Entry] = []
  var noted = 0
  private var steps: [Step] = []
  /// The starts that sweeps overwrote, the last one's last.
  var swept: [Int32] = []
  /// What delays each position, in minutes by the clock.
  private(set) var slips: [Int32]
  /// The positions that anything delays, in order.
  private(set) var delayed: [Int32] = []
  /// What was looked at ahead of its time; kept so that the look is not left out.
  var ahead: Int32 = 0
  /// How many activities the last delay visited.
  var visited = 0

  var isEmpty: Bool { steps.isEmpty }
  var count: Int { floor.count }
  func startInstant(_ position: Int) -> Int32 { minutes.start(position, starts[position]) }
  func finishInstant(_ position: Int) -> Int32 { minutes.finish(position, starts[position]) }

  /// Nil where dates of the pass were cut at an end of the range, or nearly.
  ///
  /// - Complexity: O(activities + links).
  init?(_ pass: ForwardPass) {
    let network = pass.network
    // Bare lists have no links to follow.
    guard network.leaving.count == network.arcs.count, network.leavingStart.count == network.count + 1 else {
      return nil
    }
    minutes = DelayMinutes(pass)
    guard let starts = minutes.starts(pass), let lags = Delays.lags(pass) else { return nil }
    self.starts = starts
    (enteringStart, leavingStart) = (network.startArcs, network.leavingStart)
    floor = minutes.floors(pass)
    entering = network.arcs.indices.map { Entering(from: network.arcs[$0].row / 2, lag: lags[$0]) }
    var leaving: [Leaving] = []
    leaving.reserveCapacity(network.leaving.count + 1)
    for arc in network.leaving { leaving.append(Leaving(to: arc.to, lag: lags[Int(arc.arc)])) }
    // One to look at behind the last position.
    leaving.append(Leaving(to: 0, lag: 0))
    self.leaving = leaving
    stretches = network.isWide ? network.stretches() ?? [] : []
    ceiling = minutes.last &- Delays.reach(pass)
    due = Array(repeating: 0, count: network.count / 64 + 1)
    busy = Array(repeating: 0, count: network.count / 4096 + 1)
    slips = Array(repeating: 0, count: network.count)
    if starts.contains(where: { $0 > ceiling }) { return nil }
  }

  /// What links add to the starts of their predecessors; nil where that is beyond all plans.
  private static func lags(_ pass: ForwardPass) -> [Int32]? {
    let network = pass.network
    var lags = [Int32](repeating: 0, count: network.arcs.count)
    for position in 0..<network.count {
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1]) {
        let link = pass.arcs[arc]
        let work = link.row & 1 == 1 ? pass.duration[Int(link.row / 2)] : 0
        let bounded = arc >= Int(network.finishArcs[position]) ? pass.duration[position] : 0
        let lag = Int64(work) + Int64(link.lag) - Int64(bounded)
        if abs(lag) > 4 * Lowering.longest { return nil }
        lags[arc] = Int32(lag)
      }
    }
    return lags
  }

  /// How far after a start its finish and the bounds that it sets can lie, on the way to the starts of others too.
  private static func reach(_ pass: ForwardPass) -> Int32 {
    let lag = pass.arcs.lazy.map(\.lag).max() ?? 0
    return (pass.duration.max() ?? 0) &+ max(0, lag)
  }

  /// After so many visits, sweeping over the rest is quicker.
  var limit: Int { max(64, count / 48) }

  /// Delays a position after all its bounds, on top of what delays it already.
  ///
  /// - Returns: how many activities moved; nil where dates would have to be cut, and then nothing has changed.
  /// - Complexity: O(activities that move + their links); from a 48th of the network on, a sweep over the rest of it.
  mutating func delay(_ position: Int, by time: Int32) -> Int? {
    let before = slips[position]
    let mark = noted
    setSlip(before &+ time, at: position)
    visited = 1
    var (moved, sweptFrom, isCut) = (0, nil as Int?, false)
    if max(0, before &+ time) > max(0, before) {
      (moved, sweptFrom, isCut) = raise(position, to: minutes.delayed(bound(of: position), by: before &+ time))
    } else if before > 0 {
      sweptFrom = position
    }
    if isCut { sweptFrom = nil }
    if let first = sweptFrom {
      visited += count - first
      let sweep = sweep(from: first, since: mark)
      (moved, isCut) = (noted - mark + sweep.moved, sweep.isCut)
    }
    steps.append(Step(position: Int32(position), slip: before, journal: mark, swept: sweptFrom))
    if isCut {
      undo()
      return nil
    }
    return moved
  }

  /// Takes the last delay back.
  mutating func undo() {
    guard let step = steps.popLast() else { return }
    if let first = step.swept {
      let count = count - first
      starts.replaceSubrange(first..., with: swept[(swept.count - count)...])
      swept.removeLast(count)
    }
    var starts = self.starts
    self.starts = []
    do {
      var start = starts.mutableSpan
      let entries = journal.span
      var place = noted
      while place > step.journal {
        place &-= 1
        let entry = entries[unchecked: place]
        start[unchecked: Int(entry.position)] = entry.start
      }
    }
    self.starts = starts
    noted = step.journal
    setSlip(step.slip, at: Int(step.position))
  }

  private mutating func setSlip(_ slip: Int32, at position: Int) {
    let place = delayed.firstIndex { $0 >= position } ?? delayed.count
    let isListed = place < delayed.count && delayed[place] == position
    if slip != 0, !isListed { delayed.insert(Int32(position), at: place) }
    if slip == 0, isListed { delayed.remove(at: place) }
    slips[position] = slip
  }

  /// The latest that the floor and the links of a position ask of its start.
  private func bound(of position: Int) -> Int32 {
    var bound = floor[position]
    for arc in Int(enteringStart[position])..<Int(enteringStart[position + 1]) {
      bound = max(bound, starts[Int(entering[arc].from)] &+ entering[arc].lag)
    }
    return bound
  }
}
