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
  func origin(_ mark: YamlMark, _ text: SourceText) -> Origin {
    problems.places.add(source: text.source, line: Int(mark.line), column: Int(mark.column))
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
