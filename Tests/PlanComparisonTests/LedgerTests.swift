import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Ledger by path` {
  private func ledgers(_ before: Plan, _ after: Plan, _ reading: Reading = .first) throws -> [(Ledger, ElapsedTime)] {
    let (old, new) = (try Network(before), try Network(after))
    let (a, b) = (EarlyDates(old, reading), EarlyDates(new, reading))
    return try after.activities.compactMap { activity in
      guard let was = before.index(of: activity.id) else { return nil }
      let ledger = try #require(Ledger(byPath: activity.id, from: (old, a), to: (new, b)))
      let moved = b.finish(new.position(of: activity.id)) - a.finish(old.position(was))
      return (ledger, ElapsedTime(minutes: moved))
    }
  }

  private func words(_ ledger: Ledger) -> [String] {
    ledger.entries.map { entry in
      guard case .chain(let id, let segment) = entry.cause else { return "" }
      return "\(id) \(segment) \(entry.elapsed.minutes)"
    }
  }

  /// A release, a test that waits for it and for a room, and a start that has a window.
  private var site: Plan {
    var plan = Plan(
      activities: [
        .milestone("release", .startMilestone), .milestone("room", .startMilestone),
        Activity("test", work: .hours(24), calendar: "24h"), .milestone("live", .startMilestone),
      ],
      links: [Link(from: "release", to: "test"), Link(from: "room", to: "test"), Link(from: "test", to: "live")])
    plan.activities[0].details.planned = .span("2024-01-01", "2024-01-01")
    plan.activities[1].details.planned = .span("2024-01-05", "2024-01-05")
    plan.activities[3].details.window = "golive"
    plan.windows = [
      EventWindow(
        name: "golive", open: [.at("2024-01-06")...(.at("2024-01-06")), .at("2024-02-20")...(.at("2024-02-29"))])
    ]
    plan.start = .at("2024-01-01")
    return plan
  }

  @Test func `follows a slip from where it begins, with what is absorbed and what a window adds`() throws {
    let after = try site.applying([Change("release +2ew")])
    let ledgers = try ledgers(site, after)
    #expect(
      words(ledgers[3].0) == [
        "release slip \(14 * 1440)", "test absorbed \(-4 * 1440)", "live windowWait \(35 * 1440)",
      ])
    #expect(ledgers[3].1 == .days(45))
    #expect(ledgers[3].0.sums { $0 }.map(\.elapsed) == [.days(14), .days(-4), .days(35)])
  }

  @Test func `of a slip back reads the same with the signs turned`() throws {
    let after = try site.applying([Change("release +2ew")])
    let (there, back) = (try ledgers(site, after), try ledgers(after, site))
    for (a, b) in zip(there, back) {
      #expect(a.0.entries.map(\.cause) == b.0.entries.map(\.cause))
      #expect(a.0.entries.map(\.elapsed) == b.0.entries.map { -$0.elapsed })
    }
  }

  @Test func `knows longer work from days off inside it`() throws {
    var plan = Plan(
      activities: [
        Activity("dig", work: .hours(24), calendar: "weekdays"),
        Activity("pour", work: .hours(16), calendar: "weekdays"),
      ],
      links: [Link(from: "dig", to: "pour")])
    plan.start = .at("2024-03-04")
    let ledgers = try ledgers(plan, plan.applying([Change("dig duration +8h")]))
    #expect(words(ledgers[1].0) == ["dig work 1440", "pour daysOff 2880"])
  }

  @Test(arguments: Seed.first(400))
  func `adds up exactly under slips, whatever is in the plan`(seed: Seed) throws {
    var seed = seed
    let plan = richPlan(&seed)
    guard let changes = try? randomChanges(&seed, plan, count: 3), let after = try? plan.applying(changes),
      (try? Network(plan)) != nil, (try? Network(after)) != nil
    else { return }
    for reading in [Reading.first, .last] {
      for (ledger, moved) in try ledgers(plan, after, reading) {
        #expect(ledger.total == moved, "\(ledger.activity): \(words(ledger))")
        // Nothing is counted from an origin: the plans lie within a few months.
        #expect(ledger.entries.allSatisfy { $0.elapsed.minutes.magnitude < 200 * 1440 }, "\(words(ledger))")
      }
    }
  }

  @Test(arguments: Seed.first(200))
  func `adds up exactly between plans that have little in common`(seed: Seed) throws {
    var seed = seed
    let (plan, other) = (richPlan(&seed), richPlan(&seed))
    guard (try? Network(plan)) != nil, (try? Network(other)) != nil else { return }
    for (ledger, moved) in try ledgers(plan, other) { #expect(ledger.total == moved, "\(ledger.activity)") }
  }
}
