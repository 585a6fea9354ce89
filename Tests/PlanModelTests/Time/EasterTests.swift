import PlanModel
import Testing

@Suite struct `Easter` {
  @Test(arguments: [
    (1900, 4, 15), (1913, 3, 23), (1943, 4, 25), (1954, 4, 18), (1981, 4, 19), (2000, 4, 23), (2008, 3, 23),
    (2019, 4, 21), (2022, 4, 17), (2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25),
    (2049, 4, 18), (2076, 4, 19), (2160, 3, 23),
  ])
  func `falls on its published day`(year: Int, month: Int, day: Int) {
    #expect(Day.easterSunday(year: year) == Day(year: year, month: month, day: day))
  }

  /// The oracle counts as the church does: Gauss's rule in the form of the Book of Common Prayer (golden number, century
  /// corrections, then the first Sunday after the full moon), with the two exceptional epacts.
  @Test func `is the Sunday after the paschal full moon in every year a plan may name`() throws {
    for year in 1900...2200 {
      let century = year / 100
      let solar = century - century / 4
      let lunar = (8 * century + 13) / 25
      var moon = (19 * (year % 19) + 15 + solar - lunar) % 30
      if moon == 29 || (moon == 28 && year % 19 > 10) { moon -= 1 }
      var day = try #require(Day(year: year, month: 3, day: 21)) + moon + 1
      while day.weekday != .sunday { day = day + 1 }
      #expect(Day.easterSunday(year: year) == day)
    }
  }

  @Test func `is a Sunday between 22 March and 25 April`() throws {
    for year in 1...9999 {
      let easter = try #require(Day.easterSunday(year: year))
      #expect(easter.weekday == .sunday)
      let first = try #require(Day(year: year, month: 3, day: 22))
      #expect((0...34).contains(easter - first))
    }
  }

  @Test(arguments: [Int.min, -1, 0, 10_000, Int.max])
  func `has no day in a year without a calendar`(year: Int) {
    #expect(Day.easterSunday(year: year) == nil)
  }
}
