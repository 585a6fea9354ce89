/// The name of an activity or milestone that people type: `amk-hso.integration-test`, or `dig` in a plan without projects.
///
/// Ids are letters (any script), digits and hyphens, with one dot between the project and the activity.
/// Two ids are equal when Unicode says that they are canonically equivalent.
public struct ActivityID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The whole id with its project, as people type it.
  public let text: String

  /// An id of any text; ``isWellFormed`` tells whether a plan allows it.
  @inlinable public init(_ text: String) { self.text = text }
  /// An id in source code: `let id: ActivityID = "amk-hso.oslo-start"`.
  public init(stringLiteral text: String) { self.text = text }

  /// The id of `activity` in `project`.
  public init(project: ProjectID?, activity: String) {
    text = project.map { "\($0.text).\(activity)" } ?? activity
  }

  /// The part before the dot, nil for an activity of no project.
  public var project: ProjectID? {
    guard let dot = text.firstIndex(of: ".") else { return nil }
    return ProjectID(String(text[..<dot]))
  }

  /// The part after the dot, or all of it.
  public var short: String {
    guard let dot = text.firstIndex(of: ".") else { return text }
    return String(text[text.index(after: dot)...])
  }

  /// The whole id, as files and results write it.
  public var description: String { text }
}

/// The name of a project or another node of the portfolio.
public struct ProjectID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The id without a dot, as people type it: `amk-hso`.
  public let text: String

  /// An id of any text; readers of plans allow what ``isIdentifier(_:)`` does.
  public init(_ text: String) { self.text = text }
  /// An id in source code: `let id: ProjectID = "amk-hso"`.
  public init(stringLiteral text: String) { self.text = text }

  /// The id as files and results write it.
  public var description: String { text }
}

/// The position of an activity in its plan: what arrays are indexed by.
public struct ActivityIndex: Hashable, Comparable, Sendable {
  /// Counted from 0 in the order of the plan.
  public let value: Int32

  /// The activity at this position; one that does not fit 32 bits is a mistake of the programmer.
  public init(_ value: Int) { self.value = Int32(value) }

  /// The activity that stands earlier in its plan is less.
  public static func < (a: ActivityIndex, b: ActivityIndex) -> Bool { a.value < b.value }
}

/// Whether a text can be one part of an id: letters, digits and hyphens, a letter or digit first.
public func isIdentifier(_ text: String) -> Bool {
  guard let first = text.first, first.isLetter || first.isNumber else { return false }
  return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } && text.utf8.count <= 200
}

extension ActivityID {
  /// Whether the id has the form that plans allow: one or two identifiers with a dot between.
  public var isWellFormed: Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { isIdentifier(String($0)) }
  }
}
