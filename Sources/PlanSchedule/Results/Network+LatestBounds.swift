import PlanModel

extension Network {
  /// The last bound that still places a position where it stands; of started work, that lets it finish when it does.
  ///
  /// What lies between a link's bound and this is the link's float by the clock.
  package func latestBound(of position: Int, _ early: EarlyDates) -> Int32 {
    calendars.withTables { tables in
      let table = tables[Int(calendar[position])]
      if let remaining = remaining(position, early, table) { return remaining.latestBound(for: early.finish(position)) }
      let placing = placing(position, days: work(position, early, tables), table)
      return placing.latestBound(for: early.start(position))
    }
  }

  /// What a position waits for after a bound that places it where it stands: its own slip is taken off.
  package func waits(after bound: Int32, of position: Int, _ early: EarlyDates) -> (calendar: Int32, window: Int32) {
    let slip = max(0, special(at: position)?.slip ?? 0)
    let ready = slip > 0 ? roll(roll(bound, position) &+ slip, position) : roll(bound, position)
    return (ready &- bound &- slip, early.start(position) &- ready)
  }

  /// Whether a bound alone would place a position where it stands.
  package func wouldPlace(_ bound: Int32, _ position: Int, _ early: EarlyDates) -> Bool {
    calendars.withTables { tables in
      let days = work(position, early, tables)
      return placing(position, days: days, tables[Int(calendar[position])]).place(bound).start == early.start(position)
    }
  }

  /// Whether links place a position in some reading: it is neither done, pinned nor left out, nor goes on regardless.
  package func isPlacedByLinks(_ position: Int) -> Bool { followsLinks(position) }
}
