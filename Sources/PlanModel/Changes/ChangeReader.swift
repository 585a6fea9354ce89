/// Reads one change expression word by word.
struct ChangeReader {
  private let characters: [Character]
  private(set) var position = 0
  private let context: DateContext
  private let evidence: Evidence

  init(_ text: String, context: DateContext, evidence: Evidence) {
    characters = Array(text)
    self.context = context
    self.evidence = evidence
  }

  mutating func action() throws(ChangeProblem) -> Change.Action {
    guard let first = word() else {
      throw problem(at: 0, "an empty change", "for example 'x.release-1-1 +6ew'")
    }
    if first.text == "drop" { return try drop() }
    if first.text == "add" { return try add() }
    if first.text == "risk", let risk = try risk() { return .risk(risk) }
    if peek()?.text == "cost" { return .cost(try money(of: first)) }
    let id = try identifier(first)
    guard let second = word() else {
      throw problem(
        at: position, "nothing is said of '\(first.text)'",
        "for example '\(first.text) +2w' or '\(first.text) planned=2023-11'")
    }
    if second.text == "->" || second.text == "→" { return try link(from: id) }
    if second.text.first == "+" || second.text.first == "-" || second.text.first == "−" {
      let amount = try quantity(second.text, at: second.start)
      try end()
      return .slip(id, amount)
    }
    if second.text == "duration", let amount = word() {
      guard amount.text.first == "+" || amount.text.first == "-" || amount.text.first == "−" else {
        throw problem(
          at: amount.start, "'\(amount.text)' has no sign", "write 'duration +2w' to lengthen, 'duration=40d' to set")
      }
      let more = try quantity(amount.text, at: amount.start)
      try end()
      return .lengthen(id, more)
    }
    return .set(id, try setting(second))
  }

  // MARK: Forms

  private mutating func drop() throws(ChangeProblem) -> Change.Action {
    let first = word()
    if first?.text == "risk", let name = peek(), name.text != "->", name.text != "→" {
      _ = word()
      let risk = try riskName(name)
      try end()
      return .risk(RiskChange(risk, .drop))
    }
    let from = try identifier(first)
    guard let arrow = word() else { return .dropActivity(from) }
    guard arrow.text == "->" || arrow.text == "→" else {
      throw problem(at: arrow.start, "'\(arrow.text)' stands where '->' is expected", "drop x.a -> x.b")
    }
    let to = try identifier(word())
    guard let kind = word() else { return .dropLink(from: from, to: to, nil) }
    guard let linkKind = Link.Kind(word: kind.text) else { throw notAType(kind) }
    try end()
    return .dropLink(from: from, to: to, linkKind)
  }

  private mutating func add() throws(ChangeProblem) -> Change.Action {
    let id = try identifier(word())
    guard let what = word() else {
      throw problem(at: position, "nothing is said of the new '\(id)'", "add \(id) milestone, or add \(id) 20d")
    }
    var activity = Activity(id, evidence: evidence)
    if what.text == "milestone" {
      activity.kind = .finishMilestone
    } else {
      activity.duration = Fact(try estimate(what.text, at: what.start), evidence)
    }
    var isSided = false
    while let next = peek() {
      if activity.kind.isMilestone, !isSided, next.text == "start" || next.text == "finish" {
        _ = word()
        isSided = true
        activity.kind = next.text == "start" ? .startMilestone : .finishMilestone
        continue
      }
      _ = word()
      guard case .planned(let date?) = try setting(next) else {
        throw problem(at: next.start, "'\(next.text)' does not fit a new activity", "only planned=… may follow")
      }
      activity.details.planned = Fact(date, evidence)
    }
    return .add(activity)
  }

  private mutating func link(from: ActivityID) throws(ChangeProblem) -> Change.Action {
    let to = try identifier(word())
    var kind: Link.Kind?
    var lag: Quantity?
    var strength: Strength?
    while let next = word() {
      if let named = Strength(rawValue: next.text) {
        guard strength == nil else { throw second(named.rawValue, "strength", at: next.start) }
        strength = named
        continue
      }
      var rest = Substring(next.text)
      if let type = Link.Kind(word: next.text.prefix(2)) {
        guard kind == nil else { throw second(type.word, "type", at: next.start) }
        kind = type
        rest = rest.dropFirst(2)
        if rest.isEmpty { continue }
      }
      guard rest.first == "+" || rest.first == "-" || rest.first == "−" else { throw notAType(next) }
      let start = next.start + next.text.count - rest.count
      guard lag == nil else { throw second(String(rest), "lag", at: start) }
      lag = try quantity(String(rest), at: start)
    }
    var details = LinkDetails()
    details.dependency.evidence = evidence
    return .link(
      Link(from: from, to: to, kind ?? .finishToStart, lag: lag, strength: strength ?? .hard, details: details))
  }

  private mutating func setting(_ start: Word) throws(ChangeProblem) -> Change.Attribute {
    // The key runs to the equals sign, the value to the end of the text (or of the word, for `add`).
    guard let equals = characters[start.start...].firstIndex(of: "=") else {
      if Change.keys.contains(start.text) {
        throw problem(at: position, "'\(start.text)' needs a value", "\(start.text)=…")
      }
      throw unknownKey(start.text, at: start.start)
    }
    let key = String(characters[start.start..<equals]).trimmed
    guard Change.keys.contains(key) else { throw unknownKey(key, at: start.start) }
    var from = equals + 1
    while from < characters.count, characters[from].isWhitespace { from += 1 }
    let text = String(characters[min(from, characters.count)...]).trimmed
    position = characters.count
    guard !text.isEmpty else {
      throw problem(at: from, "'\(key)' needs a value", "\(key)=…, or \(key)=none to clear it")
    }
    let clears = text == "none"
    if let constraint = Constraint.Kind(rawValue: key) {
      return .constraint(constraint, clears ? nil : try date(text, at: from))
    }
    switch key {
    case "planned": return .planned(clears ? nil : try date(text, at: from))
    case "target": return .target(clears ? nil : try date(text, at: from))
    case "deadline": return .deadline(clears ? nil : try date(text, at: from))
    case "actual": return .actual(clears ? nil : try date(text, at: from))
    case "actual-start": return .actualStart(clears ? nil : try date(text, at: from))
    case "actual-finish": return .actualFinish(clears ? nil : try date(text, at: from))
    case "duration": return .duration(clears ? nil : try estimate(text, at: from))
    case "remaining": return .remaining(clears ? nil : try quantity(text, at: from))
    case "suspend": return .suspended(clears ? nil : try date(text, at: from))
    case "resume": return .resumes(clears ? nil : try date(text, at: from))
    case "expected-finish": return .expectedFinish(clears ? nil : try date(text, at: from))
    case "calendar": return .calendar(clears ? nil : text)
    case "window": return .window(clears ? nil : text)
    case "name": return .name(text)
    default:
      guard ["yes", "true", "no", "false", "none"].contains(text) else {
        throw problem(at: from, "'\(text)' is neither yes nor no", "\(key)=yes")
      }
      let flag = text == "yes" || text == "true"
      return key == "inactive" ? .inactive(flag) : .asLateAsPossible(flag)
    }
  }

  // MARK: Values

  /// `key = value` from a place to the end of the text: the key, the value and where that stands.
  mutating func assignment(
    _ start: Int, _ example: String
  ) throws(ChangeProblem) -> (key: String, value: String, from: Int) {
    let equals = characters[start...].firstIndex(of: "=")
    let key = String(characters[start..<(equals ?? characters.count)]).trimmed
    guard let equals else {
      throw problem(at: start, "'\(key)' says no value", "for example '\(example)'")
    }
    var from = equals + 1
    while from < characters.count, characters[from].isWhitespace { from += 1 }
    let value = String(characters[min(from, characters.count)...]).trimmed
    position = characters.count
    guard !value.isEmpty else { throw problem(at: from, "'\(key)' needs a value", "for example '\(example)'") }
    return (key, value, from)
  }

  func date(_ text: String, at start: Int) throws(ChangeProblem) -> DateSpan {
    do {
      return try DateSpan(text, context: context)
    } catch {
      throw ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badDate, text, error.hint))
    }
  }

  func quantity(_ text: String, at start: Int) throws(ChangeProblem) -> Quantity {
    guard let quantity = Quantity(text), quantity.unit != .percent else {
      throw ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badQuantity, text))
    }
    return quantity
  }

  func estimate(_ text: String, at start: Int) throws(ChangeProblem) -> Estimate {
    guard let estimate = Estimate(text) else {
      throw ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badQuantity, text))
    }
    return estimate
  }

  func identifier(_ word: Word?) throws(ChangeProblem) -> ActivityID {
    guard let word else { throw problem(at: position, "an id is missing", "for example x.a -> x.b") }
    let id = ActivityID(word.text)
    guard id.isWellFormed else {
      throw ChangeProblem(column: word.start + 1, diagnostic: Diagnostic(.badIdentifier, word.text))
    }
    return id
  }

  // MARK: Words

  struct Word {
    var text: String
    var start: Int
  }

  func peek() -> Word? {
    var copy = self
    return copy.word()
  }

  mutating func word() -> Word? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    while position < characters.count, !characters[position].isWhitespace { position += 1 }
    return Word(text: String(characters[start..<position]), start: start)
  }

  mutating func end() throws(ChangeProblem) {
    if let extra = word() {
      throw problem(
        at: extra.start, "'\(extra.text)' is one word too many",
        "a change says one thing; give several with several --change")
    }
  }

  func problem(at start: Int, _ message: String, _ help: String) -> ChangeProblem {
    ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badChange, message, help))
  }

  private func notAType(_ word: Word) -> ChangeProblem {
    problem(
      at: word.start, "'\(word.text)' is no link type, lag or strength",
      "FS, SS, FF or SF, then a lag such as +10d, then hard, soft or co")
  }

  private func second(_ text: String, _ part: String, at start: Int) -> ChangeProblem {
    problem(
      at: start, "'\(text)' is a second \(part) of the same link",
      "a link has one type, one lag and one strength: x.a -> x.b SS+10d soft")
  }

  private func unknownKey(_ key: String, at start: Int) -> ChangeProblem {
    ChangeProblem(
      column: start + 1,
      diagnostic: Diagnostic(
        .unknownKey, key, "a change", nearest(to: key, among: Change.keys) ?? "", Change.keys.joined(separator: ", ")))
  }
}
