import PlanModel

/// How the latest bound of an activity becomes the start where it is placed, and the exact way back.
///
/// Forwards: to the next work start, its own slip, the next work start again, the next opening of its window. Backwards,
/// ``latestBound(for:)`` is the last bound that is still placed at `start` or before.
struct Placing {
  let table: CalendarTables
  /// A finish milestone may also stand where work ends.
  var isFinishEvent = false
  /// Elapsed, zero or more.
  var slip: Int32 = 0
  var window: CompiledWindow?

  init(table: CalendarTables) { self.table = table }

  /// The first instant at or after `instant` where the activity may start, its window apart.
  func roll(_ instant: Int32) -> Int32 {
    if isFinishEvent, table.previousWorkFinish(instant) == instant { return instant }
    return table.nextWorkStart(instant)
  }

  /// The last instant at or before `instant` where the activity may start, its window apart.
  func lower(_ instant: Int32) -> Int32 {
    if table.nextWorkStart(instant) == instant { return instant }
    let finish = table.previousWorkFinish(instant)
    return isFinishEvent ? finish : max(finish &- 1, table.first)
  }

  /// Where a bound places the start; after the last known window where that has no opening left.
  func place(_ bound: Int32) -> (start: Int32, isAfterLastWindow: Bool) {
    let ready = roll(slip > 0 ? roll(bound) &+ slip : bound)
    guard let window else { return (ready, false) }
    var start = ready
    // An opening may lie outside work time, and the next work time after the window has closed again.
    while let open = window.next(start, asFinish: isFinishEvent) {
      if open == start { return (start, false) }
      let next = roll(open)
      if next <= start { break }  // at the end of the range
      start = next
    }
    return (ready, true)
  }

  /// The last placed start at or before a limit; where the window was never open by then, the window is left out.
  func latestStart(by limit: Int32) -> Int32 {
    let unlimited = lower(limit)
    guard let window else { return unlimited }
    var start = unlimited
    while let open = window.previous(start, asFinish: isFinishEvent) {
      if open == start { return start }
      let earlier = lower(open)
      if earlier >= start { break }
      start = earlier
    }
    return unlimited
  }

  /// The last bound that is placed at `start`, itself a placed start, or before.
  func latestBound(for start: Int32) -> Int32 { slip > 0 ? lower(start &- slip) : start }
}

extension Special {
  /// The working minutes left of a started activity whose duration is `days`. Nothing was done while it was suspended.
  func left(of days: Int32, started: Int32, status: Int32, table: CalendarTables) -> Int32 {
    if let remaining { return remaining }
    func work(_ from: Int32, _ to: Int32) -> Int32 { max(0, table.work(until: to) &- table.work(until: from)) }
    guard let suspended else { return max(0, days &- work(started, status)) }
    let resumed = resumes.map { work(max($0, suspended), status) } ?? 0
    return max(0, days &- work(started, min(status, suspended)) &- resumed)
  }
}

/// What is left of a started activity: where it finishes, and the exact way back.
///
/// Nothing is left before the status date, or before it resumes. Where nothing is left at all it finishes there, work
/// time or not.
struct Remaining {
  var left: Int32
  /// Where it may go on from.
  let status: Int32
  let placing: Placing

  /// The finish, for the latest of all that the remaining work waits for.
  func finish(_ bound: Int32) -> Int32 {
    if left == 0 { return bound &+ placing.slip }
    return placing.table.after(left, from: placing.place(bound).start)
  }

  /// The last bound from which it finishes by `finish`.
  func latestBound(for finish: Int32) -> Int32 {
    if left == 0 { return finish &- placing.slip }
    return placing.latestBound(for: placing.latestStart(by: placing.table.before(left, to: finish)))
  }
}

extension Network {
  func placing(_ position: Int, days: Int32, _ table: CalendarTables) -> Placing {
    var placing = Placing(table: table)
    let place = Int(special[position])
    if place < 0 { return placing }
    // One fact after the other: all of them together are some hundred bytes.
    placing.isFinishEvent = specials[place].isFinishEvent && days == 0
    placing.slip = max(0, specials[place].slip)
    placing.window = specials[place].window.map { windows[Int($0)] }
    return placing
  }

  /// What is left of a started activity; nil for one that has not started or has finished.
  func remaining(_ position: Int, days: Int32, _ table: CalendarTables) -> Remaining? {
    let place = Int(special[position])
    guard place >= 0, let started = specials[place].actualStart, specials[place].actualFinish == nil else { return nil }
    let special = specials[place]
    let status = max(statusDate ?? started, started)
    var placing = Placing(table: table)
    placing.slip = max(0, special.slip)
    return Remaining(
      left: special.left(of: days, started: started, status: status, table: table),
      status: max(status, special.resumes ?? status), placing: placing)
  }

  /// The same, with what an expected finish leaves it.
  func remaining(_ position: Int, _ early: EarlyDates, _ table: CalendarTables) -> Remaining? {
    guard special[position] >= 0 else { return nil }
    var remaining = remaining(position, days: durations(early.reading)[position], table)
    if !early.expectedWork.isEmpty, let work = early.expectedWork[Int32(position)] { remaining?.left = work }
    return remaining
  }

  /// The working minutes that finish bounds are turned into start bounds with: what is left of a started activity, else
  /// the duration.
  func work(_ position: Int, days: Int32, _ table: CalendarTables) -> Int32 {
    remaining(position, days: days, table)?.left ?? days
  }
}
