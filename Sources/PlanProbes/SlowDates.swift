import PlanGraph
import PlanModel

/// Early and late dates by the plainest loops there are, over lists of lists and in whole units from the first day.
///
/// It shares no code with the engine. On one calendar for all work and all lags, a date in units of work is a date.
struct SlowDates {
  private(set) var starts: [Int]
  private(set) var finishes: [Int]
  private(set) var lateStarts: [Int]
  private(set) var lateFinishes: [Int]
  /// The latest of all finishes, which late dates are to.
  let finish: Int

  init(_ network: ProbeNetwork) {
    let count = network.durations.count
    var entering = [[Int]](repeating: [], count: count)
    var leaving = entering
    for (link, ends) in network.ends.enumerated() {
      entering[Int(ends.to)].append(link)
      leaving[Int(ends.from)].append(link)
    }
    starts = Array(repeating: 0, count: count)
    finishes = starts
    for activity in network.order.map(Int.init) {
      let duration = Int(network.durations[activity])
      for link in entering[activity] {
        let from = Int(network.ends[link].from)
        let leave = (network.kinds[link] == .startToStart ? starts[from] : finishes[from]) + Int(network.lags[link])
        starts[activity] = max(starts[activity], network.kinds[link] == .finishToFinish ? leave - duration : leave)
      }
      finishes[activity] = starts[activity] + duration
    }
    finish = finishes.max() ?? 0
    lateFinishes = Array(repeating: finish, count: count)
    lateStarts = lateFinishes
    for activity in network.order.map(Int.init).reversed() {
      let duration = Int(network.durations[activity])
      var start = finish - duration
      for link in leaving[activity] {
        let to = Int(network.ends[link].to)
        let arrive = network.kinds[link] == .finishToFinish ? lateFinishes[to] : lateStarts[to]
        let leave = arrive - Int(network.lags[link])
        start = min(start, network.kinds[link] == .startToStart ? leave : leave - duration)
      }
      lateStarts[activity] = start
      lateFinishes[activity] = start + duration
    }
  }
}

/// The working minutes of a week of five days from eight to four, one after the other from the start of the networks.
struct FiveDayMinutes {
  /// The instant at which each begins.
  private(set) var starts: [Int32] = []

  init(units: Int) {
    var day = ProbeNetwork.start
    while starts.count < units {
      if day.weekday != .saturday, day.weekday != .sunday {
        for minute in 480..<960 { starts.append(day.start.minutes + Int32(minute)) }
      }
      day = day + 1
    }
  }

  /// How many begin before an instant.
  func count(before instant: Int32) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
