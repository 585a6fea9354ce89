extension Day {
  /// Easter Sunday of a year, or nil where the year is outside 1 to 9999.
  ///
  ///     Day.easterSunday(year: 2023)   // 2023-04-09
  ///
  /// The other movable feasts stand at fixed distances: Maundy Thursday three days before, Good Friday two days before,
  /// Easter Monday the day after, Ascension Day 39 and Whit Sunday 49 days after.
  ///
  /// - Complexity: O(1); the Gregorian computus in the form of Meeus, Jones and Butcher.
  public static func easterSunday(year: Int) -> Day? {
    guard (1...9999).contains(year) else { return nil }
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - lunarCorrection + 15) % 30
    let weekdayOffset = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let lateCorrection = (golden + 11 * epact + 22 * weekdayOffset) / 451
    let marchDay = epact + weekdayOffset - 7 * lateCorrection + 114
    return Day(year: year, month: marchDay / 31, day: marchDay % 31 + 1)
  }
}
