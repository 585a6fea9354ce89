/// A stretch of days that has a name of its own, so that a date can be printed in the precision it had.
package enum CalendarUnit: Hashable, Sendable {
  package enum Part: UInt8, Hashable, Sendable, CaseIterable {
    case first, middle, last
  }

  case day(Day)
  case week(year: Int, Int)
  /// Days 1–10, 11–20 and 21–end of a month.
  case monthPart(year: Int, month: Int, Part)
  case month(year: Int, Int)
  case quarter(year: Int, Int)
  case tertial(year: Int, Int)
  case half(year: Int, Int)
  case season(year: Int, Season)
  case year(Int)
  case decade(Int)
  case century(Int)

  /// The first and last day, or nil where the calendar has no such unit (week 53 of a year with 52, month 13).
  package func days(_ seasons: SeasonTable = .standard) -> (first: Day, last: Day)? {
    switch self {
    case .day(let day): (day, day)
    case .week(let year, let week): Self.week(year, week)
    case .monthPart(let year, let month, let part): Self.part(part, year, month)
    case .month(let year, let month): Self.months(year, from: month, count: 1)
    case .quarter(let year, let number): Self.months(year, from: 3 * number - 2, count: 3)
    case .tertial(let year, let number): Self.months(year, from: 4 * number - 3, count: 4)
    case .half(let year, let number): Self.months(year, from: 6 * number - 5, count: 6)
    case .season(let year, let season): seasons[season].days(in: year)
    case .year(let year): Self.years(year, count: 1)
    case .decade(let first): Self.years(first, count: 10)
    case .century(let first): Self.years(first, count: 100)
    }
  }

  /// The unit that fills exactly the days from one through another, if there is one.
  ///
  /// A season is recognised by the standard table.
  package static func filling(_ first: Day, _ last: Day) -> CalendarUnit? {
    if first == last { return .day(first) }
    let (year, month, _) = first.civil
    let isoWeek = first.isoWeek
    var candidates: [CalendarUnit] = [
      .week(year: isoWeek.year, isoWeek.week), .month(year: year, month), .quarter(year: year, (month + 2) / 3),
      .tertial(year: year, (month + 3) / 4), .half(year: year, (month + 5) / 6), .year(year), .decade(year),
      .century(year),
    ]
    candidates += Part.allCases.map { .monthPart(year: year, month: month, $0) }
    candidates += Season.allCases.map { .season(year: year, $0) }
    return candidates.first { unit in
      switch unit {
      case .decade where year % 10 != 0, .century where year % 100 != 0: return false
      default:
        guard let days = unit.days() else { return false }
        return days == (first, last)
      }
    }
  }

  private static func months(_ year: Int, from first: Int, count: Int) -> (first: Day, last: Day)? {
    let last = first + count - 1
    guard (1...12).contains(first), (1...12).contains(last), let start = Day(year: year, month: first, day: 1),
      let end = Day(year: year, month: last, day: Day.length(ofMonth: last, year: year))
    else { return nil }
    return (start, end)
  }

  private static func years(_ first: Int, count: Int) -> (first: Day, last: Day)? {
    guard (1...9999).contains(first), let start = Day(year: first, month: 1, day: 1),
      let end = Day(year: first + count - 1, month: 12, day: 31)
    else { return nil }
    return (start, end)
  }

  private static func week(_ year: Int, _ week: Int) -> (first: Day, last: Day)? {
    // 4 January always lies in week 1.
    guard (1...53).contains(week), let anchor = Day(year: year, month: 1, day: 4) else { return nil }
    let monday = anchor - Int(anchor.weekday.rawValue) + (week - 1) * 7
    guard monday.isoWeek == (year, week) else { return nil }
    return (monday, monday + 6)
  }

  private static func part(_ part: Part, _ year: Int, _ month: Int) -> (first: Day, last: Day)? {
    guard let (first, last) = months(year, from: month, count: 1) else { return nil }
    switch part {
    case .first: return (first, first + 9)
    case .middle: return (first + 10, first + 19)
    case .last: return (first + 20, last)
    }
  }
}
