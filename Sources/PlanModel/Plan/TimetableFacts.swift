/// How a calendar, an exception of one or a window is known, and what is remarked about it.
///
///     plan.calendarFacts["oslo"]?.exceptions[0].evidence.basis       // .assumed: the closure is a guess
///
/// Beside the definitions and apart from them: no date depends on it, and calendars with the same hours stay equal.
public struct Remarks: Hashable, Sendable {
  /// Its source or reason, and the day from which it was known.
  public var evidence: Evidence
  /// Rows of the source facts that it carries, e.g. `D048`.
  public var seeds: [String]
  /// For readers; nil: none.
  public var note: String?

  /// What is remarked; without arguments, nothing.
  ///
  /// - Parameter seeds: rows of the source facts, e.g. `D048`.
  public init(_ evidence: Evidence = .none, seeds: [String] = [], note: String? = nil) {
    self.evidence = evidence
    self.seeds = seeds
    self.note = note
  }
}

/// What a plan says of a calendar beside its hours.
public struct CalendarFacts: Hashable, Sendable {
  /// The calendar whose hours, holidays and exceptions it begins with.
  public var base: String?
  /// Of the calendar itself: its week and its holidays.
  public var remarks: Remarks
  /// Of each of ``WorkingCalendar/exceptions``, in their order; those of the base come first.
  public var exceptions: [Remarks]

  /// Facts of a calendar; without arguments, those of one of which only the hours are given.
  ///
  /// - Parameter exceptions: one for each exception of the calendar, those of the base first.
  public init(base: String? = nil, remarks: Remarks = Remarks(), exceptions: [Remarks] = []) {
    self.base = base
    self.remarks = remarks
    self.exceptions = exceptions
  }
}

/// What a plan says of a window beside its days.
public struct WindowFacts: Hashable, Sendable {
  /// Display name; empty: the id.
  public var name: String
  /// How the window is known, and what is noted of it.
  public var remarks: Remarks

  /// Facts of a window; without arguments, those of one of which only the days are given.
  public init(name: String = "", remarks: Remarks = Remarks()) {
    self.name = name
    self.remarks = remarks
  }
}

extension Plan {
  /// The name of a window for people, on one line; its id where it has none.
  public func title(ofWindow id: String) -> String {
    let line = windowFacts[id]?.name.oneLine ?? ""
    return line.isEmpty ? id : line
  }

  /// Leaves out the exceptions of calendars that became known after a day.
  package mutating func removeExceptions(knownAfter day: Day) {
    for place in calendars.indices {
      guard var facts = calendarFacts[calendars[place].name] else { continue }
      let late = facts.exceptions.indices.filter { facts.exceptions[$0].evidence.known.map { $0 > day } ?? false }
      for exception in late.reversed() where calendars[place].exceptions.indices.contains(exception) {
        calendars[place].exceptions.remove(at: exception)
        facts.exceptions.remove(at: exception)
      }
      if !late.isEmpty { calendarFacts[calendars[place].name] = facts }
    }
  }
}
