public import PlanModel

/// Why files cannot be read as a plan: every problem of every file, in plan order.
///
/// Its ``description`` is what the command prints.
public struct InvalidInput: Error, Sendable, CustomStringConvertible {
  /// Errors, and the warnings and notes found on the way.
  public let diagnostics: [Diagnostic]
  /// Resolves the places of the diagnostics.
  public let places: Places

  /// Problems as they are to be printed: in plan order, which is not checked here.
  public init(_ diagnostics: [Diagnostic], places: Places) {
    self.diagnostics = diagnostics
    self.places = places
  }

  /// The problems that refuse the plan, with the places of the files that it was read from.
  public init(_ problem: InvalidPlan, places: Places) {
    self.init(places.sorted(problem.diagnostics), places: places)
  }

  /// Every diagnostic with its place, its related places and its help, on lines of their own.
  public var description: String { places.describe(diagnostics) }
}
