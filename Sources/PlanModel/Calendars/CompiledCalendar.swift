/// A working calendar as flat tables, compiled once for a range of days.
///
///     let calendar = CompiledCalendar(.norway)
///     calendar.after(.hours(150), from: mondayInEasterWeek)   // 20 working days later, at 15:30
///
/// `W(t)` is the number of working minutes between the first instant of the range and `t`. All answers follow from it:
/// `after` is its least inverse and `before` its greatest, so that for `w > 0`
///
///     after(w, from: s) <= t   ⇔   s <= before(w, to: t)
///
/// An instant outside the range counts as the nearest end of the range, and an answer that would lie outside is that
/// end: ``earliest`` or ``latest``. The law holds for `earliest < s` and `t < latest`, and at the ends as long as no
/// answer had to be cut; ``canDo(_:from:)`` tells. A calendar without any working time answers with the ends only.
public struct CompiledCalendar: Sendable {
  /// The days the tables cover.
  public let days: ClosedRange<Day>

  private let storage: CalendarStorage

  /// Whether both are one compiled calendar, in the same memory.
  package func isSame(as other: CompiledCalendar) -> Bool { storage === other.storage }

  /// Compiles a calendar for a range of days, cut to the days a plan may name.
  ///
  /// - Complexity: O(days + exceptional days + 1440 · different days).
  public init(_ calendar: WorkingCalendar, days: ClosedRange<Day> = Day.earliest...Day.latest) {
    self.days = days.clamped(to: Day.earliest...Day.latest)
    storage = CalendarStorage(calendar, days: self.days)
  }

  /// The first instant of the range, and the earliest answer.
  public var earliest: Instant { days.lowerBound.start }

  /// The last instant of the range, and the latest answer.
  public var latest: Instant { days.upperBound.end }

  /// The working time of the whole range.
  public var totalWork: WorkTime { WorkTime(minutes: storage.tables.total) }

  /// Whether every minute of the range is working time.
  public var isAroundTheClock: Bool { storage.tables.total == storage.tables.last - storage.tables.first }

  /// Runs `body` with the bare tables, for loops that must not count references; they die with the calendar.
  @inline(__always)
  package func withTables<Result, Failure: Error>(
    _ body: (CalendarTables) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(storage.tables)
  }
}

extension [CompiledCalendar] {
  /// Runs `body` with the bare tables of all calendars, in the same order.
  package func withTables<Result, Failure: Error>(
    _ body: ([CalendarTables]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(map { $0.withTables { $0 } })
  }
}
