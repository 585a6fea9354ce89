/// The memory behind a compiled calendar: written once, read from any thread, freed with the last copy.
final class CalendarStorage: @unchecked Sendable {
  let tables: CalendarTables

  init(_ calendar: WorkingCalendar, days range: ClosedRange<Day>) {
    if calendar.neverCloses {
      tables = Self.oneLongDay(from: range.lowerBound.start.minutes, until: range.upperBound.end.minutes)
      return
    }
    var patterns = DayPatterns(calendar, days: range)
    let first = range.lowerBound.start.minutes
    let last = range.upperBound.end.minutes
    let count = range.upperBound - range.lowerBound + 1
    let days = UnsafeMutablePointer<CalendarTables.DayEntry>.allocate(capacity: count + 2)
    let workDays = UnsafeMutablePointer<CalendarTables.WorkDayEntry>.allocate(capacity: count + 1)
    // A range of centuries is walked by bare pointers: this runs before the first answer of every program.
    var done: Int32 = 0
    var working = 0
    var shortest = Int32.max
    var common: DayPatterns.Pattern?
    var isCommon = true
    patterns.forEachDay { index, pattern in
      (days + index).initialize(to: .init(done: done, pattern: pattern.workBefore))
      guard pattern.work > 0 else { return }
      (workDays + working).initialize(
        to: .init(
          done: done, start: first &+ Int32(truncatingIfNeeded: index) &* 1440, minutes: pattern.minuteOf &- done))
      working &+= 1
      if let common { isCommon = isCommon && pattern.minuteOf == common.minuteOf } else { common = pattern }
      done &+= pattern.work
      shortest = min(shortest, pattern.work)
    }
    (days + count).initialize(to: .init(done: done, pattern: 0))
    (days + count + 1).initialize(to: .init(done: done, pattern: 0))
    (workDays + working).initialize(to: .init(done: done, start: last, minutes: 0))

    // The same layout on every working day, and no break in it.
    var (opening, length): (Int32, Int32) = (0, 0)
    if isCommon, let common {
      let (from, to) = (Int(common.minuteOf), Int(common.minuteOf + common.work - 1))
      opening = Int32(patterns.minuteOf[from])
      if Int32(patterns.minuteOf[to]) - opening == common.work - 1 { length = common.work }
    }
    if length > 0 {
      // Then an instant is one addition away from the number of its minute.
      for day in 0..<working {
        workDays[day] = .init(
          done: workDays[day].done, start: workDays[day].start,
          minutes: workDays[day].start &+ opening &- workDays[day].done)
      }
    }
    let shift = Self.bucketShift(workDays: working, shortest: shortest, total: done)
    tables = CalendarTables(
      first: first, last: last, total: done, bucketShift: shift, opening: opening, length: length,
      reciprocal: length > 0 ? (1 << 40) / UInt64(length) + 1 : 0, dayReciprocal: (1 << 40) / 1440 + 1,
      days: UnsafePointer(days), workBefore: Self.copy(patterns.workBefore),
      buckets: Self.buckets(workDays: workDays, count: working, total: length > 0 ? 0 : done, shift: shift),
      workDays: UnsafePointer(workDays), minuteOf: Self.copy(patterns.minuteOf))
  }

  /// The tables where every minute is working time: nearly every plan has such a calendar, and it should cost nothing.
  private static func oneLongDay(from first: Int32, until last: Int32) -> CalendarTables {
    let total = last - first
    return CalendarTables(
      first: first, last: last, total: total, bucketShift: 0, opening: 0, length: total, reciprocal: 0,
      dayReciprocal: 0,
      days: copy([.init(done: 0, pattern: 0), .init(done: total, pattern: 0)]), workBefore: copy([]), buckets: copy([]),
      workDays: copy([.init(done: 0, start: first, minutes: first), .init(done: total, start: last, minutes: 0)]),
      minuteOf: copy([]))
  }

  deinit {
    tables.days.deallocate()
    tables.workBefore.deallocate()
    tables.buckets.deallocate()
    tables.workDays.deallocate()
    tables.minuteOf.deallocate()
  }

  /// Buckets no larger than the shortest working day, so that one step suffices, but at most about eight to a day.
  private static func bucketShift(workDays: Int, shortest: Int32, total: Int32) -> Int32 {
    guard workDays > 0 else { return 0 }
    var shift: Int32 = 0
    while shift < 11, (2 << shift) <= shortest || Int(total >> shift) > 8 * workDays { shift += 1 }
    return shift
  }

  /// For each bucket of work, the working day in which it begins.
  private static func buckets(
    workDays: UnsafeMutablePointer<CalendarTables.WorkDayEntry>, count: Int, total: Int32, shift: Int32
  ) -> UnsafePointer<Int32> {
    let size = (Int(total) + (1 << Int(shift)) - 1) >> Int(shift)
    let buckets = UnsafeMutablePointer<Int32>.allocate(capacity: max(size, 1))
    // Day by day: the buckets that begin before the next working day does.
    var bucket = 0
    for day in 0..<count {
      let end = Int(workDays[day + 1].done)
      while bucket < size, bucket << Int(shift) < end {
        (buckets + bucket).initialize(to: Int32(truncatingIfNeeded: day))
        bucket &+= 1
      }
    }
    return UnsafePointer(buckets)
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    memory.initialize(from: elements, count: elements.count)
    return UnsafePointer(memory)
  }
}

extension WorkingCalendar {
  /// Whether every minute of every week is working time, as it is written down.
  fileprivate var neverCloses: Bool {
    holidays == nil && exceptions.isEmpty && week.count == 7
      && week.allSatisfy { WorkPeriod.normalised($0) == [.wholeDay] }
  }
}
