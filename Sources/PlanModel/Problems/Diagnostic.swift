/// One problem of a plan or a call, as data: a stable code, the names it is about, and where it stands.
///
/// ``message`` and ``help`` word it; only whoever read the plan can turn ``origin`` into a place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad a problem is; only errors refuse a plan.
  public enum Severity: UInt8, Hashable, Comparable, Sendable {
    case error, warning, note

    /// Worse is less: errors come before warnings, and warnings before notes.
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// What is wrong, as tests and programs match it.
  public let code: Code
  /// An error unless whoever found the problem says otherwise.
  public let severity: Severity
  /// The names and values that the wording uses, in the order that the code's wording expects.
  public let values: [String]
  /// Where the plan says what is wrong; ``Origin/memory`` for what stands in no file.
  public let origin: Origin
  /// Further places that belong to the problem: the links of a cycle, the first of two duplicates.
  public let related: [Origin]

  /// A problem that stands at one place, and concerns others where there are any.
  ///
  /// - Parameter values: what the wording of the code shows, in the order that it expects.
  public init(
    _ code: Code, _ values: String..., severity: Severity = .error, at origin: Origin = .memory, related: [Origin] = []
  ) {
    self.init(code, values: values, severity: severity, at: origin, related: related)
  }

  /// A problem that stands at one place, and concerns others where there are any.
  ///
  /// - Parameter values: what the wording of the code shows, in the order that it expects.
  public init(
    _ code: Code, values: [String], severity: Severity = .error, at origin: Origin = .memory, related: [Origin] = []
  ) {
    self.code = code
    self.severity = severity
    self.values = values
    self.origin = origin
    self.related = related
  }
}

/// What a plan must be mended for before it can be computed: all problems, in plan order.
public struct InvalidPlan: Error, Hashable, Sendable {
  /// All that was found, not just the first.
  public let diagnostics: [Diagnostic]

  /// The refusal of a plan for these problems.
  ///
  /// - Parameter diagnostics: in plan order; one at least.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
