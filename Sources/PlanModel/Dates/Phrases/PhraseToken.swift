/// A word, a number or a mark of a phrase, in lower case.
enum PhraseToken: Hashable {
  case word(String)
  case number(Int, digits: Int)
  case mark(Character)

  var word: String? { if case .word(let word) = self { word } else { nil } }
  var number: Int? { if case .number(let number, _) = self { number } else { nil } }

  /// A number of four digits.
  var year: Int? { if case .number(let number, 4) = self { number } else { nil } }

  func isMark(_ marks: Character...) -> Bool {
    if case .mark(let mark) = self { marks.contains(mark) } else { false }
  }

  static let limit = 24

  /// The tokens of a text, each with its place, or nil when it holds something no date has.
  static func tokens(of text: String) -> [(token: PhraseToken, range: Range<String.Index>)]? {
    var tokens: [(token: PhraseToken, range: Range<String.Index>)] = []
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      var end = text.index(after: index)
      if character.isWhitespace {
        index = end
        continue
      }
      guard tokens.count < limit else { return nil }
      let token: PhraseToken
      if character.asciiDigit != nil {
        while end < text.endIndex, text[end].asciiDigit != nil { end = text.index(after: end) }
        guard let number = text[index..<end].asciiNumber else { return nil }
        token = .number(number, digits: text[index..<end].utf8.count)
      } else if character.isLetter {
        while end < text.endIndex, text[end].isLetter { end = text.index(after: end) }
        token = .word(text[index..<end].lowercased())
      } else {
        switch character {
        case ".", ",", "/", "(", ")", "~", "?", "%", "'", "’": token = .mark(character)
        case "-", "–", "—", "‑", "−", "‐": token = .mark("-")
        default: return nil
        }
      }
      tokens.append((token, index..<end))
      index = end
    }
    return tokens
  }
}
