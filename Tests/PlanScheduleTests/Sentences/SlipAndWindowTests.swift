import PlanModel
import PlanSchedule
import Testing

@Suite struct `Slips and windows` {
  /// Open on weekends: days 5 and 6, 12 and 13.
  private let weekends = EventWindow(name: "weekends", weekdays: [.saturday, .sunday])

  private func scheduled(_ activities: [Activity], _ links: [Link] = [], windows: [EventWindow] = []) throws -> Schedule
  {
    var plan = plan(activities, links)
    plan.windows = windows
    return Schedule(try Network(plan))
  }

  @Test func `a slip is added after all bounds`() throws {
    let slipped = with(task("b", 1)) {
      $0.planned = Fact(on(2))
      $0.slips = [Fact(.elapsedDays(1)), Fact(.days(1))]  // a bare slip is read by the calendar
    }
    let schedule = try scheduled([task("a", 3), slipped], [Link(from: "a", to: "b")])
    #expect(timeline(of: schedule) == "a  ###...\nb  .....#")
    #expect(schedule["b"]?.placement.slip == .days(2))
    #expect(schedule["b"]?.driver == .link(0))
    #expect(days(schedule["a"]?.freeFloat.first) == 0)
  }

  @Test func `a negative slip moves the planned date and breaks no link`() throws {
    let early = with(task("b", 1)) {
      $0.planned = Fact(on(6))
      $0.slips = [Fact(.elapsedDays(-2))]
    }
    #expect(timeline(of: try scheduled([task("a", 3), early], [Link(from: "a", to: "b")])) == "a  ###..\nb  ....#")
    let far = with(early) { $0.slips = [Fact(.elapsedDays(-20))] }
    #expect(timeline(of: try scheduled([task("a", 3), far], [Link(from: "a", to: "b")])) == "a  ###.\nb  ...#")
  }

  @Test func `a slip counts from the next work time and ends there`() throws {
    // Friday 16:00 plus a day by the clock: Monday 08:00 plus a day, so Tuesday 08:00.
    let schedule = try scheduled(
      [
        Activity("a", work: .hours(40), calendar: "weekdays"),
        with(Activity("b", work: .hours(8), calendar: "weekdays")) { $0.slips = [Fact(.elapsedDays(1))] },
      ], [Link(from: "a", to: "b")])
    #expect(schedule["b"]?.start.description == "2023-05-09T08:00")
    #expect(schedule["b"]?.placement.calendarWait == .hours(64))
  }

  @Test func `an event waits for its window`() throws {
    let golive = with(.milestone("go", .startMilestone)) { $0.window = "weekends" }
    let schedule = try scheduled(
      [task("a", 3), golive, task("z", 20)], [Link(from: "a", to: "go")], windows: [weekends])
    #expect(days(schedule["go"]?.start) == 5)
    #expect(schedule["go"]?.placement.windowWait == .days(2))
    #expect(days(schedule["a"]?.freeFloat.first) == 2)
    #expect(schedule["go"]?.lateStart.first?.day == dayZero + 20)  // the Sunday on which the project ends
  }

  @Test func `a finish event falls on an open day and not on the midnight before it`() throws {
    let golive = with(.milestone("go", .finishMilestone)) { $0.window = "weekends" }
    let schedule = try scheduled([task("a", 5), golive], [Link(from: "a", to: "go")], windows: [weekends])
    #expect(schedule["go"]?.days.first == dayZero + 5)
    #expect(schedule["go"]?.finish.description == "2023-05-06T00:01")
  }

  @Test func `a window and a calendar that rarely meet are both kept`() throws {
    let monday = EventWindow(name: "mondays", weekdays: [.monday])
    let event = with(Activity("go", kind: .startMilestone, calendar: "weekdays")) { $0.window = "mondays" }
    let schedule = try scheduled(
      [Activity("a", work: .hours(41), calendar: "weekdays"), event], [Link(from: "a", to: "go")],
      windows: [monday])
    // Ready on Monday at 09:00, inside both.
    #expect(schedule["go"]?.start.description == "2023-05-08T09:00")
    let late = try scheduled(
      [Activity("a", work: .hours(48), calendar: "weekdays"), event], [Link(from: "a", to: "go")],
      windows: [monday])
    // Ready when Monday's work is over: the window is open until midnight, work begins on Tuesday, the next on Monday.
    #expect(late["go"]?.start.description == "2023-05-15T08:00")
  }

  @Test func `after the last known window`() throws {
    let golive = with(.milestone("go", .startMilestone)) { $0.window = "once" }
    let once = EventWindow(name: "once", open: [dayZero...(dayZero + 1)])
    let schedule = try scheduled([task("a", 3), golive], [Link(from: "a", to: "go")], windows: [once])
    #expect(schedule["go"]?.isAfterLastWindow == true)
    #expect(days(schedule["go"]?.start) == 3)
    #expect(days(schedule["a"]?.totalFloat.first) ?? 0 < 0)
  }

  @Test func `waits add up from the bound to the start`() throws {
    let golive = with(Activity("go", kind: .startMilestone, calendar: "weekdays")) {
      $0.window = "mondays"
      $0.slips = [Fact(.elapsedDays(1))]
    }
    let schedule = try scheduled(
      [Activity("a", work: .hours(40), calendar: "weekdays"), golive], [Link(from: "a", to: "go")],
      windows: [EventWindow(name: "mondays", weekdays: [.monday])])
    let placement = try #require(schedule["go"]?.placement)
    #expect(placement.bound + placement.slip + placement.calendarWait + placement.windowWait == placement.start)
    #expect(placement.bound.description == "2023-05-05T16:00")
    #expect(placement.start.description == "2023-05-15T08:00")
  }
}
