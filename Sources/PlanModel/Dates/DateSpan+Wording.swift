extension DateSpan {
  /// The span for people: its own words if it came as words, otherwise its days in the precision they have.
  ///
  ///     try DateSpan("medio juni 2023").text(in: .english)   // "medio juni 2023"
  ///     try DateSpan("2024-Q1").text(in: .norwegian)         // "1. kvartal 2024"
  ///
  /// What is printed here can be read again and means the same days.
  public func text(in language: Language) -> String {
    guard isNotation else { return words }
    return language.words(for: qualifier) + daysText(in: language)
  }

  private func daysText(in language: Language) -> String {
    if let unit { return unit.text(in: language) }
    switch (earliest, latest) {
    case (nil, nil): return language == .norwegian ? "uten dato" : "undated"
    case (let first?, nil): return (language == .norwegian ? "tidligst " : "not before ") + first.text(in: language)
    case (nil, let last?): return (language == .norwegian ? "innen " : "by ") + last.text(in: language)
    case (let first?, let last?):
      let (start, end) = (first.civil, last.civil)
      let wholeMonths = start.day == 1 && end.day == Day.length(ofMonth: end.month, year: end.year)
      if wholeMonths, start.month == 1, end.month == 12 { return "\(padded(start.year, 4))–\(padded(end.year, 4))" }
      if wholeMonths {
        let year = start.year == end.year ? "" : " \(start.year)"
        return "\(language.name(ofMonth: start.month))\(year)–\(language.name(ofMonth: end.month)) \(end.year)"
      }
      return "\(first.text(in: language)) – \(last.text(in: language))"
    }
  }
}

extension CalendarUnit {
  /// The unit's name for people: `1. kvartal 2024`, `week 35 2020`.
  package func text(in language: Language) -> String {
    switch language {
    case .norwegian: norwegian
    case .english: english
    }
  }

  private var norwegian: String {
    switch self {
    case .day(let day): day.text(in: .norwegian)
    case .week(let year, let week): "uke \(week) \(year)"
    case .monthPart(let year, let month, let part):
      "\(["primo", "medio", "ultimo"][Int(part.rawValue)]) \(Language.norwegian.name(ofMonth: month)) \(year)"
    case .month(let year, let month): "\(Language.norwegian.name(ofMonth: month)) \(year)"
    case .quarter(let year, let number): "\(number). kvartal \(year)"
    case .tertial(let year, let number): "\(number). tertial \(year)"
    case .half(let year, let number): "\(number). halvår \(year)"
    case .season(let year, .winter): "vinteren \(padded(year, 4))/\(padded(year + 1, 4))"
    case .season(let year, let season): "\(["våren", "sommeren", "høsten"][Int(season.rawValue)]) \(year)"
    case .year(let year): padded(year, 4)
    case .decade(let first): "\(padded(first, 4))-årene"
    case .century(let first): "\(padded(first, 4))–\(padded(first + 99, 4))"
    }
  }

  private var english: String {
    switch self {
    case .day(let day): day.text(in: .english)
    case .week(let year, let week): "week \(week) \(year)"
    case .monthPart(let year, let month, let part):
      "\(["early ", "mid-", "late "][Int(part.rawValue)])\(Language.english.name(ofMonth: month)) \(year)"
    case .month(let year, let month): "\(Language.english.name(ofMonth: month)) \(year)"
    case .quarter(let year, let number): "Q\(number) \(year)"
    case .tertial(let year, let number): "T\(number) \(year)"
    case .half(let year, let number): "H\(number) \(year)"
    case .season(let year, .winter): "winter \(padded(year, 4))/\(padded(year + 1, 4))"
    case .season(let year, let season): "\(["spring", "summer", "autumn"][Int(season.rawValue)]) \(year)"
    case .year(let year): padded(year, 4)
    case .decade(let first): "\(padded(first, 4))s"
    case .century(let first): "\(padded(first, 4))–\(padded(first + 99, 4))"
    }
  }
}

extension Language {
  fileprivate func words(for qualifier: DateSpan.Qualifier) -> String {
    switch (self, qualifier) {
    case (_, .none): ""
    case (.norwegian, .approximate): "ca. "
    case (.norwegian, .uncertain): "trolig "
    case (.norwegian, .both): "trolig ca. "
    case (.english, .approximate): "about "
    case (.english, .uncertain): "probably "
    case (.english, .both): "probably about "
    }
  }
}
