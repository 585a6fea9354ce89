extension Day {
  /// Easter Sunday of a year in the Gregorian calendar.
  ///
  ///     Day.easterSunday(year: 2023)   // 2023-04-09
  ///
  /// A year outside 1 to 9999 is read as the nearest of the two.
  ///
  /// - Complexity: O(1); the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).
  public static func easterSunday(year: Int) -> Day {
    let year = min(max(year, 1), 9999)
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let moonShift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonShift + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let correction = (golden + 11 * epact + 22 * toSunday) / 451
    let daysAfterMarch = epact + toSunday - 7 * correction + 114
    return Day(year: year, month: daysAfterMarch / 31, day: daysAfterMarch % 31 + 1)!
  }
}
