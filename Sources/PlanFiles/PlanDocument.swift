public import PlanModel

/// A plan as its files say it, with the places of its facts.
public struct PlanDocument: Sendable {
  /// What the files say together; facts keep their origins, which ``places`` resolves.
  public let plan: Plan
  /// Resolves the origins in the plan's evidence and in what the engine reports about it.
  public var places: Places
  /// Warnings and notes, in plan order.
  public let diagnostics: [Diagnostic]
  /// The files that were read, as the user would name them, in plan order.
  public let files: [String]
  /// How dates without a year are read in this plan, for dates given on the command line.
  public let dateContext: DateContext
}
