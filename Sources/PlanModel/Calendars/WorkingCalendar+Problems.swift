/// Something in the definition of a calendar that its author should know about.
///
/// None of them stops a calendar from being compiled: each case says what compiling makes of it.
public enum CalendarProblem: Hashable, Sendable {
  /// Where in the definition a period stands.
  public enum Place: Hashable, Sendable {
    /// In the hours of a day of the week.
    case week(Weekday)
    /// In the exception with this number, counted from zero.
    case exception(Int)
  }

  /// The week has not seven days; missing days are closed, further ones ignored.
  case weekLength(Int)
  /// The period ends before it starts, or at its start; it is left out.
  case reversed(WorkPeriod, at: Place)
  /// The period starts before midnight or after the day, and is left out, or ends after the next day, and is cut there.
  case outsideDay(WorkPeriod, at: Place)
  /// Two periods of one day share minutes, which count once.
  case overlapping(WorkPeriod, WorkPeriod, at: Place)
  /// The exception with this number names no day of the range, so that it changes nothing.
  case exceptionOutside(Int)
  /// The calendar has no working minute in the range; every answer lies at an end of it.
  case noWork
}

extension WorkingCalendar {
  /// All that is wrong with the definition, for a range of days; empty for a sound calendar.
  ///
  ///     calendar.problems().contains(.noWork)
  ///
  /// - Complexity: that of compiling the calendar.
  public func problems(in days: ClosedRange<Day> = Day.earliest...Day.latest) -> [CalendarProblem] {
    var problems: [CalendarProblem] = []
    if week.count != 7 { problems.append(.weekLength(week.count)) }
    for (weekday, periods) in zip(Weekday.allCases, week) {
      problems += Self.problems(of: periods, at: .week(weekday))
    }
    for (index, exception) in exceptions.enumerated() {
      problems += Self.problems(of: exception.hours, at: .exception(index))
      if !exception.days.overlaps(days) { problems.append(.exceptionOutside(index)) }
    }
    if CompiledCalendar(self, days: days).totalWork == .zero { problems.append(.noWork) }
    return problems
  }

  private static func problems(of periods: [WorkPeriod], at place: CalendarProblem.Place) -> [CalendarProblem] {
    var problems: [CalendarProblem] = []
    var sound: [WorkPeriod] = []
    for period in periods {
      if period.to <= period.from {
        problems.append(.reversed(period, at: place))
      } else if !(0..<1440).contains(period.from) || period.to > 2880 {
        problems.append(.outsideDay(period, at: place))
      } else {
        sound.append(period)
      }
    }
    sound.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    var reaching: WorkPeriod?  // the period that reaches furthest so far
    for period in sound {
      if let earlier = reaching, period.from < earlier.to {
        problems.append(.overlapping(earlier, period, at: place))
      }
      if period.to > reaching?.to ?? 0 { reaching = period }
    }
    return problems
  }
}
