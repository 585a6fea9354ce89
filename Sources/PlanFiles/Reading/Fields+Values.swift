import Foundation
import PlanModel

extension Fields {
  /// The text of a scalar under a key, nil and reported where there is none.
  private func raw(_ key: String, _ expected: String) -> (text: String, node: YamlNode)? {
    guard let pair = pair(key) else { return nil }
    return raw(pair.value, key, expected).map { ($0, pair.value) }
  }

  func raw(_ node: YamlNode, _ key: String, _ expected: String) -> String? {
    guard case .scalar(let text, _) = node.content, !node.isNothing else {
      wrongType(key, expected, node)
      return nil
    }
    return text
  }

  private func place(_ node: YamlNode) -> Origin { reading.origin(node.mark, file) }

  // MARK: Words

  func text(_ key: String) -> String? {
    guard let pair = pair(key) else { return nil }
    return text(pair.value, key)
  }

  func texts(_ key: String) -> [String] { list(key).compactMap { text($0, key) } }

  /// A text, checked for a tail that ` #` turned into a comment.
  private func text(_ node: YamlNode, _ key: String) -> String? {
    if let braces = node.braces(in: file) {
      reading.report(.quoteText, braces.shortened, "'{' begins a mapping", braces.escaped, at: place(node))
      return nil
    }
    guard let text = raw(node, key, "text") else { return nil }
    if file.hasHashes, case .scalar(_, isPlain: true) = node.content {
      let rest = file.rest(from: node.end)
      let tail = rest.drop { $0 == " " }
      if tail.count < rest.count, tail.first == "#", let next = tail.dropFirst().first, next != " ", next != "#" {
        let whole = node.mark.line == node.end.line ? file.rest(from: node.mark).trimmed : text + rest.trimmed
        reading.report(
          .quoteText, text.shortened, "' #' begins a comment", whole.escaped, at: reading.origin(node.end, file))
        return nil
      }
    }
    return text
  }

  func identifier(_ key: String) -> String? {
    raw(key, "an id").flatMap { identifier($0.text, $0.node) }
  }

  func identifiers(_ key: String) -> [String] {
    list(key).compactMap { node in raw(node, key, "an id").flatMap { identifier($0, node) } }
  }

  func identifier(_ text: String, _ node: YamlNode) -> String? {
    guard text.isPlainIdentifier || isIdentifier(text) else {
      reading.report(.badIdentifier, text.shortened, at: place(node))
      return nil
    }
    return text.normalised
  }

  /// A reference with its place: one id, or two with a dot between.
  func reference(_ key: String, in project: ProjectID? = nil) -> Reference? {
    raw(key, "an id").flatMap { reference($0.text, at: $0.node.mark, in: project) }
  }

  func reference(_ text: String, at mark: YamlMark, in project: ProjectID?) -> Reference? {
    let origin = reading.origin(mark, file)
    guard text.isPlainReference || ActivityID(text).isWellFormed else {
      reading.report(.badIdentifier, text.shortened, at: origin)
      return nil
    }
    return Reference(text: text.normalised, project: project, origin: origin)
  }

  func oneOf(_ key: String) -> String? { raw(key, "one word").flatMap { oneOf($0.text, key, $0.node) } }

  func oneOfs(_ key: String) -> [String] {
    list(key).compactMap { node in raw(node, key, "one word").flatMap { oneOf($0, key, node) } }
  }

  private func oneOf(_ text: String, _ key: String, _ node: YamlNode) -> String? {
    let words = kind[key]?.form.words ?? []
    return oneOf(text, key, words, node)
  }

  func oneOf(_ text: String, _ key: String, _ words: [String], _ node: YamlNode) -> String? {
    guard words.contains(text) else {
      reading.report(
        .notAChoice, key, text.shortened, words.joined(separator: ", "), nearest(to: text, among: words) ?? "",
        at: place(node))
      return nil
    }
    return text
  }

  func flag(_ key: String) -> Bool? {
    guard let (text, node) = raw(key, "yes or no") else { return nil }
    switch text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      reading.report(.notAChoice, key, text.shortened, "yes, no, true, false", "", at: place(node))
      return nil
    }
  }

  // MARK: Numbers

  func number(_ key: String) -> Amount? {
    raw(key, "a number").flatMap { number($0.text, $0.node) }
  }

  func number(_ text: String, _ node: YamlNode) -> Amount? {
    guard let amount = Amount(text) else {
      reading.report(.badNumber, text.shortened, at: place(node))
      return nil
    }
    return amount
  }

  func wholeNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let (text, node) = raw(key, "a whole number") else { return nil }
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) else {
      reading.report(.badNumber, text.shortened, at: place(node))
      return nil
    }
    guard range.contains(number) else {
      reading.report(
        .wrongType, key, "a number from \(range.lowerBound) to \(range.upperBound)", text.shortened,
        kind[key]?.example ?? "", at: place(node))
      return nil
    }
    return number
  }

  // MARK: Time

  func day(_ key: String) -> Day? {
    guard let (text, node) = raw(key, "a day") else { return nil }
    guard let span = span(text, at: node.mark) else { return nil }
    guard let day = span.earliest, day == span.latest else {
      reading.report(.badDate, text.shortened, "a single day is needed here, for example 2023-04-30", at: place(node))
      return nil
    }
    return day
  }

  func span(_ key: String) -> DateSpan? {
    raw(key, "a date").flatMap { span($0.text, at: $0.node.mark) }
  }

  func span(_ text: String, at mark: YamlMark) -> DateSpan? {
    do {
      return try reading.span(text)
    } catch {
      reading.report(.badDate, text.shortened, error.hint, at: reading.origin(mark, file))
      return nil
    }
  }

  /// Days with both ends known.
  func days(_ node: YamlNode, _ key: String) -> ClosedRange<Day>? {
    guard let text = raw(node, key, "a date"), let span = span(text, at: node.mark) else { return nil }
    guard let first = span.earliest, let last = span.latest, first <= last else {
      reading.report(
        .badDate, text.shortened, "both ends are needed here, for example 2023-07-10/2023-07-30", at: place(node))
      return nil
    }
    return first...last
  }

  /// A quantity of time; percentages only where they are allowed.
  func quantity(_ key: String, signed: Bool = false, percent: Bool = false) -> Quantity? {
    raw(key, "an amount of time").flatMap { quantity($0.text, at: $0.node.mark, signed: signed, percent: percent) }
  }

  func quantity(_ text: String, at mark: YamlMark, signed: Bool = false, percent: Bool = false) -> Quantity? {
    guard let quantity = Quantity(text), percent || quantity.unit != .percent else {
      reading.report(.badQuantity, text.shortened, at: reading.origin(mark, file))
      return nil
    }
    guard reading.isWithinReach(quantity) else {
      reading.report(.badQuantity, text.shortened, "at most 100 years", at: reading.origin(mark, file))
      return nil
    }
    guard signed || !quantity.isNegative else {
      reading.report(.badQuantity, text.shortened, "it cannot be negative", at: reading.origin(mark, file))
      return nil
    }
    return quantity
  }

  // MARK: Facts

  /// A date with its evidence: the value itself, or `{ at: …, source: … }`.
  func fact(_ key: String) -> Fact<DateSpan>? {
    guard let pair = pair(key) else { return nil }
    return fact(pair.value, key)
  }

  func fact(_ node: YamlNode, _ key: String) -> Fact<DateSpan>? {
    guard let (text, evidence, mark) = factText(node, key), let span = span(text, at: mark) else { return nil }
    return Fact(span, evidence)
  }

  /// The text of a fact, its evidence, and where it stands.
  func factText(
    _ node: YamlNode, _ key: String, _ expected: String = "a date"
  ) -> (String, Evidence, YamlMark)? {
    if case .mapping = node.content {
      guard let long = Fields(node, as: KeyTable.fact, of: file, in: reading, within: evidence, named: key),
        let (text, node) = long.raw("at", expected)
      else { return nil }
      var evidence = long.evidence
      evidence.origin = place(node)
      return (text, evidence, node.mark)
    }
    guard let text = raw(node, key, expected) else { return nil }
    return (text, Evidence(origin: place(node)).within(evidence), node.mark)
  }

  /// A remark and the rows of the source facts, as every mapping with facts may carry.
  var note: String? { text("note") }
  var seeds: [String] { texts("seed") }

  /// How this mapping is known, for what keeps that apart from its value.
  var remarks: Remarks { Remarks(evidence, seeds: seeds, note: note) }
}

extension ValueForm {
  /// The words of a choice.
  var words: [String]? {
    switch self {
    case .oneOf(let words): words
    case .list(let form), .named(let form), .fact(let form): form.words
    default: nil
    }
  }
}

extension String {
  /// An id of small ASCII letters, digits and hyphens: what most are, seen faster than by ``isIdentifier(_:)``.
  var isPlainIdentifier: Bool {
    !isEmpty && utf8.count <= 200 && utf8.first != 0x2D && utf8.allSatisfy(\.isPlainIDByte)
  }

  /// Two such ids with a dot between, or one.
  var isPlainReference: Bool {
    guard let dot = utf8.firstIndex(of: 0x2E) else { return isPlainIdentifier }
    return String(self[..<dot]).isPlainIdentifier && String(self[utf8.index(after: dot)...]).isPlainIdentifier
  }

  /// The text in normal form C, in which ids are kept.
  var normalised: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}

extension UInt8 {
  /// A small ASCII letter, a digit or a hyphen.
  fileprivate var isPlainIDByte: Bool {
    (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == 0x2D
  }
}
