import PlanModel
import Synchronization

/// What sweeps over several calendars look up, made once for a network: stretches, the links in them whose dates take
/// more than an addition, and calendars in cells.
final class SweepStructure: Sendable {
  /// An arc, and the position that it leads to.
  struct Entry {
    let arc: Int32
    let position: Int32
  }

  /// See ``Network/stretches()``.
  let ends: [Int32]
  /// By position: the arcs whose lags run on calendars, in stretches that are computed side by side.
  let lagged: [Entry]
  /// The arcs there that bound a finish.
  let finishing: [Entry]
  /// By arc: 0 for those of `lagged` and `finishing`, −1 for others, whose dates only add.
  let isAdded: [Int8]
  /// The positions there whose starts are left by links.
  let startsLeft: [Int32]
  let memory: CellMemory

  /// Whether the positions of a stretch are computed one by one: where there are few, with few arcs each.
  @inline(__always)
  static func isNarrow(_ count: Int, _ degree: Int) -> Bool { count < 3 && degree < 8 }

  init?(_ network: Network, _ tables: [CalendarTables], years: Range<Int32>) {
    // One by one, each look waits for the one before: tables beyond the nearer caches would not pay.
    let limit = network.isWide ? CellMemory.limit : CellMemory.limit / 8
    guard let ends = network.stretches(), let memory = CellMemory(tables, years: years, limit: limit) else {
      return nil
    }
    self.ends = ends
    self.memory = memory
    var (lagged, finishing): ([Entry], [Entry]) = ([], [])
    var isAdded = [Int8](repeating: -1, count: network.arcs.count)
    let (lagCalendars, starts, finishes) = (network.arcCalendar ?? [], network.startArcs, network.finishArcs)
    var leavesStart = [Bool](repeating: false, count: network.count)
    for arc in network.arcs where arc.row & 1 == 0 { leavesStart[Int(arc.row) / 2] = true }
    var startsLeft: [Int32] = []
    var first = 0
    for end in ends {
      let stretch = first..<Int(end)
      first = Int(end)
      let degree = starts[stretch.lowerBound + 1] - starts[stretch.lowerBound]
      if SweepStructure.isNarrow(stretch.count, Int(degree)) { continue }
      for position in stretch {
        if leavesStart[position] { startsLeft.append(Int32(truncatingIfNeeded: position)) }
        let (middle, end) = (finishes[position], starts[position + 1])
        for arc in starts[position]..<end {
          let isLagged = !lagCalendars.isEmpty && lagCalendars[Int(arc)] > 0
          if !isLagged, arc < middle { continue }
          let entry = Entry(arc: arc, position: Int32(truncatingIfNeeded: position))
          isAdded[Int(arc)] = 0
          if isLagged { lagged.append(entry) }
          if arc >= middle { finishing.append(entry) }
        }
      }
    }
    self.startsLeft = startsLeft
    (self.lagged, self.finishing, self.isAdded) = (lagged, finishing, isAdded)
  }
}

/// The sweep structure of a network, made when it is first asked for, and again for more years when dates leave those.
final class SweepMemory: Sendable {
  private struct State {
    var structure: SweepStructure?
    var years = 8
    /// The activities of all sweeps so far.
    var swept = 0
    var isHopeless = false
  }

  /// How many times the fewest activities that are worth cells must have been swept for each calendar, and each eight years of
  /// it, before cells are made: a plan that is scheduled once would pay for what only later sweeps earn.
  private static let earning = 4

  private let state = Mutex(State())

  var hasStructure: Bool { state.withLock { $0.structure != nil } }

  /// Nil where there is none, whatever the years, or not yet.
  func structure(_ network: Network, _ tables: [CalendarTables]) -> SweepStructure? {
    state.withLock { state in
      state.swept += network.count
      let wait = SweepMemory.earning * network.leastInCells * network.calendars.count * state.years / 8
      if state.structure == nil, !state.isHopeless, state.swept >= wait {
        let (origin, reach) = (Int(network.origin), state.years * 366 * 1440)
        let range = (Int(Day.earliest.start.minutes), Int(Day.latest.end.minutes))
        let begin = max(range.0, (origin - reach / 8) / 1440 * 1440)
        let end = min(range.1, (origin + reach) / 1440 * 1440)
        if begin < end {
          state.structure = SweepStructure(network, tables, years: Int32(begin)..<Int32(end))
        }
        state.isHopeless = state.structure == nil
      }
      return state.structure
    }
  }

  /// Dates have left the years of a structure: the next one is for more of them.
  func outgrow(_ structure: SweepStructure) {
    state.withLock { state in
      guard state.structure === structure else { return }
      state.structure = nil
      state.isHopeless = state.years > 300
      state.years *= 2
    }
  }
}
