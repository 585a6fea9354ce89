extension CompiledCalendar {
  /// The working minutes between the first instant of the range and `instant`: `W(t)`.
  ///
  /// - Complexity: O(1).
  public func work(until instant: Instant) -> Int32 {
    withTables { $0.work(until: instant.minutes) }
  }

  /// The working time from one instant to another, negative when `finish` lies before `start`.
  ///
  /// - Complexity: O(1).
  public func work(from start: Instant, to finish: Instant) -> WorkTime {
    withTables { WorkTime(minutes: $0.work(until: finish.minutes) - $0.work(until: start.minutes)) }
  }

  /// The first instant by which `work` has been done, starting at `start`: `min { t : W(t) ≥ W(start) + work }`.
  ///
  ///     calendar.after(.hours(12), from: fridayMorning)   // Monday noon on `weekdays`
  ///
  /// No work takes no time, even outside working hours. Negative work walks backwards, as ``before(_:to:)``.
  ///
  /// - Complexity: O(1).
  public func after(_ work: WorkTime, from start: Instant) -> Instant {
    withTables { Instant(minutes: $0.after(work.minutes, from: start.minutes)) }
  }

  /// The last instant from which `work` can be done by `finish`: `max { s : W(s) ≤ W(finish) − work }`.
  ///
  /// No work takes no time, even outside working hours. Negative work walks forwards, as ``after(_:from:)``.
  ///
  /// - Complexity: O(1).
  public func before(_ work: WorkTime, to finish: Instant) -> Instant {
    withTables { Instant(minutes: $0.before(work.minutes, to: finish.minutes)) }
  }

  /// The instant itself if work can happen in the minute after it, else the next opening; ``latest`` if there is none.
  ///
  /// - Complexity: O(1).
  public func nextWorkStart(_ instant: Instant) -> Instant {
    withTables { Instant(minutes: $0.nextWorkStart(instant.minutes)) }
  }

  /// The instant itself if work can happen in the minute before it, else the last closing; ``earliest`` if there is none.
  ///
  /// - Complexity: O(1).
  public func previousWorkFinish(_ instant: Instant) -> Instant {
    withTables { Instant(minutes: $0.previousWorkFinish(instant.minutes)) }
  }

  /// An instant moved by a lag in working time: `L(t)`, forwards as `after`, backwards as `before`.
  ///
  /// - Complexity: O(1).
  public func lagged(_ lag: WorkTime, from instant: Instant) -> Instant {
    withTables { Instant(minutes: $0.lagged(lag.minutes, from: instant.minutes)) }
  }

  /// The last instant that the lag brings no later than `instant`: `L⁻¹(x) = max { t : L(t) ≤ x }`.
  ///
  /// For a lag of zero or more this is ``before(_:to:)``. For a negative lag walking the work forwards again would be too
  /// early: where nothing is done between two instants `L` gives both the same answer, and the inverse is the later one.
  ///
  /// - Complexity: O(1).
  public func unlagged(_ lag: WorkTime, to instant: Instant) -> Instant {
    withTables { Instant(minutes: $0.unlagged(lag.minutes, to: instant.minutes)) }
  }

  /// Whether `work` fits between `start` and the end of the range, so that ``after(_:from:)`` is not cut.
  public func canDo(_ work: WorkTime, from start: Instant) -> Bool {
    withTables {
      start.minutes >= $0.first && start.minutes <= $0.last && work.minutes <= $0.total - $0.work(until: start.minutes)
    }
  }
}
