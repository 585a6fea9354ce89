/// A name for a scenario.
public struct ScenarioID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// As the plan writes it, e.g. `plan-b`.
  public let text: String

  /// The name with this text, which is not checked here.
  public init(_ text: String) { self.text = text }
  /// So that a literal can stand where a name of a scenario is asked for.
  public init(stringLiteral text: String) { self.text = text }

  /// Its text alone.
  public var description: String { text }
}

/// An overlay of changes on a plan. Applying one never edits the base.
public struct Scenario: Hashable, Sendable {
  /// What choices, other scenarios and questions name it by.
  public var id: ScenarioID
  /// Display name; empty: the id.
  public var name: String
  /// Scenarios applied before this one, in order.
  public var extends: [ScenarioID] = []
  /// Its own changes, applied in this order after those of what it ``extends``.
  public var changes: [Change] = []
  /// What a report itself says of the plan, e.g. `not-realistic`; never produced by computing.
  public var statedVerdict: Fact<String>?
  /// Rows of the source facts that it carries, e.g. `D048`.
  public var seeds: [String] = []
  /// A remark for readers; nothing is computed from it.
  public var note: String?
  /// How it is known; its changes have the same where they have none of their own.
  public var evidence: Evidence

  /// An overlay that extends no other.
  ///
  /// - Parameter changes: in the order in which they apply.
  public init(_ id: ScenarioID, name: String = "", changes: [Change] = [], evidence: Evidence = .none) {
    self.id = id
    self.name = name
    self.changes = changes
    self.evidence = evidence
  }

  /// The name for people, on one line; the id where there is none. ``name`` stays as written.
  public var title: String {
    let line = name.oneLine
    return line.isEmpty ? id.text : line
  }
}

/// Exclusive alternatives: at most one of the scenarios applies.
public struct Choice: Hashable, Sendable {
  /// What the plan calls it; unique among its choices.
  public var id: String
  /// Display name, e.g. `Fremdriftsplan for AMK`; empty: the id.
  public var name: String
  /// The scenarios of which at most one may be applied at a time, in the order of the plan.
  public var alternatives: [ScenarioID]
  /// The milestone that decides.
  public var decidedBy: ActivityID?
  /// The alternative in force.
  public var formal: ScenarioID?
  /// The alternative that is expected.
  public var expected: ScenarioID?
  /// How the choice, and which alternative is in force or expected, is known.
  public var evidence: Evidence

  /// A choice between scenarios.
  ///
  /// - Parameters:
  ///   - formal: one of the alternatives; nil: the plan does not say which is in force.
  ///   - expected: one of the alternatives; nil: the plan does not say which is expected.
  public init(
    _ id: String, name: String = "", alternatives: [ScenarioID], decidedBy: ActivityID? = nil,
    formal: ScenarioID? = nil, expected: ScenarioID? = nil, evidence: Evidence = .none
  ) {
    self.id = id
    self.name = name
    self.alternatives = alternatives
    self.decidedBy = decidedBy
    self.formal = formal
    self.expected = expected
    self.evidence = evidence
  }
}
