import PlanModel

/// A calendar as one flag for each minute.
struct MinuteCalendar: Sendable {
  static let origin = (dayZero - 60).start.minutes
  static let length = 240 * 1440
  static let end = origin + Int32(length)
  /// Working minutes before each minute.
  let done: [Int32]
  /// For each minute the first at or after it in which work is possible.
  let opening: [Int32]

  init(_ calendar: WorkingCalendar) {
    var done: [Int32] = [0]
    done.reserveCapacity(MinuteCalendar.length + 1)
    for number in 0..<MinuteCalendar.length / 1440 {
      let day = dayZero - 60 + number
      let (today, yesterday) = (MinuteCalendar.hours(calendar, day), MinuteCalendar.hours(calendar, day - 1))
      var works = [Int32](repeating: 0, count: 1440)
      for period in today { for minute in period.from..<min(period.to, 1440) { works[minute] = 1 } }
      for period in yesterday where period.to > 1440 { for minute in 0..<(period.to - 1440) { works[minute] = 1 } }
      for minute in works { done.append(done[done.count - 1] + minute) }
    }
    self.done = done
    var opening = [Int32](repeating: MinuteCalendar.end, count: done.count)
    for minute in (0..<MinuteCalendar.length).reversed() {
      opening[minute] = done[minute + 1] > done[minute] ? MinuteCalendar.origin + Int32(minute) : opening[minute + 1]
    }
    self.opening = opening
  }

  private static func hours(_ calendar: WorkingCalendar, _ day: Day) -> [WorkPeriod] {
    if let exception = calendar.exceptions.last(where: { $0.days.contains(day) }) { return exception.hours }
    if let holidays = calendar.holidays, holidays.holidays(in: day.year).contains(where: { $0.day == day }) {
      return []
    }
    return calendar.week[Int(day.weekday.rawValue)]
  }

  func work(_ t: Int32) -> Int32 { done[Int(t - MinuteCalendar.origin)] }
  func closes(_ t: Int32) -> Bool { work(t) > work(t - 1) }
  /// The first instant from `t` on at which work is possible.
  func opening(_ t: Int32) -> Int32 { opening[Int(t - MinuteCalendar.origin)] }

  /// The first instant by which the work is done.
  func after(_ amount: Int32, _ from: Int32) -> Int32 {
    amount == 0 ? from : firstInstant(from, MinuteCalendar.end) { work($0) >= work(from) + amount }
  }

  func lagged(_ lag: Int32, _ from: Int32) -> Int32 {
    if lag >= 0 { return after(lag, from) }
    return lastInstant(MinuteCalendar.origin, from) { work($0) <= work(from) + lag }
  }
}

/// The first instant of a range for which something holds that holds ever after; the end where it never does.
func firstInstant(_ from: Int32, _ to: Int32, where holds: (Int32) -> Bool) -> Int32 {
  var (low, high) = (from, to)
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

/// The last instant of a range for which something holds that held ever before; the start where it never does.
func lastInstant(_ from: Int32, _ to: Int32, where holds: (Int32) -> Bool) -> Int32 {
  firstInstant(from, to) { $0 == to || !holds($0 + 1) }
}
