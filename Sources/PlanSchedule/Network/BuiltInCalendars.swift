import PlanModel

/// The calendars that every plan has, compiled once: lowering a small plan must not cost a walk over 300 years.
enum BuiltInCalendars {
  private static let aroundTheClock = CompiledCalendar(.aroundTheClock)
  private static let weekdays = CompiledCalendar(.weekdays)
  private static let norway = CompiledCalendar(.norway)

  /// The compiled calendar of a definition that is exactly a built-in one.
  static func compiled(_ calendar: WorkingCalendar) -> CompiledCalendar? {
    if calendar == .aroundTheClock { return aroundTheClock }
    if calendar == .weekdays { return weekdays }
    return calendar == .norway ? norway : nil
  }
}
