import PlanModel

/// The problems found while files are read, and the places they refer to.
struct Problems {
  private(set) var found: [Diagnostic] = []
  var places = Places()
  /// Whether something could not be read, so that references to it must not be called unknown.
  var isIncomplete = false

  mutating func add(_ diagnostic: Diagnostic) { found.append(diagnostic) }

  mutating func add(
    _ code: Diagnostic.Code, _ values: String..., severity: Diagnostic.Severity = .error, at origin: Origin,
    related: [Origin] = []
  ) {
    add(Diagnostic(code, values: values, severity: severity, at: origin, related: related))
  }

  var hasErrors: Bool { found.contains { $0.severity == .error } }
  var sorted: [Diagnostic] { places.sorted(found) }
}
