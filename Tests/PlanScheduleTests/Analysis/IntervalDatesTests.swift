import PlanModel
import PlanSchedule
import Testing

@Suite struct `Interval dates` {
  private func task(_ id: ActivityID, _ low: Int, _ high: Int) -> Activity {
    var activity = Activity(id, work: .days(low))
    activity.duration = Fact(Estimate(.days(low), low: .days(low), high: .days(high)))
    return activity
  }

  @Test func `two that run side by side may each have all the float or none`() throws {
    let plan = plan(
      [task("a", 2, 5), task("b", 3, 4), .milestone("z")], [Link(from: "a", to: "z"), Link(from: "b", to: "z")])
    let dates = IntervalDates(try Network(plan))
    #expect(dates.isExact)
    #expect(days(dates.finish?.lower) == 3)
    #expect(days(dates.finish?.upper) == 5)
    let (a, b) = (try #require(dates["a"]), try #require(dates["b"]))
    #expect([days(a.totalFloat.lower), days(a.totalFloat.upper)] == [0, 2])
    #expect([days(b.totalFloat.lower), days(b.totalFloat.upper)] == [0, 2])
    #expect(a.isPossiblyCritical && b.isPossiblyCritical)
    #expect(!a.isNecessarilyCritical && !b.isNecessarilyCritical)
    #expect(dates["z"]?.isNecessarilyCritical == true)
  }

  @Test func `other links are no longer exact`() throws {
    let plan = plan([task("a", 2, 5), task("b", 3, 4)], [Link(from: "a", to: "b", .startToStart)])
    #expect(!IntervalDates(try Network(plan)).isExact)
  }

  /// Float is the longest path less the longest path through: listed over every choice.
  @Test func `of random plans equal listing every path for every choice`() throws {
    for seed in 0..<300 {
      let plan = RandomPlans.intervals(seed)
      let network = try Network(plan)
      let all = IntervalDates(network)
      let some = IntervalDates(network, limit: 2)
      try #require(all.isExact)
      var floats = [ClosedRange<Int>?](repeating: nil, count: plan.activities.count)
      var finishes: [Int] = []
      let bounds = plan.activities.map { activity in
        [activity.duration!.value.low!, activity.duration!.value.high!].map { Int($0.thousandths / 1000) }
      }
      for choice in 0..<(1 << plan.activities.count) {
        let durations = bounds.indices.map { bounds[$0][choice >> $0 & 1] }
        let paths = RandomPlans.paths(plan, durations)
        let finish = paths.map(\.length).max()!
        finishes.append(finish)
        for place in floats.indices {
          let float = finish - paths.filter { $0.on.contains(place) }.map(\.length).max()!
          let known = floats[place] ?? float...float
          floats[place] = min(known.lowerBound, float)...max(known.upperBound, float)
        }
      }
      let zero = Int(dayZero.start.minutes)
      try #require(Int(all.finish!.lower.minutes) - zero == finishes.min()!, "seed \(seed)")
      try #require(Int(all.finish!.upper.minutes) - zero == finishes.max()!, "seed \(seed)")
      for (place, activity) in plan.activities.enumerated() {
        let (found, expected) = (try #require(all[activity.id]), try #require(floats[place]))
        try #require(Int(found.totalFloat.lower.minutes) == expected.lowerBound, "seed \(seed), \(activity.id)")
        try #require(Int(found.totalFloat.upper.minutes) == expected.upperBound, "seed \(seed), \(activity.id)")
        // Without trying them all, the largest float is still known and the least a bound from above.
        let telling = try #require(some[activity.id])
        try #require(telling.totalFloat.upper == found.totalFloat.upper, "seed \(seed), \(activity.id) \(telling)")
        try #require(telling.totalFloat.lower >= found.totalFloat.lower, "seed \(seed), \(activity.id)")
        try #require(telling.earlyStart == found.earlyStart, "seed \(seed), \(activity.id)")
      }
    }
  }
}

extension RandomPlans {
  /// Up to seven tasks with ranges, finish to start with lags.
  static func intervals(_ seed: Int) -> Plan {
    var dice = Dice(seed: seed)
    var plan = oneCalendar(seed, kinds: [.finishToStart], lags: false)
    for place in plan.links.indices where dice.one(in: 25) { plan.links[place].lag = .minutes(dice.number(0...4)) }
    for place in plan.activities.indices {
      let low = dice.number(0...6)
      plan.activities[place].duration = Fact(
        Estimate(.minutes(low), low: .minutes(low), high: .minutes(low + dice.number(0...7))))
    }
    return plan
  }

  /// All paths from beginning to end with their lengths.
  static func paths(_ plan: Plan, _ durations: [Int]) -> [(on: Set<Int>, length: Int)] {
    func from(_ place: Int) -> [(on: Set<Int>, length: Int)] {
      let id = plan.activities[place].id
      let next = plan.links.filter { $0.from == id }.flatMap { link in
        from(plan.activities.firstIndex { $0.id == link.to }!).map {
          ($0.on, $0.length + Int((link.lag?.thousandths ?? 0) / 1000))
        }
      }
      return (next.isEmpty ? [([], 0)] : next).map { ($0.0.union([place]), $0.1 + durations[place]) }
    }
    let roots = plan.activities.indices.filter { place in !plan.links.contains { $0.to == plan.activities[place].id } }
    return roots.flatMap(from)
  }
}
