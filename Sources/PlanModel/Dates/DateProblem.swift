/// Why a text is not a date, and what to write instead.
///
///     do { _ = try DateSpan("31. april 2023") } catch { print(error.hint) }
public struct DateProblem: Error, Hashable, Sendable {
  /// What is wrong with a text.
  public enum Reason: Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// The words are no date that we know.
    case notADate
    /// The form is right, but the calendar has nothing of that name: "2023-04-31", "uke 53 2021".
    case noSuchDay(String)
    /// The date names no year and its document neither.
    case yearMissing
    /// A relative date ("neste tertial") needs the document's status date.
    case statusDateMissing
    /// The date lies outside the years that a plan may name.
    case outOfRange
    /// The last day comes before the first.
    case reversedInterval
    /// Two readings are equally good: "1/10-2022", "jul 2024".
    case ambiguous
    /// A date on its own words, and another in brackets that lies outside it.
    case contradiction
    /// Part of a larger standard that means nothing for a plan.
    case unsupported(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The whole text that was read.
  public let text: String

  /// A problem with a whole text.
  public init(_ reason: Reason, text: String) {
    self.reason = reason
    self.text = text
  }

  /// What to write instead, in one sentence.
  public var hint: String {
    switch reason {
    case .empty: "write a date such as 2023-04-05, 2023-11 or 'november 2023'"
    case .notADate: "write 2023-04-05, 2020-W35, 2023-11, 2024-Q1, 2023-05/2023-08 or words such as 'november 2023'"
    case .noSuchDay(let what): "the calendar has no \(what); check the number"
    case .yearMissing: "add the year, as in '11. mai 2023', or state the year of the report"
    case .statusDateMissing: "name the period itself, as in '2. tertial 2023', or state the status date"
    case .outOfRange: "use years from 1900 to 2200"
    case .reversedInterval: "put the first day first, as in 2023-05-01/2023-06-15"
    case .ambiguous: "write the date so that it has one reading, such as 2022-10-01, 'juli 2024' or 'før jul'"
    case .contradiction: "the date in brackets must lie inside the one before it; keep one of them"
    case .unsupported(let what): "\(what) is not understood; write the first and last day, as in 2023-05-01/2023-06-15"
    }
  }
}
