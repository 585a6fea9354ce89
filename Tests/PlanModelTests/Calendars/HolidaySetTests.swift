import PlanModel
import Testing

@Suite struct `Norwegian public holidays` {
  @Test func `2023 in order, with Ascension the day after 17 May`() {
    #expect(
      HolidaySet.norway.holidays(in: 2023).map { "\($0.day) \($0.nb) / \($0.en)" } == [
        "2023-01-01 1. nyttårsdag / New Year's Day",
        "2023-04-06 skjærtorsdag / Maundy Thursday",
        "2023-04-07 langfredag / Good Friday",
        "2023-04-09 1. påskedag / Easter Sunday",
        "2023-04-10 2. påskedag / Easter Monday",
        "2023-05-01 1. mai / Labour Day",
        "2023-05-17 17. mai / Constitution Day",
        "2023-05-18 Kristi himmelfartsdag / Ascension Day",
        "2023-05-28 1. pinsedag / Whit Sunday",
        "2023-05-29 2. pinsedag / Whit Monday",
        "2023-12-25 1. juledag / Christmas Day",
        "2023-12-26 2. juledag / Boxing Day",
      ])
  }

  @Test func `2024`() {
    #expect(
      HolidaySet.norway.holidays(in: 2024).map { "\($0.day)" } == [
        "2024-01-01", "2024-03-28", "2024-03-29", "2024-03-31", "2024-04-01", "2024-05-01", "2024-05-09", "2024-05-17",
        "2024-05-19", "2024-05-20", "2024-12-25", "2024-12-26",
      ])
  }

  @Test(arguments: [
    (2008, 5, 1, ["1. mai", "Kristi himmelfartsdag"]),
    (2012, 5, 17, ["17. mai", "Kristi himmelfartsdag"]),
    (2027, 5, 17, ["17. mai", "2. pinsedag"]),
    (1964, 5, 17, ["17. mai", "1. pinsedag"]),
  ])
  func `two holidays on one day keep both names`(year: Int, month: Int, day: Int, names: [String]) {
    let holidays = HolidaySet.norway.holidays(in: year)
    #expect(holidays.filter { $0.day == date(year, month, day) }.map(\.nb) == names)
    #expect(holidays.count == 12)
  }

  @Test func `movable feasts fall on their weekdays in every year of a plan`() {
    for year in 1900...2200 {
      let weekdays = Dictionary(
        uniqueKeysWithValues: HolidaySet.norway.holidays(in: year).map { ($0.en, $0.day.weekday) })
      #expect(weekdays["Maundy Thursday"] == .thursday)
      #expect(weekdays["Good Friday"] == .friday)
      #expect(weekdays["Easter Sunday"] == .sunday)
      #expect(weekdays["Ascension Day"] == .thursday)
      #expect(weekdays["Whit Sunday"] == .sunday)
      #expect(weekdays["Whit Monday"] == .monday)
    }
  }

  @Test func `days given as data come back by year, and no year traps`() {
    let set = HolidaySet.days(name: "plant closed", [date(2024, 7, 2), date(2023, 7, 3), date(2024, 7, 1)])
    #expect(set.holidays(in: 2024).map(\.day) == [date(2024, 7, 1), date(2024, 7, 2)])
    #expect(set.holidays(in: 2024).first?.nb == "plant closed")
    for year in [Int.min, 0, 10_000, .max] {
      #expect(set.holidays(in: year).isEmpty)
      #expect(HolidaySet.norway.holidays(in: year).isEmpty)
    }
    #expect(HolidaySet.norway.holidays(in: 1).count == 12)
    #expect(HolidaySet.norway.holidays(in: 9999).count == 12)
  }
}

private func date(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }
