/// Some years of a calendar in cells of equal length, so that a date takes one look, whatever the calendar's hours are.
///
/// Cells of the clock end where work ends: in each, work begins once and then goes on, or not at all. Then the next opening
/// from an instant is the later of the two, and the work before it is a sum. Cells of work begin where work begins
/// again: in each, a working minute is as far from its number.
///
///     cells.worked(480, from: fridayNight)   // Monday 08:00, Monday 16:00
///
/// Work is counted from the beginning of those years. What lies outside is nil, and every answer that there is equals that of
/// ``CalendarTables``, which stands for all years. Whoever holds a copy must keep its ``CellMemory`` alive.
package struct CalendarCells {
  /// Where work is done, or next done, and the work before, less that instant.
  package struct Opening {
    let opens: Int32
    let done: Int32
  }

  package let first: Int32
  /// The minutes of all cells of the clock, from `first` to the last closing.
  let span: UInt32
  /// 2^40 / minutes of a cell, rounded up; 0 where all years are one cell.
  let reciprocal: UInt64
  let openings: UnsafePointer<Opening>
  /// The working minutes, and the same for them.
  let total: UInt32
  let workReciprocal: UInt64
  /// For each cell of work, what its minutes' instants are more than their numbers.
  let shifts: UnsafePointer<Int32>
  /// Instants after this and minutes from `reach` on may stand for a limit that lies after the cells.
  package let top: Int32
  let reach: UInt32
}

extension CalendarCells {
  /// The next opening from an instant on, and the work before it.
  @inline(__always)
  package func opening(_ instant: Int32) -> (instant: Int32, work: Int32)? {
    let minute = UInt32(bitPattern: instant &- first)
    guard minute < span else { return nil }
    let entry = openings[Int((UInt64(minute) &* reciprocal) &>> 40)]
    let opening = later(instant, entry.opens)
    return (opening, opening &+ entry.done)
  }

  /// The working minutes before an instant.
  @inline(__always)
  package func work(until instant: Int32) -> Int32? { opening(instant)?.work }

  /// The instant at which the working minute with this number starts.
  @inline(__always)
  package func start(of number: Int32) -> Int32? {
    let minute = UInt32(bitPattern: number)
    guard minute < total else { return nil }
    return shifts[Int((UInt64(minute) &* workReciprocal) &>> 40)] &+ number
  }

  /// ``CalendarTables/worked(_:from:)``.
  @inline(__always)
  package func worked(_ days: Int32, from instant: Int32) -> (start: Int32, finish: Int32)? {
    let end = isPositive(days)
    guard let opening = opening(instant), let last = start(of: opening.work &+ days &- end) else { return nil }
    return (opening.instant, last &+ end)
  }

  /// The number of the last minute in which work may begin that must end by a limit; near the end of the cells, where
  /// ``dates(of:beginning:)`` is nil, for a limit after them.
  @inline(__always)
  package func latestMinute(_ days: Int32, finishingBy limit: Int32) -> Int32? {
    let after = 1 &- isPositive(days)
    guard let done = work(until: min(limit, top) &+ after) else { return nil }
    return done &- days &- after
  }

  /// The same for work that must start by a limit.
  @inline(__always)
  package func latestMinute(startingBy limit: Int32) -> Int32? {
    guard let done = work(until: min(limit, top) &+ 1) else { return nil }
    return done &- 1
  }

  /// The dates of work that begins in a minute; nil near the end of the cells.
  @inline(__always)
  package func dates(of days: Int32, beginning number: Int32) -> (start: Int32, finish: Int32)? {
    let end = isPositive(days)
    guard let start = start(of: number) else { return nil }
    let last = number &+ days &- end
    guard UInt32(bitPattern: last) < reach, let finish = self.start(of: last) else { return nil }
    return (start, finish &+ end)
  }

  /// ``CalendarTables/before(_:to:)`` for work of zero or more.
  @inline(__always)
  package func before(_ work: Int32, to instant: Int32) -> Int32? {
    guard let done = self.work(until: instant), let start = start(of: done &- work) else { return nil }
    return work == 0 ? instant : start
  }

  /// ``CalendarTables/lagged(_:from:)``.
  @inline(__always)
  package func lagged(_ lag: Int32, from instant: Int32) -> Int32? {
    let end = isPositive(lag)
    guard let done = work(until: instant), let start = start(of: done &+ lag &- end) else { return nil }
    return lag == 0 ? instant : start &+ end
  }

  /// ``CalendarTables/unlagged(_:to:)``.
  @inline(__always)
  package func unlagged(_ lag: Int32, to instant: Int32) -> Int32? {
    let lead = isPositive(0 &- lag)
    guard let done = work(until: instant &+ lead), let start = start(of: done &- lag &- lead) else { return nil }
    return lag == 0 ? instant : start
  }
}

// Without branches, which the compiler would make of comparisons and nobody could foresee.

/// The later of two dates of cells.
@inline(__always)
private func later(_ one: Int32, _ other: Int32) -> Int32 {
  let less = one &- other
  return one &- (less & (less &>> 31))
}

/// 1 for a positive number, 0 for a negative one or zero.
@inline(__always)
private func isPositive(_ number: Int32) -> Int32 {
  Int32(bitPattern: UInt32(bitPattern: 0 &- number) &>> 31)
}
