import PlanModel

extension Fields {
  /// A probability with its evidence: `0.3`, `0.2..0.4`, or the long form of a fact.
  func probability(_ key: String) -> Fact<Probability>? {
    guard let pair = pair(key), let (text, evidence, mark) = factText(pair.value, key, "a probability") else {
      return nil
    }
    if let probability = Probability(text) { return Fact(probability, evidence) }
    let place = reading.origin(mark, file)
    if text.rangeParts.contains(where: { Amount($0) == nil }) {
      reading.report(.badNumber, text.shortened, at: place)
    } else {
      reading.report(.wrongType, key, "a probability from 0 to 1, or a range of such", text.shortened, "0.3", at: place)
    }
    return nil
  }

  /// The digit of `S3` or `K4`, with its evidence.
  func level(_ key: String) -> Fact<Int>? {
    guard let pair = pair(key), let (text, evidence, mark) = factText(pair.value, key, "one word") else { return nil }
    let node = YamlNode(content: .scalar(text, isPlain: true), mark: mark, end: mark, isFlow: false)
    return oneOf(text, key, kind[key]?.form.words ?? [], node).flatMap { Int($0.dropFirst()) }.map {
      Fact($0, evidence)
    }
  }

  /// A number that is not sure, with its evidence: `4`, `2..4..9`, or `{ low:, likely:, high: }`.
  func range(_ key: String) -> Fact<AmountRange>? {
    guard let pair = pair(key) else { return nil }
    let place = reading.origin(pair.value.mark, file)
    guard case .mapping = pair.value.content else {
      guard let text = raw(pair.value, key, "a number or a range") else { return nil }
      guard let range = AmountRange(text) else {
        let isNumbers = !text.rangeParts.contains { Amount($0) == nil }
        reading.report(
          isNumbers ? .badEstimate : .badNumber,
          isNumbers ? "'\(text.shortened)' is no range of one, two or three rising numbers" : text.shortened, at: place)
        return nil
      }
      return Fact(range, Evidence(origin: place).within(evidence))
    }
    guard
      let long = Fields(
        pair.value, as: KeyTable.range, of: file, in: reading, at: pair.keyMark, within: evidence, named: key)
    else { return nil }
    let low = long.number("low")
    let high = long.number("high")
    let meaning = long.oneOf("as").flatMap(Estimate.Meaning.init) ?? .minMax
    let shape = long.oneOf("shape").flatMap(Estimate.Shape.init) ?? .triangular
    _ = (long.note, long.seeds)
    guard let likely = long.number("likely") else { return nil }
    let range = AmountRange(
      likely, low: low, high: high, meaning: meaning, shape: shape, lambda: long.lambda(of: shape))
    guard range.isInOrder else {
      reading.report(.badEstimate, "low, likely and high decrease in \(range)", at: long.origin)
      return nil
    }
    return Fact(range, long.evidence)
  }

  /// What a level of consequence means: a delay, or a mapping with delay and cost.
  func consequence(_ key: String) -> RiskScales.Impact? {
    guard let pair = pair(key) else { return nil }
    guard case .mapping = pair.value.content else {
      return estimate(pair.value, key).map { RiskScales.Impact(delay: $0, evidence: $0.evidence) }
    }
    guard
      let long = Fields(
        pair.value, as: KeyTable.consequence, of: file, in: reading, at: pair.keyMark, within: evidence, named: key)
    else { return nil }
    _ = (long.note, long.seeds)
    return RiskScales.Impact(delay: long.estimate("delay"), cost: long.range("cost"), evidence: long.evidence)
  }
}
