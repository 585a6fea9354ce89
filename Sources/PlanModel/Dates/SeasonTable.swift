/// A season of the year, named as in the northern hemisphere.
public enum Season: UInt8, Hashable, Sendable, CaseIterable {
  case spring, summer, autumn, winter
}

/// Which days of a year the seasons' words mean.
///
///     var seasons = SeasonTable.standard
///     seasons.autumn = SeasonTable.wide.autumn     // August to December
///
/// The words of a report are a convention, so the table belongs to the reader of the dates and can be changed.
public struct SeasonTable: Hashable, Sendable {
  /// Days from one day of the year through another; it ends in the next year when it would end before it starts.
  public struct Stretch: Hashable, Sendable {
    let firstMonth: Int
    let firstDay: Int
    let lastMonth: Int
    let lastDay: Int

    /// A stretch between two days of the year, or nil when one of them is in no year.
    ///
    /// A last day of 29 February is the 28th in a common year.
    public init?(fromMonth: Int, day fromDay: Int, throughMonth: Int, day throughDay: Int) {
      guard Day(year: 2000, month: fromMonth, day: fromDay) != nil,
        Day(year: 2000, month: throughMonth, day: throughDay) != nil
      else { return nil }
      self.init(fromMonth, fromDay, throughMonth, throughDay)
    }

    init(_ firstMonth: Int, _ firstDay: Int, _ lastMonth: Int, _ lastDay: Int) {
      self.firstMonth = firstMonth
      self.firstDay = firstDay
      self.lastMonth = lastMonth
      self.lastDay = lastDay
    }

    /// The first and last day of the stretch that starts in a year; nil outside the years that a calendar has.
    func days(in year: Int) -> (first: Day, last: Day)? {
      let wraps = (lastMonth, lastDay) < (firstMonth, firstDay)
      guard (1...9999).contains(year), let first = Self.day(year, firstMonth, firstDay),
        let last = Self.day(wraps ? year + 1 : year, lastMonth, lastDay)
      else { return nil }
      return (first, last)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
      Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
    }
  }

  /// The days of spring.
  public var spring: Stretch
  /// The days of summer.
  public var summer: Stretch
  /// The days of autumn.
  public var autumn: Stretch
  /// The winter of a year starts in that year: winter 2023 ends in February 2024.
  public var winter: Stretch
  /// What "early autumn" means: it starts before autumn does.
  public var earlyAutumn: Stretch
  /// The weeks without work that "before the summer" and "after the summer" speak of.
  public var summerBreak: Stretch
  /// The first weeks after the summer break: "over sommeren".
  public var overSummer: Stretch

  /// Quarters of the year from March: spring is March to May, winter December to February; the summer break is July.
  public static let standard = SeasonTable(
    spring: Stretch(3, 1, 5, 31), summer: Stretch(6, 1, 8, 31), autumn: Stretch(9, 1, 11, 30),
    winter: Stretch(12, 1, 2, 29), earlyAutumn: Stretch(8, 15, 9, 30), summerBreak: Stretch(7, 1, 7, 31),
    overSummer: Stretch(8, 1, 8, 31))

  /// The half-year reading: spring is January to June and autumn August to December; the rest as in ``standard``.
  public static let wide: SeasonTable = {
    var table = standard
    table.spring = Stretch(1, 1, 6, 30)
    table.autumn = Stretch(8, 1, 12, 31)
    return table
  }()

  /// The same months seen from the southern hemisphere, for EDTF's codes 29 to 32.
  static let southern: SeasonTable = {
    var table = standard
    (table.spring, table.summer) = (standard.autumn, standard.winter)
    (table.autumn, table.winter) = (standard.spring, standard.summer)
    return table
  }()

  subscript(season: Season) -> Stretch {
    switch season {
    case .spring: spring
    case .summer: summer
    case .autumn: autumn
    case .winter: winter
    }
  }
}
