import PlanModel
import Testing

/// A small generator with a seed (SplitMix64), so that a failure can be run again.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct `Any text` {
  /// What holds of every text: it is refused with its own words and a hint, or its days are in order and in range, and
  /// its EDTF means the same days.
  @discardableResult private func check(_ text: String, _ context: DateContext) -> Bool {
    do {
      let span = try DateSpan(text, context: context)
      #expect(span.words == text)
      if let first = span.earliest, let last = span.latest { #expect(first <= last, "\(text)") }
      for day in [span.earliest, span.latest] {
        if let day { #expect((1900...2200).contains(day.year), "\(text)") }
      }
      #expect(!span.text(in: .norwegian).isEmpty && !span.text(in: .english).isEmpty)
      if let edtf = span.edtf {
        let again = try? DateSpan(edtf)
        #expect(again?.days == span.days, "\(text): \(edtf)")
        #expect(again?.qualifier == span.qualifier, "\(text): \(edtf)")
      }
      return true
    } catch {
      #expect(error.text == text)
      #expect(!error.hint.isEmpty)
      return false
    }
  }

  private var contexts: [DateContext] {
    [
      DateContext(), DateContext(reportYear: 2023), DateContext(statusDate: Day(year: 2019, month: 4, day: 30)),
      DateContext(reportYear: 1900), DateContext(reportYear: 2200, statusDate: Day.latest),
    ]
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `of random bytes is a date or a problem`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(String(decoding: bytes, as: UTF8.self), contexts[0])
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `of the characters of dates is a date or a problem`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let characters = Array("0123456789012XXYSEWQTH-/-/.~?%[]{},() ")
    for _ in 0..<500 {
      let length = Int.random(in: 1...14, using: &random)
      let text = String((0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &random)] })
      check(text, contexts[Int.random(in: 0..<contexts.count, using: &random)])
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `of the words of dates is a date or a problem`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let words = [
      "i", "innen", "før", "etter", "fra", "og", "med", "til", "ut", "utgangen", "av", "slutten", "primo", "medio",
      "tidlig",
      "mai", "juni", "jul", "påske", "sommeren", "høsten", "vinteren", "2023", "2023/24", "1.", "3.", "kvartal",
      "tertial",
      "halvår", "uke", "53", "Q", "Q4", "første", "neste", "rapportering", "over", "helgen", "mandag", "ca.", "trolig",
      "-",
      "/", "(", ")", "not", "before", "end", "of", "the", "by", "year", "2200", "1900", "9999", "2020s", "mid-", "new",
      "and", "onwards", "ultimo", "desember", "31.", "2024-06", "2200-12-31", "1900-01-01", "året", "T3", "last",
    ]
    var dates = 0
    for _ in 0..<500 {
      let length = Int.random(in: 1...7, using: &random)
      let phrase = (0..<length).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      let context = contexts[Int.random(in: 0..<contexts.count, using: &random)]
      if check(phrase.joined(separator: " "), context) { dates += 1 }
    }
    #expect(dates > 10, "too few of the texts were dates to say much: \(dates)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `near a valid date is a date or a problem`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let valid =
      (ReportDates.of2019 + ReportDates.of2023).map(\.text) + ["2023-05/2023-08", "{1967,1970..1972}", "2020-W35-3"]
    let insertions = Array("0123456789012345678901234567890123456789X.-/~?()å \u{30A}\u{0}é🙂")
    var dates = 0
    for _ in 0..<500 {
      var text = Array(valid[Int.random(in: 0..<valid.count, using: &random)])
      for _ in 0..<Int.random(in: 1...2, using: &random) where !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: text.remove(at: place)
        case 1: text.insert(insertions[Int.random(in: 0..<insertions.count, using: &random)], at: place)
        case 2: text[place] = insertions[Int.random(in: 0..<insertions.count, using: &random)]
        default: text += text[place...]
        }
      }
      if check(String(text), contexts[Int.random(in: 0..<contexts.count, using: &random)]) { dates += 1 }
    }
    #expect(dates > 10, "too few of the texts were dates to say much: \(dates)")
  }

  @Test(.timeLimit(.minutes(1)))
  func `of great length is refused at once`() {
    for piece in ["i ", "fra og med ", "mai - ", "2023/", "[", "1", "((", "mai og ", "slutten av ", "X", "-"] {
      check(String(repeating: piece, count: 20_000), contexts[1])
      check(String(repeating: piece, count: 10) + "mai 2023", contexts[1])
      check(String(repeating: piece, count: 24 / max(1, piece.split(separator: " ").count)), contexts[1])
    }
  }
}
