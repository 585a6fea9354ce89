/// One difference from a plan, as scenarios and `--change` say it.
///
///     Change("amk-interregional.release-1-1 +6ew")
///     Change("amk-hso.oslo-start planned=januar 2024")
///
/// `Change+Grammar.swift` has the grammar; `Plan+Applying.swift` applies changes.
public struct Change: Hashable, Sendable {
  /// What is changed.
  public indirect enum Action: Hashable, Sendable {
    /// An own delay, elapsed, after all bounds.
    case slip(ActivityID, Quantity)
    /// More (or less) work.
    case lengthen(ActivityID, Quantity)
    case set(ActivityID, Attribute)
    /// Adds a link, or replaces the one of the same kind between the same two.
    case link(Link)
    /// Drops the links between two activities: of one kind, or all.
    case dropLink(from: ActivityID, to: ActivityID, Link.Kind?)
    case dropActivity(ActivityID)
    case add(Activity)
    /// Amends or drops a risk; moves no date that is certain.
    case risk(RiskChange)
    /// Amends an amount; moves no date.
    case cost(CostChange)
  }

  /// An attribute with its new value; nil clears it.
  public enum Attribute: Hashable, Sendable {
    case planned(DateSpan?)
    /// Nil switches the target off.
    case target(DateSpan?)
    case deadline(DateSpan?)
    case actual(DateSpan?)
    case actualStart(DateSpan?)
    case actualFinish(DateSpan?)
    case constraint(Constraint.Kind, DateSpan?)
    case duration(Estimate?)
    case remaining(Quantity?)
    case expectedFinish(DateSpan?)
    case suspended(DateSpan?)
    case resumes(DateSpan?)
    case asLateAsPossible(Bool)
    case calendar(String?)
    case window(String?)
    case name(String)
    case inactive(Bool)
  }

  public var action: Action
  /// The expression as written, for display.
  public var text: String
  public var evidence: Evidence
  public var seeds: [String] = []

  public init(_ action: Action, text: String, evidence: Evidence = .none) {
    self.action = action
    self.text = text
    self.evidence = evidence
  }
}

/// Why a change expression cannot be read.
public struct ChangeProblem: Error, Hashable, Sendable {
  /// The character where it went wrong, 1 for the first.
  public let column: Int
  public let diagnostic: Diagnostic

  /// The same problem at a place.
  public func located(at origin: Origin) -> Diagnostic {
    Diagnostic(diagnostic.code, values: diagnostic.values, severity: diagnostic.severity, at: origin)
  }
}
