import PlanModel

/// The minutes in which ``Delays`` count dates: those of the clock, or the working minutes of the calendar that
/// everything runs on.
struct DelayMinutes: Sendable {
  private let calendar: CompiledCalendar?
  private let duration: [Int32]
  /// After all that a date may be.
  let last: Int32

  init(_ pass: ForwardPass) {
    let network = pass.network
    let calendar = network.isDaysOnly ? nil : network.calendars[Int(network.soleCalendar)]
    self.calendar = calendar
    duration = pass.duration
    last = calendar.map { $0.totalWork.minutes &- 2 } ?? Day.latest.end.minutes
  }

  /// Where a pass starts everything; nil where any of its dates was cut.
  func starts(_ pass: ForwardPass) -> [Int32]? {
    let starts = (0..<duration.count).map { number(pass.rows[2 * $0]) }
    for position in starts.indices {
      if start(position, starts[position]) != pass.rows[2 * position]
        || finish(position, starts[position]) != pass.rows[2 * position + 1]
      {
        return nil
      }
    }
    return starts
  }

  func floors(_ pass: ForwardPass) -> [Int32] {
    pass.floor.map { number(max($0, Day.earliest.start.minutes)) }
  }

  private func number(_ instant: Int32) -> Int32 {
    calendar?.withTables { $0.work(until: instant) } ?? instant
  }

  /// The instant of a start.
  func start(_ position: Int, _ start: Int32) -> Int32 {
    calendar?.withTables { start < $0.total ? $0.start(ofWorkingMinute: start) : $0.last } ?? start
  }

  /// The instant of the finish after a start.
  func finish(_ position: Int, _ start: Int32) -> Int32 {
    let work = duration[position]
    guard let calendar else { return start &+ work }
    if work == 0 { return self.start(position, start) }
    return calendar.withTables { table in
      start < table.total &- work ? table.start(ofWorkingMinute: start &+ work &- 1) &+ 1 : table.last
    }
  }

  /// The start of what is delayed by the clock after a bound: at the next opening.
  func delayed(_ bound: Int32, by slip: Int32) -> Int32 {
    if slip <= 0 { return bound }
    guard let calendar else { return Int32(clamping: Int64(bound) + Int64(slip)) }
    // Before the range, its floor delays it more.
    if bound < 0 { return bound }
    return calendar.withTables { table in
      bound < table.total
        ? table.work(until: Int32(clamping: Int64(table.start(ofWorkingMinute: bound)) + Int64(slip))) : table.total
    }
  }
}
