extension ElementReader {
  /// A year, or the decade it starts: "2020-årene", "2020s".
  mutating func year(_ number: Int) -> PhraseElement? {
    let start = rest
    _ = take(marks: "-")
    if number % 10 == 0, take("årene", "tallet", "s") != nil { return PhraseElement(core: .decade(number)) }
    rest = start
    return PhraseElement(core: .year, year: number)
  }

  /// A number of one to three digits: a day of the month, or the number of a quarter.
  mutating func behindNumber(_ number: Int) -> PhraseElement? {
    let dotted = take(marks: ".")
    if !dotted { _ = take("st", "nd", "rd", "th") }
    if dotted, let month = rest.first?.number { return numericDate(number, month) }
    if !dotted, rest.first?.isMark("/") == true, let month = rest.dropFirst().first?.number, month <= 31 {
      let tail = rest.dropFirst(2)
      if tail.isEmpty || (tail.count == 2 && tail.first?.isMark("-", "/", ".") == true && tail.last?.number != nil) {
        rest = []
        return PhraseElement(core: .ambiguous)
      }
      return nil
    }
    let start = rest
    _ = take(marks: "-")
    if let unit = numberedUnit() { return PhraseElement(core: .numbered(unit, number)) }
    rest = start
    _ = take("of")
    if let word = rest.first?.word, let month = PhraseVocabulary.months[word] {
      rest.removeFirst()
      let next = rest.dropFirst().first
      if rest.first?.isMark(".") == true, next == nil || next?.year != nil { rest.removeFirst() }
      _ = take("måned")
      return PhraseElement(core: .day(number, month: month))
    }
    rest = start
    return PhraseElement(core: .bare(number))
  }

  /// "13.03.2023", "1.10.22", "1.9", "1.9.".
  mutating func numericDate(_ day: Int, _ month: Int) -> PhraseElement? {
    rest.removeFirst()
    var element = PhraseElement(core: .day(day, month: month))
    guard take(marks: ".") else { return element }
    if case .number(let year, let digits)? = rest.first {
      guard digits == 4 || digits == 2 else { return nil }
      rest.removeFirst()
      element.year = digits == 2 ? 2000 + year : year
    }
    return element
  }

  /// "mai", "mai måned", "jan.", "April 11, 2023".
  mutating func behindMonth(_ month: Int) -> PhraseElement? {
    _ = take(marks: ".")
    _ = take("måned")
    if case .number(let day, let digits)? = rest.first, digits < 3 {
      rest.removeFirst()
      let isOrdinal = take("st", "nd", "rd", "th") != nil
      // "mai 23" may be a day or a year.
      if rest.isEmpty && !isOrdinal { return PhraseElement(core: .ambiguous) }
      return PhraseElement(core: .day(day, month: month))
    }
    return PhraseElement(core: .month(month))
  }

  /// "uke 35", "Q1", "kvartal 1".
  mutating func number(of unit: PhraseVocabulary.NumberedUnit) -> PhraseElement? {
    _ = take(marks: ".")
    _ = take("nr", "no")
    _ = take(marks: ".")
    guard case .number(let number, let digits)? = rest.first, digits < 3 else { return nil }
    rest.removeFirst()
    return PhraseElement(core: .numbered(unit, number))
  }

  mutating func behindOrdinal(_ ordinal: Int) -> PhraseElement? {
    let start = rest
    _ = take(marks: "-")
    if let unit = numberedUnit() { return PhraseElement(core: .numbered(unit, ordinal)) }
    rest = start
    return PhraseElement(core: .bare(ordinal))
  }

  mutating func numberedUnit() -> PhraseVocabulary.NumberedUnit? {
    guard let word = rest.first?.word, word.count > 1, let unit = PhraseVocabulary.numberedUnits[word] else {
      return nil
    }
    rest.removeFirst()
    _ = take(marks: ".")
    if unit == .half {
      let start = rest
      _ = take(marks: "-")
      if take("year") == nil { rest = start }
    }
    return unit
  }
}
