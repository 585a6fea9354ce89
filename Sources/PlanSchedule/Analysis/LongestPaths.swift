import PlanGraph
public import PlanModel

/// The longest paths to an end, one after the other.
///
///     for path in LongestPaths(schedule, to: "handover", count: 5)?.paths ?? [] { print(path.shortfall, path.activities) }
///
/// Every chain of links counts, also those that share all their activities with longer ones; ``FloatPaths`` gives each
/// activity one path instead. A path begins where no link leads, or where no link drives. A longest lag leads from its
/// successor to the predecessor that it pulls; no path comes by an activity twice.
///
/// - Complexity: O(m + k·l·d log k·l·d) for m links before the end and k paths of l activities with d links into each.
public struct LongestPaths: Sendable {
  /// One way through the network.
  public struct Path: Hashable, Sendable {
    /// In order of time.
    public let activities: [ActivityID]
    /// The links between them, as places in the plan.
    public let links: [Int]
    /// By how much it could be longer before it drives the end: the floats of its links, summed. They are working time on
    /// the calendars of different activities, so this is exact only where those agree.
    public let shortfall: WorkTime
  }

  /// The shortest shortfall first; ties in plan order of the links from the end back.
  public let paths: [Path]

  /// - Parameters:
  ///   - end: nil: whatever finishes last, over all activities whose finish nothing follows.
  ///   - reading: the first or the last days of imprecise dates.
  /// - Returns: nil where the plan has no such end.
  public init?(
    _ schedule: Schedule, to end: ActivityID? = nil, count: Int, _ reading: Reading.Dates = .first
  ) {
    let network = schedule.network
    let early = reading == .first ? schedule.first : schedule.last
    var search = PathSearch(network, early)
    if let end {
      guard let index = network.plan.index(of: end) else { return nil }
      search.add(end: network.position(index), shortfall: 0)
    } else {
      search.addOpenEnds()
    }
    paths = search.first(count).map { step, shortfall in
      let positions = search.positions(step)
      return Path(
        activities: positions.map { network.activity($0).id }, links: search.links(step),
        shortfall: WorkTime(minutes: shortfall))
    }
  }
}

/// A best-first search back from the ends, that knows how little every activity needs to its beginning.
struct PathSearch {
  private struct Entry: Comparable {
    let shortfall: Int32
    let depth: Int
    let serial: Int
    let step: Int
    /// Of the part already walked.
    let walked: Int32

    // Among equals what is nearly there comes first, so that ties cost no more than one path each.
    static func < (a: Entry, b: Entry) -> Bool {
      (a.shortfall, -a.depth, a.serial) < (b.shortfall, -b.depth, b.serial)
    }
  }

  private struct Step {
    let position: Int32
    /// The step after it in time, and the link there; −1 at the end.
    let next: Int
    let link: Int
    let depth: Int
  }

  private let network: Network
  private let early: EarlyDates
  private var entries: [[FloatLinks.Candidate]]
  /// By position: the least float of all ways to its beginning.
  private var least: [Int32]
  private var begins: [Bool]
  private var steps: [Step] = []
  private var open = Heap<Entry>()
  private var serial = 0

  init(_ network: Network, _ early: EarlyDates) {
    (self.network, self.early) = (network, early)
    entries = Array(repeating: [], count: network.count)
    for from in 0..<network.count {
      let floats = Dictionary(network.linkFloats(of: from, early).map { ($0.link, $0.float.minutes) }) { first, _ in
        first
      }
      for place in Int(network.leavingStart[from])..<Int(network.leavingStart[from + 1]) {
        let link = Int(network.arcLink[Int(network.leaving[place].arc)])
        let to = Int(network.leaving[place].to)
        guard network.followsLinks(to), let float = floats[link] else { continue }
        entries[to].append(.init(float: max(0, float), link: link, from: Int32(from)))
      }
    }
    let floats = network.calendars.withTables { tables in
      network.maximums.indices.map { network.float(ofMaximum: $0, early, late: nil, tables).minutes }
    }
    for (maximum, float) in zip(network.maximums, floats) where network.canBePulled(maximum.predecessor) {
      entries[maximum.predecessor].append(
        .init(float: max(0, float), link: Int(maximum.link), from: Int32(maximum.successor)))
    }
    least = Array(repeating: 0, count: network.count)
    begins = Array(repeating: true, count: network.count)
    for position in 0..<network.count {
      entries[position].sort { $0.link < $1.link }
      begins[position] = entries[position].isEmpty || network.isAtBeginning(position, early)
      if !begins[position] { least[position] = Int32.max }
    }
    var position = 0
    for block in network.blocks {
      for member in position..<block.positions.lowerBound { _ = lessens(member) }
      // Longest lags lead back: again until nothing is nearer.
      var isSettled = false
      while !isSettled {
        isSettled = true
        for member in block.positions where lessens(member) { isSettled = false }
      }
      position = block.positions.upperBound
    }
    for member in position..<network.count { _ = lessens(member) }
  }

  /// Whether the ways of a position to its beginning are shorter than known.
  private mutating func lessens(_ position: Int) -> Bool {
    let shortest = entries[position].map { Int32(clamping: Int64($0.float) + Int64(least[Int($0.from)])) }.min()
    guard !begins[position], let shortest, shortest < least[position] else { return false }
    least[position] = shortest
    return true
  }

  mutating func add(end position: Int, shortfall: Int32) { add(Int32(position), next: -1, link: -1, walked: shortfall) }

  /// Everything scheduled whose finish nothing follows, each by as much as it finishes before the last.
  mutating func addOpenEnds() {
    let scheduled = (0..<network.count).filter { network.special(at: $0)?.isLeftOut != true }
    let finish = scheduled.map { early.finish($0) }.max() ?? 0
    for position in scheduled {
      let leaving = Int(network.leavingStart[position])..<Int(network.leavingStart[position + 1])
      if leaving.contains(where: { network.arcs[Int(network.leaving[$0].arc)].row % 2 == 1 }) { continue }
      let calendar = network.calendars[Int(network.calendar[position])]
      let short = calendar.work(from: Instant(minutes: early.finish(position)), to: Instant(minutes: finish))
      add(end: position, shortfall: short.minutes)
    }
  }

  private mutating func add(_ position: Int32, next: Int, link: Int, walked: Int32) {
    let depth = next < 0 ? 0 : steps[next].depth + 1
    steps.append(Step(position: position, next: next, link: link, depth: depth))
    serial += 1
    open.insert(
      Entry(
        shortfall: Int32(clamping: Int64(walked) + Int64(least[Int(position)])), depth: depth, serial: serial,
        step: steps.count - 1, walked: walked))
  }

  /// The first paths, by their first step.
  mutating func first(_ count: Int) -> [(step: Int, shortfall: Int32)] {
    var found: [(step: Int, shortfall: Int32)] = []
    while found.count < count, let entry = open.removeFirst() {
      let position = Int(steps[entry.step].position)
      let ends = entries[position].isEmpty
      if begins[position] { found.append((entry.step, entry.walked)) }
      if ends { continue }
      for link in entries[position] where !isOnWay(Int(link.from), entry.step) {
        add(
          link.from, next: entry.step, link: link.link, walked: Int32(clamping: Int64(entry.walked) + Int64(link.float))
        )
      }
    }
    return found
  }

  /// Whether a walk has been at a position already: where maximal lags lead back.
  private func isOnWay(_ position: Int, _ step: Int) -> Bool {
    if network.blocks.isEmpty { return false }
    var step = step
    while step >= 0 {
      if Int(steps[step].position) == position { return true }
      step = steps[step].next
    }
    return false
  }

  func positions(_ step: Int) -> [Int] { walk(step).map { Int(steps[$0].position) } }
  func links(_ step: Int) -> [Int] { walk(step).map { steps[$0].link }.filter { $0 >= 0 } }

  private func walk(_ step: Int) -> [Int] {
    var walked = [step]
    while let last = walked.last, steps[last].next >= 0 { walked.append(steps[last].next) }
    return walked
  }
}
