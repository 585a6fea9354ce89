/// A date as precise as it is known: the first and last day it may mean, and the words it came as.
///
///     let start = try DateSpan("november 2023")
///     start.earliest      // 2023-11-01
///     start.latest        // 2023-11-30
///     start.words         // "november 2023"
///
/// An open lower side bounds nothing; an open upper side is no target.
public struct DateSpan: Hashable, Sendable {
  /// The unit in which a date is known.
  public enum Precision: Hashable, Sendable, CaseIterable {
    case day, week, monthPart, month, quarter, tertial, half, season, year, decade, century
    /// From one day to another, or open on a side.
    case interval
  }

  /// How sure the writer was, as EDTF marks it.
  public enum Qualifier: String, Hashable, Sendable, CaseIterable {
    case none = ""
    case approximate = "~"
    case uncertain = "?"
    /// Approximate and uncertain.
    case both = "%"
  }

  /// The first day it may mean; nil bounds nothing.
  public let earliest: Day?
  /// The last day it may mean; nil is no target.
  public let latest: Day?
  /// How sure the writer was; it is printed again, and moves no day.
  public let qualifier: Qualifier
  /// Exactly as written.
  public let words: String

  /// The unit with a name of its own; nil for an interval.
  package let unit: CalendarUnit?
  /// Whether ``words`` are for machines (`2024-33`) and people should see others.
  package let isNotation: Bool

  /// An exact day, written as ISO 8601.
  public init(_ day: Day) {
    earliest = day
    latest = day
    qualifier = .none
    words = day.description
    unit = .day(day)
    isNotation = true
  }

  /// The days from one through another; nil leaves a side open.
  ///
  ///     DateSpan(earliest: nil, latest: deadline, words: "innen 1.10.2022")
  ///
  /// Two days in the wrong order are exchanged. Where the days fill a month or another named unit, that is the precision.
  ///
  /// - Parameter words: as written; empty words are for computed dates, which are then printed from their days.
  public init(earliest: Day?, latest: Day?, words: String) {
    var reading = DateReading(earliest, latest)
    if reading.isReversed { reading = DateReading(latest, earliest) }
    let notation = words.isEmpty || NotationReader.recognises(words)
    self.init(reading, words: words, isNotation: notation)
  }

  init(_ reading: DateReading, words: String, isNotation: Bool) {
    earliest = reading.earliest
    latest = reading.latest
    qualifier = reading.qualifier
    self.words = words
    self.isNotation = isNotation
    if let first = reading.earliest, let last = reading.latest {
      unit = reading.unit ?? CalendarUnit.filling(first, last)
    } else {
      unit = nil
    }
  }

  /// A date as people or standards write it.
  ///
  ///     try DateSpan("2024-Q1")                                          // January to March 2024
  ///     try DateSpan("ultimo juni", context: DateContext(reportYear: 2019))   // 2019-06-21 to 2019-06-30
  ///     try DateSpan("by 15 August 2024")                                // open below
  ///
  /// Read are ISO 8601 dates and weeks, EDTF levels 0 to 2 (sets and unspecified digits as the days from the first to
  /// the last they allow), tertials (`2023-T1`), and the Norwegian and English words of project reports.
  ///
  /// - Throws: ``DateProblem`` with the reason and what to write instead.
  /// - Complexity: O(*n*²) for *n* words, at most 24.
  public init(_ text: String, context: DateContext = .init()) throws(DateProblem) {
    if let day = Day(iso: text), context.admits(day.year) {
      self.init(DateReading(day, day), words: text, isNotation: true)
      return
    }
    guard let trimmed = text.content else { throw DateProblem(.empty, text: text) }
    do throws(Misreading) {
      let reader = NotationReader(context: context)
      let notation = try reader.reading(of: trimmed)
      let reading = if let notation { notation } else { try PhraseReader(context: context).reading(of: trimmed) }
      if reading.isReversed { throw Misreading(.reversedInterval) }
      for day in [reading.earliest, reading.latest] {
        if let day, !context.admits(day.year) { throw Misreading(.outOfRange) }
      }
      self.init(reading, words: text, isNotation: notation != nil)
    } catch {
      throw DateProblem(error.reason, text: text)
    }
  }

  /// Whether it means one day only.
  public var isExact: Bool { earliest != nil && earliest == latest }

  /// The unit in which it is known.
  public var precision: Precision {
    switch unit {
    case nil: .interval
    case .day: .day
    case .week: .week
    case .monthPart: .monthPart
    case .month: .month
    case .quarter: .quarter
    case .tertial: .tertial
    case .half: .half
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }

  /// The same span some days later (earlier, when negative), without words: it prints its days.
  ///
  /// Days stay inside the years that a plan may name.
  public func shifted(days: Int) -> DateSpan {
    DateSpan(earliest: earliest?.clamped(after: days), latest: latest?.clamped(after: days), words: "")
  }
}

extension DateSpan: CustomStringConvertible {
  /// The words it came as, or EDTF for a computed date.
  public var description: String { words.isEmpty ? edtf ?? "../.." : words }
}

/// A reason on its way to the text it is about.
struct Misreading: Error {
  let reason: DateProblem.Reason
  init(_ reason: DateProblem.Reason) { self.reason = reason }
}

extension Day {
  fileprivate func clamped(after days: Int) -> Day {
    let limit = Int(Day.latest.number) - Int(Day.earliest.number)
    let moved = Int(number) + max(-limit, min(limit, days))
    return Day(number: Int32(max(Int(Day.earliest.number), min(Int(Day.latest.number), moved))))
  }
}

extension Day {
  /// `2023-04-05`, the form nearly all dates have; nil for every other text.
  fileprivate init?(iso text: String) {
    guard text.utf8.count == 10 else { return nil }
    var fields = (0, 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      switch (place, byte) {
      case (4, 45), (7, 45): continue
      case (0..<4, 48...57): fields.0 = fields.0 * 10 + Int(byte) - 48
      case (5..<7, 48...57): fields.1 = fields.1 * 10 + Int(byte) - 48
      case (8..<10, 48...57): fields.2 = fields.2 * 10 + Int(byte) - 48
      default: return nil
      }
    }
    self.init(year: fields.0, month: fields.1, day: fields.2)
  }
}

extension String {
  /// Without white space at its ends; nil when nothing is left.
  var content: String? {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return nil
    }
    return String(self[first...last])
  }
}
