import PlanModel
public import PlanSchedule

extension RiskModel {
  /// What a plan says is not sure: durations with a range and their correlations, dates that may be one of several days,
  /// risks that have both a probability and an impact.
  ///
  /// A range runs from the least to the greatest value, or from P10 to P90 where the plan says so; then its ends can lie
  /// outside, but never below one minute. A range that has no distribution of its shape is drawn as a triangle.
  ///
  /// - Complexity: O(activities + risks).
  public init(_ network: Network) {
    self.init(drawingDaysOf: network)
    let activities = network.plan.activities
    for place in activities.indices {
      guard activities[place].kind == .task, let estimate = activities[place].duration?.value else { continue }
      let position = network.position(ActivityIndex(place))
      let likely = Double(network.duration[position])
      let low = network.lowDuration.map { Double($0[position]) } ?? likely
      let high = network.highDuration.map { Double($0[position]) } ?? likely
      if let distribution = Distribution(estimate, low: low, likely: likely, high: high, network.lengths) {
        durations[position] = distribution
      }
    }
    for risk in network.plan.risks { add(risk) }
    for group in network.plan.correlations {
      for (place, one) in group.activities.enumerated() {
        for other in group.activities[(place + 1)...] {
          correlate(one, other, by: Double(group.value.thousandths) / 1000)
        }
      }
    }
  }

  private mutating func add(_ risk: Risk) {
    guard let fact = network.plan.probability(of: risk) else { return }
    let probability = Double(fact.value.middle.thousandths) / 1000
    let delays = network.plan.delays(by: risk).compactMap { impact -> Delay? in
      guard let index = network.plan.index(of: impact.activity) else { return nil }
      let estimate = impact.delay.value
      func minutes(_ quantity: Quantity?) -> Double? {
        quantity.flatMap { network.lengths.minutes(of: $0) }.map(Double.init)
      }
      guard let likely = minutes(estimate.likely) else { return nil }
      let low = minutes(estimate.low) ?? likely
      let high = minutes(estimate.high) ?? likely
      guard
        let distribution = Distribution(estimate, low: low, likely: likely, high: high, network.lengths)
          ?? (try? Distribution.constant(likely))
      else { return nil }
      return Delay(
        position: Int32(network.position(index)), minutes: distribution, isElapsed: estimate.likely.isElapsed)
    }
    if let factor = risk.factor.flatMap({ Distribution(factor: $0.value) }), !risk.stretches.isEmpty {
      addDriver(risk.id, probability: probability, factor: factor, of: risk.stretches)
    }
    if !delays.isEmpty { events.append(Event(id: risk.id, probability: probability, delays: delays)) }
  }
}

extension Distribution {
  /// The distribution of a factor.
  init?(factor range: AmountRange) {
    func number(_ amount: Amount) -> Double { Double(amount.thousandths) / 1000 }
    let likely = number(range.likely)
    let low = range.low.map(number) ?? likely
    let high = range.high.map(number) ?? likely
    let lambda = range.lambda.map(number) ?? 4
    guard
      let made = Distribution(range.meaning, range.shape, low: low, likely: likely, high: high, lambda: lambda)
        ?? (try? Distribution.constant(likely))
    else { return nil }
    self = made
  }

  /// The distribution of an estimate, in minutes; nil where it says one value.
  init?(_ estimate: Estimate, low: Double, likely: Double, high: Double, _ lengths: UnitLengths) {
    let lambda = estimate.lambda.map { Double($0.thousandths) / 1000 } ?? 4
    if estimate.shape == .discrete, let made = Distribution.outcomes(of: estimate, lengths) {
      self = made
    } else {
      self.init(estimate.meaning, estimate.shape, low: low, likely: likely, high: high, lambda: lambda)
    }
  }

  /// A range as a distribution, as a triangle where its shape has none; nil where it is one value.
  private init?(
    _ meaning: Estimate.Meaning, _ shape: Estimate.Shape, low: Double, likely: Double, high: Double, lambda: Double
  ) {
    guard low < high, low <= likely, likely <= high else { return nil }
    let triangle = { try? Distribution.triangular(min: low, mode: likely, max: high) }
    let made: Distribution? =
      switch (meaning, shape) {
      case (.minMax, .triangular), (_, .discrete): triangle()
      case (.minMax, .pert): try? .pert(min: low, mode: likely, max: high, lambda: lambda)
      case (_, .uniform): try? .uniform(min: low, max: high)
      case (.p10p90, .triangular): try? .trigen(p10: low, mode: likely, p90: high)
      case (.p10p90, .pert): try? .pert(p10: low, mode: likely, p90: high, lambda: lambda)
      case (_, .lognormal): try? .lognormal(p10: low, p90: high)
      case (_, .normal): try? .normal(p10: low, p90: high)
      }
    guard let distribution = made ?? triangle() else { return nil }
    self = distribution
  }

  /// The values of an estimate in minutes; nil where a value has no fixed length.
  private static func outcomes(of estimate: Estimate, _ lengths: UnitLengths) -> Distribution? {
    // Probabilities are rounded to thousandths.
    let sum = Double(estimate.values.reduce(0) { $0 + $1.probability.thousandths })
    let outcomes = estimate.values.compactMap { outcome in
      lengths.minutes(of: outcome.duration).map {
        Outcome(Double($0), probability: Double(outcome.probability.thousandths) / sum)
      }
    }
    return outcomes.count == estimate.values.count ? try? .discrete(outcomes) : nil
  }
}
