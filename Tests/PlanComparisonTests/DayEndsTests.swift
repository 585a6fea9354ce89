import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

/// A supplier that starts something, a relay, 24-hour work, and two ends: one needs things by the end of a day.
@Suite struct `The last day before midnight` {
  private let plan: Plan = {
    var plan = Plan(
      activities: [
        .milestone("supplier", .startMilestone), .milestone("relay", .startMilestone),
        .milestone("worker", .startMilestone),
        Activity("work", work: Quantity(5, .elapsedDays), calendar: "24h"), .milestone("done"),
        .milestone("live", .startMilestone),
      ],
      links: [
        Link(from: "supplier", to: "relay"), Link(from: "relay", to: "done"), Link(from: "worker", to: "work"),
        Link(from: "work", to: "done"), Link(from: "supplier", to: "live"),
      ])
    for place in [0, 2] { plan.activities[place].details.planned = .span("2023-11-01", "2023-11-01") }
    plan.start = .at("2023-01-01")
    return plan
  }()

  private func last(_ id: ActivityID, for end: ActivityID, _ wish: String) throws -> Day? {
    let needs = try #require(Needs(try Outlook(plan), for: end, by: .span(wish, wish)))
    return try #require(needs.rows.first { $0.id == id }).due.last.likely
  }

  @Test func `is the day by whose end something is needed`() throws {
    #expect(try last("relay", for: "done", "2023-12-31") == .at("2023-12-31"))
    #expect(try last("supplier", for: "done", "2023-12-31") == .at("2023-12-31"))
    #expect(try last("work", for: "done", "2023-12-31") == .at("2023-12-31"))
  }

  @Test func `is the new day where work begins with it`() throws {
    // 27, 28, 29, 30, 31.
    #expect(try last("worker", for: "done", "2023-12-31") == .at("2023-12-27"))
  }

  @Test func `before something that may start on any minute of the day is that day`() throws {
    #expect(try last("supplier", for: "live", "2023-12-31") == .at("2023-12-31"))
  }

  @Test func `stands in break-evens, too`() throws {
    let outlook = try Outlook(plan)
    let evens = outlook.breakEvens(of: ["supplier", "worker"], for: "done", by: .at("2023-12-31"))
    #expect(evens.map(\.likely) == [.at("2023-12-31"), .at("2023-12-27")])
  }

  @Test func `stands in the register of interfaces`() throws {
    var plan = Plan(
      activities: [
        .milestone("a.supplier", .startMilestone), .milestone("b.done"), .milestone("b.live", .startMilestone),
      ],
      links: [Link(from: "a.supplier", to: "b.done"), Link(from: "a.supplier", to: "b.live")])
    plan.activities[0].details.planned = .span("2023-11-01", "2023-11-01")
    for place in [1, 2] { plan.activities[place].details.target = .by(.span("2023-12-31", "2023-12-31")) }
    let rows = InterfaceRegister(try Outlook(plan)).rows
    #expect(rows.map(\.needed.last) == [.at("2023-12-31"), .at("2023-12-31")])
  }

  /// Every last day holds, and the day after it is too late: it is later than the wish, by the day.
  @Test(arguments: ["2023-12-30", "2023-12-31", "2024-02-29"])
  func `is never after the wished day`(wish: String) throws {
    let needs = try #require(Needs(try Outlook(plan), for: "done", by: .span(wish, wish)))
    for row in needs.rows {
      let last = try #require(row.due.last.likely)
      #expect(last <= .at(wish))
      var stated = plan
      let place = try #require(stated.activities.firstIndex { $0.id == row.id })
      guard stated.activities[place].kind == .startMilestone else { continue }
      stated.activities[place].details.planned = Fact(
        DateSpan(earliest: last, latest: last, words: "\(last)"), Evidence(source: "test"))
      #expect(try Outlook(stated).judgement(of: "done", by: .at(wish))?.word == .holds)
      stated.activities[place].details.planned = Fact(
        DateSpan(earliest: last + 2, latest: last + 2, words: "\(last + 2)"), Evidence(source: "test"))
      #expect(try Outlook(stated).judgement(of: "done", by: .at(wish))?.word == .fails)
    }
  }
}
