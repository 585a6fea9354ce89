public enum Language: String, Hashable, Sendable, CaseIterable { case norwegian = "nb", english = "en" }
public struct DateSpan: Hashable, Sendable {
  public let earliest: Day?
  public let latest: Day?
  public let words: String
  public init(_ day: Day) { earliest = day; latest = day; words = day.description }
  public init(earliest: Day?, latest: Day?, words: String) {
    self.earliest = earliest; self.latest = latest; self.words = words
  }
  public init(_ text: String, context: DateContext = .init()) throws(DateProblem) { throw DateProblem(hint: "stub") }
}
public struct DateContext: Hashable, Sendable { public var reportYear: Int?; public init() {} }
public struct DateProblem: Error, Hashable, Sendable { public var hint: String }
