public import PlanModel

/// How late everything may be for some named milestones, one by one.
///
///     let floats = Floats(schedule, to: ["bergen", "oslo"])
///     floats["pour", to: "oslo"]?.first?.total
///
/// Only the named end counts: deadlines and the ends of projects bind nothing here.
///
/// - Complexity: O(activities and links before the end), for each end and reading.
public struct Floats: Sendable {
  /// How late an activity may be for one end.
  public struct ToEnd: Hashable, Sendable {
    /// Nil once it has started.
    public let lateStart: Instant?
    /// The latest finish that does not move the end, from the link or the end itself that is tightest.
    public let lateFinish: Instant
    /// Working time on its own calendar by which it may be later without moving the end.
    public let total: WorkTime
  }

  /// The ends that the plan has, in the order asked for.
  public let ends: [ActivityID]
  private let schedule: Schedule
  private let first: [BeforeEnd]
  private let last: [BeforeEnd]

  /// Sweeps back from each end; names that the plan does not have are left out.
  public init(_ schedule: Schedule, to ends: [ActivityID]) {
    let network = schedule.network
    let known = ends.compactMap { id in network.plan.index(of: id).map { (id, network.position($0)) } }
    self.ends = known.map(\.0)
    self.schedule = schedule
    let positions = known.map(\.1)
    first = BeforeEnd.sweep(network, schedule.first, positions)
    last = network.lastFloor == nil ? first : BeforeEnd.sweep(network, schedule.last, positions)
  }

  /// The float of an activity to an end, in both readings; nil where no path leads there, or it is done.
  ///
  /// - Complexity: O(log activities).
  public subscript(id: ActivityID, to end: ActivityID) -> Readings<ToEnd?>? {
    guard let place = ends.firstIndex(of: end), let index = schedule.network.plan.index(of: id) else { return nil }
    let position = schedule.network.position(index)
    let (first, last) = (
      float(position, first[place], schedule.first), float(position, last[place], schedule.last)
    )
    return first == nil && last == nil ? nil : Readings(first: first, last: last)
  }

  private func float(_ position: Int, _ before: BeforeEnd, _ early: EarlyDates) -> ToEnd? {
    guard let dates = before.dates(position) else { return nil }
    let network = schedule.network
    let calendar = network.calendars[Int(network.calendar[position])]
    func work(_ from: Int32, _ to: Int32) -> WorkTime {
      calendar.work(from: Instant(minutes: from), to: Instant(minutes: to))
    }
    let start = dates.start.map { work(early.start(position), $0) }
    let finish = work(early.finish(position), dates.finish)
    let total =
      switch network.rules.float {
      case .start: start ?? finish
      case .finish: finish
      case .smallest: min(start ?? finish, finish)
      }
    return ToEnd(
      lateStart: dates.start.map(Instant.init(minutes:)), lateFinish: Instant(minutes: dates.finish), total: total)
  }
}

/// The late dates of everything before one end.
struct BeforeEnd: Sendable {
  /// Ascending.
  let positions: [Int32]
  private let starts: [Int32]
  private let finishes: [Int32]

  /// The late dates of a position; nil where no path leads from it to the end, or it is done.
  func dates(_ position: Int) -> (start: Int32?, finish: Int32)? {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    guard low < positions.count, positions[low] == position, finishes[low] != noLimit else { return nil }
    return (starts[low] == noLimit ? nil : starts[low], finishes[low])
  }

  /// By row, with no limit for everything that is not before the end.
  func rows(count: Int) -> [Int32] {
    var rows = [Int32](repeating: noLimit, count: 2 * count)
    for (place, position) in positions.enumerated() {
      rows[2 * Int(position)] = starts[place]
      rows[2 * Int(position) + 1] = finishes[place]
    }
    return rows
  }

  /// One backward sweep for each end, over what leads to it.
  static func sweep(_ network: Network, _ early: EarlyDates, _ ends: [Int]) -> [BeforeEnd] {
    var rows = [Int32](repeating: noLimit, count: 2 * network.count)
    return network.calendars.withTables { tables in
      let pass = BackwardPass(network, early, deadlines: false, scope: nil, tables)
      return ends.map { end in
        let positions = network.ancestors(of: end)
        pass.run(before: positions, &rows) { $0 == end ? early.finish(end) : noLimit }
        let before = BeforeEnd(
          positions: positions, starts: positions.map { rows[2 * Int($0)] },
          finishes: positions.map { rows[2 * Int($0) + 1] })
        for position in positions {
          rows[2 * Int(position)] = noLimit
          rows[2 * Int(position) + 1] = noLimit
        }
        return before
      }
    }
  }
}

extension BackwardPass {
  /// Sweeps back over some positions, ascending, that hold all of a block or nothing of it.
  fileprivate func run(before positions: [Int32], _ rows: inout [Int32], anchor: (Int) -> Int32) {
    var last = positions.count - 1
    while last >= 0 {
      let position = Int(positions[last])
      guard let block = network.block(at: position) else {
        run(over: CollectionOfOne(position), &rows, anchor: anchor)
        last -= 1
        continue
      }
      settle(block, &rows, anchor: anchor)
      last -= block.positions.count
    }
  }
}

extension Network {
  /// A position and all from which hard links lead to it, ascending; of what maximal lags tie together, all. O(of them
  /// and their links).
  func ancestors(of position: Int) -> [Int32] {
    var found: [Int32] = []
    var seen: Set<Int32> = []
    func add(_ position: Int32) {
      let block = block(at: Int(position))?.positions ?? Int(position)..<Int(position) + 1
      for member in block where seen.insert(Int32(member)).inserted { found.append(Int32(member)) }
    }
    add(Int32(position))
    var next = 0
    while next < found.count {
      let place = Int(found[next])
      next += 1
      for arc in Int(startArcs[place])..<Int(startArcs[place + 1]) { add(arcs[arc].row / 2) }
    }
    return found.sorted()
  }
}
