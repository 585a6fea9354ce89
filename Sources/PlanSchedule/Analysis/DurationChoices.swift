import PlanModel

/// Choices of extreme durations, tried one after the other, and the range of what comes out.
struct DurationChoices {
  /// The range of one activity so far.
  struct Found {
    var starts: ClosedRange<Int32>
    var finishes: ClosedRange<Int32>
    var lateStarts: ClosedRange<Int32>
    var floats: ClosedRange<Int32>

    var activity: IntervalDates.Activity {
      func instants(_ range: ClosedRange<Int32>) -> Bounds<Instant> {
        Bounds(Instant(minutes: range.lowerBound), Instant(minutes: range.upperBound))
      }
      return IntervalDates.Activity(
        earlyStart: instants(starts), earlyFinish: instants(finishes), lateStart: instants(lateStarts),
        totalFloat: Bounds(WorkTime(minutes: floats.lowerBound), WorkTime(minutes: floats.upperBound)))
    }
  }

  private(set) var found: [Found?]
  private(set) var finish: Bounds<Instant>?
  let isComplete: Bool
  private var network: Network
  private let reading: Reading
  private let low: [Int32]
  private let high: [Int32]

  init(_ network: Network, _ dates: Reading.Dates, limit: Int) {
    self.network = network
    reading = Reading(dates: dates, durations: .likely)
    (low, high) = (network.lowDuration ?? network.duration, network.highDuration ?? network.duration)
    found = Array(repeating: nil, count: network.count)
    let (low, high) = (self.low, self.high)
    let open = (0..<network.count).filter { low[$0] != high[$0] }
    isComplete = open.count < 62 && 1 << open.count <= max(1, limit)
    if isComplete {
      for choice in 0..<(1 << open.count) {
        var durations = low
        for (bit, position) in open.enumerated() where choice >> bit & 1 == 1 { durations[position] = high[position] }
        _ = look(durations)
      }
    } else {
      tryTelling(limit)
      if network.isPlainlyLinked && network.hasOnlyFloors { widenFloats() }
    }
  }

  /// The largest floats, which need no choices to be tried.
  private mutating func widenFloats() {
    let (network, low, high) = (self.network, self.low, self.high)
    network.calendars.withTables { tables in
      let largest = LargestFloats(network, reading, low: low, high: high, tables)
      for position in 0..<network.count {
        guard let known = found[position] else { continue }
        found[position]?.floats = known.floats.including(Int32(clamping: largest.largest(position)))
      }
    }
  }

  /// All short, all long, and for each activity the paths that decide its float.
  private mutating func tryTelling(_ limit: Int) {
    _ = look(low)
    let early = look(high)
    var left = limit - 2
    for position in 0..<network.count {
      if left < 2 { break }
      left -= 2
      let chain = network.drivingChain(through: position, early)
      var (on, off) = (low, high)
      for member in chain {
        on[member] = high[member]
        off[member] = low[member]
      }
      _ = look(on)
      _ = look(off)
    }
  }

  private mutating func look(_ durations: [Int32]) -> EarlyDates {
    network.setDurations(durations)
    let early = EarlyDates(network, reading)
    let scheduled = (0..<network.count).filter { network.special(at: $0)?.isLeftOut != true }
    guard let end = scheduled.map({ early.finish($0) }).max() else { return early }
    let finish = Instant(minutes: end)
    self.finish = Bounds(min(self.finish?.lower ?? finish, finish), max(self.finish?.upper ?? finish, finish))
    let late = LateDates(network, early, anchors: Array(repeating: end, count: network.count), deadlines: false)
    for position in scheduled {
      guard let lateStart = late.start(position) else { continue }
      let (start, finish) = (early.start(position), early.finish(position))
      let calendar = network.calendars[Int(network.calendar[position])]
      let float = calendar.work(from: Instant(minutes: start), to: Instant(minutes: lateStart)).minutes
      guard let known = found[position] else {
        found[position] = Found(
          starts: start...start, finishes: finish...finish, lateStarts: lateStart...lateStart, floats: float...float)
        continue
      }
      found[position] = Found(
        starts: known.starts.including(start), finishes: known.finishes.including(finish),
        lateStarts: known.lateStarts.including(lateStart), floats: known.floats.including(float))
    }
    return early
  }
}

extension ClosedRange<Int32> {
  fileprivate func including(_ value: Int32) -> ClosedRange {
    Swift.min(lowerBound, value)...Swift.max(upperBound, value)
  }
}

extension Network {
  /// Gives all positions other likely durations, and the links that run on a share of them other lags.
  fileprivate mutating func setDurations(_ durations: [Int32]) {
    duration = durations
    updatePercentLags(percentArcs)
  }

  /// A chain of driving links to a position, and on by links as tight as possible.
  fileprivate func drivingChain(through position: Int, _ early: EarlyDates) -> [Int] {
    var chain = [position]
    var at = position
    while let arc = drivingArcs(of: at, early).first {
      at = Int(arcs[arc].row) / 2
      chain.append(at)
    }
    at = position
    while let next = leaving[Int(leavingStart[at])..<Int(leavingStart[at + 1])]
      .map({ (early.linkBounds[Int($0.arc)] &- early.start(Int($0.to)), Int($0.to)) })
      .max(by: { $0.0 < $1.0 })?.1
    {
      at = next
      chain.append(at)
    }
    return chain
  }
}
