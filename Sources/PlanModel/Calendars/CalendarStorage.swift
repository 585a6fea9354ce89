/// The memory behind a compiled calendar: written once, read from any thread, freed with the last copy.
final class CalendarStorage: @unchecked Sendable {
  let tables: CalendarTables

  init(_ calendar: WorkingCalendar, days: ClosedRange<Day>) {
    var patterns = DayPatterns(calendar, days: days)
    let first = days.lowerBound.start.minutes
    var entries: [CalendarTables.DayEntry] = []
    var workDays: [CalendarTables.WorkDayEntry] = []
    entries.reserveCapacity(days.upperBound - days.lowerBound + 2)
    var done: Int32 = 0
    for index in 0...(days.upperBound - days.lowerBound) {
      let pattern = patterns.pattern(ofDay: index)
      entries.append(.init(done: done, pattern: pattern.workBefore))
      if pattern.work > 0 {
        workDays.append(.init(done: done, start: first + Int32(index) * 1440, minutes: pattern.minuteOf - done))
        done += pattern.work
      }
    }
    entries.append(.init(done: done, pattern: 0))

    let shift = Self.bucketShift(workDays: workDays, total: done)
    let buckets = Self.buckets(workDays: workDays, total: done, shift: shift)
    workDays.append(.init(done: done, start: days.upperBound.end.minutes, minutes: 0))

    tables = CalendarTables(
      first: first, last: days.upperBound.end.minutes, total: done, bucketShift: shift,
      days: Self.copy(entries), workBefore: Self.copy(patterns.workBefore), buckets: Self.copy(buckets),
      workDays: Self.copy(workDays), minuteOf: Self.copy(patterns.minuteOf))
  }

  deinit {
    tables.days.deallocate()
    tables.workBefore.deallocate()
    tables.buckets.deallocate()
    tables.workDays.deallocate()
    tables.minuteOf.deallocate()
  }

  /// Buckets no larger than the shortest working day, so that one step suffices, but at most about eight to a day.
  private static func bucketShift(workDays: [CalendarTables.WorkDayEntry], total: Int32) -> Int32 {
    guard !workDays.isEmpty else { return 0 }
    var shortest = total - workDays[workDays.count - 1].done
    for (day, next) in zip(workDays, workDays.dropFirst()) { shortest = min(shortest, next.done - day.done) }
    var shift: Int32 = 0
    while shift < 11, (2 << shift) <= shortest || Int(total >> shift) > 8 * workDays.count { shift += 1 }
    return shift
  }

  private static func buckets(workDays: [CalendarTables.WorkDayEntry], total: Int32, shift: Int32) -> [Int32] {
    var buckets: [Int32] = []
    var index = 0
    for start in stride(from: 0, to: total, by: 1 << shift) {
      while index + 1 < workDays.count, workDays[index + 1].done <= start { index += 1 }
      buckets.append(Int32(index))
    }
    return buckets
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    memory.initialize(from: elements, count: elements.count)
    return UnsafePointer(memory)
  }
}
