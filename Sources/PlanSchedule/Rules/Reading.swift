/// Which end of what is imprecise a pass reads.
public struct Reading: Hashable, Sendable {
  /// On which day of their span imprecise dates are read.
  public enum Dates: UInt8, Hashable, Sendable { case first, last }
  /// At which end durations are read.
  public enum Durations: UInt8, Hashable, Sendable { case low, likely, high }

  /// Which day of every imprecise date counts, all across the plan.
  public var dates: Dates
  /// Which value of every estimate counts; one without a range has the same at all three.
  public var durations: Durations

  /// Any pair will do, such as first days with high durations.
  public init(dates: Dates, durations: Durations) {
    self.dates = dates
    self.durations = durations
  }

  /// First days, likely durations.
  public static let first = Reading(dates: .first, durations: .likely)
  /// Last days, likely durations.
  public static let last = Reading(dates: .last, durations: .likely)
  /// First days, low durations: nothing can come out earlier.
  public static let mostFavourable = Reading(dates: .first, durations: .low)
  /// Last days, high durations.
  public static let leastFavourable = Reading(dates: .last, durations: .high)
}
