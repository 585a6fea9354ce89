import PlanModel

extension Fields {
  /// One of several durations: `values: { 5d: 0.7, 9d: 0.3 }` of an estimate.
  func outcomes() -> Fact<Estimate>? {
    for key in ["low", "likely", "high", "as", "lambda"] where has(key) {
      reading.report(
        .contradiction, "'values' says all that '\(key)' could", "keep one of them", at: place(key))
      return nil
    }
    if let shape = oneOf("shape"), shape != Estimate.Shape.discrete.rawValue {
      reading.report(
        .contradiction, "'values' are of the shape discrete, not \(shape)", "leave out 'shape'", at: place("shape"))
      return nil
    }
    var values: [Estimate.Outcome] = []
    let pairs = named("values", checkingIDs: false)
    for pair in pairs {
      guard let duration = quantity(pair.key, at: pair.keyMark),
        let text = raw(pair.value, pair.key, "a probability"), let probability = number(text, pair.value)
      else { continue }
      values.append(Estimate.Outcome(duration, probability))
    }
    guard case .mapping? = pair("values")?.value.content, values.count == pairs.count else { return nil }
    values.sort { size($0.duration) < size($1.duration) }
    if let estimate = Estimate(values: values) { return Fact(estimate, evidence) }
    let isMixed = values.contains { $0.duration.isElapsed != values[0].duration.isElapsed }
    reading.report(
      .badEstimate,
      isMixed
        ? "'values' mix working and elapsed time"
        : "the probabilities of 'values' must be from 0 to 1, and 1 together", at: place("values"))
    return nil
  }

  /// The weight of likely, where the shape is one that has it.
  func lambda(of shape: Estimate.Shape) -> Amount? {
    guard let lambda = number("lambda") else { return nil }
    if shape != .pert {
      reading.report(
        .contradiction, "'lambda' belongs to the shape pert, not \(shape.rawValue)", "write 'shape: pert'",
        at: place("lambda"))
      return nil
    }
    guard (1...100_000).contains(lambda.thousandths) else {
      reading.report(
        .wrongType, "lambda", "a number above 0 and at most 100", lambda.description, "4", at: valuePlace("lambda"))
      return nil
    }
    return lambda
  }
}

extension YamlNode {
  /// The keys of a mapping; none of anything else.
  var keys: [String] { if case .mapping(let pairs) = content { pairs.map(\.key) } else { [] } }
}
