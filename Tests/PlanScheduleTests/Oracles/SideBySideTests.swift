import PlanGraph
import PlanModel
import PlanSchedule
import Testing

/// Wide networks, in which activities that do not wait for each other are computed side by side, and dates on one calendar
/// in its working minutes: the same as by the usual sweep, one by one in instants.
@Suite struct `Activities side by side` {
  private static let seeds = 0..<(ProcessOptions.runs ?? 300)
  private static let calendars: [WorkingCalendar] =
    RandomPlans.manyCalendars + [
      WorkingCalendar(
        name: "one day", week: Array(repeating: [], count: 7),
        exceptions: [CalendarException(dayZero...dayZero, hours: [WorkPeriod(from: 0, to: 600)])])
    ]

  private struct Shape {
    var durations: [Int32] = []
    var ends: [Arc] = []
    var kinds: [Link.Kind] = []
    var lags: [Int32] = []

    /// Links lead from lower numbers to higher ones, most over a few levels; one activity waits for many.
    init(_ dice: inout Dice) {
      let count = dice.number(1...300)
      let width = dice.one(of: [1, 3, 20, 100])
      let longest = dice.one(of: [30, 3000, 40_000])
      durations = (0..<count).map { _ in dice.one(in: 20) ? 0 : Int32(dice.number(0...longest)) }
      for to in width..<max(width, count) {
        let many = dice.one(in: 1) ? 30 : dice.number(0...3)
        for _ in 0..<many {
          let back = (to / width - 1 - dice.number(0...2)) * width
          ends.append(Arc(from: max(0, back + dice.number(0...(width - 1))), to: to))
          kinds.append(dice.one(in: 40) ? .finishToStart : dice.one(of: Link.Kind.allCases))
          lags.append(dice.one(in: 60) ? 0 : Int32(dice.number(-longest / 2...longest)))
        }
      }
    }
  }

  /// Activities of projects that begin on different days.
  private func planned(_ shape: Shape, _ calendar: WorkingCalendar, _ dice: inout Dice) throws -> Network {
    let projects = (0..<4).map { ProjectID("p\($0)") }
    let activities = shape.durations.map { work in
      Activity(ActivityID("\(dice.one(of: projects)).\(work)-\(dice.next())"), work: .minutes(Int(work)))
    }
    var plan = Plan(
      activities: activities,
      links: shape.ends.indices.map { link in
        Link(
          from: activities[Int(shape.ends[link].from)].id, to: activities[Int(shape.ends[link].to)].id,
          shape.kinds[link], lag: shape.lags[link] == 0 ? nil : .minutes(Int(shape.lags[link])))
      })
    plan.calendars = [calendar]
    plan.defaultCalendar = calendar.name
    plan.projects = projects.map { id in
      var project = Project(id)
      project.start = dayZero + dice.number(0...30)
      return project
    }
    return try Network(plan)
  }

  /// The same as bare lists, perhaps at an end of the years that calendars know.
  private func listed(_ shape: Shape, _ calendar: WorkingCalendar, _ dice: inout Dice) throws -> Network {
    let starts = [
      dayZero, dayZero + dice.number(0...9000), Day.earliest, Day.earliest + dice.number(0...30),
      Day.latest - dice.number(0...400),
    ]
    return try Network(
      NetworkLists(
        durations: shape.durations, ends: shape.ends, kinds: shape.kinds, lags: shape.lags,
        calendar: calendar.name == "24h" ? nil : calendar, start: dice.one(of: starts)))
  }

  @Test(arguments: seeds)
  func `give the dates and bounds of the usual sweeps`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let shape = Shape(&dice)
    let calendar = dice.one(of: Self.calendars)
    let isPlanned = calendar.name != "one day" && dice.one(in: 50)
    let network = try isPlanned ? planned(shape, calendar, &dice) : listed(shape, calendar, &dice)
    // A network that has anything special is swept as usual.
    var usual = network
    usual.specials = [Special()]

    let (early, expected) = (EarlyDates(network, .first), EarlyDates(usual, .first))
    #expect(early.rows == expected.rows, "seed \(seed), \(calendar.name)")
    #expect(early.linkBounds == expected.linkBounds, "seed \(seed), \(calendar.name)")
    var again = early
    again.rerun(network)
    #expect(again.rows == expected.rows && again.linkBounds == expected.linkBounds, "seed \(seed), again")

    let finish = (0..<network.count).map { early.finish($0) }.max() ?? 0
    let slack = dice.one(of: [0, 0, -2000, 700, 100_000])
    let ends = (0..<network.count).map { _ in
      dice.one(in: 70) ? finish &+ Int32(slack) : dice.one(in: 50) ? noLimit : finish &- Int32(dice.number(0...9000))
    }
    let anchors = ends.map { $0 == noLimit ? $0 : min(max($0, Day.earliest.start.minutes), Day.latest.end.minutes) }
    var late = LateDates(network, early, anchors: anchors, deadlines: true)
    let lateExpected = LateDates(usual, expected, anchors: anchors, deadlines: true)
    #expect(late.rows == lateExpected.rows, "seed \(seed), \(calendar.name), late")
    late.rerun(network, early, anchors: anchors, deadlines: true)
    #expect(late.rows == lateExpected.rows, "seed \(seed), \(calendar.name), late again")
  }
}
