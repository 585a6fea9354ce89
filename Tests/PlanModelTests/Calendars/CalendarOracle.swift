import PlanModel

/// Counts the working minutes of a calendar one by one, straight from its definition.
struct CalendarOracle {
  let first: Int32
  let last: Int32
  /// `W(t)` for every instant of the range, from the first.
  private(set) var work: [Int32] = [0]
  /// `min { t : W(t) >= v }` for every amount of work.
  private(set) var firstReaching: [Int32]
  /// `max { s : W(s) <= v }` for every amount of work.
  private(set) var lastWithin: [Int32]

  init(_ calendar: WorkingCalendar, days: ClosedRange<Day>) {
    first = days.lowerBound.start.minutes
    last = days.upperBound.end.minutes
    for day in days.lowerBound.number...days.upperBound.number {
      let today = Self.hours(calendar, on: Day(number: day))
      let yesterday = Self.hours(calendar, on: Day(number: day - 1))
      for minute in 0..<1440 {
        let works =
          today.contains { $0.from <= minute && minute < $0.to }
          || yesterday.contains { $0.from <= minute + 1440 && minute + 1440 < $0.to }
        work.append(work.last! + (works ? 1 : 0))
      }
    }
    firstReaching = Array(repeating: .max, count: Int(work.last!) + 1)
    lastWithin = Array(repeating: last, count: Int(work.last!) + 1)
    for instant in (first...last).reversed() { firstReaching[Int(work[Int(instant - first)])] = instant }
    for instant in first...last { lastWithin[Int(work[Int(instant - first)])] = instant }
  }

  var total: Int32 { work.last! }

  func work(until instant: Int32) -> Int32 { work[Int(min(max(instant, first), last) - first)] }

  func after(_ amount: Int32, from: Int32) -> Int32 {
    if amount == 0 { return from }
    let wanted = Int(work(until: from)) + Int(amount)
    return wanted < firstReaching.count ? firstReaching[wanted] : last
  }

  func before(_ amount: Int32, to: Int32) -> Int32 {
    if amount == 0 { return to }
    let wanted = Int(work(until: to)) - Int(amount)
    return wanted >= 0 ? lastWithin[wanted] : first
  }

  func lagged(_ lag: Int32, from: Int32) -> Int32 { lag < 0 ? before(-lag, to: from) : after(lag, from: from) }

  /// The shifts that start on a day.
  private static func hours(_ calendar: WorkingCalendar, on day: Day) -> [WorkPeriod] {
    if let exception = calendar.exceptions.last(where: { $0.days.contains(day) }) { return exception.hours }
    if let holidays = calendar.holidays, holidays.holidays(in: day.year).contains(where: { $0.day == day }) {
      return []
    }
    return calendar.week[Int(day.weekday.rawValue)]
  }
}

/// Splitmix64, so that a seed in a failure brings the same calendar back.
struct CalendarDice: RandomNumberGenerator {
  var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func one(in hundred: Int) -> Bool { Int.random(in: 0..<100, using: &self) < hundred }

  mutating func periods() -> [WorkPeriod] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in
      // Coarse and fine edges, so that some touch, some overlap, and some last a minute.
      let step = one(in: 70) ? 60 : 1
      let from = Int.random(in: 0..<(1440 / step), using: &self) * step
      return WorkPeriod(from: from, to: min(from + Int.random(in: 1...(1080 / step), using: &self) * step, 2880))
    }
  }

  /// A calendar with night shifts, overlaps, holidays and exceptions near these days; now and then without any work.
  mutating func calendar(near days: ClosedRange<Day>) -> WorkingCalendar {
    func day() -> Day { days.lowerBound + Int.random(in: -2...(days.upperBound - days.lowerBound + 2), using: &self) }
    var calendar = WorkingCalendar(name: "random", week: (0..<7).map { _ in one(in: 70) ? periods() : [] })
    if one(in: 30) { calendar.holidays = .norway }
    if one(in: 20) { calendar.holidays = .days(name: "own", (0..<3).map { _ in day() }) }
    for _ in 0..<Int.random(in: 0...3, using: &self) {
      let (a, b) = (day(), day())
      let span = min(a, b)...max(a, b)
      calendar.exceptions.append(one(in: 50) ? .closed(span) : CalendarException(span, hours: periods()))
    }
    return calendar
  }
}
