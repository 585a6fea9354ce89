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

  /// What is done to the plan; changes of a list are made in order, each to what those before it left.
  public var action: Action
  /// The expression as written, for display.
  public var text: String
  /// How the change is known, which every fact that it sets carries on; a what-if where it comes from `--change`.
  public var evidence: Evidence
  /// Rows of the source facts that the change carries, such as `D048`; empty: none.
  public var seeds: [String] = []

  /// A change that is already understood; nothing is checked before it is applied to a plan.
  ///
  /// - Parameter text: the expression that says the same, which results print.
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
  /// The code and its values, at no place of a file yet; ``located(at:)`` gives it one.
  public let diagnostic: Diagnostic

  /// The same problem at a place.
  public func located(at origin: Origin) -> Diagnostic {
    Diagnostic(diagnostic.code, values: diagnostic.values, severity: diagnostic.severity, at: origin)
  }
}
