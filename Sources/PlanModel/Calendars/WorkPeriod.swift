/// A stretch of working time, in minutes of the day on which it starts.
///
///     WorkPeriod(from: 8 * 60, to: 15 * 60 + 30)   // 08:00–15:30
///     WorkPeriod(from: 22 * 60, to: 30 * 60)       // 22:00–06:00, a night shift
///
/// Work is possible in `from ..< to`. A period starts at minute 0 to 1439 of its day and may run into the next day, to
/// minute 2880 at most; the whole shift belongs to the day on which it starts.
public struct WorkPeriod: Hashable, Sendable {
  /// The first minute of work, counted from midnight.
  public let from: Int

  /// The boundary after the last minute of work; above 1440 it lies in the next day.
  public let to: Int

  /// A period from one minute of the day to another; ``WorkingCalendar/problems(in:)`` says what is wrong with it.
  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  /// The whole day: 00:00–24:00.
  public static let wholeDay = WorkPeriod(from: 0, to: 1440)
}

extension WorkPeriod: CustomStringConvertible {
  /// Hours and minutes, `08:00-15:30`; past midnight the hours go on counting: `22:00-30:00`.
  public var description: String {
    func clock(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(abs(minute % 60), 2))" }
    return "\(clock(from))-\(clock(to))"
  }
}

extension WorkPeriod {
  /// The same minutes as periods in order, apart from each other and inside `0 ..< limit`.
  ///
  /// Overlapping and touching periods become one; empty and reversed ones, and those that start outside the day, vanish.
  static func normalised(_ periods: [WorkPeriod], limit: Int = 2880) -> [WorkPeriod] {
    var union: [WorkPeriod] = []
    for period in periods.filter({ (0..<1440).contains($0.from) && $0.from < $0.to }).sorted(by: { $0.from < $1.from })
    {
      let to = min(period.to, limit)
      if let last = union.last, period.from <= last.to {
        union[union.count - 1] = WorkPeriod(from: last.from, to: max(last.to, to))
      } else {
        union.append(WorkPeriod(from: period.from, to: to))
      }
    }
    return union
  }
}
