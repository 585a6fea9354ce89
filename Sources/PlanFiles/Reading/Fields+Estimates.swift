import PlanModel

extension Fields {
  /// A duration with its range and evidence: `30d`, `30d..65d`, or `{ low:, likely:, high: }`.
  func estimate(_ key: String) -> Fact<Estimate>? {
    guard let pair = pair(key) else { return nil }
    return estimate(pair.value, key)
  }

  func estimate(_ node: YamlNode, _ key: String) -> Fact<Estimate>? {
    guard case .mapping = node.content else {
      guard let text = raw(node, key, "an amount of time") else { return nil }
      let origin = reading.origin(node.mark, file)
      guard text.contains("..") else {
        guard let quantity = quantity(text, at: node.mark) else { return nil }
        return Fact(Estimate(quantity), Evidence(origin: origin).within(evidence))
      }
      guard let estimate = Estimate(text) else {
        reading.report(.badQuantity, text.shortened, at: origin)
        return nil
      }
      let parts = [estimate.low, estimate.likely, estimate.high].compactMap { $0 }
      guard parts.allSatisfy({ quantity($0.description, at: node.mark) != nil }), isInOrder(estimate, at: origin)
      else { return nil }
      return Fact(estimate, Evidence(origin: origin).within(evidence))
    }
    let hasValues = node.keys.contains("values")
    guard
      let long = Fields(
        node, as: KeyTable.estimate, of: file, in: reading, within: evidence, named: key,
        given: hasValues ? ["likely"] : [])
    else { return nil }
    if hasValues { return long.outcomes() }
    let low = long.quantity("low")
    let high = long.quantity("high")
    let meaning = long.oneOf("as").flatMap(Estimate.Meaning.init) ?? .minMax
    let shape = long.oneOf("shape").flatMap(Estimate.Shape.init) ?? .triangular
    if shape == .discrete, !long.isCut {
      reading.report(.missingKey, "values", "a discrete estimate", "{ 5d: 0.7, 9d: 0.3 }", at: long.origin)
      return nil
    }
    guard let likely = long.quantity("likely") else { return nil }
    let estimate = Estimate(
      likely, low: low, high: high, meaning: meaning, shape: shape, lambda: long.lambda(of: shape))
    guard long.isInOrder(estimate, at: long.origin) else { return nil }
    return Fact(estimate, long.evidence)
  }

  /// Whether low, likely and high do not decrease and are all working or all elapsed time.
  private func isInOrder(_ estimate: Estimate, at origin: Origin) -> Bool {
    let named = [("low", estimate.low), ("likely", estimate.likely), ("high", estimate.high)]
    let parts = named.compactMap { part in part.1.map { (name: part.0, quantity: $0) } }
    for (a, b) in zip(parts, parts.dropFirst()) {
      if a.quantity.isElapsed != b.quantity.isElapsed {
        reading.report(
          .badEstimate, "\(a.name) (\(a.quantity)) and \(b.name) (\(b.quantity)) mix working and elapsed time",
          at: origin)
        return false
      }
      if size(a.quantity) > size(b.quantity) {
        reading.report(
          .badEstimate, "\(a.name) (\(a.quantity)) is more than \(b.name) (\(b.quantity))", at: origin)
        return false
      }
    }
    return true
  }

  /// Minutes, with 30 days for an elapsed month.
  func size(_ quantity: Quantity) -> Int64 {
    if quantity.unit == .elapsedMonths { return quantity.thousandths * 43_200 / 1000 }
    return reading.lengths.minutes(of: quantity) ?? 0
  }

  // MARK: Hours

  /// Working hours of a day: `08:00-11:30, 12:00-16:00`, or `closed`; a period past midnight belongs to its first day.
  func hours(_ key: String) -> [WorkPeriod]? {
    guard let pair = pair(key), let text = raw(pair.value, key, "working hours") else { return nil }
    if text == "closed" { return [] }
    var periods: [WorkPeriod] = []
    func refuse(_ reason: String) -> [WorkPeriod]? {
      reading.report(.badHours, text.shortened, reason, at: reading.origin(pair.value.mark, file))
      return nil
    }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { clock(String($0).trimmed) }
      guard ends.count == 2, let from = ends[0], var to = ends[1] else {
        return refuse("'\(String(part).trimmed)' is no period such as 08:00-15:30")
      }
      guard from < 1440 else { return refuse("a period begins before 24:00") }
      if to <= from { to += 1440 }
      guard to <= 2880, to - from <= 1440 else { return refuse("a period is at most 24 hours") }
      if let last = periods.last, from < last.to { return refuse("periods must not overlap") }
      periods.append(WorkPeriod(from: from, to: to))
    }
    return periods
  }

  /// Minutes since midnight of `8:00` to `48:00`.
  private func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let hours = Int(parts[0]),
      let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 2880
    else { return nil }
    return hours * 60 + minutes
  }
}
