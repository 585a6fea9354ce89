extension ChangeReader {
  /// What follows `risk`, or nil where that is the name of an activity of which something is said.
  mutating func risk() throws(ChangeProblem) -> RiskChange? {
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

  func riskName(_ word: Word) throws(ChangeProblem) -> String {
    guard isIdentifier(word.text) else {
      throw ChangeProblem(column: word.start + 1, diagnostic: Diagnostic(.badIdentifier, word.text))
    }
    return word.text
  }
}
