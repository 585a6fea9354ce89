public import PlanModel

/// Where facts stand: the table behind ``PlanModel/Origin``.
///
///     places.describe(diagnostic)
///     // site.yaml:57:14: error[unknown-activity]: no activity is called 'crue'; did you mean 'cure'?
///
/// The engine carries origins about and never looks inside; only printing resolves them, here.
public struct Places: Sendable {
  /// One place in a file, or in an expression of the call.
  public struct Place: Hashable, Sendable {
    /// A file as the user named it, or what else holds text: `--change 2`.
    public let source: String
    /// 1 for the first; 0 where the place is a file as a whole, or has no lines.
    public let line: Int
    /// The character of the line, 1 for the first; 0 where there is none.
    public let column: Int
    /// Whether `source` is part of the call and not a file.
    public let isArgument: Bool
  }

  private struct Entry {
    var source: Int32
    var line: Int32
    var column: Int32
  }

  private var sources: [String] = []
  private var arguments: Set<Int32> = []
  private var numbers: [String: Int32] = [:]
  private var entries: [Entry] = []

  public init() {}

  /// A new origin for a place in a file.
  ///
  /// Give line and column 0 for the file as a whole.
  public mutating func add(file: String, line: Int, column: Int) -> Origin {
    add(source: number(of: file), line: line, column: column)
  }

  /// A new origin for a place in an argument of the call, such as `--change 2`.
  public mutating func add(argument label: String, column: Int) -> Origin {
    let source = number(of: label)
    arguments.insert(source)
    return add(source: source, line: 0, column: column)
  }

  /// The place of an origin, nil for facts made in memory.
  public subscript(origin: Origin) -> Place? {
    guard origin.index > 0, Int(origin.index) <= entries.count else { return nil }
    let entry = entries[Int(origin.index) - 1]
    return Place(
      source: sources[Int(entry.source)], line: Int(entry.line), column: Int(entry.column),
      isArgument: arguments.contains(entry.source))
  }

  // MARK: Numbers

  /// Makes room for so many more places.
  mutating func reserve(_ count: Int) { entries.reserveCapacity(entries.count + count) }

  mutating func number(of source: String) -> Int32 {
    if let known = numbers[source] { return known }
    let number = Int32(sources.count)
    sources.append(source)
    numbers[source] = number
    return number
  }

  mutating func add(source: Int32, line: Int, column: Int) -> Origin {
    entries.append(Entry(source: source, line: Int32(clamping: line), column: Int32(clamping: column)))
    return Origin(index: Int32(clamping: entries.count))
  }

  /// What plan order compares: the source, then the line, then the column.
  func order(of origin: Origin) -> (Int32, Int32, Int32) {
    guard origin.index > 0, Int(origin.index) <= entries.count else { return (-1, 0, 0) }
    let entry = entries[Int(origin.index) - 1]
    return (entry.source, entry.line, entry.column)
  }

  /// The diagnostics in plan order; those at one place stay in the order they were found.
  func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let (left, right) = (order(of: a.element.origin), order(of: b.element.origin))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}

extension Places.Place: CustomStringConvertible {
  /// `site.yaml:57:14`, `site.yaml`, or `--change 2, column 7`.
  public var description: String {
    if isArgument { return column > 0 ? "\(source), column \(column)" : source }
    if line == 0 { return source }
    return column > 0 ? "\(source):\(line):\(column)" : "\(source):\(line)"
  }
}
