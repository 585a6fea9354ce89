extension PhraseMeaning {
  /// A date with words around it.
  func modified(
    _ modifier: PhraseVocabulary.Modifier, _ inner: DateReading
  ) throws(Misreading) -> DateReading {
    var result = DateReading(nil, nil)
    switch modifier {
    case .within: return inner
    case .doubt(let doubt):
      result = inner
      result.qualifier = inner.qualifier.joined(with: doubt)
      return result
    case .toward:
      // "til høsten" is in the autumn, "til påske" the last day before it.
      guard let rest = inner.rest, rest.first == inner.earliest else { return inner }
      result.latest = rest.first - 1
    case .by: result.latest = inner.rest.map { $0.first - 1 } ?? inner.latest
    case .before: result.latest = (inner.rest?.first ?? inner.earliest).map { $0 - 1 }
    case .after: result.earliest = (inner.rest?.last ?? inner.latest).map { $0 + 1 }
    case .notBefore: result.earliest = inner.earliest
    case .rest:
      result = inner
      if let today = context.statusDate, let first = inner.earliest, let last = inner.latest, today >= first,
        today < last
      {
        result = DateReading(today + 1, last)
      }
    case .firstDay: (result.earliest, result.latest) = (inner.earliest, inner.earliest)
    case .lastDay: (result.earliest, result.latest) = (inner.latest, inner.latest)
    case .part(let part): result = try self.part(part, of: inner)
    case .halfOf(let number): result = try half(number, of: inner)
    case .early:
      guard case .season(let year, .autumn) = inner.unit else { return try modified(.part(.first), inner) }
      guard let days = context.seasons.earlyAutumn.days(in: year) else { throw Misreading(.outOfRange) }
      result = DateReading(days.first, days.last)
    case .past:
      guard case .season(let year, .summer) = inner.unit ?? inner.summerOfBreak,
        let days = context.seasons.overSummer.days(in: year)
      else { throw Misreading(.unsupported("'over' before this date")) }
      result = DateReading(days.first, days.last)
    case .weekend:
      guard let first = inner.earliest, let last = inner.latest else { throw Misreading(.notADate) }
      if last - first < 4 { return inner }
      guard case .week = inner.unit else { throw Misreading(.unsupported("a weekend that names no week or days")) }
      result = DateReading(first + 5, last)
    case .weekday(let weekday): result = try day(weekday, in: inner)
    }
    if result.earliest == nil && result.latest == nil { throw Misreading(.unsupported("a date that bounds nothing")) }
    result.qualifier = inner.qualifier
    return result
  }

  /// A weekday of a week, or the weekday that a day must be.
  private func day(_ weekday: Weekday, in inner: DateReading) throws(Misreading) -> DateReading {
    guard let first = inner.earliest, let last = inner.latest, (0...6).contains(last - first) else {
      throw Misreading(.notADate)
    }
    guard let day = (0...(last - first)).map({ first + $0 }).first(where: { $0.weekday == weekday }) else {
      throw Misreading(.noSuchDay("\(weekday) \(first)"))
    }
    return DateReading(day, day)
  }

  /// The first, middle or last part of a unit: tens of days in a month, months in longer units, days in a week.
  ///
  /// "End of 2024" is its last quarter; the middle of a year is the two quarters between.
  private func part(_ part: CalendarUnit.Part, of inner: DateReading) throws(Misreading) -> DateReading {
    guard let first = inner.earliest, let last = inner.latest else {
      throw Misreading(.unsupported("a part of an open interval"))
    }
    let unit = inner.unit ?? CalendarUnit.filling(first, last)
    let lengths: (Int, Int)
    switch unit {
    case .month(let year, let month):
      guard let reading = DateReading(.monthPart(year: year, month: month, part)) else { throw Misreading(.outOfRange) }
      return reading
    case .week:
      return switch part {
      case .first: DateReading(first, first + 1)
      case .middle: DateReading(first + 2, first + 3)
      case .last: DateReading(first + 4, last)
      }
    case .quarter: lengths = (1, 1)
    case .tertial: lengths = (1, 1)
    case .half: lengths = (2, 2)
    case .season: lengths = (1, 1)
    case .year: lengths = (3, 3)
    case .decade: lengths = (48, 36)
    default: throw Misreading(.unsupported("a part of this date"))
    }
    let middle = first.firstOfMonth(after: lengths.0)
    let end = (last + 1).firstOfMonth(after: -lengths.1)
    guard let middle, let end, first < middle, middle < end, end <= last else { throw Misreading(.outOfRange) }
    return switch part {
    case .first: DateReading(first, middle - 1)
    case .middle: DateReading(middle, end - 1)
    case .last: DateReading(end, last)
    }
  }

  /// Days 1 to 15 or 16 to the end of a month; January to June or July to December of a year.
  private func half(_ number: Int, of inner: DateReading) throws(Misreading) -> DateReading {
    switch inner.unit {
    case .year(let year): if let reading = DateReading(.half(year: year, number)) { return reading }
    case .month:
      if let first = inner.earliest, let last = inner.latest {
        return number == 1 ? DateReading(first, first + 14) : DateReading(first + 15, last)
      }
    default: break
    }
    throw Misreading(.unsupported("a half of this date"))
  }
}

extension DateReading {
  /// "over sommerferien" speaks of the same weeks as "over sommeren".
  fileprivate var summerOfBreak: CalendarUnit? {
    guard let rest, rest.first == earliest, rest.first.month >= 6, rest.first.month <= 8 else { return nil }
    return .season(year: rest.first.year, .summer)
  }
}

extension Day {
  /// The first day of the month that lies some months later.
  fileprivate func firstOfMonth(after months: Int) -> Day? {
    let index = year * 12 + month - 1 + months
    return Day(year: index / 12, month: index % 12 + 1, day: 1)
  }
}
