extension Change {
  /// The grammar of changes, as printed in the help.
  public static let grammar = """
    change   = slip | lengthen | set | link | drop | add | risk | money ;
    slip     = id amount ;                        (* x.release-1-1 +6ew : an own delay, elapsed *)
    lengthen = id "duration" amount ;             (* x.test duration +2w : more work *)
    set      = id key "=" value ;                 (* x.bergen target=høsten 2023 ; "none" clears *)
    link     = id "->" id [ type ] [ amount ] [ strength ] ;  (* x.a -> x.b SS+10d *)
    drop     = "drop" id [ "->" id [ type ] ] ;   (* drop x.a -> x.b *)
    add      = "add" id ( "milestone" [ "start" | "finish" ] | duration ) [ "planned=" date ] ;
    risk     = "risk" name ( "probability=" p [ ".." p ] | "likelihood=" ( "S1" … "S5" )
               | "consequence=" ( "K1" … "K5" ) | "impact" id "=" duration | ( "factor=" | "cost=" ) range )
             | "drop" "risk" name ;               (* risk R1 impact x.test=2d..4d..9d ; "none" clears *)
    range    = number [ ".." number [ ".." number ] ] ;
    money    = ( id | "*" ) "cost" item ( "=" number | ( "+" | "-" ) number [ "%" ] ) ;
                                                  (* amk-hso cost phase-1 +10%; "*": all projects *)
    item     = "forecast" | "accrued" | "steering-frame" | "cost-frame" | "run-rate" | part ;
    key      = "planned" | "target" | "deadline" | "actual" | "actual-start" | "actual-finish" | "duration"
             | "remaining" | "suspend" | "resume" | "expected-finish" | "as-late-as-possible" | "calendar"
             | "window" | "name" | "inactive" | constraint ;
    duration = quantity [ ".." quantity [ ".." quantity ] ] ;  (* likely, or low..high, or low..likely..high *)
    amount   = ( "+" | "-" ) quantity ;
    type     = "FS" | "SS" | "FF" | "SF" ;
    strength = "hard" | "soft" | "co" ;
    quantity = number ( "m" | "h" | "d" | "w" | "mo" | "eh" | "ed" | "ew" | "emo" ) ;
    """

  /// The keys that `set` takes.
  public static let keys =
    [
      "planned", "target", "deadline", "actual", "actual-start", "actual-finish", "duration", "remaining", "suspend",
      "resume", "expected-finish", "as-late-as-possible", "calendar", "window", "name", "inactive",
    ] + Constraint.Kind.allCases.map(\.rawValue)

  /// Reads a change expression.
  ///
  /// - Throws: ``ChangeProblem`` with the column of the first word that does not fit.
  public init(_ text: String, context: DateContext = DateContext(), evidence: Evidence = .none) throws(ChangeProblem) {
    var reader = ChangeReader(text, context: context, evidence: evidence)
    self.init(try reader.action(), text: text, evidence: evidence)
  }
}

/// Reads one change expression word by word.
private struct ChangeReader {
  private let characters: [Character]
  private var position = 0
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

  private mutating func money(of first: Word) throws(ChangeProblem) -> CostChange {
    var project: ProjectID?
    if first.text != "*" { project = ProjectID(try identifier(first).text) }
    _ = word()
    guard let item = word() else {
      throw problem(at: position, "no amount is named", "for example '\(first.text) cost forecast +10%'")
    }
    func change(_ name: Substring, _ amendment: CostChange.Amendment) -> CostChange {
      CostChange(project, CostChange.Item(word: String(name)), amendment)
    }
    if let equals = item.text.firstIndex(of: "=") {
      let value = item.text[item.text.index(after: equals)...]
      guard let amount = Amount(value) else { throw notMoney(String(value), at: item.start) }
      try end()
      return change(item.text[..<equals], .set(amount))
    }
    guard let more = word(), let sign = more.text.first, "+-−".contains(sign) else {
      throw problem(
        at: position, "nothing is said of '\(item.text)'",
        "for example '\(first.text) cost \(item.text) +10%' or '\(first.text) cost \(item.text)=42'")
    }
    try end()
    let isShare = more.text.last == "%"
    let digits = more.text.dropFirst().dropLast(isShare ? 1 : 0)
    guard let amount = Amount(digits), digits.first?.isNumber == true else {
      throw notMoney(String(digits), at: more.start)
    }
    let signed = sign == "+" ? amount.thousandths : -amount.thousandths
    return change(item.text[...], isShare ? .grow(signed) : .add(Amount(thousandths: signed)))
  }

  private func notMoney(_ text: String, at start: Int) -> ChangeProblem {
    problem(at: start, "'\(text)' is no amount", "a number such as 42 or 2.5, or a share such as +10%")
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

  // MARK: Risks

  /// What follows `risk`, or nil where that is the name of an activity of which something is said.
  private mutating func risk() throws(ChangeProblem) -> RiskChange? {
    guard let name = peek(), let sign = name.text.first, !"+-−→".contains(sign), !name.text.contains("="),
      name.text != "duration", name.text != "cost"
    else { return nil }
    var ahead = self
    _ = ahead.word()
    if ahead.peek()?.text.first == "=" { return nil }
    self = ahead
    let risk = try riskName(name)
    guard let key = word() else {
      throw problem(
        at: position, "nothing is said of the risk '\(risk)'", "for example 'risk \(risk) probability=0.2'")
    }
    if key.text == "impact" {
      guard let start = peek()?.start else {
        throw problem(at: position, "an activity is missing", "risk \(risk) impact x.test=2d..4d..9d")
      }
      let (activity, text, from) = try assignment(start, "risk \(risk) impact x.test=2d..4d..9d")
      let id = ActivityID(activity)
      guard id.isWellFormed else {
        throw ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badIdentifier, activity))
      }
      return RiskChange(risk, .impact(id, text == "none" ? nil : try estimate(text, at: from)))
    }
    let (word, text, from) = try assignment(key.start, "risk \(risk) probability=0.2")
    return RiskChange(risk, try riskEdit(word, text == "none" ? nil : text, at: from, key.start))
  }

  private func riskEdit(
    _ key: String, _ text: String?, at from: Int, _ start: Int
  ) throws(ChangeProblem) -> RiskChange.Edit {
    func level(_ letter: Character) throws(ChangeProblem) -> Int? {
      guard let text else { return nil }
      guard text.count == 2, text.first == letter, let level = Int(text.suffix(1)),
        RiskScales.levels.contains(level)
      else {
        let words = RiskScales.levels.map { "\(letter)\($0)" }
        throw ChangeProblem(
          column: from + 1,
          diagnostic: Diagnostic(
            .notAChoice, key, text, words.joined(separator: ", "), nearest(to: text, among: words) ?? ""))
      }
      return level
    }
    func range(least: Int64) throws(ChangeProblem) -> AmountRange? {
      guard let text else { return nil }
      guard let range = AmountRange(text), (range.low ?? range.likely).thousandths >= least else {
        throw problem(
          at: from, "'\(text)' is no range of one, two or three rising numbers\(least == 0 ? " from 0" : "")",
          "\(key)=0.9..1.15..1.6")
      }
      return range
    }
    switch key {
    case "likelihood": return .likelihood(try level("S"))
    case "consequence": return .consequence(try level("K"))
    case "factor": return .factor(try range(least: 0))
    case "cost": return .cost(try range(least: .min))
    case "probability":
      guard let text else { return .probability(nil) }
      guard let probability = Probability(text) else {
        throw problem(at: from, "'\(text)' is no probability", "a number from 0 to 1, or a range such as 0.1..0.3")
      }
      return .probability(probability)
    default:
      throw ChangeProblem(
        column: start + 1,
        diagnostic: Diagnostic(
          .unknownKey, key, "a change of a risk", nearest(to: key, among: RiskChange.keys) ?? "",
          RiskChange.keys.joined(separator: ", ")))
    }
  }

  private func riskName(_ word: Word) throws(ChangeProblem) -> String {
    guard isIdentifier(word.text) else {
      throw ChangeProblem(column: word.start + 1, diagnostic: Diagnostic(.badIdentifier, word.text))
    }
    return word.text
  }

  /// `key = value` from a place to the end of the text: the key, the value and where that stands.
  private mutating func assignment(
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

  // MARK: Values

  private func date(_ text: String, at start: Int) throws(ChangeProblem) -> DateSpan {
    do {
      return try DateSpan(text, context: context)
    } catch {
      throw ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badDate, text, error.hint))
    }
  }

  private func quantity(_ text: String, at start: Int) throws(ChangeProblem) -> Quantity {
    guard let quantity = Quantity(text), quantity.unit != .percent else {
      throw ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badQuantity, text))
    }
    return quantity
  }

  private func estimate(_ text: String, at start: Int) throws(ChangeProblem) -> Estimate {
    guard let estimate = Estimate(text) else {
      throw ChangeProblem(column: start + 1, diagnostic: Diagnostic(.badQuantity, text))
    }
    return estimate
  }

  private func identifier(_ word: Word?) throws(ChangeProblem) -> ActivityID {
    guard let word else { throw problem(at: position, "an id is missing", "for example x.a -> x.b") }
    let id = ActivityID(word.text)
    guard id.isWellFormed else {
      throw ChangeProblem(column: word.start + 1, diagnostic: Diagnostic(.badIdentifier, word.text))
    }
    return id
  }

  // MARK: Words

  private struct Word {
    var text: String
    var start: Int
  }

  private func peek() -> Word? {
    var copy = self
    return copy.word()
  }

  private mutating func word() -> Word? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    while position < characters.count, !characters[position].isWhitespace { position += 1 }
    return Word(text: String(characters[start..<position]), start: start)
  }

  private mutating func end() throws(ChangeProblem) {
    if let extra = word() {
      throw problem(
        at: extra.start, "'\(extra.text)' is one word too many",
        "a change says one thing; give several with several --change")
    }
  }

  private func problem(at start: Int, _ message: String, _ help: String) -> ChangeProblem {
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

extension Estimate {
  /// Reads `40d`, `30d..65d` or `30d..40d..65d`; nil where the text is no estimate or its parts do not fit together.
  public init?(_ text: String) {
    let texts = text.rangeParts
    let parts = texts.compactMap { Quantity($0) }
    guard parts.count == texts.count, parts.count <= 3,
      parts.allSatisfy({ !$0.isNegative && $0.unit != .percent }),
      parts.allSatisfy({ $0.isElapsed == parts[0].isElapsed })
    else { return nil }
    switch parts.count {
    case 1: self.init(parts[0])
    case 2:
      // The middle of the range, in the unit of the upper end where the two agree.
      guard parts[0].unit == parts[1].unit else { return nil }
      self.init(
        Quantity(thousandths: (parts[0].thousandths + parts[1].thousandths) / 2, unit: parts[0].unit), low: parts[0],
        high: parts[1])
    default: self.init(parts[1], low: parts[0], high: parts[2])
    }
  }
}

extension String {
  /// The text without white space at either end.
  package var trimmed: String {
    var slice = Substring(self)
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
