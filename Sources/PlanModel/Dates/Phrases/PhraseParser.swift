/// Finds the shape of a phrase.
///
/// An element comes before a range ("uke 35-2020" is one week), and a range before the words in front of it, so that
/// "slutten av mai til medio juni" has its parts at its ends.
struct PhraseParser {
  let tokens: [PhraseToken]
  let ranges: [Range<String.Index>]
  let text: String
  let notation: NotationReader

  func expression(_ slice: Range<Int>) throws(Misreading) -> PhraseExpression? {
    if let element = try element(slice) { return .element(element) }
    for split in slice.dropFirst() where split < slice.upperBound - 1 && isConnector(at: split) {
      if let left = try side(slice.lowerBound..<split), let right = try side(split + 1..<slice.upperBound) {
        return .range(left, right)
      }
    }
    for (modifier, inner) in stripped(slice) {
      if let expression = try expression(inner) { return .modified(modifier, expression) }
    }
    return nil
  }

  /// One end of a range.
  private func side(_ slice: Range<Int>) throws(Misreading) -> PhraseExpression? {
    if let element = try element(slice) { return .element(element) }
    for (modifier, inner) in stripped(slice) where modifier.fitsOneSide {
      if let expression = try side(inner) { return .modified(modifier, expression) }
    }
    return nil
  }

  private func element(_ slice: Range<Int>) throws(Misreading) -> PhraseElement? {
    guard let first = slice.first, let last = slice.last else { return nil }
    if let element = ElementReader.element(tokens[slice]) { return element }
    let written = text[ranges[first].lowerBound..<ranges[last].upperBound]
    guard slice.count > 1, tokens[first].number != nil, !written.contains(where: \.isWhitespace) else { return nil }
    guard let reading = try notation.date(written) else { return nil }
    return PhraseElement(core: .fixed(reading))
  }

  private func isConnector(at index: Int) -> Bool { PhraseVocabulary.connectors.contains(tokens[index]) }

  /// What remains of a phrase when words in front of it or behind it are taken away, in every way possible.
  private func stripped(_ slice: Range<Int>) -> [(PhraseVocabulary.Modifier, Range<Int>)] {
    var results: [(PhraseVocabulary.Modifier, Range<Int>)] = []
    for (words, modifier) in PhraseVocabulary.endings where slice.count > words.count {
      if tokens[slice].suffix(words.count).elementsEqual(words) {
        results.append((modifier, slice.lowerBound..<slice.upperBound - words.count))
      }
    }
    guard let first = slice.first else { return results }
    for (words, modifier) in PhraseVocabulary.modifiers[tokens[first]] ?? [] where slice.count > words.count {
      guard tokens[slice].starts(with: words) else { continue }
      var start = slice.lowerBound + words.count
      // "ca." and "mid-".
      if start + 1 < slice.upperBound, tokens[start].isMark(".", "-") { start += 1 }
      results.append((modifier, start..<slice.upperBound))
    }
    return results
  }
}
