extension NotationReader {
  /// One date: a year, month, day, season, quarter, tertial, half or week, any part of it qualified or unspecified.
  func date(_ text: Substring) throws(Misreading) -> DateReading? {
    var qualifier = DateSpan.Qualifier.none
    if let long = try longYear(text) { return long }
    var parts: [Substring] = []
    for part in withoutTime(text).split(separator: "-", omittingEmptySubsequences: false) {
      parts.append(part.withoutQualifiers(&qualifier))
    }
    let isNegative = parts.count > 1 && parts[0].isEmpty
    if isNegative { parts.removeFirst() }
    guard (1...3).contains(parts.count), let years = years(parts[0]) else { return nil }
    if isNegative { throw Misreading(.outOfRange) }
    var reading: DateReading?
    switch parts.count {
    case 1: reading = try year(parts[0], years)
    case 2: reading = try partOfYear(parts[1], years)
    default: reading = try day(parts[1], parts[2], years)
    }
    reading?.qualifier = qualifier
    return reading
  }

  /// A year of four digits, some unspecified; `1950S2` has two significant ones.
  private func years(_ text: Substring) -> DigitPattern? {
    let (digits, significant) = text.significantDigits
    guard let pattern = DigitPattern(digits, count: 4) else { return nil }
    guard let significant else { return pattern }
    guard pattern.isComplete, (1...4).contains(significant) else { return nil }
    return DigitPattern(digits.prefix(significant) + String(repeating: "X", count: 4 - significant), count: 4)
  }

  private func year(_ text: Substring, _ years: DigitPattern) throws(Misreading) -> DateReading {
    try admit(years)
    let unit: CalendarUnit? =
      switch years.places.count(where: { $0 == nil }) {
      case 0: .year(years.smallest)
      case 1 where years.places[3] == nil: .decade(years.smallest)
      case 2 where years.places[2] == nil && years.places[3] == nil: .century(years.smallest)
      default: nil
      }
    if let unit, let reading = DateReading(unit) { return reading }
    return try hull(.year(years.smallest), .year(years.largest), text)
  }

  /// What follows the year: a month, a code from 21 to 41, a quarter, tertial, half or week.
  private func partOfYear(_ text: Substring, _ years: DigitPattern) throws(Misreading) -> DateReading? {
    if let letter = text.first, let number = text.dropFirst().asciiNumber {
      let unit: (Int) -> CalendarUnit
      switch letter {
      case "Q", "q": unit = { .quarter(year: $0, number) }
      case "T", "t": unit = { .tertial(year: $0, number) }
      case "H", "h": unit = { .half(year: $0, number) }
      case "W" where text.utf8.count == 3, "w" where text.utf8.count == 3: unit = { .week(year: $0, number) }
      default: return try code(text, years)
      }
      try admit(years)
      return try hull(unit(years.smallest), unit(years.largest), text)
    }
    return try code(text, years)
  }

  private func code(_ text: Substring, _ years: DigitPattern) throws(Misreading) -> DateReading? {
    guard let pattern = DigitPattern(text, count: 2) else { return nil }
    try admit(years)
    if pattern.isUnspecified { return try year(text, years) }
    guard pattern.isComplete else { return try daysMatching(years, pattern, nil, text) }
    let number = pattern.smallest
    let seasons = number >= 29 && number <= 32 ? SeasonTable.southern : context.seasons
    let unit: (Int) -> CalendarUnit
    switch number {
    case 1...12: unit = { .month(year: $0, number) }
    case 21...32:
      guard let season = Season(rawValue: UInt8((number - 21) % 4)) else { return nil }
      unit = { .season(year: $0, season) }
    case 33...36: unit = { .quarter(year: $0, number - 32) }
    case 37...39: unit = { .tertial(year: $0, number - 36) }
    case 40...41: unit = { .half(year: $0, number - 39) }
    default: throw Misreading(.noSuchDay("month \(text)"))
    }
    var reading = try hull(unit(years.smallest), unit(years.largest), text, seasons)
    if seasons == .southern, number >= 29 { reading.unit = nil }
    return reading
  }

  private func day(_ month: Substring, _ day: Substring, _ years: DigitPattern) throws(Misreading) -> DateReading? {
    if let letter = month.first, letter == "W" || letter == "w", month.utf8.count == 3,
      let week = month.dropFirst().asciiNumber, years.isComplete, let weekday = day.asciiNumber, day.utf8.count == 1
    {
      try admit(years)
      guard let days = CalendarUnit.week(year: years.smallest, week).days(), (1...7).contains(weekday) else {
        throw Misreading(.noSuchDay("\(month)-\(day) in \(years.smallest)"))
      }
      return DateReading(.day(days.first + (weekday - 1)))
    }
    guard let months = DigitPattern(month, count: 2), let days = DigitPattern(day, count: 2) else { return nil }
    try admit(years)
    if days.isUnspecified { return try code(month, years) }
    return try daysMatching(years, months, days, month + "-" + day)
  }

  /// The first and last day whose year, month and day of the month match.
  private func daysMatching(
    _ years: DigitPattern, _ months: DigitPattern, _ days: DigitPattern?, _ text: Substring
  ) throws(Misreading) -> DateReading {
    let monthNumbers = (1...12).filter(months.matches)
    let dayNumbers = (1...31).filter { days?.matches($0) ?? true }
    func firstDay(
      _ years: some Sequence<Int>, _ months: some Sequence<Int>, _ days: [Int]
    ) -> Day? {
      for year in years {
        for month in months {
          for day in days {
            if let found = Day(year: year, month: month, day: day) { return found }
          }
        }
      }
      return nil
    }
    let candidates = (years.smallest...years.largest).filter(years.matches)
    guard let first = firstDay(candidates, monthNumbers, dayNumbers),
      let last = firstDay(candidates.reversed(), monthNumbers.reversed(), dayNumbers.reversed())
    else { throw Misreading(.noSuchDay("day \(years.isComplete ? "\(padded(years.smallest, 4))-" : "")\(text)")) }
    return DateReading(first, last)
  }

  private func hull(
    _ first: CalendarUnit, _ last: CalendarUnit, _ text: Substring, _ seasons: SeasonTable? = nil
  ) throws(Misreading) -> DateReading {
    let seasons = seasons ?? context.seasons
    guard let start = DateReading(first, seasons), let end = DateReading(last, seasons) else {
      throw Misreading(.noSuchDay(String(text)))
    }
    return first == last ? start : start.hull(with: end)
  }

  private func admit(_ years: DigitPattern) throws(Misreading) {
    guard context.admits(years.smallest), context.admits(years.largest) else { throw Misreading(.outOfRange) }
  }

  /// The date of a date and time; the day as written, whatever the zone.
  private func withoutTime(_ text: Substring) -> Substring {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 10, parts[1].isClockTime else { return text }
    return parts[0]
  }
}
