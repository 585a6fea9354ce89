import PlanGraph
import PlanModel
import PlanSchedule
import Testing

/// Dates that are looked up in cells, side by side, on several calendars: the same as by the usual sweep, one by one.
@Suite struct `Several calendars side by side` {
  private static let seeds = 0..<(ProcessOptions.runs ?? 300)

  /// Links lead from lower numbers to higher ones, most over a few levels; one activity waits for many.
  private static func plan(_ dice: inout Dice, calendars: Int? = nil) -> Plan {
    let (count, width) = (dice.number(1...300), dice.one(of: [1, 2, 3, 20, 100]))
    let longest = dice.one(of: [30, 3000, 20_000])
    let all = RandomPlans.manyCalendars.map(\.name).shuffled(using: &dice)
    let names = calendars == 0 ? ["24h"] : Array(all.prefix(calendars ?? dice.number(1...7)))
    let projects = (0..<4).map { ProjectID("p\($0)") }
    let activities = (0..<count).map { number in
      var activity = Activity(
        ActivityID("\(dice.one(of: projects)).\(number)"),
        work: .minutes(dice.one(in: 20) ? 0 : dice.number(0...longest)),
        calendar: dice.one(of: names))
      if dice.one(in: 5) { activity.duration = Fact(Estimate(Quantity(dice.number(0...longest), .elapsedMinutes))) }
      if dice.one(in: 10) {
        var estimate = Estimate(.minutes(longest))
        (estimate.low, estimate.high) = (.minutes(longest / 2), .minutes(2 * longest))
        activity.duration = Fact(estimate)
      }
      return activity
    }
    var links: [Link] = []
    for to in width..<max(width, count) {
      for _ in 0..<(dice.one(in: 2) ? 30 : dice.number(0...3)) {
        let back = (to / width - 1 - dice.number(0...2)) * width
        let lag: Quantity? =
          switch dice.number(0...9) {
          case 0...4: nil
          case 5, 6: .minutes(dice.number(-longest / 2...longest))
          case 7, 8: Quantity(dice.number(-longest / 2...longest), .elapsedMinutes)
          default: Quantity(dice.number(-100...150), .percent)
          }
        let kind = dice.one(in: 40) ? Link.Kind.finishToStart : dice.one(of: Link.Kind.allCases)
        let from = activities[max(0, back + dice.number(0...(width - 1)))].id
        links.append(Link(from: from, to: activities[to].id, kind, lag: lag))
      }
    }
    var plan = Plan(activities: activities, links: links)
    plan.calendars = RandomPlans.manyCalendars.filter { !["24h", "weekdays", "norway"].contains($0.name) }
    plan.defaultCalendar = dice.one(of: names)
    plan.options.lagCalendar = dice.one(of: PlanOptions.LagCalendar.allCases)
    plan.projects = projects.map { id in
      var project = Project(id)
      project.start = dayZero + dice.number(0...30)
      return project
    }
    return plan
  }

  /// Everything as usual and in cells.
  private func compare(_ network: Network, _ reading: Reading, _ dice: inout Dice, _ seed: String) {
    var cells = network
    cells.leastInCells = 0
    var usual = network
    usual.isSideBySide = false
    let (early, expected) = (EarlyDates(cells, reading), EarlyDates(usual, reading))
    #expect(early.rows == expected.rows, "\(seed)")
    #expect(early.linkBounds == expected.linkBounds, "\(seed)")
    var again = early
    again.rerun(cells)
    #expect(again.rows == expected.rows && again.linkBounds == expected.linkBounds, "\(seed), again")

    let finish = (0..<network.count).map { early.finish($0) }.max() ?? 0
    let slack = dice.one(of: [0, 0, -2000, 700, 100_000, 20_000_000])
    let ends = (0..<network.count).map { _ in
      dice.one(in: 70) ? finish &+ Int32(slack) : dice.one(in: 50) ? noLimit : finish &- Int32(dice.number(0...9000))
    }
    let anchors = ends.map { $0 == noLimit ? $0 : min(max($0, Day.earliest.start.minutes), Day.latest.end.minutes) }
    var late = LateDates(cells, early, anchors: anchors, deadlines: true)
    let lateExpected = LateDates(usual, expected, anchors: anchors, deadlines: true)
    #expect(late.rows == lateExpected.rows, "\(seed), late")
    late.rerun(cells, early, anchors: anchors, deadlines: true)
    #expect(late.rows == lateExpected.rows, "\(seed), late again")
  }

  @Test(arguments: seeds)
  func `give the dates and bounds of the usual sweeps`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let network = try Network(Self.plan(&dice))
    for reading in [Reading.first, .last, .leastFavourable] { compare(network, reading, &dice, "seed \(seed)") }
  }

  /// What activities may have beyond a floor, in one of two to one of fifty.
  private static func addFacts(to plan: inout Plan, _ dice: inout Dice) {
    let share = dice.one(of: [2, 10, 50])
    let isReported = dice.one(in: 50)
    plan.windows = RandomPlans.windows
    plan.options.progress = dice.one(of: [.retainedLogic, .progressOverride, .actualDates])
    if isReported { plan.statusDate = dayZero + dice.number(0...40) }
    if dice.one(in: 10) { plan.options.scheduleFrom = .finish }
    if dice.one(in: 20) || plan.options.scheduleFrom == .finish { plan.mustFinishBy = Fact(on(dice.number(20...400))) }
    var activities = plan.activities
    for place in activities.indices where dice.one(in: share) {
      func span() -> DateSpan {
        let day = dice.number(0...60)
        return dice.one(in: 70) ? on(day) : between(day, day + dice.number(0...9))
      }
      switch dice.number(0...7) {
      case 0, 1: activities[place].details.planned = Fact(span())
      case 2: activities[place].details.deadline = Fact(span())
      case 3: activities[place].details.constraints = [Constraint(dice.one(of: Constraint.Kind.allCases), Fact(span()))]
      case 4:
        activities[place].details.planned = Fact(span())
        activities[place].details.slips = [Fact(Quantity(dice.number(-3000...5000), .elapsedMinutes))]
      case 5:
        activities[place].kind = dice.one(of: [.startMilestone, .finishMilestone])
        activities[place].duration = nil
        if dice.one(in: 30) { activities[place].details.window = dice.one(of: RandomPlans.windows).name }
      case 6 where isReported:
        activities[place].details.actualStart = Fact(on(dice.number(-3...9)))
        if dice.one(in: 50) { activities[place].details.actualFinish = Fact(on(dice.number(10...20))) }
        if dice.one(in: 30) { activities[place].details.remaining = Fact(.minutes(dice.number(0...4000))) }
      default: activities[place].details.expectedFinish = Fact(span())
      }
    }
    plan.activities = activities
  }

  @Test(arguments: seeds)
  func `give the same where activities have stated dates, progress and windows`(seed: Int) throws {
    var dice = Dice(seed: seed)
    var plan = Self.plan(&dice, calendars: dice.one(of: [nil, nil, 1, 0]))
    if dice.one(in: 70) { Self.addFacts(to: &plan, &dice) }
    let network = try Network(plan)
    for reading in [Reading.first, .last, .leastFavourable] { compare(network, reading, &dice, "seed \(seed)") }
  }

  @Test func `are used for the others where some have stated dates and progress`() throws {
    let ids = (0..<60).map { ActivityID("p.\($0)") }
    var activities = ids.map {
      Activity($0, work: .minutes(960), calendar: $0.text.hasSuffix("3") ? "norway" : "weekdays")
    }
    activities[7].details.planned = Fact(on(42))
    activities[20].details.deadline = Fact(on(30))
    activities[31].details.constraints = [Constraint(.startNoLaterThan, Fact(on(20)))]
    activities[0].details.actualStart = Fact(on(0))
    var plan = Plan(activities: activities, links: (6..<60).map { Link(from: ids[$0 - 6], to: ids[$0]) })
    plan.statusDate = dayZero + 1
    plan.start = dayZero
    var network = try Network(plan)
    network.leastInCells = 0
    let early = EarlyDates(network, .first)
    #expect(network.isSweptInCells)
    var usual = network
    usual.isSideBySide = false
    let expected = EarlyDates(usual, .first)
    #expect(early.rows == expected.rows && early.linkBounds == expected.linkBounds)
    #expect(early.start(network.position(of: ids[7])) == Int32((dayZero + 42).start.minutes) + 480)
    let anchors = [Int32](repeating: (dayZero + 90).start.minutes, count: 60)
    for deadlines in [true, false] {
      let late = LateDates(network, early, anchors: anchors, deadlines: deadlines)
      #expect(late.rows == LateDates(usual, expected, anchors: anchors, deadlines: deadlines).rows)
    }
  }

  @Test(arguments: seeds)
  func `give the same at the ends of the years that calendars know`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let count = dice.number(1...120)
    let calendars = Array(RandomPlans.manyCalendars.shuffled(using: &dice).prefix(dice.number(1...6)))
    var lists = NetworkLists(
      durations: (0..<count).map { _ in Int32(dice.number(0...5000)) }, ends: [], kinds: [], lags: [],
      start: dice.one(of: [
        Day.earliest, Day.earliest + dice.number(0...30), Day.latest - dice.number(0...400),
        dayZero + dice.number(0...900),
      ]))
    for to in 1..<max(1, count) {
      for _ in 0..<dice.number(0...2) {
        lists.ends.append(Arc(from: max(0, to - dice.number(1...40)), to: to))
        lists.kinds.append(dice.one(of: Link.Kind.allCases))
        lists.lags.append(dice.one(in: 60) ? 0 : Int32(dice.number(-3000...5000)))
      }
    }
    lists.several = .init(
      calendars, ofActivities: (0..<count).map { _ in Int16(dice.number(0...calendars.count)) },
      ofLags: lists.ends.map { _ in Int16(dice.number(0...calendars.count)) })
    compare(try Network(lists), .first, &dice, "seed \(seed)")
  }

  @Test func `are used where dates stay within some years, and given up where they do not`() throws {
    func network(days: Int32) throws -> Network {
      var lists = NetworkLists(
        durations: Array(repeating: days * 480, count: 100), ends: (1..<100).map { Arc(from: $0 - 1, to: $0) },
        kinds: Array(repeating: .finishToStart, count: 99), lags: Array(repeating: 0, count: 99), start: dayZero)
      lists.several = .init(
        [.weekdays, .norway], ofActivities: (0..<100).map { $0 % 3 }, ofLags: Array(repeating: 0, count: 99))
      var network = try Network(lists)
      network.leastInCells = 0
      return network
    }
    let short = try network(days: 5)
    _ = EarlyDates(short, .first)
    #expect(short.isSweptInCells)

    // Not before so much has been swept that cells are worth their making.
    var once = try network(days: 5)
    once.leastInCells = 10
    _ = EarlyDates(once, .first)
    #expect(!once.isSweptInCells)
    _ = EarlyDates(once, .first)
    #expect(once.isSweptInCells)

    // Each time for twice as many years, until they are enough.
    let long = try network(days: 100)
    var used: [Bool] = []
    for _ in 0..<6 {
      _ = EarlyDates(long, .first)
      used.append(long.isSweptInCells)
    }
    #expect(!used[0] && used[5])

    let endless = try network(days: 2000)
    for _ in 0..<12 { _ = EarlyDates(endless, .first) }
    #expect(!endless.isSweptInCells)
  }
}
