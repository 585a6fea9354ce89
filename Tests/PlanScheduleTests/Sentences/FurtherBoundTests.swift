import PlanModel
import PlanSchedule
import Testing

@Suite struct `External dates, second constraints and shares` {
  private func bound(_ activity: Activity, _ constraints: (Constraint.Kind, Int)...) -> Activity {
    with(activity) { $0.constraints = constraints.map { Constraint($0, Fact(on($1))) } }
  }

  @Test func `an external early start is a floor that links may push`() throws {
    let schedule = try schedule(
      [task("a", 3), bound(task("b", 1), (.externalEarlyStart, 5))], [Link(from: "a", to: "b")])
    #expect(timeline(of: schedule) == "a  ###...\nb  .....#")
    #expect(schedule["b"]?.driver == .constraint(.externalEarlyStart))
    #expect(days(schedule["a"]?.freeFloat.first) == 2)
    let pushed = try placed(bound(task("b", 1), (.externalEarlyStart, 1)))
    #expect(days(pushed["b"]?.start) == 3)
    #expect(pushed["b"]?.driver == .link(0))
  }

  private func placed(_ b: Activity) throws -> Schedule {
    Schedule(try Network(plan([task("a", 3), b, task("z", 9)], [Link(from: "a", to: "b")])))
  }

  @Test func `an external late finish bounds late dates and moves nothing`() throws {
    let late = try placed(bound(task("b", 1), (.externalLateFinish, 6)))
    #expect(days(late["b"]?.start) == 3)
    #expect(days(late["b"]?.lateFinish.first) == 7)
    #expect(days(late["a"]?.totalFloat.first) == 3)
    let broken = try placed(bound(task("b", 1), (.externalLateFinish, 1)))
    #expect(days(broken["b"]?.start) == 3)
    #expect(days(broken["b"]?.totalFloat.first) == -2)
  }

  @Test func `an external early start dates a root`() throws {
    var plan = Plan(activities: [bound(task("a", 1), (.externalEarlyStart, 4))])
    plan.statusDate = dayZero
    #expect(Schedule(try Network(plan))["a"]?.isUndated == false)
  }

  @Test func `an early and a late constraint hold together`() throws {
    let both = try placed(bound(task("b", 1), (.startNoEarlierThan, 5), (.finishNoLaterThan, 7)))
    #expect(days(both["b"]?.start) == 5)
    #expect(days(both["b"]?.lateFinish.first) == 8)
    #expect(days(both["b"]?.totalFloat.first) == 2)
    #expect(days(both["a"]?.totalFloat.first) == 4)
  }

  @Test func `of two of a side the stricter one counts, in any order`() throws {
    for kinds in [
      [(Constraint.Kind.startNoEarlierThan, 4), (.finishNoEarlierThan, 6)],
      [(.finishNoEarlierThan, 6), (.startNoEarlierThan, 4)],
    ] {
      let b = with(task("b", 1)) { $0.constraints = kinds.map { Constraint($0, Fact(on($1))) } }
      #expect(days(try placed(b)["b"]?.start) == 6)
    }
    let late = try placed(
      bound(task("b", 1), (.startNoLaterThan, 4), (.externalLateFinish, 6), (.finishNoLaterThan, 5)))
    #expect(days(late["b"]?.lateStart.first) == 4)
  }

  @Test func `constraints that cannot both hold give negative float and are scheduled`() throws {
    let schedule = try placed(bound(task("b", 1), (.startNoEarlierThan, 6), (.finishNoLaterThan, 4)))
    #expect(days(schedule["b"]?.start) == 6)
    #expect(days(schedule["b"]?.totalFloat.first) == -2)
  }

  @Test func `a percent lag is a share of the duration of the reading in use`() throws {
    let ranged = Activity("a", duration: Fact(Estimate(.days(4), low: .days(2), high: .days(8))))
    let network = try Network(
      plan(
        [ranged, task("b", 1)], [Link(from: "a", to: "b", .startToStart, lag: Quantity(50, .percent))]))
    let b = network.position(ActivityIndex(1))
    for (reading, day) in [(Reading.mostFavourable, 1), (.first, 2), (.last, 2), (.leastFavourable, 4)] {
      #expect(days(Instant(minutes: EarlyDates(network, reading).start(b))) == day)
    }
  }

  @Test func `a share is rounded half away from zero`() throws {
    func minutes(_ duration: Int, _ percent: Int) throws -> Int32 {
      let schedule = try Schedule(
        Network(
          plan(
            [
              Activity("z", work: .minutes(1440)), Activity("a", work: .minutes(duration)),
              Activity("b", work: .minutes(1)),
            ],
            [Link(from: "z", to: "a"), Link(from: "a", to: "b", .startToStart, lag: Quantity(percent, .percent))])))
      return (try #require(schedule["b"]).start - (dayZero + 1).start).minutes
    }
    #expect(try minutes(3, 50) == 2)
    #expect(try minutes(5, 50) == 3)
    #expect(try minutes(3, -50) == -2)
    #expect(try minutes(7, 10) == 1)
    #expect(try minutes(4, 10) == 0)
  }
}
