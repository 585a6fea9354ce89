import PlanModel
import PlanSchedule
import Testing

@Suite struct `Links` {
  private func drawn(_ links: [Link], a: Int = 3, b: Int = 2) throws -> String {
    timeline(of: Schedule(try Network(plan([task("a", a), task("b", b)], links))))
  }

  @Test func `finish to start`() throws {
    #expect(try drawn([Link(from: "a", to: "b")]) == "a  ###..\nb  ...##")
  }

  @Test func `start to start`() throws {
    #expect(try drawn([Link(from: "a", to: "b", .startToStart, lag: .days(1))]) == "a  ###\nb  .##")
  }

  @Test func `finish to finish delays the successor and never stretches it`() throws {
    #expect(try drawn([Link(from: "a", to: "b", .finishToFinish, lag: .days(3))]) == "a  ###...\nb  ....##")
  }

  @Test func `finish to finish bounds nothing where the successor is later anyway`() throws {
    #expect(try drawn([Link(from: "a", to: "b", .finishToFinish)], a: 1, b: 2) == "a  #.\nb  ##")
  }

  @Test func `start to finish`() throws {
    #expect(try drawn([Link(from: "a", to: "b", .startToFinish, lag: .days(4))]) == "a  ###.\nb  ..##")
  }

  @Test func `a lag waits and a lead overlaps`() throws {
    #expect(try drawn([Link(from: "a", to: "b", lag: .days(1))]) == "a  ###...\nb  ....##")
    #expect(try drawn([Link(from: "a", to: "b", lag: .days(-1))]) == "a  ###.\nb  ..##")
  }

  @Test func `a lead before the start of the plan is cut there`() throws {
    #expect(try drawn([Link(from: "a", to: "b", lag: .days(-9))]) == "a  ###\nb  ##.")
  }

  @Test func `the latest of several links between one pair decides`() throws {
    let links = [
      Link(from: "a", to: "b", .startToStart, lag: .days(1)), Link(from: "a", to: "b", .finishToFinish, lag: .days(2)),
    ]
    #expect(try drawn(links) == "a  ###..\nb  ...##")
  }

  @Test func `a percent lag is a share of the predecessor`() throws {
    #expect(try drawn([Link(from: "a", to: "b", .startToStart, lag: Quantity(100, .percent))]) == "a  ###..\nb  ...##")
  }

  @Test(arguments: [Strength.soft, .co])
  func `soft links and links of things run together move no date`(strength: Strength) throws {
    let schedule = Schedule(
      try Network(plan([task("a", 3), task("b", 2)], [Link(from: "a", to: "b", strength: strength)])))
    #expect(timeline(of: schedule) == "a  ###\nb  ##.")
    #expect(schedule["b"]?.driver == .projectStart)
    #expect(schedule["b"]?.totalFloat.first == .minutes(1440))
  }

  @Test func `links of cancelled and inactive activities are as if they were not there`() throws {
    for gone in [
      with(task("a", 3)) { $0.state = Fact(EventState(.cancelled)) }, with(task("a", 3)) { $0.isInactive = true },
    ] {
      let schedule = Schedule(
        try Network(plan([task("z", 9), gone, task("b", 2)], [Link(from: "z", to: "a"), Link(from: "a", to: "b")])))
      #expect(days(schedule["b"]?.start) == 0)
      #expect(schedule["a"]?.isScheduled == false)
      #expect(schedule["a"]?.totalFloat.first == nil)
      #expect(days(schedule.finish) == 9)
    }
  }

  @Test func `working lags run on the calendar that the plan names`() throws {
    // Friday evening plus a day: by the clock Saturday evening, on weekdays Monday evening.
    func start(_ choice: PlanOptions.LagCalendar, _ a: String, _ b: String) throws -> Day? {
      var plan = plan(
        [task("a", 1, calendar: a), task("b", 1, calendar: b)], [Link(from: "a", to: "b", lag: .days(1))])
      plan.start = dayZero + 4
      plan.defaultCalendar = "weekdays"
      plan.options.lagCalendar = choice
      return Schedule(try Network(plan))["b"]?.start.day
    }
    #expect(try start(.predecessor, "weekdays", "24h") == dayZero + 7)
    #expect(try start(.predecessor, "24h", "weekdays") == dayZero + 7)  // 8 + 8 hours of Friday
    #expect(try start(.successor, "24h", "weekdays") == dayZero + 7)
    #expect(try start(.successor, "weekdays", "24h") == dayZero + 5)
    #expect(try start(.aroundTheClock, "weekdays", "24h") == dayZero + 5)
    #expect(try start(.plan, "24h", "24h") == dayZero + 4)  // from 08:00 to 16:00
  }
}
