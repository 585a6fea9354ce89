import PlanComparison
import PlanModel
import PlanSchedule
import Testing

@Suite struct `Missing a window` {
  /// Ten days of test from Monday 4 March, a go-live in March or April weekends, and a report a week after it.
  private func plan(frozen: [ClosedRange<Day>] = []) -> Plan {
    var test = Activity("test", duration: Fact(Estimate(.elapsedDays(10)), Evidence(source: "plan")), calendar: "24h")
    test.details.planned = .span("2024-03-04", "2024-03-04")
    var live = Activity.milestone("live", .startMilestone)
    live.details.window = "weekends"
    let report = Activity(
      "report", duration: Fact(Estimate(.elapsedDays(7)), Evidence(source: "plan")), calendar: "24h")
    var end = Activity.milestone("end")
    end.details.target = .by(.span("2024-06-01", "2024-06-01"))
    var plan = Plan(
      activities: [test, live, report, end],
      links: [Link(from: "test", to: "live"), Link(from: "live", to: "report"), Link(from: "report", to: "end")])
    plan.windows = [
      EventWindow(
        name: "weekends", weekdays: [.saturday, .sunday], open: [.at("2024-03-01")...(.at("2024-03-31"))],
        frozen: frozen)
    ]
    plan.statusDate = .at("2024-03-01")
    return plan
  }

  @Test func `costs the time to the next opening, after the room that is left`() throws {
    let needs = try #require(try Needs(Outlook(plan()), for: "end"))
    let miss = try #require(needs.windows.first)
    // Ready on Thursday 14 March 00:00, the weekend ends with Sunday 17 March.
    #expect(miss.day == .at("2024-03-16"))
    #expect(miss.room == .days(4) - .minutes(1))
    #expect(miss.next == .at("2024-03-23"))
    #expect(miss.costs == .days(7))
    let frozen = try #require(
      try Needs(Outlook(plan(frozen: [.at("2024-03-18")...(.at("2024-03-29"))])), for: "end")?.windows.first)
    #expect(frozen.next == .at("2024-03-30") && frozen.costs == .days(14))
  }

  @Test func `has no price after the last opening, and none where a window stays open`() throws {
    let last = try #require(
      try Needs(Outlook(plan(frozen: [.at("2024-03-18")...(.at("2024-12-31"))])), for: "end")?.windows.first)
    #expect(last.next == nil && last.costs == nil)
    var open = plan()
    open.windows = [EventWindow(name: "weekends")]
    #expect(try Needs(Outlook(open), for: "end")?.windows.isEmpty == true)
  }
}
