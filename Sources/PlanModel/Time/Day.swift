/// A civil day of the proleptic Gregorian calendar.
///
///     let easter = Day(year: 2023, month: 4, day: 9)
///     easter?.weekday            // .sunday
///
/// Days are counted from 1970-01-01, which is day 0; arithmetic is plain integer arithmetic on `number`.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int32

  /// The first and last day that a plan may name.
  public static let earliest = Day(number: -25567)  // 1900-01-01
  /// The last day that a plan may name.
  public static let latest = Day(number: 84370)  // 2200-12-31

  /// The day `number` days after 1970-01-01; days outside the years 1 to 9999 count as the first or the last of them,
  /// so that arithmetic on days cannot overflow.
  public init(number: Int32) {
    self.number = min(max(number, -719_162), 2_932_896)
  }

  /// The day with this year, month (1–12) and day of the month, or nil where the calendar has no such day.
  ///
  /// - Complexity: O(1); Howard Hinnant, "chrono-compatible low-level date algorithms".
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month (1–12) and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// 1 to 9999.
  public var year: Int { civil.year }
  /// 1 for January to 12 for December.
  public var month: Int { civil.month }
  /// 1 to 31.
  public var dayOfMonth: Int { civil.day }

  /// Of the Gregorian calendar, also for days before 1970.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: UInt8((((Int(number) + 3) % 7) + 7) % 7))!
  }

  /// The ISO 8601 week and the year that the week belongs to.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = Day(number: number - Int32(weekday.rawValue) + 3)
    let year = thursday.year
    let firstOfYear = Day(year: year, month: 1, day: 1)!
    return (year, Int(thursday.number - firstOfYear.number) / 7 + 1)
  }

  /// The number of days in a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year of the Gregorian calendar has 366 days.
  public static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  /// The first minute of the day.
  public var start: Instant { Instant(minutes: Int32(clamping: Int64(number) * 1440)) }

  /// The boundary after the last minute of the day: the next day's first minute.
  public var end: Instant { Instant(minutes: Int32(clamping: (Int64(number) + 1) * 1440)) }

  /// A number of days that can be added to any day.
  private static func clamped(_ days: Int) -> Int32 { Int32(min(max(days, -6_000_000), 6_000_000)) }

  /// Earlier is less.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  /// The day so many days later.
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Day.clamped(days)) }
  /// The day so many days earlier.
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - Day.clamped(days)) }
  /// How many days `a` comes after `b`.
  public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2023-04-30`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: UInt8, Hashable, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// The digits of a number, with zeros in front up to a width.
package func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (value < 0 ? "-" : "") + zeros + digits
}
