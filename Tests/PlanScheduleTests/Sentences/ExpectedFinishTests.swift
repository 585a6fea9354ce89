import PlanModel
import PlanSchedule
import Testing

@Suite struct `Expected finish` {
  private func expected(_ activity: Activity, _ span: DateSpan) -> Activity {
    with(activity) { $0.expectedFinish = Fact(span) }
  }

  @Test func `a task works from its start to the end of the day it is expected to finish`() throws {
    let schedule = try schedule([task("a", 3), expected(task("b", 2), on(6))], [Link(from: "a", to: "b")])
    #expect(timeline(of: schedule) == "a  ###....\nb  ...####")
    #expect(schedule["b"]?.driver == .link(0))
  }

  @Test func `an imprecise expectation is read at both ends`() throws {
    let schedule = try schedule([expected(task("b", 2), between(2, 4)), task("c", 1)], [Link(from: "b", to: "c")])
    #expect(timeline(of: schedule) == "b  ###.\nc  ...#")
    #expect(timeline(of: schedule, last: true) == "b  #####.\nc  .....#")
  }

  @Test func `start bounds come before it, slips and windows of its own too`() throws {
    let bounded = with(expected(task("b", 2), on(5))) {
      $0.planned = Fact(on(1))
      $0.constraints = [Constraint(.startNoEarlierThan, Fact(on(2)))]
      $0.slips = [Fact(.elapsedDays(1))]
    }
    #expect(timeline(of: try schedule([bounded])) == "b  ...###")
  }

  @Test func `a finish link delays the whole and never stretches it`() throws {
    let schedule = try schedule(
      [task("a", 5), expected(task("b", 9), on(2))], [Link(from: "a", to: "b", .finishToFinish)])
    #expect(timeline(of: schedule) == "a  #####\nb  ..###")
  }

  @Test func `a finish floor delays the whole`() throws {
    let floored = with(expected(task("b", 9), on(2))) {
      $0.constraints = [Constraint(.finishNoEarlierThan, Fact(on(4)))]
    }
    #expect(timeline(of: try schedule([floored])) == "b  ..###")
  }

  @Test func `what starts after its expected day takes no time`() throws {
    let schedule = try schedule([task("a", 4), expected(task("b", 2), on(1))], [Link(from: "a", to: "b")])
    #expect(days(schedule["b"]?.start) == 4)
    #expect(days(schedule["b"]?.finish) == 4)
  }

  @Test func `work ends with the last work time before the end of the day`() throws {
    var plan = plan([expected(Activity("b", work: .hours(1)), on(5))])
    plan.defaultCalendar = "weekdays"
    let schedule = Schedule(try Network(plan))
    #expect(schedule["b"]?.start.description == "2023-05-01T08:00")
    #expect(schedule["b"]?.finish.description == "2023-05-05T16:00")  // the day is a Saturday
  }

  @Test func `floats use the duration that was found`() throws {
    let schedule = try schedule([expected(task("b", 1), on(3)), task("z", 9)])
    #expect(days(schedule["b"]?.lateStart.first) == 5)
    #expect(days(schedule["b"]?.lateFinish.first) == 9)
    #expect(days(schedule["b"]?.totalFloat.first) == 5)
    #expect(days(schedule["b"]?.freeFloat.first) == 5)
  }

  @Test func `no other duration is asked for`() throws {
    let schedule = try schedule([expected(Activity("b"), on(3)), task("c", 1)], [Link(from: "b", to: "c")])
    #expect(timeline(of: schedule) == "b  ####.\nc  ....#")
    #expect(schedule["b"]?.isUndated == false)
    #expect(schedule["c"]?.waitsFor == [])
  }

  @Test func `low and high durations give way to it`() throws {
    let ranged = Activity("b", duration: Fact(Estimate(.days(4), low: .days(1), high: .days(9))))
    let network = try Network(plan([expected(ranged, between(2, 5))]))
    for (reading, day) in [(Reading.mostFavourable, 3), (.first, 3), (.last, 6), (.leastFavourable, 6)] {
      #expect(days(Instant(minutes: EarlyDates(network, reading).finish(0))) == day)
    }
  }

  @Test func `a pinned start is where its work begins`() throws {
    let pinned = with(expected(task("b", 1), on(5))) { $0.constraints = [Constraint(.pinStart, Fact(on(2)))] }
    #expect(timeline(of: try schedule([pinned])) == "b  ..####")
  }

  @Test func `of work under way it gives what is left`() throws {
    func reported(_ activities: [Activity], _ links: [Link] = []) throws -> Schedule {
      var plan = plan(activities, links)
      plan.statusDate = dayZero + 3
      return Schedule(try Network(plan))
    }
    let started = with(expected(task("b", 2), on(8))) {
      $0.actualStart = Fact(on(1))
      $0.remaining = Fact(.days(9))
    }
    #expect(timeline(of: try reported([started])) == "b  .########")
    // It waits for a until the end of day 5 and still makes it.
    #expect(
      timeline(of: try reported([task("a", 2), started], [Link(from: "a", to: "b")])) == "a  ....##...\nb  .########")
    // It waits for a until the end of day 9: nothing is left to do then.
    let late = try reported([task("a", 6), started], [Link(from: "a", to: "b")])
    #expect(days(late["b"]?.finish) == 10)
    // A finish link delays what is left: five days from the end of day 8 on.
    let pushed = try reported([task("a", 8), started], [Link(from: "a", to: "b", .finishToFinish, lag: .days(1))])
    #expect(days(pushed["b"]?.finish) == 13)
  }

  @Test func `of what is done it says nothing more`() throws {
    var plan = plan([with(expected(task("b", 2), on(8))) { $0.actualFinish = Fact(on(1)) }])
    plan.statusDate = dayZero + 3
    #expect(days(Schedule(try Network(plan))["b"]?.finish) == 2)
  }

  @Test func `of a milestone it is a warning and moves nothing`() throws {
    let network = try Network(plan([task("a", 2), expected(.milestone("m"), on(6))], [Link(from: "a", to: "m")]))
    #expect(days(Schedule(network)["m"]?.finish) == 2)
    #expect(network.findings.map(\.severity) == [.warning])
    #expect(network.findings.first?.message.contains("expected-finish") == true)
    #expect(try Network(plan([expected(task("a", 2), on(6))])).findings.isEmpty)
  }
}
