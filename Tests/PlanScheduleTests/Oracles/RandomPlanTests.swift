import PlanModel
import PlanSchedule
import Testing

@Suite struct `Random plans` {
  static let seeds = 0..<(ProcessOptions.runs ?? 300)
  private static let readings = [Reading.first, .last, .mostFavourable, .leastFavourable]

  /// A network of the plan; nil where it is refused since longest lags cannot hold, and then the oracle says so too.
  private func network(_ plan: Plan, _ seed: Int, _ features: Features, _ rules: Rules? = nil) throws -> Network? {
    do {
      let network = try Network(plan, rules: rules)
      if features.contains(.maximum) {
        for reading in [Reading.first, .last] {
          try #require(MinuteOracle(plan, reading).forward() != nil, "seed \(seed), \(features): is not refused")
        }
      }
      return network
    } catch let error as InvalidPlan {
      try #require(
        features.contains(.maximum) && error.diagnostics.allSatisfy { $0.code.rawValue == "infeasible-maximum" },
        "seed \(seed), \(features): \(error.diagnostics.map(\.message))")
      let refused = `Random plans`.readings.contains { MinuteOracle(plan, $0).forward() == nil }
      try #require(refused, "seed \(seed), \(features): \(error.diagnostics.map(\.message))")
      return nil
    }
  }

  private func text(_ dates: MinuteOracle.Dates?) -> String {
    dates.map { "\(Instant(minutes: $0.start))…\(Instant(minutes: $0.finish))" } ?? "none"
  }

  @Test(arguments: 0..<4)
  func `early dates of every reading equal walking the calendars minute by minute`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      for (plan, features) in RandomPlans.plans(seed) { try compareEarly(plan, seed, features) }
      let features = RandomPlans.everything(seed).1
      if features.contains(.asLateAsPossible) {
        var (plain, features) = RandomPlans.everything(seed, only: [.asLateAsPossible, .maximum], share: 60)
        // A slip is added after the floor that the late start is.
        for place in plain.activities.indices { plain.activities[place].details.slips = [] }
        features.remove(.expectedFinish)
        try compareEarly(plain, seed, features, .totalFloat)
      }
    }
  }

  private func compareEarly(
    _ plan: Plan, _ seed: Int, _ features: Features, _ meaning: Rules.AsLateAsPossible = .freeFloat
  ) throws {
    var rules = Rules.strict(plan.options)
    rules.asLateAsPossible = meaning
    guard let network = try network(plan, seed, features, rules) else { return }
    for reading in `Random plans`.readings {
      let early = EarlyDates(network, reading)
      var oracle = MinuteOracle(plan, reading)
      oracle.meaning = meaning
      guard let solution = oracle.solution() else { continue }
      for (place, activity) in plan.activities.enumerated() where solution.dates[activity.id] != nil {
        let position = network.position(ActivityIndex(place))
        let dates = MinuteOracle.Dates(start: early.start(position), finish: early.finish(position))
        try #require(
          dates == solution.dates[activity.id],
          "seed \(seed), \(features), \(meaning), \(reading), \(activity.id): \(text(dates)), not \(text(solution.dates[activity.id]))"
        )
      }
    }
  }

  @Test(arguments: 0..<4)
  func `late dates and total float equal letting everything be as late as what follows allows`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      for (plan, features) in RandomPlans.plans(seed) {
        guard let network = try network(plan, seed, features) else { continue }
        let schedule = Schedule(network)
        let oracle = MinuteOracle(plan, .first)
        guard let solution = oracle.solution(), let late = oracle.late(solution) else { continue }
        for activity in oracle.order {
          let scheduled = try #require(schedule[activity.id])
          let started = oracle.actual(activity) != nil
          let (start, finish) = (scheduled.lateStart.first?.minutes, scheduled.lateFinish.first?.minutes)
          let wanted = late[activity.id]
          try #require(
            start == (started ? nil : wanted?.start) && finish == wanted?.finish,
            "seed \(seed), \(features), \(activity.id): \(start.map { "\(Instant(minutes: $0))" } ?? "none")…\(finish.map { "\(Instant(minutes: $0))" } ?? "none"), not \(text(wanted))"
          )
          guard let wanted else { continue }
          let (calendar, early) = (oracle.calendar(activity), solution.dates[activity.id]!)
          var float = calendar.work(wanted.finish) - calendar.work(early.finish)
          if !started { float = min(float, calendar.work(wanted.start) - calendar.work(early.start)) }
          try #require(
            scheduled.totalFloat.first == WorkTime(minutes: float), "seed \(seed), \(features), \(activity.id)")
        }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `free float moves nothing else and a minute more moves something`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      for (plan, features) in RandomPlans.plans(seed) {
        guard let network = try network(plan, seed, features) else { continue }
        let schedule = Schedule(network)
        let oracle = MinuteOracle(plan, .first)
        guard let solution = oracle.solution() else { continue }
        for activity in oracle.order where !oracle.isFixed(activity) && activity.details.window == nil {
          // What cannot be pulled is not moved either: whether a maximum then breaks is another question.
          if oracle.links.contains(where: {
            $0.to == activity.id && $0.details.maximum != nil && oracle.isFixed(plan[$0.from]!)
          }) {
            continue
          }
          let scheduled = try #require(schedule[activity.id])
          guard let float = scheduled.freeFloat.first?.minutes else { continue }
          func moves(_ delay: Int32) -> Bool { oracle.movesOthers(activity, delayedBy: delay, solution) }
          try #require(float == 0 || !moves(float), "seed \(seed), \(features), \(activity.id), free float \(float)")
          let total = max(0, try #require(scheduled.totalFloat.first).minutes)
          try #require(
            float == total || moves(float + 1), "seed \(seed), \(features), \(activity.id), free float \(float)")
        }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `summaries and hammocks span what they are over`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      let (plan, features) = RandomPlans.everything(seed, only: Features.all + [.spans], share: 60)
      guard features.contains(.spans), let network = try network(plan, seed, features) else { continue }
      let schedule = Schedule(network)
      for reading in [Reading.first, .last] {
        let oracle = MinuteOracle(plan, reading)
        guard let solution = oracle.solution() else { continue }
        for activity in plan.activities where [.summary, .hammock].contains(activity.kind) {
          let scheduled = try #require(schedule[activity.id])
          let span =
            activity.kind == .summary
            ? oracle.span(ofSummary: activity.id, solution.dates) : oracle.span(ofHammock: activity.id, solution.dates)
          try #require(scheduled.isScheduled == (span != nil), "seed \(seed), \(features), \(activity.id)")
          guard let span else { continue }
          let (starts, finishes) = (scheduled.starts, scheduled.finishes)
          let dates =
            reading == .first
            ? MinuteOracle.Dates(start: starts.first.minutes, finish: finishes.first.minutes)
            : MinuteOracle.Dates(start: starts.last.minutes, finish: finishes.last.minutes)
          try #require(
            dates == span, "seed \(seed), \(features), \(reading), \(activity.id): \(text(dates)), not \(text(span))")
          guard activity.kind == .summary, reading == .first else { continue }
          let parts = oracle.parts(of: activity.id).filter { $0.kind != .hammock }.compactMap { schedule[$0.id] }
          try #require(
            scheduled.lateStart.first == parts.compactMap(\.lateStart.first).min()
              && scheduled.lateFinish.first == parts.compactMap(\.lateFinish.first).max()
              && scheduled.totalFloat.first == parts.compactMap(\.totalFloat.first).min(),
            """
            seed \(seed), \(features), \(activity.id): \(scheduled.lateStart.first as Any) \(scheduled.lateFinish.first as Any) \
            \(scheduled.totalFloat.first as Any), parts \(parts.map { "\($0.id) \($0.lateStart.first as Any) \($0.lateFinish.first as Any) \($0.totalFloat.first as Any)" })
            """)
        }
      }
    }
  }
}

extension MinuteOracle {
  /// Whether a delay of one activity, in its own working time, moves one that is linked to it or breaks into a pin.
  func movesOthers(_ activity: Activity, delayedBy delay: Int32, _ solution: Solution) -> Bool {
    let calendar = calendar(activity)
    let early = solution.dates[activity.id]!
    var start = next(activity, early.start)
    while calendar.work(start) < calendar.work(early.start) + delay { start = next(activity, start + 1) }
    let here = Dates(start: start, finish: calendar.after(solution.work[activity.id]!, start))
    var dates = solution.dates
    dates[activity.id] = here
    return links.contains { link in
      guard link.from == activity.id || (link.to == activity.id && link.details.maximum != nil) else { return false }
      let other = plan[link.from == activity.id ? link.to : link.from]!
      let there = solution.dates[other.id]!
      if isPinned(other), link.from == activity.id { return !keeps(link, here, there, solution.work[other.id]!) }
      let moved = self.early(other, dates).dates
      return moved.start > there.start || moved.finish > there.finish
    }
  }
}
