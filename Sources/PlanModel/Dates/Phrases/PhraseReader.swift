/// Reads dates as project reports write them, in Norwegian and English: `medio juni 2023`, `not before July 2024`.
struct PhraseReader {
  let context: DateContext

  func reading(of text: String) throws(Misreading) -> DateReading {
    guard let found = PhraseToken.tokens(of: text), !found.isEmpty else { throw Misreading(.notADate) }
    var tokens = try withoutJul(found.map(\.token))
    var qualifier = DateSpan.Qualifier.none
    if case .mark(let mark)? = tokens.last, let doubt = DateSpan.Qualifier(rawValue: String(mark)) {
      qualifier = qualifier.joined(with: doubt)
      tokens.removeLast()
    }
    while tokens.last == .mark(",") || tokens.last == .mark(".") && tokens.dropLast().last?.word != nil {
      tokens.removeLast()
    }
    let parser = PhraseParser(
      tokens: tokens, ranges: found.map(\.range), text: text, notation: NotationReader(context: context))
    let bracketed = try bracketed(parser)
    var reading = if let bracketed { bracketed } else { try plain(parser, 0..<tokens.count, context) }
    reading.qualifier = reading.qualifier.joined(with: qualifier)
    return reading
  }

  private func plain(
    _ parser: PhraseParser, _ slice: Range<Int>, _ context: DateContext
  ) throws(Misreading) -> DateReading {
    guard let expression = try parser.expression(slice) else { throw Misreading(.notADate) }
    return try PhraseMeaning(context: context).reading(of: expression)
  }

  /// "våren 2023 (8. mai)": the date in brackets is what the one before it means.
  private func bracketed(_ parser: PhraseParser) throws(Misreading) -> DateReading? {
    let count = parser.tokens.count
    guard parser.tokens.last == .mark(")"), let opening = parser.tokens.firstIndex(of: .mark("(")), opening > 0,
      opening + 2 < count
    else { return nil }
    let outer = try plain(parser, 0..<opening, context)
    var inside = context
    inside.reportYear = outer.earliest?.year ?? outer.latest?.year ?? context.reportYear
    var inner = try plain(parser, opening + 1..<count - 1, inside)
    let starts = outer.earliest.map { bound in inner.earliest.map { $0 >= bound } ?? false } ?? true
    let ends = outer.latest.map { bound in inner.latest.map { $0 <= bound } ?? false } ?? true
    guard starts && ends else { throw Misreading(.contradiction) }
    inner.qualifier = inner.qualifier.joined(with: outer.qualifier)
    return inner
  }

  /// "jul" is Christmas in Norwegian and July in English; the word before it tells, or nothing does.
  private func withoutJul(_ tokens: [PhraseToken]) throws(Misreading) -> [PhraseToken] {
    var result = tokens
    for index in tokens.indices where tokens[index] == .word("jul") {
      let before = tokens[..<index].last(where: { !$0.isMark(".") })
      if before?.number != nil || ["of", "st", "nd", "rd", "th"].contains(before?.word) {
        result[index] = .word("juli")
      } else if ["før", "til", "innen", "etter", "senest", "mot", "rundt"].contains(before?.word) {
        result[index] = .word("julen")
      } else {
        throw Misreading(.ambiguous)
      }
    }
    return result
  }
}
