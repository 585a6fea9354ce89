import PlanModel
import PlanSchedule
import Testing

@Suite struct `Plans that cannot be scheduled` {
  private func problems(_ plan: Plan) -> [Diagnostic] {
    do {
      _ = try Network(plan)
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func link(_ from: ActivityID, _ to: ActivityID, at origin: Int64) -> Link {
    var details = LinkDetails()
    details.dependency.evidence = Evidence(origin: Origin(index: origin))
    return Link(from: from, to: to, details: details)
  }

  @Test func `a doubled id names both places`() {
    var (first, second) = (task("a", 1), task("a", 2))
    first.evidence = Evidence(origin: Origin(index: 7))
    second.evidence = Evidence(origin: Origin(index: 9))
    let found = problems(plan([first, second]))
    #expect(found.map(\.code) == [.duplicateID])
    #expect(found.first?.origin.index == 9)
    #expect(found.first?.related.map(\.index) == [7])
  }

  @Test func `an unknown id suggests the nearest`() {
    let found = problems(plan([task("cure", 1), task("pour", 1)], [Link(from: "crue", to: "pour")]))
    #expect(found.map(\.message) == ["no activity is called 'crue'; did you mean 'cure'?"])
  }

  @Test func `a link to itself`() {
    #expect(problems(plan([task("a", 1)], [Link(from: "a", to: "a")])).map(\.code) == [.selfLink])
  }

  @Test func `a cycle is told whole, by name, from its first member in the plan, with the places of its links`() {
    let found = problems(
      plan(
        [task("x", 1), task("pour", 1), task("cure", 1), task("strip", 1)],
        [
          link("strip", "pour", at: 3), link("x", "cure", at: 4), link("cure", "strip", at: 5),
          link("pour", "cure", at: 6),
        ]))
    #expect(found.map(\.message) == ["'pour' waits for itself: pour → cure → strip → pour"])
    #expect(found.first?.origin.index == 6)
    #expect(found.first?.related.map(\.index) == [5, 3])
  }

  @Test func `several cycles and everything else are told at once`() {
    var plan = plan(
      [
        task("a", 1), task("b", 1), task("c", 1, calendar: "nowhere"), task("d", 1),
        Activity("e", work: .days(-1)), task("f", 1),
      ],
      [
        Link(from: "d", to: "c"), Link(from: "c", to: "d"), Link(from: "b", to: "a"), Link(from: "a", to: "b"),
        Link(from: "a", to: "nobody"), Link(from: "e", to: "f", lag: .days(99_999_999)),
      ])
    plan.calendars = [WorkingCalendar(name: "empty", week: [])]
    plan.activities[5].calendar = "empty"
    #expect(
      Set(problems(plan).map(\.code)) == [.cycle, .unknownActivity, .unknownCalendar, .badQuantity, .emptyCalendar])
    #expect(problems(plan).count == 7)
    #expect(problems(plan).filter { $0.code == .cycle }.map { $0.values[1] } == ["a → b → a", "c → d → c"])
  }

  @Test func `links to summaries are refused`() {
    let plan = plan([Activity("s", kind: .summary), task("a", 1)], [Link(from: "s", to: "a")])
    #expect(problems(plan).map(\.code) == [.summaryLink])
  }

  @Test func `a duration that decreases, or mixes working and elapsed time`() {
    func estimate(_ low: Quantity, _ likely: Quantity) -> Plan {
      plan([Activity("a", duration: Fact(Estimate(likely, low: low)))])
    }
    #expect(problems(estimate(.days(3), .days(2))).map(\.code) == [.badEstimate])
    #expect(problems(estimate(.elapsedDays(1), .days(2))).map(\.code) == [.badEstimate])
    #expect(problems(estimate(.days(1), .days(2))).isEmpty)
  }

  @Test func `a window that is not there`() {
    #expect(problems(plan([with(.milestone("m")) { $0.window = "golive" }])).map(\.code) == [.unknownWindow])
  }

  // MARK: The horizon

  @Test func `the last day of the range is still a day`() {
    let last = DateSpan(Day.latest)
    #expect(problems(plan([.milestone("m", .finishMilestone, planned: last)])).isEmpty)
    #expect(problems(plan([.milestone("m", .startMilestone, planned: last)])).isEmpty)
    let after = plan(
      [.milestone("m", .finishMilestone, planned: last), Activity("a", work: .minutes(1))], [Link(from: "m", to: "a")])
    #expect(problems(after).map(\.code) == [.horizonTooLong])
    #expect(problems(after).first?.message.contains("'a'") == true)
  }

  @Test func `what fits to the minute fits`() {
    let work = Int(Day.latest.end.minutes - (Day.latest - 9).start.minutes)
    var fits = plan([Activity("a", work: .minutes(work))])
    fits.start = Day.latest - 9
    #expect(problems(fits).isEmpty)
    fits.activities = [Activity("a", work: .minutes(work + 1))]
    #expect(problems(fits).map(\.code) == [.horizonTooLong])
  }

  @Test(arguments: ["24h", "weekdays", "norway"])
  func `durations of a hundred years run out of the range`(calendar: String) {
    let years = Quantity(36_000, .days)
    var two = plan(
      [Activity("a", work: years, calendar: calendar), Activity("b", work: years, calendar: calendar)],
      [Link(from: "a", to: "b")])
    two.options.minutesPerDay = 1440
    #expect(problems(two).map(\.code) == [.horizonTooLong])
  }

  @Test func `a high duration alone can run out of the range`() {
    let wide = Activity("a", duration: Fact(Estimate(.days(1), high: .days(36_000))))
    #expect(problems(plan([wide])).isEmpty)
    let chain = plan(
      [wide, Activity("b", duration: Fact(Estimate(.days(1), high: .days(36_000))))], [Link(from: "a", to: "b")])
    #expect(problems(chain).map(\.code) == [.horizonTooLong])
  }

  @Test func `a chain of 100,000 durations of a hundred years is told at its second link`() {
    let count = 100_000
    let ids = (0..<count).map { ActivityID("a\($0)") }
    let chain = plan(
      ids.map { Activity($0, work: .days(36_000)) },
      (1..<count).map { Link(from: ids[$0 - 1], to: ids[$0], lag: .days($0 % 3 == 0 ? -36_000 : 36_000)) })
    #expect(problems(chain).map(\.code) == [.horizonTooLong])
    #expect(problems(chain).first?.message.contains("'a1'") == true)
  }

  @Test(arguments: [Int32.min, -25_568, 84_371, Int32.max])
  func `days outside 1900 to 2200 are told wherever they stand`(number: Int32) {
    let span = DateSpan(earliest: Day(number: number), latest: Day(number: number), words: "far")
    func codes(_ change: (inout ActivityDetails) -> Void) -> [Diagnostic.Code] {
      var plan = plan([with(task("a", 1), change)])
      plan.statusDate = dayZero
      return problems(plan).map(\.code)
    }
    for kind in Constraint.Kind.allCases {
      #expect(codes { $0.constraints = [Constraint(kind, Fact(span))] }.contains(.horizonTooLong))
    }
    #expect(codes { $0.planned = Fact(span) }.contains(.horizonTooLong))
    #expect(codes { $0.deadline = Fact(span) }.contains(.horizonTooLong))
    #expect(codes { $0.actualStart = Fact(span) }.contains(.horizonTooLong))
    #expect(codes { $0.actualFinish = Fact(span) }.contains(.horizonTooLong))
    #expect(codes { $0.state = Fact(EventState(.taken, at: span)) }.contains(.horizonTooLong))
    var start = plan([task("a", 1)])
    start.start = Day(number: number)
    #expect(problems(start).map(\.code) == [.horizonTooLong])
    var status = plan([task("a", 1)])
    status.statusDate = Day(number: number)
    #expect(problems(status).map(\.code) == [.horizonTooLong])
  }

  // MARK: Anything at all

  @Test func `no plan traps`() {
    for seed in 0..<(ProcessOptions.runs ?? 400) {
      var dice = Dice(seed: seed)
      var plan = RandomPlans.plan(seed)
      func wild(_ dice: inout Dice) -> Quantity {
        let amounts: [Int64] = [0, 1, -1, 999, -52_596_000_000, 52_596_000_001, .max, .min, 36_500_000, -36_500_000]
        return Quantity(thousandths: dice.one(of: amounts), unit: dice.one(of: Quantity.Unit.allCases))
      }
      func far(_ dice: inout Dice) -> DateSpan {
        let days: [Int32] = [.min, .max, -25_567, -25_568, 84_370, 84_371, 0, 19_480]
        let (a, b) = (Day(number: dice.one(of: days)), Day(number: dice.one(of: days)))
        return DateSpan(earliest: dice.one(in: 80) ? a : nil, latest: dice.one(in: 80) ? b : nil, words: "wild")
      }
      var activities = plan.activities
      for place in activities.indices where dice.one(in: 60) {
        switch dice.number(0...8) {
        case 0: activities[place].duration = Fact(Estimate(wild(&dice), low: wild(&dice), high: wild(&dice)))
        case 1: activities[place].details.planned = Fact(far(&dice))
        case 2: activities[place].details.slips = [Fact(wild(&dice)), Fact(wild(&dice))]
        case 3:
          activities[place].details.constraints = [Constraint(dice.one(of: Constraint.Kind.allCases), Fact(far(&dice)))]
        case 4: activities[place].details.actualStart = Fact(far(&dice))
        case 5: activities[place].details.remaining = Fact(wild(&dice))
        case 6: activities[place].details.deadline = Fact(far(&dice))
        case 7:
          activities[place].details.state = Fact(EventState(dice.one(of: EventState.Word.allCases), at: far(&dice)))
        default: activities[place].duration = Fact(Estimate(Quantity(dice.number(0...36_500), .elapsedDays)))
        }
      }
      plan.activities = activities
      for place in plan.links.indices where dice.one(in: 30) { plan.links[place].lag = wild(&dice) }
      if dice.one(in: 20) { plan.options.minutesPerDay = dice.one(of: [.max, .min, 0, 1440]) }
      if dice.one(in: 20) { plan.options.daysPerWeek = dice.one(of: [.max, .min, 0, 7]) }
      if dice.one(in: 20) { plan.options.criticalFloat = wild(&dice) }
      if dice.one(in: 10) { plan.statusDate = far(&dice).earliest }
      guard let network = try? Network(plan) else { continue }
      for end in [nil, plan.activities.first?.id] {
        for activity in Schedule(network, to: end).activities {
          _ = (activity.totalFloat, activity.freeFloat, activity.placement, activity.lastPlacement, activity.logicDays)
          _ = (activity.isCritical, activity.waitsFor, activity.days)
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func `are refused at once when thousands of links lead nowhere`() {
    let activities = (0..<10_000).map { Activity(ActivityID("project-\($0 % 100).activity-\($0)"), work: .days(1)) }
    let links = (0..<10_000).map { Link(from: ActivityID("activty-\($0)"), to: activities[$0].id) }
    do {
      _ = try Network(Plan(activities: activities, links: links))
      Issue.record("the ids are unknown")
    } catch {
      #expect(error.diagnostics.count == 10_000)
      #expect(error.diagnostics[3].values == ["activty-3", "project-3.activity-3"])
    }
  }
}
