/// The different days of a calendar, each laid out minute by minute once.
///
/// A day's minutes come from its own hours and from the shifts of the day before that run past midnight. There are few
/// such pairs, so a range of centuries shares a handful of layouts.
struct DayPatterns {
  /// Where a layout stands in the two arrays, and how many minutes of work it has.
  struct Pattern {
    var work: Int32
    var workBefore: Int32
    var minuteOf: Int32
  }

  /// 1440 entries for each layout: the work of the day before that minute.
  private(set) var workBefore: [Int16] = []
  /// One entry for each working minute of each layout: the minute of the day.
  private(set) var minuteOf: [Int16] = []

  private var hours: [[WorkPeriod]] = [[]]  // normalised; number 0 is a closed day
  private var hoursOfDay: [Int32] = []  // number of the hours of each day, the day before the range first

  init(_ calendar: WorkingCalendar, days: ClosedRange<Day>) {
    var numbers: [[WorkPeriod]: Int32] = [[]: 0]
    func number(_ periods: [WorkPeriod]) -> Int32 {
      let normal = WorkPeriod.normalised(periods)
      if let number = numbers[normal] { return number }
      hours.append(normal)
      numbers[normal] = Int32(hours.count - 1)
      return Int32(hours.count - 1)
    }

    let dayBefore = days.lowerBound - 1
    let week = (0..<7).map { $0 < calendar.week.count ? number(calendar.week[$0]) : 0 }
    let monday = Int(dayBefore.weekday.rawValue)
    let count = days.upperBound - dayBefore + 1
    hoursOfDay = Array(unsafeUninitializedCapacity: count) { memory, filled in
      week.withUnsafeBufferPointer { week in
        var weekday = monday
        for index in 0..<count {
          memory.initializeElement(at: index, to: week[weekday])
          weekday = weekday == 6 ? 0 : weekday &+ 1
        }
      }
      filled = count
    }
    for holiday in calendar.holidays?.days(in: dayBefore...days.upperBound) ?? [] {
      hoursOfDay[holiday - dayBefore] = 0
    }
    for exception in calendar.exceptions where exception.days.overlaps(dayBefore...days.upperBound) {
      let inside = exception.days.clamped(to: dayBefore...days.upperBound)
      let own = number(exception.hours)
      for index in (inside.lowerBound - dayBefore)...(inside.upperBound - dayBefore) { hoursOfDay[index] = own }
    }
  }

  /// Visits the layouts of the days of the range, counted from its first.
  mutating func forEachDay(_ body: (_ index: Int, _ pattern: Pattern) -> Void) {
    let runsOver = hours.map { ($0.last?.to ?? 0) > 1440 }
    // Mostly no shift runs over from the day before: those layouts stand in a list, the others by both days' hours.
    var plain = [Pattern?](repeating: nil, count: hours.count)
    var mixed: [Int: Pattern] = [:]
    let hoursOfDay = hoursOfDay
    for index in 0..<(hoursOfDay.count - 1) {
      let own = Int(hoursOfDay[index + 1])
      let before = Int(hoursOfDay[index])
      let pattern: Pattern
      if runsOver[before] {
        let key = own * hours.count + before
        pattern = mixed[key] ?? layOut(own: hours[own], dayBefore: hours[before])
        mixed[key] = pattern
      } else if let known = plain[own] {
        pattern = known
      } else {
        pattern = layOut(own: hours[own], dayBefore: [])
        plain[own] = pattern
      }
      body(index, pattern)
    }
  }

  private mutating func layOut(own: [WorkPeriod], dayBefore: [WorkPeriod]) -> Pattern {
    var works = [Bool](repeating: false, count: 1440)
    for period in own {
      for minute in period.from..<min(period.to, 1440) { works[minute] = true }
    }
    for period in dayBefore where period.to > 1440 {
      for minute in 0..<(period.to - 1440) { works[minute] = true }
    }
    let starts = (workBefore.count, minuteOf.count)
    for minute in 0..<1440 {
      workBefore.append(Int16(minuteOf.count - starts.1))
      if works[minute] { minuteOf.append(Int16(minute)) }
    }
    return Pattern(
      work: Int32(minuteOf.count - starts.1), workBefore: Int32(starts.0), minuteOf: Int32(starts.1))
  }
}
