/// What a measure does to a risk: `risk R1 probability=0.2`, `risk R1 impact x.test=2d..4d..9d`, `drop risk R1`.
///
/// The newer statement holds: a level of likelihood takes the place of a probability. Nil clears.
public struct RiskChange: Hashable, Sendable {
  /// What is said anew of a risk.
  public enum Edit: Hashable, Sendable {
    case probability(Probability?)
    /// 1 to 5.
    case likelihood(Int?)
    /// 1 to 5.
    case consequence(Int?)
    case impact(ActivityID, Estimate?)
    case factor(AmountRange?)
    case cost(AmountRange?)
    case drop
  }

  /// The keys of the grammar.
  public static let keys = ["probability", "likelihood", "consequence", "impact", "factor", "cost"]

  /// The id of the risk in the plan's register, such as `R1`; one that no risk has is a problem when applied.
  public var risk: String
  /// The one thing that is said anew; several of one risk are several changes.
  public var edit: Edit

  /// What is said anew of the risk with this id; whether there is one is seen when it is applied.
  public init(_ risk: String, _ edit: Edit) {
    self.risk = risk
    self.edit = edit
  }
}

extension Plan {
  /// Makes a change of a risk; the problem where it does not fit. O(risks).
  mutating func apply(_ change: RiskChange, _ evidence: Evidence) -> Diagnostic? {
    guard let place = risks.firstIndex(where: { $0.id == change.risk }) else {
      return unknownRisk(change.risk, at: evidence.origin)
    }
    var risk = risks[place]
    switch change.edit {
    case .probability(let probability): risk.probability = probability.map { Fact($0, evidence) }
    case .likelihood(let level):
      if let level, let old = risk.probability {
        // What has a number must not lose it unseen.
        guard riskScales.probability(ofLevel: level) != nil else {
          return Diagnostic(
            .badChange, "S\(level) is no number in this plan, and '\(risk.id)' has one (\(old.value))",
            "give S\(level) under 'risk-scales', or 'risk \(risk.id) probability=…'", at: evidence.origin)
        }
        risk.probability = nil
      }
      risk.likelihood = level.map { Fact($0, evidence) }
    case .consequence(let level): risk.consequence = level.map { Fact($0, evidence) }
    case .impact(let activity, let delay):
      risk.impacts.removeAll { $0.activity == activity }
      if let delay {
        risk.impacts.append(Risk.Impact(activity, Fact(delay, evidence)))
      } else {
        risk.delays.removeAll { $0 == activity }
      }
    case .factor(let factor): risk.factor = factor.map { Fact($0, evidence) }
    case .cost(let cost): risk.cost = cost.map { Fact($0, evidence) }
    case .drop:
      risks.remove(at: place)
      return nil
    }
    risks[place] = risk
    return nil
  }

  /// The refusal of a name that no risk has, with the nearest.
  func unknownRisk(_ name: String, at origin: Origin) -> Diagnostic {
    let names = risks.map(\.id)
    return Diagnostic(
      .unknownRisk, name, nearest(to: name, among: names) ?? "", listing("risks", names), at: origin)
  }

  /// Takes an activity out of all that risks and correlations say of it. O(risks + correlations) and their lists.
  mutating func forgetRisks(of id: ActivityID) {
    for place in risks.indices {
      risks[place].impacts.removeAll { $0.activity == id }
      risks[place].delays.removeAll { $0 == id }
      risks[place].stretches.removeAll { $0 == id }
    }
    for place in correlations.indices { correlations[place].activities.removeAll { $0 == id } }
    correlations.removeAll { $0.activities.count < 2 }
  }
}
