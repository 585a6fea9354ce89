/// Reads the tokens of one element from the left.
struct ElementReader {
  var rest: ArraySlice<PhraseToken>

  /// The element that the tokens spell, all of them; nil when they spell none.
  static func element(_ tokens: ArraySlice<PhraseToken>) -> PhraseElement? {
    guard !tokens.isEmpty else { return nil }
    var reader = ElementReader(rest: tokens)
    if let element = reader.element(), reader.rest.isEmpty { return element }
    // The year first: "2024 Q1", "2023 høst".
    guard tokens.count > 1, let year = tokens.first?.year else { return nil }
    reader = ElementReader(rest: tokens.dropFirst())
    guard var element = reader.core(), reader.rest.isEmpty, element.year == nil else { return nil }
    if case .bare = element.core { return nil }
    element.year = year
    return element
  }

  mutating func element() -> PhraseElement? {
    guard var element = core() else { return nil }
    switch element.core {
    case .year where element.year != nil, .decade, .relative, .ambiguous: return element
    default: break
    }
    guard element.year == nil, !rest.isEmpty else { return element }
    let start = rest
    while take(marks: ",", "-", "/") || take("i", "av", "in", "of", "året") != nil { continue }
    guard let year = rest.first?.year else {
      rest = start
      return element
    }
    rest.removeFirst()
    element.year = year
    secondYear(&element)
    return element
  }

  /// "2023/24" and "2023–2024" behind a winter or the turn of the year.
  mutating func secondYear(_ element: inout PhraseElement) {
    switch element.core {
    case .season(.winter), .feast(.turnOfYear): break
    default: return
    }
    guard rest.count == 2, rest.first?.isMark("/", "-") == true, case .number(let number, let digits)? = rest.last,
      let year = element.year, digits == 4 || digits == 2
    else { return }
    rest = []
    element.nextYear = digits == 4 ? number : year / 100 * 100 + number + (year % 100 == 99 ? 100 : 0)
  }

  mutating func core() -> PhraseElement? {
    guard let first = rest.first else { return nil }
    if case .number(let number, let digits) = first {
      rest.removeFirst()
      return digits == 4 ? year(number) : behindNumber(number)
    }
    guard let word = first.word else { return nil }
    rest.removeFirst()
    if let month = PhraseVocabulary.months[word] { return behindMonth(month) }
    if let season = PhraseVocabulary.seasons[word] {
      if take("break", "holiday", "holidays", "vacation") != nil {
        return season == .summer ? PhraseElement(core: .feast(.summerBreak)) : nil
      }
      return PhraseElement(core: .season(season))
    }
    if let feast = PhraseVocabulary.feasts[word] { return PhraseElement(core: .feast(feast)) }
    if let unit = PhraseVocabulary.numberedUnits[word] { return number(of: unit) }
    if let relative = relative(word) { return relative }
    if word == "året" || word == "år" || word == "year" { return PhraseElement(core: .year) }
    if word == "fjor" { return PhraseElement(core: .relative(.previous, .year)) }
    if word == "new", take("year") != nil { return PhraseElement(core: .feast(.turnOfYear)) }
    if word == "turn", take("of") != nil, take("the") != nil, take("year") != nil {
      return PhraseElement(core: .feast(.turnOfYear))
    }
    if let ordinal = PhraseVocabulary.ordinals[word] { return behindOrdinal(ordinal) }
    if word == "siste" || word == "last" || word == "final" {
      _ = take(marks: "-")
      guard let unit = numberedUnit(), unit != .week else { return nil }
      return PhraseElement(core: .lastNumbered(unit))
    }
    return nil
  }

  mutating func take(_ words: String...) -> String? {
    guard let word = rest.first?.word, words.contains(word) else { return nil }
    rest.removeFirst()
    return word
  }

  mutating func take(marks: Character...) -> Bool {
    guard case .mark(let mark)? = rest.first, marks.contains(mark) else { return false }
    rest.removeFirst()
    return true
  }
}
