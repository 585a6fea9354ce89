/// When an event, such as a go-live, may happen; apart from the calendars of work.
///
///     let golive = EventWindow(name: "golive", weekdays: [.saturday, .sunday], frozen: [december15...january5])
///
/// A day is open when it is one of the weekdays, lies in one of the open spans, and in no frozen one.
public struct EventWindow: Hashable, Sendable {
  /// What the plan calls it.
  public var name: String

  /// The days of the week that are open; nil for all.
  public var weekdays: Set<Weekday>?

  /// The spans of days outside of which nothing is open; nil for no such limit.
  public var open: [ClosedRange<Day>]?

  /// Freezes: spans of days in which nothing is open.
  public var frozen: [ClosedRange<Day>]

  /// A window open on all days, but for what is given: some weekdays, some spans, and none of the frozen days.
  public init(
    name: String, weekdays: Set<Weekday>? = nil, open: [ClosedRange<Day>]? = nil, frozen: [ClosedRange<Day>] = []
  ) {
    self.name = name
    self.weekdays = weekdays
    self.open = open
    self.frozen = frozen
  }
}
