import PlanModel

/// What an activity spans that no pass schedules: a summary its parts, a hammock what it is linked to.
package struct Span: Sendable {
  /// An event that it touches, and how far from it its own lies.
  struct Touch: Sendable {
    let row: Int32
    let lag: Int32
    /// −1 for elapsed time.
    let calendar: Int16
    /// Whether the event waits for the span, so that the lag is taken back.
    let isSuccessor: Bool
  }

  package let position: Int
  /// Of a summary: the scheduled parts and the spans below it. Of a hammock: all that it is linked to.
  package let members: [Int32]
  /// Of a summary: its members without hammocks, which have no late dates of their own that it could rest on.
  package let parts: [Int32]
  package let isSummary: Bool
  /// Of a hammock: what touches its start, and what its finish.
  let starts: [Touch]
  let finishes: [Touch]
}

extension Network {
  /// What a summary or a hammock spans; nil for what is scheduled itself, or not at all.
  package func span(at position: Int) -> Span? {
    special(at: position)?.span.map { spans[Int($0)] }
  }

  /// Fills in the rows of spans from those of their members; spans come after those they span.
  ///
  func fillSpans(_ rows: inout [Int32]) {
    if spans.isEmpty { return }
    calendars.withTables { tables in
      for span in spans { fill(span, &rows, none: nil, done: [], tables) }
    }
  }

  /// The same for late dates, in which ``noLimit`` stands for none.
  ///
  /// What has happened has no late date, but as long as a hammock can still be late, it does not finish before that.
  func fillSpans(_ rows: inout [Int32], late early: EarlyDates) {
    if spans.isEmpty { return }
    calendars.withTables { tables in
      for span in spans { fill(span, &rows, none: noLimit, done: early.rows, tables) }
    }
  }

  /// Whether an event has happened: the start of what has begun, both dates of what is done.
  func hasHappened(_ row: Int) -> Bool {
    guard let special = special(at: row / 2) else { return false }
    return special.actualFinish != nil || (row % 2 == 0 && special.actualStart != nil)
  }

  private func fill(
    _ span: Span, _ rows: inout [Int32], none: Int32?, done: [Int32], _ tables: [CalendarTables]
  ) {
    func dates(_ touches: [Span.Touch], orDone: Bool) -> [Int32] {
      touches.compactMap { touch in
        var row = rows[Int(touch.row)]
        if row == none {
          guard orDone, hasHappened(Int(touch.row)) else { return nil }
          row = done[Int(touch.row)]
        }
        guard touch.calendar > 0 else { return touch.isSuccessor ? row &- touch.lag : row &+ touch.lag }
        let table = tables[Int(touch.calendar)]
        return touch.isSuccessor ? table.unlagged(touch.lag, to: row) : table.lagged(touch.lag, from: row)
      }
    }
    let members = (none != nil && span.isSummary ? span.parts : span.members).map(Int.init)
    let start = dates(span.starts, orDone: false).min() ?? members.map { rows[2 * $0] }.filter { $0 != none }.min()
    var finish =
      dates(span.finishes, orDone: false).max() ?? members.map { rows[2 * $0 + 1] }.filter { $0 != none }.max()
    if none != nil, let late = finish { finish = max(late, dates(span.finishes, orDone: true).max() ?? late) }
    guard let start = start ?? none, let finish = finish ?? none else { return }
    func clamped(_ instant: Int32) -> Int32 {
      instant == none ? instant : min(max(instant, Day.earliest.start.minutes), Day.latest.end.minutes)
    }
    rows[2 * span.position] = clamped(start)
    rows[2 * span.position + 1] = clamped(finish == none || start == none ? finish : max(start, finish))
  }
}
