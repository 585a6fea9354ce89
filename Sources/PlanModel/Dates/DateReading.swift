/// What a text was understood as, before it is joined with its words.
struct DateReading {
  var earliest: Day?
  var latest: Day?
  /// The unit the writer named; nil lets the days tell.
  var unit: CalendarUnit?
  var qualifier: DateSpan.Qualifier = .none
  /// The days without work inside a summer or a feast: "before" and "after" it mean before and after these.
  var rest: (first: Day, last: Day)?

  init(_ earliest: Day?, _ latest: Day?) {
    self.earliest = earliest
    self.latest = latest
  }

  /// A unit of the calendar; nil where the calendar has no such unit.
  init?(_ unit: CalendarUnit, _ seasons: SeasonTable = .standard) {
    guard let days = unit.days(seasons) else { return nil }
    self.init(days.first, days.last)
    self.unit = unit
  }

  /// Whether the last day comes before the first.
  var isReversed: Bool {
    guard let earliest, let latest else { return false }
    return latest < earliest
  }
}
