import PlanModel

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
struct CalendarCells {
  /// Where work is done, or next done, and the work before, less that instant.
  struct Opening {
    let opens: Int32
    let done: Int32
  }

  let first: Int32
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
}

extension CalendarCells {
  /// The next opening from an instant on, and the work before it.
  @inline(__always)
  func opening(_ instant: Int32) -> (instant: Int32, work: Int32)? {
    let minute = UInt32(bitPattern: instant &- first)
    guard minute < span else { return nil }
    let entry = openings[Int((UInt64(minute) &* reciprocal) &>> 40)]
    let opening = max(instant, entry.opens)
    return (opening, opening &+ entry.done)
  }

  /// The working minutes before an instant.
  @inline(__always)
  func work(until instant: Int32) -> Int32? { opening(instant)?.work }

  /// The instant at which the working minute with this number starts.
  @inline(__always)
  func start(of number: Int32) -> Int32? {
    let minute = UInt32(bitPattern: number)
    guard minute < total else { return nil }
    return shifts[Int((UInt64(minute) &* workReciprocal) &>> 40)] &+ number
  }

  /// ``CalendarTables/worked(_:from:)``.
  @inline(__always)
  func worked(_ days: Int32, from instant: Int32) -> (start: Int32, finish: Int32)? {
    let end = min(days, 1)
    guard let opening = opening(instant), let last = start(of: opening.work &+ days &- end) else { return nil }
    return (opening.instant, last &+ end)
  }

  /// ``CalendarTables/before(_:to:)`` for work of zero or more.
  @inline(__always)
  func before(_ work: Int32, to instant: Int32) -> Int32? {
    guard let done = self.work(until: instant), let start = start(of: done &- work) else { return nil }
    return work == 0 ? instant : start
  }

  /// ``CalendarTables/lagged(_:from:)``.
  @inline(__always)
  func lagged(_ lag: Int32, from instant: Int32) -> Int32? {
    let end: Int32 = lag > 0 ? 1 : 0
    guard let done = work(until: instant), let start = start(of: done &+ lag &- end) else { return nil }
    return lag == 0 ? instant : start &+ end
  }

  /// ``CalendarTables/unlagged(_:to:)``.
  @inline(__always)
  func unlagged(_ lag: Int32, to instant: Int32) -> Int32? {
    let lead = lag &>> 31 & 1
    guard let done = work(until: instant &+ lead), let start = start(of: done &- lag &- lead) else { return nil }
    return lag == 0 ? instant : start
  }
}
