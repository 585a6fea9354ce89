/// A whole minute on the plan's local civil clock.
///
/// There is no zone and no summer time inside a plan. The end of one working period and the start of the next are two
/// instants; an activity occupies the half-open interval from its start to its finish.
public struct Instant: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01T00:00.
  public let minutes: Int32

  /// The moment so many minutes from the beginning of 1970.
  ///
  /// - Parameter minutes: since 1970-01-01T00:00 on the plan's local clock, negative before it.
  public init(minutes: Int32) {
    self.minutes = minutes
  }

  /// The civil day this minute belongs to.
  public var day: Day { Day(number: floorDivide(minutes, 1440)) }

  /// Minutes since midnight, 0 to 1439.
  public var minuteOfDay: Int { Int(minutes - floorDivide(minutes, 1440) * 1440) }

  /// The civil day of something that finishes at this boundary: the day of the minute before it.
  ///
  /// Midnight after 30 November is still "30 November" for a finish.
  public var finishDay: Day { Instant(minutes: minutes &- 1).day }

  /// Earlier is less.
  public static func < (a: Instant, b: Instant) -> Bool { a.minutes < b.minutes }
  /// The moment so much later by the clock.
  public static func + (instant: Instant, time: ElapsedTime) -> Instant {
    Instant(minutes: instant.minutes + time.minutes)
  }
  /// The moment so much earlier by the clock.
  public static func - (instant: Instant, time: ElapsedTime) -> Instant {
    Instant(minutes: instant.minutes - time.minutes)
  }
  /// The time by the clock from `b` to `a`.
  public static func - (a: Instant, b: Instant) -> ElapsedTime { ElapsedTime(minutes: a.minutes - b.minutes) }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 local time: `2023-11-01T08:00`.
  public var description: String {
    "\(day)T\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))"
  }
}

/// Minutes by the clock. It does not add to ``WorkTime``.
public struct ElapsedTime: Hashable, Comparable, Sendable {
  /// Minutes by the clock, 1440 to a day; negative towards the past.
  public let minutes: Int32

  /// So much time.
  ///
  /// - Parameter minutes: by the clock, negative for time towards the past.
  public init(minutes: Int32) {
    self.minutes = minutes
  }

  /// No time at all.
  public static let zero = ElapsedTime(minutes: 0)
  /// Minutes by the clock.
  public static func minutes(_ count: Int) -> ElapsedTime { ElapsedTime(minutes: Int32(count)) }
  /// Hours by the clock.
  public static func hours(_ count: Int) -> ElapsedTime { ElapsedTime(minutes: Int32(count * 60)) }
  /// Days of 24 hours.
  public static func days(_ count: Int) -> ElapsedTime { ElapsedTime(minutes: Int32(count * 1440)) }

  /// Shorter is less; any negative time is less than zero.
  public static func < (a: ElapsedTime, b: ElapsedTime) -> Bool { a.minutes < b.minutes }
  /// Both times one after the other.
  public static func + (a: ElapsedTime, b: ElapsedTime) -> ElapsedTime { ElapsedTime(minutes: a.minutes + b.minutes) }
  /// What `a` is longer than `b`.
  public static func - (a: ElapsedTime, b: ElapsedTime) -> ElapsedTime { ElapsedTime(minutes: a.minutes - b.minutes) }
  /// The same time in the other direction.
  public static prefix func - (a: ElapsedTime) -> ElapsedTime { ElapsedTime(minutes: -a.minutes) }
}

/// Minutes of work on some calendar. It does not add to ``ElapsedTime``.
public struct WorkTime: Hashable, Comparable, Sendable {
  /// Working minutes: how long they take by the clock depends on a calendar.
  public let minutes: Int32

  /// So much work.
  ///
  /// - Parameter minutes: of work, negative for work to be taken back.
  public init(minutes: Int32) {
    self.minutes = minutes
  }

  /// No work at all.
  public static let zero = WorkTime(minutes: 0)
  /// Minutes of work.
  public static func minutes(_ count: Int) -> WorkTime { WorkTime(minutes: Int32(count)) }
  /// Hours of work.
  public static func hours(_ count: Int) -> WorkTime { WorkTime(minutes: Int32(count * 60)) }

  /// Less work is less.
  public static func < (a: WorkTime, b: WorkTime) -> Bool { a.minutes < b.minutes }
  /// Both one after the other.
  public static func + (a: WorkTime, b: WorkTime) -> WorkTime { WorkTime(minutes: a.minutes + b.minutes) }
  /// What `a` is more than `b`.
  public static func - (a: WorkTime, b: WorkTime) -> WorkTime { WorkTime(minutes: a.minutes - b.minutes) }
  /// As much work, taken back instead of added.
  public static prefix func - (a: WorkTime) -> WorkTime { WorkTime(minutes: -a.minutes) }
}

/// Division that rounds towards minus infinity.
@inlinable package func floorDivide(_ a: Int32, _ b: Int32) -> Int32 {
  let quotient = a / b
  return (a % b != 0) && ((a < 0) != (b < 0)) ? quotient - 1 : quotient
}
