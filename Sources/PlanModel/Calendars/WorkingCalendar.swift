/// When work can happen, as a plan says it: hours of the week, holidays, and exceptions from both.
///
///     var oslo = WorkingCalendar.norway
///     oslo.name = "oslo"
///     oslo.exceptions = [.closed(july3...july28, name: "fellesferie")]
///     let calendar = CompiledCalendar(oslo)
///
/// This is the definition; ``CompiledCalendar`` counts with it. For each day the last exception that names it decides,
/// then the holidays (closed), then the week.
public struct WorkingCalendar: Hashable, Sendable {
  /// What the plan calls it.
  public var name: String

  /// The hours of the seven days of the week, Monday first; a day without periods is closed.
  public var week: [[WorkPeriod]]

  /// The public holidays, if the calendar keeps any.
  public var holidays: HolidaySet?

  /// Days that differ; later ones win, and all of them win over holidays.
  public var exceptions: [CalendarException]

  /// A calendar as it is given, sound or not; ``problems(in:)`` tells what compiling makes of it.
  ///
  /// - Parameter week: seven days, Monday first; missing days are closed, further ones ignored.
  public init(
    name: String, week: [[WorkPeriod]], holidays: HolidaySet? = nil, exceptions: [CalendarException] = []
  ) {
    self.name = name
    self.week = week
    self.holidays = holidays
    self.exceptions = exceptions
  }

  /// Every minute of every day.
  public static let aroundTheClock = WorkingCalendar(name: "24h", week: Array(repeating: [.wholeDay], count: 7))

  /// Monday to Friday, 08:00–16:00, no holidays.
  public static let weekdays = WorkingCalendar(
    name: "weekdays", week: mondayToFriday(WorkPeriod(from: 8 * 60, to: 16 * 60)))

  /// Monday to Friday, 08:00–15:30 (7.5 hours), closed on the public holidays of Norway.
  public static let norway = WorkingCalendar(
    name: "norway", week: mondayToFriday(WorkPeriod(from: 8 * 60, to: 15 * 60 + 30)), holidays: .norway)

  private static func mondayToFriday(_ period: WorkPeriod) -> [[WorkPeriod]] {
    Array(repeating: [period], count: 5) + [[], []]
  }
}
