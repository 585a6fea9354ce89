import PlanModel

/// What is at hand while the files of a plan are read: problems, places, and how dates and units are understood.
///
/// One object for all files, used by one thread.
final class Reading {
  var problems = Problems()
  var context = DateContext()
  var lengths = UnitLengths(day: 1440, daysPerWeek: 7, daysPerMonth: 30)
  private var spans: [String: DateSpan] = [:]

  /// The place of something in a file.
  @inline(__always)
  func origin(_ mark: YamlMark, _ text: SourceText) -> Origin {
    Places.origin(source: text.source, line: mark.line, column: mark.column)
      ?? problems.places.add(source: text.source, line: Int(mark.line), column: Int(mark.column))
  }

  /// What every duration and lag is within: a hundred years, in minutes.
  static let longest = 100 * 366 * 1440

  /// Whether an amount is at most a hundred years, or a million percent.
  func isWithinReach(_ quantity: Quantity) -> Bool {
    switch quantity.unit {
    case .percent: quantity.thousandths.magnitude <= 1_000_000_000
    case .elapsedMonths: quantity.thousandths.magnitude <= 1_200_000
    default: lengths.minutes(of: quantity).map { $0.magnitude <= Reading.longest } ?? false
    }
  }

  func report(
    _ code: Diagnostic.Code, _ values: String..., severity: Diagnostic.Severity = .error, at origin: Origin,
    related: [Origin] = []
  ) {
    problems.add(Diagnostic(code, values: values, severity: severity, at: origin, related: related))
  }

  /// A date, read once for each of its spellings.
  func span(_ text: String) throws(DateProblem) -> DateSpan {
    if let known = spans[text] { return known }
    let span = try DateSpan(text, context: context)
    spans[text] = span
    return span
  }
}
