import PlanGraph
public import PlanModel

/// One fact of all activities at once: the same answers as asking each activity, in one sweep over flat arrays.
///
///     let floats = schedule.totalFloats          // by place in the plan
///     zip(plan.activities, floats).filter { $1.first == .zero }
extension Schedule {
  /// The total float of every activity, in plan order; see ``ScheduledActivity/totalFloat``.
  ///
  /// - Complexity: O(activities).
  public var totalFloats: [Readings<WorkTime?>] {
    let first = totals(self.first, late, last: false)
    let last = network.lastFloor == nil ? first : totals(self.last, lateLast, last: true)
    return network.graph.rank.map { Readings(first: first[Int($0)], last: last[Int($0)]) }
  }

  /// The free float of every activity, in plan order; see ``ScheduledActivity/freeFloat``.
  ///
  /// - Complexity: O(activities + links).
  public var freeFloats: [Readings<WorkTime?>] {
    let first = frees(self.first, late, last: false)
    let last = network.lastFloor == nil ? first : frees(self.last, lateLast, last: true)
    return network.graph.rank.map { Readings(first: first[Int($0)], last: last[Int($0)]) }
  }

  /// What places every activity, in plan order, at the first reading; see ``ScheduledActivity/driver``.
  ///
  /// - Complexity: O(activities + links).
  public var drivers: [Driver] {
    let (network, early) = (network, first)
    return network.calendars.withTables { tables in
      network.graph.rank.map { network.driver(of: Int($0), early, tables) }
    }
  }

  /// By position.
  private func totals(_ early: EarlyDates, _ late: LateDates, last: Bool) -> [WorkTime?] {
    let network = network
    return network.calendars.withTables { tables in
      (0..<network.count).map { position in
        if network.special[position] >= 0, network.span(at: position) != nil {
          let float = self[network.index(position)].totalFloat
          return last ? float.last : float.first
        }
        return network.totalFloat(of: position, early, late, tables)
      }
    }
  }

  private func frees(_ early: EarlyDates, _ late: LateDates, last: Bool) -> [WorkTime?] {
    let network = network
    let totals = totals(early, late, last: last)
    return network.calendars.withTables { tables in
      (0..<network.count).map { network.freeFloat(of: $0, early, total: totals[$0], tables) }
    }
  }
}

extension Network {
  /// The total float of what is scheduled itself; nil where it has no late dates.
  func totalFloat(
    of position: Int, _ early: EarlyDates, _ late: LateDates, _ tables: [CalendarTables]
  ) -> WorkTime? {
    let table = tables[Int(calendar[position])]
    let start = late.start(position).map { table.work(until: $0) &- table.work(until: early.start(position)) }
    let finish = late.finish(position).map { table.work(until: $0) &- table.work(until: early.finish(position)) }
    let float: Int32? =
      switch rules.float {
      case .start: start ?? finish
      case .finish: finish ?? start
      case .smallest: start.map { min($0, finish ?? $0) } ?? finish
      }
    return float.map(WorkTime.init(minutes:))
  }

  /// The free float of an activity with this total float; nil where it is done, spans others or has no end to reach.
  func freeFloat(
    of position: Int, _ early: EarlyDates, total: WorkTime?, _ tables: [CalendarTables]
  ) -> WorkTime? {
    guard var free = total else { return nil }
    if let special = special(at: position), special.span != nil || special.actualFinish != nil { return nil }
    forEachLinkFloat(of: position, early, late: nil, tables) { _, float in free = min(free, float) }
    if let float = maximumFloat(of: position, early) { free = min(free, float) }
    return max(.zero, free)
  }

  /// What places a position, see ``Placement/driver``.
  func driver(of position: Int, _ early: EarlyDates, _ tables: [CalendarTables]) -> Driver {
    if special[position] < 0, early.movedFrom.isEmpty {
      // Links alone; ties go to the one that comes first in the plan.
      var first = Int32.max
      forEachDrivingArc(of: position, early, tables) { first = min(first, arcLink[$0]) }
      if first < Int32.max { return .link(Int(first)) }
    }
    return placement(of: position, early, tables).driver
  }
}
