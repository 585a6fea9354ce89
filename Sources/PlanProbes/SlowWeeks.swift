import PlanGraph
import PlanModel
import PlanSchedule

/// A week of work by the plainest lists: the work before each of its minutes, and the minutes in which work is done.
///
/// It shares no code with the engine; all weeks are alike.
struct SlowWeek {
  let name: String
  /// By weekday, Monday first: minutes of the day from and to, which may lie after midnight.
  let hours: [[(from: Int, to: Int)]]
  private var before: [Int] = []
  private var minutes: [Int] = []
  private let monday = Int(ProbeNetwork.start.start.minutes)

  init(_ name: String, _ hours: [[(from: Int, to: Int)]]) {
    self.name = name
    self.hours = hours
    var works = [Bool](repeating: false, count: 7 * 1440)
    for (day, periods) in hours.enumerated() {
      for period in periods {
        for minute in period.from..<period.to { works[(day * 1440 + minute) % works.count] = true }
      }
    }
    for (minute, isWork) in works.enumerated() {
      before.append(minutes.count)
      if isWork { minutes.append(minute) }
    }
  }

  /// So many days of the same hours.
  init(_ name: String, days: Int, from: Int, to: Int) {
    self.init(name, (0..<7).map { $0 < days ? [(from, to)] : [] })
  }

  var calendar: WorkingCalendar {
    WorkingCalendar(name: name, week: hours.map { $0.map { WorkPeriod(from: $0.from, to: $0.to) } })
  }

  func work(_ instant: Int) -> Int {
    let week = (Double(instant - monday) / 10080).rounded(.down)
    return Int(week) * minutes.count + before[instant - monday - Int(week) * 10080]
  }

  func start(_ number: Int) -> Int {
    let week = Int((Double(number) / Double(minutes.count)).rounded(.down))
    return monday + week * 10080 + minutes[number - week * minutes.count]
  }

  func lagged(_ lag: Int, _ from: Int) -> Int {
    lag == 0 ? from : lag > 0 ? start(work(from) + lag - 1) + 1 : start(work(from) + lag)
  }

  /// The last instant that the lag brings no later than `to`.
  func unlagged(_ lag: Int, _ to: Int) -> Int {
    lag == 0 ? to : lag > 0 ? start(work(to) - lag) : start(work(to + 1) - lag - 1)
  }
}

/// Early and late dates on several calendars by plain loops over lists of lists, in minutes. All work takes some time.
struct SlowWeeks {
  private(set) var starts: [Int]
  private(set) var finishes: [Int]
  private(set) var lateStarts: [Int]
  private(set) var lateFinishes: [Int]

  init(
    _ network: ProbeNetwork, _ lists: NetworkLists, _ weeks: [SlowWeek], of own: [Int16], ofLags: [Int16],
    floors: [(activity: Int, start: Int32?)]
  ) {
    let count = lists.durations.count
    var entering = [[Int]](repeating: [], count: count)
    var leaving = entering
    for (link, ends) in lists.ends.enumerated() {
      entering[Int(ends.to)].append(link)
      leaving[Int(ends.from)].append(link)
    }
    starts = Array(repeating: Int(ProbeNetwork.start.start.minutes), count: count)
    finishes = starts
    for (activity, start) in floors { starts[activity] = max(starts[activity], start.map(Int.init) ?? Int.min) }
    for activity in network.order.map(Int.init) {
      let (week, work) = (weeks[Int(own[activity])], Int(lists.durations[activity]))
      for link in entering[activity] {
        let (from, lag) = (Int(lists.ends[link].from), Int(lists.lags[link]))
        let leave = lists.kinds[link] == .startToStart ? starts[from] : finishes[from]
        let arrive = weeks[Int(ofLags[link])].lagged(lag, leave)
        let start = lists.kinds[link] == .finishToFinish ? week.start(week.work(arrive) - work) : arrive
        starts[activity] = max(starts[activity], start)
      }
      let number = week.work(starts[activity])
      (starts[activity], finishes[activity]) = (week.start(number), week.start(number + work - 1) + 1)
    }
    let finish = finishes.max() ?? 0
    lateFinishes = Array(repeating: finish, count: count)
    lateStarts = lateFinishes
    for activity in network.order.map(Int.init).reversed() {
      let (week, work) = (weeks[Int(own[activity])], Int(lists.durations[activity]))
      var number = week.work(finish) - work
      for link in leaving[activity] {
        let (to, lag) = (Int(lists.ends[link].to), Int(lists.lags[link]))
        var arrive = lateStarts[to]
        if lists.kinds[link] == .finishToFinish {
          let other = weeks[Int(own[to])]
          arrive = other.start(other.work(arrive) + Int(lists.durations[to]))
        }
        let leave = weeks[Int(ofLags[link])].unlagged(lag, arrive)
        let latest = lists.kinds[link] == .startToStart ? week.work(leave + 1) - 1 : week.work(leave) - work
        number = min(number, latest)
      }
      (lateStarts[activity], lateFinishes[activity]) = (week.start(number), week.start(number + work - 1) + 1)
    }
  }
}
