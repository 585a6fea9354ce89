public import PlanModel

/// How far apart two stated dates are, in the units they were stated in and in days.
///
///     SpanDifference(from: november2023, to: january2024)   // 2 months (32–91 days, first to first 61)
public struct SpanDifference: Hashable, Sendable {
  /// Whole months between two dates that are stated as months; nil where either is not.
  public let months: Int?
  /// The least and the most days by which they can differ.
  public let days: ClosedRange<Int>
  /// Days from the first day of one date to the first day of the other; negative where the other is earlier.
  public let firstToFirst: Int

  /// Nil where either date is open on a side.
  public init?(from: DateSpan, to: DateSpan) {
    guard let fromFirst = from.earliest, let fromLast = from.latest, let toFirst = to.earliest, let toLast = to.latest
    else { return nil }
    let (least, most) = (toFirst - fromLast, toLast - fromFirst)
    days = min(least, most)...max(least, most)
    firstToFirst = toFirst - fromFirst
    func month(_ first: Day, _ last: Day) -> Int? {
      first.dayOfMonth == 1 && last == first + (Day.length(ofMonth: first.month, year: first.year) - 1)
        ? first.year * 12 + first.month : nil
    }
    if let a = month(fromFirst, fromLast), let b = month(toFirst, toLast) { months = b - a } else { months = nil }
  }
}
