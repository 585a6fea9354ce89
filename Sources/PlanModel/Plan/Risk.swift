/// A risk of the register.
public struct Risk: Hashable, Sendable {
  public var id: String
  public var name: String
  public var what: String?
  /// 1 to 5; nil: unknown.
  public var likelihood: Fact<Int>?
  public var consequence: Fact<Int>?
  public var expectedLikelihood: Int?
  public var expectedConsequence: Int?
  /// Likelihood as a number; where there is none, ``Plan/riskScales`` may say what the level means.
  public var probability: Fact<Probability>?
  /// Delay of named activities if it happens; one draw each.
  public var impacts: [Impact] = []
  /// Activities that it delays by what its level of consequence means; one of ``impacts`` goes before that.
  public var delays: [ActivityID] = []
  /// What it multiplies durations by if it happens: a risk driver. One draw for all that it ``stretches``; factors of
  /// several risks multiply. With probability 1 it is uncertainty that activities share.
  public var factor: Fact<AmountRange>?
  public var stretches: [ActivityID] = []
  /// What it costs if it happens, in the unit of the plan's costs.
  public var cost: Fact<AmountRange>?
  public var touches: [String] = []
  public var change: String?
  public var measures: [Measure] = []
  public var seeds: [String] = []
  public var note: String?
  public var evidence: Evidence

  /// How long a risk delays an activity if it happens.
  public struct Impact: Hashable, Sendable {
    public var activity: ActivityID
    public var delay: Fact<Estimate>

    public init(_ activity: ActivityID, _ delay: Fact<Estimate>) {
      self.activity = activity
      self.delay = delay
    }
  }

  /// What is done about a risk.
  public struct Measure: Hashable, Sendable {
    public var id: String
    public var name: String
    public var owner: String?
    public var status: String?
    public var isNew = false
    public var replacedBy: String?
    public var changes: [Change] = []
    public var seeds: [String] = []
    public var note: String?
    public var evidence: Evidence

    public init(_ id: String, name: String, evidence: Evidence = .none) {
      self.id = id
      self.name = name
      self.evidence = evidence
    }
  }

  public init(_ id: String, name: String = "", evidence: Evidence = .none) {
    self.id = id
    self.name = name
    self.evidence = evidence
  }
}
