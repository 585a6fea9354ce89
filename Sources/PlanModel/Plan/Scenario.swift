/// A name for a scenario.
public struct ScenarioID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.text = text }

  public var description: String { text }
}

/// An overlay of changes on a plan. Applying one never edits the base.
public struct Scenario: Hashable, Sendable {
  public var id: ScenarioID
  public var name: String
  /// Scenarios applied before this one, in order.
  public var extends: [ScenarioID] = []
  public var changes: [Change] = []
  /// What a report itself says of the plan, e.g. `not-realistic`; never produced by computing.
  public var statedVerdict: Fact<String>?
  public var seeds: [String] = []
  public var note: String?
  public var evidence: Evidence

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
  public var id: String
  public var name: String
  public var alternatives: [ScenarioID]
  /// The milestone that decides.
  public var decidedBy: ActivityID?
  /// The alternative in force.
  public var formal: ScenarioID?
  /// The alternative that is expected.
  public var expected: ScenarioID?
  public var evidence: Evidence

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
