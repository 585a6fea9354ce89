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

    init(source: Int32, line: Int, column: Int) {
      self.source = source
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }

    init(packed: Int64) {
      source = Int32(truncatingIfNeeded: packed >> 48) - 1
      line = Int32(truncatingIfNeeded: packed >> 20 & 0xFFF_FFFF)
      column = Int32(truncatingIfNeeded: packed & 0xF_FFFF)
    }
  }

  private var sources: [String] = []
  private var arguments: Set<Int32> = []
  private var numbers: [String: Int32] = [:]
  /// The places that are too far to be numbers themselves: −1 is the first.
  private var far: [Entry] = []

  /// A table in which no origin has a place yet.
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
    guard let entry = entry(origin) else { return nil }
    return Place(
      source: sources[Int(entry.source)], line: Int(entry.line), column: Int(entry.column),
      isArgument: arguments.contains(entry.source))
  }

  // MARK: Numbers

  mutating func number(of source: String) -> Int32 {
    if let known = numbers[source] { return known }
    let number = Int32(sources.count)
    sources.append(source)
    numbers[source] = number
    return number
  }

  mutating func add(source: Int32, line: Int, column: Int) -> Origin {
    let entry = Entry(source: source, line: line, column: column)
    if let near = Self.origin(source: entry.source, line: entry.line, column: entry.column) { return near }
    far.append(entry)
    return Origin(index: -Int64(far.count))
  }

  /// The origin that is a place itself, in the order of places: source and one more, line and column in 15, 28 and 20 bits.
  /// Nil where one of them is too large.
  @inline(__always)
  static func origin(source: Int32, line: Int32, column: Int32) -> Origin? {
    guard source >= 0, source < 0x7FFF, line >= 0, line < 1 << 28, column >= 0, column < 1 << 20 else { return nil }
    return Origin(index: Int64(source + 1) << 48 | Int64(line) << 20 | Int64(column))
  }

  private func entry(_ origin: Origin) -> Entry? {
    if origin.index < 0 { return origin.index >= -Int64(far.count) ? far[Int(-origin.index) - 1] : nil }
    let entry = Entry(packed: origin.index)
    return sources.indices.contains(Int(entry.source)) ? entry : nil
  }

  /// What plan order compares: the source, then the line, then the column.
  func order(of origin: Origin) -> (Int32, Int32, Int32) {
    guard let entry = entry(origin) else { return (-1, 0, 0) }
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
