import PlanModel
import PlanSchedule
import Testing

@Suite struct `Laws` {
  private static let seeds = 1000..<(1000 + (ProcessOptions.runs ?? 300))

  private func dates(_ schedule: Schedule) -> [ActivityID: [Int32?]] {
    var dates: [ActivityID: [Int32?]] = [:]
    for activity in schedule.activities {
      dates[activity.id] = [
        activity.starts.first.minutes, activity.starts.last.minutes, activity.finishes.first.minutes,
        activity.finishes.last.minutes, activity.lateStart.first?.minutes, activity.lateFinish.last?.minutes,
        activity.totalFloat.first?.minutes, activity.freeFloat.last?.minutes, activity.isOnLongestPath ? 1 : 0,
        Int32(activity.basis.rawValue), Int32(activity.drivenBasis.rawValue), Int32(activity.waitsFor.count),
      ]
    }
    return dates
  }

  @Test func `the order of activities and links in the plan changes nothing`() throws {
    for seed in Laws.seeds {
      let plan = RandomPlans.plan(seed)
      var dice = Dice(seed: seed)
      var shuffled = plan
      shuffled.activities.shuffle(using: &dice)
      shuffled.links.shuffle(using: &dice)
      try #require(dates(Schedule(try Network(plan))) == dates(Schedule(try Network(shuffled))), "seed \(seed)")
    }
  }

  @Test func `a soft link changes nothing`() throws {
    for seed in Laws.seeds {
      let plan = RandomPlans.plan(seed)
      var more = plan
      for (a, b) in zip(plan.activities, plan.activities.dropFirst()) {
        more.links.append(Link(from: a.id, to: b.id, lag: .minutes(30), strength: .soft))
        more.links.append(Link(from: b.id, to: a.id, strength: .co))
      }
      try #require(dates(Schedule(try Network(plan))) == dates(Schedule(try Network(more))), "seed \(seed)")
    }
  }

  @Test func `a milestone in the middle of a link changes nothing`() throws {
    for seed in Laws.seeds {
      let plan = RandomPlans.plan(seed)
      guard let place = plan.links.firstIndex(where: { $0.kind == .finishToStart && $0.lag == nil }) else { continue }
      let link = plan.links[place]
      // A project may begin later, and then its milestones do.
      let project = plan[project: "q"]?.start == nil ? link.from.project : link.to.project
      let id = ActivityID(project: project, activity: "between")
      var through = plan
      through.activities.append(.milestone(id, seed % 2 == 0 ? .startMilestone : .finishMilestone))
      through.links[place].to = id
      through.links.append(Link(from: id, to: link.to))
      // What is done is no bound, but a milestone after it is not done.
      guard plan[link.from]?.details.actualStart == nil, plan[link.to]?.details.actualStart == nil else { continue }
      let (short, long) = (Schedule(try Network(plan)), Schedule(try Network(through)))
      for activity in plan.activities {
        try #require(short[activity.id]?.starts == long[activity.id]?.starts, "seed \(seed), \(activity.id)")
        if link.from.project == link.to.project {
          try #require(short[activity.id]?.totalFloat == long[activity.id]?.totalFloat, "seed \(seed), \(activity.id)")
        }
      }
    }
  }

  @Test func `the first reading is never after the last`() throws {
    for seed in Laws.seeds {
      for activity in Schedule(try Network(RandomPlans.plan(seed))).activities {
        try #require(activity.starts.first <= activity.starts.last, "seed \(seed), \(activity.id)")
        try #require(activity.finishes.first <= activity.finishes.last, "seed \(seed), \(activity.id)")
      }
    }
  }

  @Test func `favourable is never after likely, nor likely after unfavourable, without finish links`() throws {
    for seed in Laws.seeds {
      var plan = RandomPlans.plan(seed)
      // A lead that is a share of a longer duration is longer, too.
      plan.links = plan.links.filter { link in
        !link.kind.boundsFinish && !(link.lag.map { $0.unit == .percent && $0.isNegative } ?? false)
      }
      for place in plan.activities.indices {
        // A finish bound of its own also makes longer mean earlier.
        plan.activities[place].details.constraints.removeAll()
      }
      let network = try Network(plan)
      let rows = [Reading.mostFavourable, .first, .last, .leastFavourable].map { EarlyDates(network, $0).rows }
      for (low, high) in zip(rows, rows.dropFirst()) {
        try #require(zip(low, high).allSatisfy { $0 <= $1 }, "seed \(seed)")
      }
    }
  }

  @Test func `early is never after late where nothing is infeasible`() throws {
    for seed in Laws.seeds {
      for activity in Schedule(try Network(RandomPlans.plan(seed, richly: false))).activities {
        let late = try #require(activity.lateStart.first)
        try #require(activity.start <= late, "seed \(seed), \(activity.id)")
        let (total, free) = (try #require(activity.totalFloat.first), try #require(activity.freeFloat.first))
        try #require(free <= total && free >= .zero, "seed \(seed), \(activity.id)")
        try #require(try #require(activity.lateFinish.first) >= activity.finish, "seed \(seed), \(activity.id)")
      }
    }
  }

  @Test func `waits add up from the bound to the start`() throws {
    for seed in Laws.seeds {
      for activity in Schedule(try Network(RandomPlans.plan(seed))).activities {
        for placement in [activity.placement, activity.lastPlacement] {
          let sum = placement.bound + placement.slip + placement.calendarWait + placement.windowWait
          try #require(sum == placement.start, "seed \(seed), \(activity.id), \(placement)")
          try #require(placement.windowWait >= .zero && placement.calendarWait >= .zero, "seed \(seed), \(activity.id)")
        }
        try #require(activity.drivenBasis <= activity.basis, "seed \(seed), \(activity.id)")
      }
    }
  }
}
