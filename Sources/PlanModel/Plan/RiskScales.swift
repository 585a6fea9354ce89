/// What the levels of a risk matrix mean in numbers: S1 to S5 as probabilities, K1 to K5 as delay and cost.
///
///     plan.riskScales.probability(ofLevel: 3)?.value.middle      // S3
///     plan.riskScales.impact(ofLevel: 4)?.delay?.value           // K4
///
/// A level that the plan does not give means no number.
public struct RiskScales: Hashable, Sendable {
  /// What a level of consequence means.
  public struct Impact: Hashable, Sendable {
    /// For each activity that the risk delays: working time lengthens it, elapsed time moves it like a slip.
    public var delay: Fact<Estimate>?
    /// Once for the risk, in the unit of the plan's costs.
    public var cost: Fact<AmountRange>?
    /// How the meaning of the level is known; ``delay`` and ``cost`` have evidence of their own.
    public var evidence: Evidence

    /// What a level brings if the risk happens; nil where the plan gives no number.
    public init(delay: Fact<Estimate>? = nil, cost: Fact<AmountRange>? = nil, evidence: Evidence = .none) {
      self.delay = delay
      self.cost = cost
      self.evidence = evidence
    }
  }

  /// The levels that a matrix has.
  public static let levels = 1...5

  /// By level.
  public var probabilities: [Int: Fact<Probability>] = [:]
  /// By level.
  public var impacts: [Int: Impact] = [:]

  /// Scales that give no level a number.
  public init() {}

  /// What `S` and the level means; nil where the plan does not say.
  public func probability(ofLevel level: Int) -> Fact<Probability>? { probabilities[level] }

  /// What `K` and the level means; nil where the plan does not say.
  public func impact(ofLevel level: Int) -> Impact? { impacts[level] }

  /// Whether no level means a number.
  public var isEmpty: Bool { probabilities.isEmpty && impacts.isEmpty }
}

extension Plan {
  /// How likely a risk is: its own probability, or what its level means; nil where neither is known.
  public func probability(of risk: Risk) -> Fact<Probability>? {
    risk.probability
      ?? risk.likelihood.flatMap { level in
        riskScales.probability(ofLevel: level.value).map { Fact($0.value, $0.evidence.resting(on: level.evidence)) }
      }
  }
}

extension Plan {
  /// The delays that a risk brings if it happens: its own, and by its level of consequence for what it `delays`.
  ///
  /// Levels that mean nothing delay nothing. O(impacts × delays).
  public func delays(by risk: Risk) -> [Risk.Impact] {
    guard let level = risk.consequence, let scale = riskScales.impact(ofLevel: level.value)?.delay else {
      return risk.impacts
    }
    let delay = Fact(scale.value, scale.evidence.resting(on: level.evidence))
    return risk.impacts
      + risk.delays.filter { id in !risk.impacts.contains { $0.activity == id } }.map { Risk.Impact($0, delay) }
  }

  /// What a risk costs if it happens: its own cost, or what its level of consequence means; nil where neither is known.
  public func cost(of risk: Risk) -> Fact<AmountRange>? {
    risk.cost
      ?? risk.consequence.flatMap { level in
        riskScales.impact(ofLevel: level.value)?.cost.map { Fact($0.value, $0.evidence.resting(on: level.evidence)) }
      }
  }
}

extension Evidence {
  /// The weaker of this evidence and another: what rests on both.
  func resting(on other: Evidence) -> Evidence { other.basis > basis ? other : self }
}
