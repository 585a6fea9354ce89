import PlanModel
import PlanSchedule
import Testing

@Suite struct `Random plans` {
  static let seeds = 0..<(ProcessOptions.runs ?? 300)

  @Test(arguments: 0..<4)
  func `early dates of every reading equal walking the calendars minute by minute`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      let plan = RandomPlans.plan(seed)
      let network = try Network(plan)
      for reading in [Reading.first, .last, .mostFavourable, .leastFavourable] {
        let early = EarlyDates(network, reading)
        let oracle = MinuteOracle(plan, reading).early()
        for (place, activity) in plan.activities.enumerated() {
          let position = network.position(ActivityIndex(place))
          let dates = MinuteOracle.Dates(start: early.start(position), finish: early.finish(position))
          try #require(dates == oracle[activity.id], "seed \(seed), \(reading), \(activity.id)")
        }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `late dates hold and a minute of work later something breaks`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      let plan = RandomPlans.plan(seed)
      let schedule = Schedule(try Network(plan))
      let oracle = MinuteOracle(plan, .first)
      let early = oracle.early()
      for activity in plan.activities where oracle.actual(activity) == nil && oracle.pinned(activity) == nil {
        let scheduled = try #require(schedule[activity.id])
        guard let late = scheduled.lateStart.first?.minutes else {
          Issue.record("seed \(seed), \(activity.id) has no late start")
          return
        }
        let holds = oracle.holds(activity, startingAt: late, early)
        let later = oracle.next(activity, late + 1, window: true)
        let breaks = !oracle.holds(activity, startingAt: later, early)
        try #require(
          holds && breaks, "seed \(seed), \(activity.id), late \(Instant(minutes: late)): \(holds) \(breaks)")
        let work = oracle.calendar(activity).work(late) - oracle.calendar(activity).work(early[activity.id]!.start)
        try #require(scheduled.totalFloat.first == WorkTime(minutes: work), "seed \(seed), \(activity.id)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `free float moves nothing else and a minute more moves something`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      let plan = RandomPlans.plan(seed)
      let schedule = Schedule(try Network(plan))
      let oracle = MinuteOracle(plan, .first)
      let early = oracle.early()
      for activity in plan.activities
      where oracle.actual(activity) == nil && oracle.pinned(activity) == nil && activity.details.window == nil {
        let scheduled = try #require(schedule[activity.id])
        let float = try #require(scheduled.freeFloat.first).minutes
        func moves(_ delay: Int32) -> Bool {
          let calendar = oracle.calendar(activity)
          var start = oracle.next(activity, early[activity.id]!.start)
          while calendar.work(start) < calendar.work(early[activity.id]!.start) + delay {
            start = oracle.next(activity, start + 1)
          }
          var dates = early
          dates[activity.id] = .init(start: start, finish: calendar.after(oracle.duration(activity), start))
          return plan.links.contains { link in
            link.from == activity.id && oracle.early(plan[link.to]!, dates) != early[link.to]
              || link.from == activity.id && oracle.breaksPin(link, dates)
          }
        }
        try #require(float == 0 || !moves(float), "seed \(seed), \(activity.id), free float \(float)")
        let total = max(0, try #require(scheduled.totalFloat.first).minutes)
        try #require(float == total || moves(float + 1), "seed \(seed), \(activity.id), free float \(float)")
      }
    }
  }
}

extension MinuteOracle {
  /// Whether a link asks a pinned successor to be later than its pin.
  func breaksPin(_ link: Link, _ dates: [ActivityID: Dates]) -> Bool {
    let successor = plan[link.to]!
    guard actual(successor) == nil, let pinned = pinned(successor) else { return false }
    let bound = bound(link, dates[link.from]!)
    let placed =
      link.kind.boundsFinish
      ? place(
        successor, starts: duration(successor) == 0 ? bound : MinuteCalendar.origin + 1440, finishes: [bound])
      : place(successor, starts: bound, finishes: [])
    return placed.start > pinned.start
  }
}
