/// Public holidays: days on which no shift starts, unless an exception of the calendar says otherwise.
///
///     HolidaySet.norway.holidays(in: 2023).first { $0.en == "Ascension Day" }?.day   // 2023-05-18
///
/// Norway is built in, with its movable feasts; the holidays of others are given as days.
public enum HolidaySet: Hashable, Sendable {
  /// The twelve public holidays of Norway, as they stand today, in every year.
  case norway
  /// Named days, in any order.
  case days(name: String, [Day])

  /// The holidays of a year in order of date, each with its names.
  ///
  /// Two holidays on the same day, as 17 May and Whit Monday in 2027, are two entries. A year outside 1 to 9999 has none.
  public func holidays(in year: Int) -> [Holiday] {
    guard (1...9999).contains(year) else { return [] }
    switch self {
    case .norway:
      return Holiday.norwegian(year: year)
    case .days(let name, let days):
      return days.sorted().filter { $0.year == year }.map { Holiday(day: $0, nb: name, en: name) }
    }
  }

  /// The days of the set inside a range, in no order, perhaps repeated.
  func days(in range: ClosedRange<Day>) -> [Day] {
    switch self {
    case .norway:
      (range.lowerBound.year...range.upperBound.year).flatMap { Holiday.norwegianFeasts(year: $0).map(\.day) }
        .filter(range.contains)
    case .days(_, let days):
      days.filter(range.contains)
    }
  }
}

/// One public holiday in one year.
public struct Holiday: Hashable, Sendable {
  /// The date in this year, whatever day of the week it falls on.
  public let day: Day
  /// Its name in Norwegian (bokmål).
  public let nb: String
  /// Its name in English.
  public let en: String

  /// The public holidays of Norway in a year from 1 to 9999, in order of date; fixed feasts before movable ones.
  static func norwegian(year: Int) -> [Holiday] {
    norwegianFeasts(year: year).enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// The same, fixed feasts first.
  fileprivate static func norwegianFeasts(year: Int) -> [Holiday] {
    guard let easter = Day.easterSunday(year: year) else { return [] }
    func fixed(_ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }
    return [
      Holiday(day: fixed(1, 1), nb: "1. nyttårsdag", en: "New Year's Day"),
      Holiday(day: fixed(5, 1), nb: "1. mai", en: "Labour Day"),
      Holiday(day: fixed(5, 17), nb: "17. mai", en: "Constitution Day"),
      Holiday(day: fixed(12, 25), nb: "1. juledag", en: "Christmas Day"),
      Holiday(day: fixed(12, 26), nb: "2. juledag", en: "Boxing Day"),
      Holiday(day: easter - 3, nb: "skjærtorsdag", en: "Maundy Thursday"),
      Holiday(day: easter - 2, nb: "langfredag", en: "Good Friday"),
      Holiday(day: easter, nb: "1. påskedag", en: "Easter Sunday"),
      Holiday(day: easter + 1, nb: "2. påskedag", en: "Easter Monday"),
      Holiday(day: easter + 39, nb: "Kristi himmelfartsdag", en: "Ascension Day"),
      Holiday(day: easter + 49, nb: "1. pinsedag", en: "Whit Sunday"),
      Holiday(day: easter + 50, nb: "2. pinsedag", en: "Whit Monday"),
    ]
  }
}
