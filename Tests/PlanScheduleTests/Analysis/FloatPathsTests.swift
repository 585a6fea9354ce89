import PlanModel
import PlanSchedule
import Testing

/// The fourteen activities of building a plant (Hillier and Lieberman), in days, and a milestone when it is ready.
func reliableConstruction() -> Plan {
  let work: [(ActivityID, Int, [ActivityID])] = [
    ("A", 2, []), ("B", 4, ["A"]), ("C", 10, ["B"]), ("D", 6, ["C"]), ("E", 4, ["C"]), ("F", 5, ["E"]), ("G", 7, ["D"]),
    ("H", 9, ["E", "G"]), ("I", 7, ["C"]), ("J", 8, ["F", "I"]), ("K", 4, ["J"]), ("L", 5, ["J"]), ("M", 2, ["H"]),
    ("N", 6, ["K", "L"]),
  ]
  return plan(
    work.map { task($0.0, $0.1) } + [.milestone("ready")],
    work.flatMap { id, _, before in before.map { Link(from: $0, to: id) } }
      + [Link(from: "M", to: "ready"), Link(from: "N", to: "ready")])
}

@Suite struct `Float paths` {
  @Test(arguments: [FloatPaths.Option.freeFloat, .totalFloat])
  func `of the plant begin with its driving chain and peel off what is next`(option: FloatPaths.Option) throws {
    let schedule = Schedule(try Network(reliableConstruction()))
    let paths = try #require(FloatPaths(schedule, to: "ready", by: option))
    #expect(
      paths.paths.map { $0.activities.map(\.text).joined() } == ["ABCEFJLNready", "K", "I", "DGHM"])
    #expect(paths.paths.map { days($0.float) } == [0, 1, 2, 4])
    #expect(paths["A"] == .init(path: 1, order: 1))
    #expect(paths["ready"] == .init(path: 1, order: 9))
    #expect(paths["M"] == .init(path: 4, order: 4))
    #expect(FloatPaths(schedule, to: "ready", limit: 2)?["I"] == nil)
    #expect(FloatPaths(schedule, to: "N")?["M"] == nil)
    #expect(FloatPaths(schedule, to: "nobody") == nil)
  }

  /// `b` waits for `e`, and `a` may finish at most a day before: so `b` pulls `a`.
  private func pulled() throws -> Schedule {
    try schedule(
      [task("a", 4), task("b", 3), task("e", 9), task("z", 2)],
      [within(.days(1), Link(from: "a", to: "b")), Link(from: "e", to: "b"), Link(from: "b", to: "z")])
  }

  @Test(arguments: [FloatPaths.Option.freeFloat, .totalFloat])
  func `a longest lag leads back to what pulls`(option: FloatPaths.Option) throws {
    let schedule = try pulled()
    let toA = try #require(FloatPaths(schedule, to: "a", by: option))
    #expect(toA.paths.map { $0.activities.map(\.text).joined() } == ["eba"])
    let toZ = try #require(FloatPaths(schedule, to: "z", by: option))
    #expect(toZ.paths.map { $0.activities.map(\.text).joined() } == ["ebz", "a"])
    #expect(toZ.paths.map { days($0.float) } == [0, 1])
  }

  @Test func `the longest path leads back over a longest lag, and never twice by an activity`() throws {
    let schedule = try pulled()
    let paths = try #require(LongestPaths(schedule, to: "a", count: 9)?.paths)
    #expect(paths.map { $0.activities.map(\.text).joined() } == ["eba"])
    #expect(paths.first?.shortfall == .zero)
    let toA = Floats(schedule, to: ["a"])
    #expect(["a", "b", "e", "z"].map { days(toA[$0, to: "a"]?.first?.total) } == [0, 0, 0, nil])
    // Tied to each other without a minute to spare.
    let rigid = try PlanScheduleTests.schedule(
      [task("a", 4), task("b", 3)], [within(.days(0), Link(from: "a", to: "b"))])
    #expect(LongestPaths(rigid, to: "b", count: 9)?.paths.map { $0.activities.map(\.text).joined() } == ["ab"])
  }

  @Test func `floats keep longest lags`() throws {
    let schedule = try pulled()
    let floats = FloatTable(schedule)
    func row(_ id: ActivityID) -> [Int?] {
      let float = floats[id]?.first
      return [float?.total, float?.free, float?.safety, float?.independent, float?.interfering].map(days)
    }
    #expect(row("a") == [1, 1, 1, 1, 0])
    #expect(row("b") == [0, 0, 0, 0, 0])
    #expect(row("e") == [0, 0, 0, 0, 0])
    let toB = Floats(schedule, to: ["b"])
    #expect(["a", "e", "z"].map { days(toB[$0, to: "b"]?.first?.total) } == [1, 0, nil])
  }

  /// Where a path joins late in one that is far from driving, the two options part.
  @Test func `by free float ask what nearly drives, by total float what the end feels first`() throws {
    let schedule = Schedule(
      try Network(
        plan(
          [task("a", 10), task("g", 5), task("x", 3), task("e", 2), task("d", 6), task("z", 1)],
          [
            Link(from: "a", to: "z"), Link(from: "x", to: "z"), Link(from: "d", to: "z"), Link(from: "g", to: "x"),
            Link(from: "e", to: "x"),
          ])))
    func order(_ option: FloatPaths.Option) throws -> [String] {
      try #require(FloatPaths(schedule, to: "z", by: option)).paths.map { $0.activities.map(\.text).joined() }
    }
    #expect(try order(.freeFloat) == ["az", "gx", "e", "d"])
    #expect(try order(.totalFloat) == ["az", "gx", "d", "e"])
  }

  @Test func `ties follow the order of links in the plan`() throws {
    func paths(_ links: [Link]) throws -> [[ActivityID]] {
      let schedule = Schedule(try Network(plan([task("a", 2), task("b", 2), task("c", 2), task("z", 1)], links)))
      return try #require(FloatPaths(schedule, to: "z")).paths.map(\.activities)
    }
    let links: [Link] = [Link(from: "b", to: "z"), Link(from: "a", to: "z"), Link(from: "c", to: "z")]
    #expect(try paths(links) == [["b", "z"], ["a"], ["c"]])
    #expect(try paths(links.reversed()) == [["c", "z"], ["a"], ["b"]])
  }

  @Test func `of random plans equal what listing every path says`() throws {
    for seed in 0..<600 {
      let plan = RandomPlans.oneCalendar(seed)
      let schedule = Schedule(try Network(plan))
      let end = plan.activities[plan.activities.count - 1].id
      let oracle = PathOracle(schedule)
      let all = oracle.paths(to: end)
      // Total float: an activity's path is as far from driving the end as the best path through it.
      let byTotal = try #require(FloatPaths(schedule, to: end, by: .totalFloat))
      var floats: [WorkTime] = []
      for path in byTotal.paths {
        floats.append(path.float)
        for (place, id) in path.activities.enumerated() {
          try #require(byTotal[id] == .init(path: floats.count, order: place + 1), "seed \(seed)")
          let best = all.filter { $0.activities.contains(id) }.map(\.short).min()
          try #require(best == path.float.minutes, "seed \(seed), \(id)")
        }
      }
      try #require(floats == floats.sorted(), "seed \(seed)")
      let reached = Set(all.flatMap(\.activities))
      let onPaths = byTotal.paths.flatMap(\.activities)
      try #require(onPaths.count == reached.count && Set(onPaths) == reached, "seed \(seed)")
      // Free float: the same activities, the same first path, and each next by the least link that was left.
      let byFree = try #require(FloatPaths(schedule, to: end, by: .freeFloat))
      try #require(byFree.paths[0] == byTotal.paths[0], "seed \(seed)")
      try #require(Set(byFree.paths.flatMap(\.activities)) == reached, "seed \(seed)")
      var done: Set<ActivityID> = []
      for path in byFree.paths {
        if let joins = path.joins {
          let left = plan.links.indices.filter {
            !done.contains(plan.links[$0].from) && done.contains(plan.links[$0].to)
          }
          let least = left.min { (oracle.short($0), $0) < (oracle.short($1), $1) }
          try #require(joins == least && path.float.minutes == oracle.short(joins), "seed \(seed)")
        }
        done.formUnion(path.activities)
      }
    }
  }
}

@Suite struct `Longest paths` {
  @Test func `of the plant are 44, 43, 42, 41 and 40 days long`() throws {
    let schedule = Schedule(try Network(reliableConstruction()))
    let paths = try #require(LongestPaths(schedule, count: 7)).paths
    #expect(paths.prefix(5).map { 44 - (days($0.shortfall) ?? 0) } == [44, 43, 42, 41, 40])
    #expect(
      paths.prefix(5).map { $0.activities.dropLast().map(\.text).joined() }
        == ["ABCEFJLN", "ABCEFJKN", "ABCIJLN", "ABCIJKN", "ABCDGHM"])
    #expect(paths.count == 6)  // the last by E and H: 31 days
    #expect(days(paths[5].shortfall) == 13)
    #expect(LongestPaths(schedule, to: "nobody", count: 1) == nil)
  }

  @Test func `of random plans equal listing every path`() throws {
    for seed in 0..<600 {
      let plan = RandomPlans.oneCalendar(seed)
      let schedule = Schedule(try Network(plan))
      let end = plan.activities[plan.activities.count - 1].id
      let all = PathOracle(schedule).paths(to: end).map(\.short).sorted()
      for count in [1, 3, 1000] {
        let paths = try #require(LongestPaths(schedule, to: end, count: count)).paths
        try #require(paths.map(\.shortfall.minutes) == Array(all.prefix(count)), "seed \(seed), \(count)")
        try #require(Set(paths.map(\.links)).count == paths.count, "seed \(seed)")
        for path in paths {
          try #require(path.activities.count == path.links.count + 1 && path.activities.last == end, "seed \(seed)")
          for (place, link) in path.links.enumerated() {
            try #require(plan.links[link].from == path.activities[place], "seed \(seed)")
            try #require(plan.links[link].to == path.activities[place + 1], "seed \(seed)")
          }
        }
      }
    }
  }
}

/// Every path to an end, listed one by one; around the clock only.
private struct PathOracle {
  let schedule: Schedule
  var plan: Plan { schedule.network.plan }

  init(_ schedule: Schedule) { self.schedule = schedule }

  /// How far a link is from driving.
  func short(_ place: Int) -> Int32 {
    let link = plan.links[place]
    let (from, to) = (schedule[link.from]!, schedule[link.to]!)
    let leave = link.kind.leavesStart ? from.start : from.finish
    let arrive = link.kind.boundsFinish ? to.finish : to.start
    return arrive.minutes - leave.minutes - Int32((link.lag?.thousandths ?? 0) / 1000)
  }

  /// Paths begin where no link leads or none drives.
  func paths(to end: ActivityID) -> [(activities: [ActivityID], short: Int32)] {
    let links = plan.links.indices.filter { plan.links[$0].to == end }
    var paths: [(activities: [ActivityID], short: Int32)] = []
    if !links.contains(where: { short($0) == 0 }) { paths.append(([end], 0)) }
    for place in links {
      for path in self.paths(to: plan.links[place].from) {
        paths.append((path.activities + [end], path.short + short(place)))
      }
    }
    return paths
  }
}
