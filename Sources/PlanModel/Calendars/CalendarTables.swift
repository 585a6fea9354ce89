/// The tables of a compiled calendar as bare pointers, for passes over many activities.
///
/// All instants are minutes since 1970-01-01, all work is in minutes. From an instant to its work is one look-up by
/// day and one by minute of the day; from work to its instant one look-up in a table of equal buckets of work, at most
/// a step or two over working days (the days without work are not in that list), and one by minute. No days are scanned.
///
///     calendars.withTables { tables in
///       for activity in activities { finish[…] = tables[activity.calendar].after(work[…], from: start[…]) }
///     }
///
/// Whoever holds a copy must keep its ``CompiledCalendar`` alive: `withTables` does. Public only because passes in other
/// modules are twice as fast when they need not call; nobody outside of the package can get one.
@frozen public struct CalendarTables {
  /// A day of the range: the work done before it, and where its hours begin in `workBefore`.
  @frozen public struct DayEntry {
    /// Working minutes from the start of the range to the start of the day.
    public let done: Int32
    /// Where the layout of the day begins in `workBefore`: an index to which the minute of the day is added.
    public let pattern: Int32
  }

  /// A day with work: the work done before it, its first minute, and where its hours begin in `minuteOf`, less `done`. Where
  /// `length` is not 0, the last is the instant at which its hours begin instead, less `done`.
  @frozen public struct WorkDayEntry {
    /// Working minutes from the start of the range to the start of the day; all of them in the entry for the end.
    public let done: Int32
    /// Midnight at which the day begins, in minutes since 1970-01-01; the last instant in the entry for the end.
    public let start: Int32
    /// Added to the number of a working minute: its index in `minuteOf`, or the instant itself where `length` is not 0.
    public let minutes: Int32
  }

  /// The first and last instant of the range, and its working minutes.
  public let first: Int32
  /// The instant at which the range ends, in minutes since 1970-01-01: what does not fit any more stands here.
  public let last: Int32
  /// Working minutes of the whole range; numbers of working minutes stay below it.
  public let total: Int32
  /// A bucket holds 2^`bucketShift` minutes of work.
  public let bucketShift: Int32

  /// Where all working days have the same hours without a break, as most do: the first minute of the day and the number of
  /// minutes, with which nothing but the day needs looking up; a length of 0 otherwise, and then alone are there buckets and
  /// `minuteOf`.
  public let opening: Int32
  /// Working minutes of each working day, which has no break; 0 where days differ or have breaks.
  public let length: Int32
  /// 2^40 / length, rounded up: a product with it, shifted, is the division for all work that a range can hold.
  public let reciprocal: UInt64
  /// The same of the 1440 minutes of a day, for instants. Both are 0 where every minute of the range is working time: then the
  /// range is one long day, and nothing needs laying out.
  public let dayReciprocal: UInt64

  /// One entry for each day and two for the end; two for one long day.
  public let days: UnsafePointer<DayEntry>
  /// For each different day, and each of its minutes, the work of that day before it.
  public let workBefore: UnsafePointer<Int16>
  /// For each bucket the working day in which it begins.
  public let buckets: UnsafePointer<Int32>
  /// One entry for each day with work and one for the end.
  public let workDays: UnsafePointer<WorkDayEntry>
  /// For each different day, and each of its working minutes, the minute of the day.
  public let minuteOf: UnsafePointer<Int16>
}

extension CalendarTables {
  /// The nearest instant of the range.
  @inlinable public func clamped(_ instant: Int32) -> Int32 {
    min(max(instant, first), last)
  }

  /// `W(t)`: the working minutes from the start of the range.
  @inlinable public func work(until instant: Int32) -> Int32 {
    let minutes = UInt32(truncatingIfNeeded: clamped(instant) &- first)
    if length > 0 {
      let day = UInt32(truncatingIfNeeded: (UInt64(minutes) &* dayReciprocal) &>> 40)
      let entry = days[Int(day)]
      let today = Int32(truncatingIfNeeded: minutes &- day &* 1440) &- opening
      return entry.done &+ min(max(today, 0), days[Int(day) &+ 1].done &- entry.done)
    }
    let day = minutes / 1440
    let entry = days[Int(day)]
    return entry.done &+ Int32(workBefore[Int(entry.pattern) &+ Int(minutes &- day &* 1440)])
  }

  /// The instant at which the working minute with this number starts; numbers run from 0 below `total`.
  @inlinable public func start(ofWorkingMinute number: Int32) -> Int32 {
    if length > 0 {
      let day = Int32(truncatingIfNeeded: (UInt64(UInt32(truncatingIfNeeded: number)) &* reciprocal) &>> 40)
      return workDays[Int(day)].minutes &+ number
    }
    var index = Int(buckets[Int(number &>> bucketShift)])
    index &+= workDays[index &+ 1].done <= number ? 1 : 0  // mostly the only step, and not a branch to mispredict
    while workDays[index &+ 1].done <= number { index &+= 1 }
    let day = workDays[index]
    return day.start &+ Int32(minuteOf[Int(day.minutes &+ number)])
  }

  /// `min { t : W(t) ≥ W(from) + work }` for positive work, `from` for none, ``before(_:to:)`` for negative work.
  @inlinable public func after(_ work: Int32, from: Int32) -> Int32 {
    guard work > 0 else { return work == 0 ? clamped(from) : earlier(work.magnitude, to: from) }
    return later(work.magnitude, from: from)
  }

  /// `max { s : W(s) ≤ W(to) − work }` for positive work, `to` for none, ``after(_:from:)`` for negative work.
  @inlinable public func before(_ work: Int32, to: Int32) -> Int32 {
    guard work > 0 else { return work == 0 ? clamped(to) : later(work.magnitude, from: to) }
    return earlier(work.magnitude, to: to)
  }

  /// `after` for one minute of work or more, of any size; the end of the range where the work does not fit.
  @inlinable public func later(_ work: UInt32, from: Int32) -> Int32 {
    let done = self.work(until: from)
    guard work <= UInt32(truncatingIfNeeded: total &- done) else { return last }
    return start(ofWorkingMinute: done &+ Int32(truncatingIfNeeded: work) &- 1) &+ 1
  }

  /// `before` for one minute of work or more, of any size; the start of the range where the work does not fit.
  @inlinable public func earlier(_ work: UInt32, to: Int32) -> Int32 {
    let done = self.work(until: to)
    guard work <= UInt32(truncatingIfNeeded: done) else { return first }
    return start(ofWorkingMinute: done &- Int32(truncatingIfNeeded: work))
  }

  /// `max { s : W(s) ≤ W(t) }`.
  @inlinable public func nextWorkStart(_ instant: Int32) -> Int32 {
    let done = work(until: instant)
    return done < total ? start(ofWorkingMinute: done) : last
  }

  /// The next opening from an instant on, and `after` from there, for work of zero or more: one look-up less than both.
  @inlinable public func worked(_ work: Int32, from instant: Int32) -> (start: Int32, finish: Int32) {
    let done = self.work(until: instant)
    guard done < total else { return (last, last) }
    let opening = start(ofWorkingMinute: done)
    if work <= 0 { return (opening, opening) }
    if work > total &- done { return (opening, last) }
    return (opening, start(ofWorkingMinute: done &+ work &- 1) &+ 1)
  }

  /// The last start, at the start of a working minute, from which `work` of zero or more both starts by one instant and is
  /// done by another, and its finish; nil where that comes near an end of the range, or neither is a limit.
  ///
  /// `Int32.max` is no limit.
  @inlinable public func workedBack(
    _ work: Int32, startingBy start: Int32, finishingBy finish: Int32
  ) -> (start: Int32, finish: Int32)? {
    var number = Int32.max
    if finish < last { number = work > 0 ? self.work(until: finish) &- work : self.work(until: finish &+ 1) &- 1 }
    if start < last { number = min(number, self.work(until: start &+ 1) &- 1) }
    guard number >= 0, start >= first, start < last || start == .max, finish >= first, finish < last || finish == .max,
      work <= total, number < total &- work
    else { return nil }
    let placed = self.start(ofWorkingMinute: number)
    return (placed, work <= 0 ? placed : self.start(ofWorkingMinute: number &+ work &- 1) &+ 1)
  }

  /// `min { s : W(s) ≥ W(t) }`.
  @inlinable public func previousWorkFinish(_ instant: Int32) -> Int32 {
    let done = work(until: instant)
    return done > 0 ? start(ofWorkingMinute: done &- 1) &+ 1 : first
  }

  /// `L(t)`.
  @inlinable public func lagged(_ lag: Int32, from: Int32) -> Int32 { after(lag, from: from) }

  /// `max { t : L(t) ≤ x }`.
  ///
  /// A negative lag brings `t` to the start of working minute `W(t) − |lag|`. That start is at `x` or before it as long
  /// as the minute is one of the `W(x + 1)` that start by then; the last such `t` starts working minute `W(x + 1) + |lag| − 1`.
  @inlinable public func unlagged(_ lag: Int32, to instant: Int32) -> Int32 {
    guard lag < 0 else { return before(lag, to: instant) }
    let started = work(until: min(clamped(instant), last &- 1) &+ 1)
    guard lag.magnitude <= UInt32(truncatingIfNeeded: total &- started) else { return last }
    return start(ofWorkingMinute: started &+ Int32(truncatingIfNeeded: lag.magnitude) &- 1)
  }
}
