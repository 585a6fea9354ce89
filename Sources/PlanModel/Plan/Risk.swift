/// A risk of the register.
public struct Risk: Hashable, Sendable {
  /// What the plan calls it; unique among its risks, and what changes of risks name.
  public var id: String
  /// Title, e.g. `Tilgjengelig infrastruktur`; empty: none.
  public var name: String
  /// Description; nil: none.
  public var what: String?
  /// 1 to 5; nil: unknown.
  public var likelihood: Fact<Int>?
  /// How grave it is, 1 to 5 as in K1 to K5; nil: unknown. ``Plan/riskScales`` may say what the level means.
  public var consequence: Fact<Int>?
  /// The likelihood, S1 to S5, that the report expects once measures work; nil: not said. Nothing is computed from it.
  public var expectedLikelihood: Int?
  /// The consequence, K1 to K5, that the report expects once measures work; nil: not said. Nothing is computed from it.
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
  /// Activities whose durations ``factor`` multiplies if it happens; empty: none.
  public var stretches: [ActivityID] = []
  /// What it costs if it happens, in the unit of the plan's costs.
  public var cost: Fact<AmountRange>?
  /// Names of projects, activities or dependencies that it concerns; nothing is computed from them.
  public var touches: [String] = []
  /// What has changed since the last report, in its words; nil: not said.
  public var change: String?
  /// What is done about it, in the order of the plan.
  public var measures: [Measure] = []
  /// Rows of the source facts that it carries, e.g. `D048`.
  public var seeds: [String] = []
  /// A remark for readers; nothing is computed from it.
  public var note: String?
  /// How it is known; facts inside it may have evidence of their own.
  public var evidence: Evidence

  /// How long a risk delays an activity if it happens.
  public struct Impact: Hashable, Sendable {
    /// What is delayed if the risk happens.
    public var activity: ActivityID
    /// Working time lengthens the activity, elapsed time moves it like a slip; drawn for this activity alone.
    public var delay: Fact<Estimate>

    /// A delay of one activity.
    ///
    /// - Parameter delay: in working time to lengthen the activity, in elapsed time to move it like a slip.
    public init(_ activity: ActivityID, _ delay: Fact<Estimate>) {
      self.activity = activity
      self.delay = delay
    }
  }

  /// What is done about a risk.
  public struct Measure: Hashable, Sendable {
    /// What the plan calls it among the measures of its risk, mostly a letter.
    public var id: String
    /// What is done.
    public var name: String
    /// Who is responsible, e.g. `RHF/SP`; nil: not said.
    public var owner: String?
    /// As reported, e.g. `Pågår`; nil: not reported.
    public var status: String?
    /// Whether the report names it for the first time.
    public var isNew = false
    /// The measure that took its place, as the plan names it; nil: none did.
    public var replacedBy: String?
    /// What it does to the plan, so that its worth can be computed; empty: not said, and it is not ranked.
    public var changes: [Change] = []
    /// Rows of the source facts that it carries, e.g. `D048`.
    public var seeds: [String] = []
    /// A remark for readers; nothing is computed from it.
    public var note: String?
    /// How it is known; that of the risk where it has none of its own.
    public var evidence: Evidence

    /// A measure that does not yet say what it does to the plan.
    public init(_ id: String, name: String, evidence: Evidence = .none) {
      self.id = id
      self.name = name
      self.evidence = evidence
    }
  }

  /// A risk that is not rated, and delays nothing until more is set.
  public init(_ id: String, name: String = "", evidence: Evidence = .none) {
    self.id = id
    self.name = name
    self.evidence = evidence
  }
}
