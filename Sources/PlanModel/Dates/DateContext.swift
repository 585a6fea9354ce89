/// What a written date leaves unsaid and its document knows.
///
///     let report = DateContext(reportYear: 2023)
///     try DateSpan("11. mai", context: report)      // 2023-05-11
///
/// A status date adds what relative words need: with 2023-04-30, "neste tertial" is May to August 2023.
public struct DateContext: Hashable, Sendable {
  /// How often the document reports; "the next reporting period" is one of these.
  public enum ReportingPeriod: Hashable, Sendable {
    case month, quarter, tertial, half, year
  }

  /// The year of dates that name none; nil asks for the year of the status date, and without either a year is required.
  public var reportYear: Int?
  /// The last day the document tells about.
  public var statusDate: Day?
  /// How long "the next reporting period" is.
  public var reportingPeriod: ReportingPeriod
  /// Which days the seasons' words mean.
  public var seasons: SeasonTable
  /// The years that a date may lie in. Years outside 1 to 9999 are never accepted.
  public var years: ClosedRange<Int>

  /// A document of which nothing is known, except what is given.
  public init(
    reportYear: Int? = nil, statusDate: Day? = nil, reportingPeriod: ReportingPeriod = .tertial,
    seasons: SeasonTable = .standard, years: ClosedRange<Int> = 1900...2200
  ) {
    self.reportYear = reportYear
    self.statusDate = statusDate
    self.reportingPeriod = reportingPeriod
    self.seasons = seasons
    self.years = years
  }

  /// The year of a date that names none.
  var year: Int? { reportYear ?? statusDate?.year }

  func admits(_ year: Int) -> Bool { years.contains(year) && (1...9999).contains(year) }
}
