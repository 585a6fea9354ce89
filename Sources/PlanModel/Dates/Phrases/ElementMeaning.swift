/// Turns one named date into days.
struct ElementMeaning {
  let context: DateContext

  /// - Parameter defaultYear: the year of an element that names none.
  func reading(of element: PhraseElement, year defaultYear: Int?) throws(Misreading) -> DateReading {
    switch element.core {
    case .bare: throw Misreading(.notADate)
    case .ambiguous: throw Misreading(.ambiguous)
    case .fixed(let reading): return reading
    case .relative(let direction, let unit):
      guard element.year == nil else { throw Misreading(.notADate) }
      return try relative(direction, unit)
    case .decade(let first):
      guard context.admits(first), context.admits(first + 9) else { throw Misreading(.outOfRange) }
      return try reading(.decade(first), "decade")
    default: break
    }
    guard let year = element.year ?? defaultYear else { throw Misreading(.yearMissing) }
    guard context.admits(year) else { throw Misreading(.outOfRange) }
    if let next = element.nextYear, next != year + 1 { throw Misreading(.noSuchDay("winter from \(year) to \(next)")) }
    switch element.core {
    case .day(let day, let month):
      guard let found = Day(year: year, month: month, day: day) else {
        throw Misreading(.noSuchDay("day \(day) in month \(month) of \(year)"))
      }
      return DateReading(found, found)
    case .month(let month): return try reading(.month(year: year, month), "month \(month)")
    case .numbered(.quarter, let number): return try reading(.quarter(year: year, number), "quarter \(number)")
    case .numbered(.tertial, let number): return try reading(.tertial(year: year, number), "tertial \(number)")
    case .numbered(.half, let number): return try reading(.half(year: year, number), "half-year \(number)")
    case .numbered(.week, let number): return try reading(.week(year: year, number), "week \(number) in \(year)")
    case .lastNumbered(.quarter): return try reading(.quarter(year: year, 4), "quarter")
    case .lastNumbered(.tertial): return try reading(.tertial(year: year, 3), "tertial")
    case .lastNumbered: return try reading(.half(year: year, 2), "half-year")
    case .season(let season): return try self.season(season, year)
    case .feast(let feast): return try self.feast(feast, year)
    default: return try reading(.year(year), "year \(year)")
    }
  }

  private func reading(_ unit: CalendarUnit, _ name: String) throws(Misreading) -> DateReading {
    guard let reading = DateReading(unit, context.seasons) else { throw Misreading(.noSuchDay(name)) }
    return reading
  }

  private func season(_ season: Season, _ year: Int) throws(Misreading) -> DateReading {
    var reading = try reading(.season(year: year, season), "season")
    if season == .summer { reading.rest = context.seasons.summerBreak.days(in: year) }
    return reading
  }

  private func feast(_ feast: PhraseElement.Feast, _ year: Int) throws(Misreading) -> DateReading {
    let days: (first: Day, last: Day)?
    switch feast {
    case .easter: days = Day.easterSunday(year: year).map { ($0 - 3, $0 + 1) }  // Maundy Thursday to Easter Monday
    case .whitsun: days = Day.easterSunday(year: year).map { ($0 + 49, $0 + 50) }
    case .christmas: days = Self.days(year, (12, 24), year, (12, 26))
    case .turnOfYear: days = Self.days(year, (12, 31), year + 1, (1, 1))
    case .summerBreak: days = context.seasons.summerBreak.days(in: year)
    }
    guard let days else { throw Misreading(.outOfRange) }
    var reading = DateReading(days.first, days.last)
    if feast != .turnOfYear { reading.rest = days }
    return reading
  }

  private static func days(_ year: Int, _ first: (Int, Int), _ lastYear: Int, _ last: (Int, Int)) -> (Day, Day)? {
    guard let first = Day(year: year, month: first.0, day: first.1),
      let last = Day(year: lastYear, month: last.0, day: last.1)
    else { return nil }
    return (first, last)
  }

  // MARK: Relative to the status date

  private func relative(
    _ direction: PhraseElement.Direction, _ unit: PhraseElement.RelativeUnit
  ) throws(Misreading) -> DateReading {
    guard let today = context.statusDate else { throw Misreading(.statusDateMissing) }
    guard let current = self.unit(unit, around: today).days() else { throw Misreading(.outOfRange) }
    let inside: Day
    switch direction {
    case .previous: inside = current.first - 1
    case .current: inside = today
    case .next: inside = current.last + 1
    }
    let reading = try reading(self.unit(unit, around: inside), "period")
    // A report comes at the end of its period.
    return unit == .report ? DateReading(reading.latest, reading.latest) : reading
  }

  private func unit(_ unit: PhraseElement.RelativeUnit, around day: Day) -> CalendarUnit {
    let (year, month, _) = day.civil
    let week = day.isoWeek
    switch unit {
    case .week: return .week(year: week.year, week.week)
    case .month: return .month(year: year, month)
    case .quarter: return .quarter(year: year, (month + 2) / 3)
    case .tertial: return .tertial(year: year, (month + 3) / 4)
    case .half: return .half(year: year, (month + 5) / 6)
    case .year: return .year(year)
    case .report, .reportingPeriod:
      switch context.reportingPeriod {
      case .month: return self.unit(.month, around: day)
      case .quarter: return self.unit(.quarter, around: day)
      case .tertial: return self.unit(.tertial, around: day)
      case .half: return self.unit(.half, around: day)
      case .year: return self.unit(.year, around: day)
      }
    }
  }
}
