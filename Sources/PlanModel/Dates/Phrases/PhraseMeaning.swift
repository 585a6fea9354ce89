/// Turns the shape of a phrase into days.
struct PhraseMeaning {
  let context: DateContext

  func reading(of expression: PhraseExpression) throws(Misreading) -> DateReading {
    try reading(of: expression, year: context.year)
  }

  private func reading(of expression: PhraseExpression, year: Int?) throws(Misreading) -> DateReading {
    switch expression {
    case .element(let element): return try ElementMeaning(context: context).reading(of: element, year: year)
    case .modified(.before, .modified(.lastDay, let inner)), .modified(.before, .modified(.part(.last), let inner)):
      return try modified(.by, reading(of: inner, year: year))
    case .modified(let modifier, let inner): return try modified(modifier, reading(of: inner, year: year))
    case .range(let left, let right): return try range(left, right, year)
    }
  }

  /// Two ends that lend each other their year and unit; a year that nobody named makes the range run forward.
  private func range(
    _ left: PhraseExpression, _ right: PhraseExpression, _ year: Int?
  ) throws(Misreading) -> DateReading {
    let left = left.borrowingUnit(from: right)
    let right = right.borrowingUnit(from: left)
    let whole: DateReading
    switch (left.namedYear, right.namedYear) {
    case (nil, let named?):
      let end = try reading(of: right, year: named)
      let sameYear = try joined(reading(of: left, year: named), end)
      whole = sameYear.isReversed ? try joined(reading(of: left, year: named - 1), end) : sameYear
    case (let named, nil):
      let base = named ?? year
      let start = try reading(of: left, year: base)
      let sameYear = try joined(start, reading(of: right, year: base))
      if sameYear.isReversed, let base {
        whole = try joined(start, reading(of: right, year: base + 1))
      } else {
        whole = sameYear
      }
    case (_?, _?):
      whole = try joined(reading(of: left, year: year), reading(of: right, year: year))
    }
    if whole.isReversed { throw Misreading(.reversedInterval) }
    return whole
  }

  private func joined(_ first: DateReading, _ last: DateReading) -> DateReading {
    var whole = DateReading(first.earliest, last.latest)
    whole.qualifier = first.qualifier.joined(with: last.qualifier)
    return whole
  }
}
