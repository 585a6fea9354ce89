import Milepost

/// All working minutes one after the other, as the oracles count them: no tables, no formulas.
struct WorkingMinutes {
  /// The minutes, since 1970, in which Norwegian office work can happen.
  private var minutes: [Int32] = []
  private var nextDay: Day
  private var holidays: Set<Day> = []
  private var holidayYear = 0

  init(from day: Day) { nextDay = day }

  private mutating func addDay() {
    let year = nextDay.year
    if year != holidayYear {
      holidays = Set(HolidaySet.norway.holidays(in: year).map(\.day))
      holidayYear = year
    }
    if nextDay.weekday != .saturday, nextDay.weekday != .sunday, !holidays.contains(nextDay) {
      let opening = nextDay.start.minutes + 8 * 60
      for minute in opening..<opening + 450 { minutes.append(minute) }
    }
    nextDay = nextDay + 1
  }

  /// The working minute with this number, counted from the first day.
  mutating func minute(_ number: Int) -> Int32 {
    while number >= minutes.count { addDay() }
    return minutes[number]
  }

  /// How many working minutes lie before an instant.
  mutating func count(before instant: Int32) -> Int {
    while nextDay.start.minutes < instant { addDay() }
    var (low, high) = (0, minutes.count)
    while low < high {
      let middle = (low + high) / 2
      if minutes[middle] < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
