/// How a plan is scheduled. The options live in the plan and are printed with every result.
public struct PlanOptions: Hashable, Sendable {
  /// Whose habits hold: our own, or those of a tool whose file was read.
  public enum Profile: String, Hashable, Sendable, CaseIterable { case strict, msp, p6 }
  /// Which calendar the working time of lags runs on.
  public enum LagCalendar: String, Hashable, Sendable, CaseIterable {
    case predecessor, successor, plan
    case aroundTheClock = "24h"
  }
  /// Which float an activity is given: at its start, at its finish, or the smaller.
  public enum Float: String, Hashable, Sendable, CaseIterable { case smallest, start, finish }
  /// What the work that is left of started activities waits for.
  public enum Progress: String, Hashable, Sendable, CaseIterable {
    /// For all its links, as ever.
    case retainedLogic = "retained-logic"
    /// For none of them: it goes on from the status date.
    case progressOverride = "progress-override"
    /// For links from what has happened, also after the status date; not for links from what has not.
    case actualDates = "actual-dates"
  }
  /// From which end dates are laid out.
  public enum ScheduleFrom: String, Hashable, Sendable, CaseIterable { case start, finish }

  /// Whose habits the plan asks for. Every plan is scheduled as `strict` so far.
  public var profile: Profile = .strict
  /// The calendar of lags in working units, for all links; elapsed lags run around the clock.
  public var lagCalendar: LagCalendar = .predecessor
  /// Length of the unit `d` in working minutes; nil: that of the default calendar.
  public var minutesPerDay: Int?
  /// Length of the unit `w` in `d`; nil: that of the default calendar.
  public var daysPerWeek: Int?
  /// Length of the unit `mo` in `d`; nil: that of the default calendar.
  public var daysPerMonth: Int?
  /// Activities with at most this total float are critical; working time. Negative: only what is at least that late.
  public var criticalFloat: Quantity = .days(0)
  /// Links and activities with at most this float count as tight.
  public var tightFloat: Quantity = .days(10)
  /// Which total float is reported where start and finish have different ones.
  public var float: Float = .smallest
  /// How work goes on that began before its predecessors were done; never before the status date.
  public var progress: Progress = .retainedLogic
  /// From the finish, everything not begun is as late as the plan's must-finish-by allows.
  public var scheduleFrom: ScheduleFrom = .start
  /// Where the plan says so.
  public var scheduleFromOrigin: Origin = .memory

  /// The options of a plan that says nothing: working lags on the predecessor's calendar, critical without float.
  public init() {}
}

/// The lengths of the working units of a plan, in minutes.
public struct UnitLengths: Hashable, Sendable {
  /// Working minutes of a `d`: 480 for eight hours.
  public let day: Int
  /// Working minutes of the unit `w`.
  public let week: Int
  /// Working minutes of the unit `mo`.
  public let month: Int

  /// Weeks and months of so many days of this length.
  ///
  /// - Parameter day: the length of the unit `d` in working minutes, e.g. 450 for days of seven and a half hours.
  public init(day: Int, daysPerWeek: Int, daysPerMonth: Int) {
    self.day = day
    week = day * daysPerWeek
    month = day * daysPerMonth
  }

  /// Working minutes of a quantity in working units, elapsed minutes of one in elapsed units, rounded half away from
  /// zero; nil for percentages, which have no length of their own, and for elapsed months, which are 30 days where an
  /// amount is lowered.
  public func minutes(of quantity: Quantity) -> Int64? {
    let unit: Int
    switch quantity.unit {
    case .minutes, .elapsedMinutes: unit = 1
    case .hours, .elapsedHours: unit = 60
    case .days: unit = day
    case .weeks: unit = week
    case .months: unit = month
    case .elapsedDays: unit = 1440
    case .elapsedWeeks: unit = 10_080
    case .elapsedMonths, .percent: return nil
    }
    let (product, overflow) = quantity.thousandths.multipliedReportingOverflow(by: Int64(unit))
    guard !overflow else { return nil }
    return (product.magnitude + 500) / 1000 > UInt64(Int64.max)
      ? nil : (product < 0 ? -1 : 1) * Int64((product.magnitude + 500) / 1000)
  }
}
