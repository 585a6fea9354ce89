package import PlanModel

/// A maximal lag, lowered: on its calendar, at most `most` minutes lie between an event of the predecessor and one of the
/// successor.
///
/// The predecessor waits for the successor: it is pulled later, `pred ≥ min { t : W(t) ≥ W(succ) − most }`, and in late
/// dates the successor may not leave it behind, `succ ≤ max { t : W(t) ≤ W(pred) + most }`. The end of one working period
/// and the start of the next are the same boundary, so neither moves the other over a weekend.
package struct Maximum: Sendable {
  /// Row 2p is the start of position p, row 2p + 1 its finish.
  package let from: Int32
  package let to: Int32
  package internal(set) var most: Int32
  /// The calendar of the lag, −1 for elapsed time.
  package let calendar: Int16
  /// The place of its link in the plan.
  package let link: Int32
  package let basis: Basis

  var predecessor: Int { Int(from) / 2 }
  var successor: Int { Int(to) / 2 }
  /// Whether it leaves the predecessor's finish.
  var leavesFinish: Bool { from % 2 == 1 }
  var boundsFinish: Bool { to % 2 == 1 }

  /// The least date of the predecessor's event, given that of the successor.
  func least(_ successor: Int32, _ tables: [CalendarTables]) -> Int32 {
    guard calendar > 0 else { return successor &- most }
    let table = tables[Int(calendar)]
    return table.earliest(ofWork: Int64(table.work(until: successor)) - Int64(most))
  }

  /// The last date of the successor's event, given that of the predecessor.
  func latest(_ predecessor: Int32, _ tables: [CalendarTables]) -> Int32 {
    guard calendar > 0 else { return predecessor &+ most }
    let table = tables[Int(calendar)]
    return table.latest(ofWork: Int64(table.work(until: predecessor)) + Int64(most))
  }

  /// By how much more than `most` the events lie apart; zero or less where it holds.
  func excess(_ rows: [Int32], _ tables: [CalendarTables]) -> Int32 {
    let (from, to) = (rows[Int(from)], rows[Int(to)])
    guard calendar > 0 else { return to &- from &- most }
    let table = tables[Int(calendar)]
    return table.work(until: to) &- table.work(until: from) &- most
  }
}

/// Positions that wait for each other through maximal lags, next to each other in the network's order.
package struct Block: Sendable {
  package let positions: Range<Int>
  /// The places of its maximal lags in ``Network/maximums``, later predecessors first.
  package let maximums: Range<Int>
  /// Whether nothing in it depends on a calendar or a window, so that its dates settle within one turn for each maximum.
  package let isElapsed: Bool

  /// After so many turns without an end, there is none.
  ///
  /// A longest path takes each maximum once, as Bellman and Ford have it. Calendars can hold a block up for longer (until
  /// a holiday has passed, say), but hardly for a thousand turns.
  var turns: Int { maximums.count + (isElapsed ? 2 : 1000) }
}

extension CalendarTables {
  /// `min { t : W(t) ≥ done }`, within the range.
  func earliest(ofWork done: Int64) -> Int32 {
    if done <= 0 { return first }
    return done > Int64(total) ? last : start(ofWorkingMinute: Int32(done) &- 1) &+ 1
  }

  /// `max { t : W(t) ≤ done }`, within the range.
  func latest(ofWork done: Int64) -> Int32 {
    if done < 0 { return first }
    return done >= Int64(total) ? last : start(ofWorkingMinute: Int32(done))
  }
}
