/// Days that differ from the week: closed, or with hours of their own.
///
///     CalendarException.closed(july3...july28, name: "fellesferie")
///     CalendarException(christmasEve...christmasEve, hours: [WorkPeriod(from: 480, to: 720)])
///
/// An exception decides for the shifts that *start* on its days: a night shift of the day before still ends on the
/// morning of a closed day.
public struct CalendarException: Hashable, Sendable {
  /// The first and the last day, both included.
  public var days: ClosedRange<Day>

  /// The hours of each of the days; none means closed.
  public var hours: [WorkPeriod]

  /// What people call these days, if they have a name.
  public var name: String?

  /// Days with hours of their own; no hours means closed.
  public init(_ days: ClosedRange<Day>, hours: [WorkPeriod], name: String? = nil) {
    self.days = days
    self.hours = hours
    self.name = name
  }

  /// Days on which no shift starts.
  public static func closed(_ days: ClosedRange<Day>, name: String? = nil) -> CalendarException {
    CalendarException(days, hours: [], name: name)
  }
}
