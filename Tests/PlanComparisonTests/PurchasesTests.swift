import PlanComparison
import PlanModel
import PlanSchedule
import Testing

@Suite struct `Which change buys most days` {
  private func finish(_ plan: Plan, _ id: ActivityID, _ reading: Reading) throws -> Instant {
    let network = try Network(plan)
    return Instant(minutes: EarlyDates(network, reading).finish(network.position(try #require(plan.index(of: id)))))
  }

  /// Each gain is what scheduling the changed plan from nothing says; no work left out buys anything.
  @Test(arguments: Seed.first(60))
  func `agrees with scheduling everything again, and leaves nothing out`(seed: Seed) throws {
    var seed = seed
    let plan = randomPlan(&seed, activities: 10)
    let outlook = try Outlook(plan)
    guard let end = plan.activities.last(where: { outlook.schedule[$0.id]?.isScheduled == true }) else { return }
    let candidates = Purchases.dayLess(for: end.id, in: outlook)
    let purchases = try #require(Purchases(outlook, for: end.id, among: candidates))
    let before = (try finish(plan, end.id, .first), try finish(plan, end.id, .last))
    for row in purchases.rows {
      let changed = try plan.applying(row.candidate.changes)
      #expect(row.gain.first == before.0 - (try finish(changed, end.id, .first)), "\(seed)")
      #expect(row.gain.last == before.1 - (try finish(changed, end.id, .last)), "\(seed)")
    }
    let gains = purchases.rows.map(\.gain.last)
    #expect(gains == gains.sorted(by: >))
    let offered = Set(candidates.map(\.source))
    for activity in plan.activities where activity.kind == .task && !offered.contains(.dayLess(activity.id)) {
      let day = activity.duration?.value.likely.isElapsed == true ? Quantity(-1, .elapsedDays) : Quantity(-1, .days)
      guard let shorter = try? plan.applying([Change(.lengthen(activity.id, day), text: "")]) else { continue }
      guard let least = activity.duration?.value.low ?? activity.duration?.value.likely,
        let minutes = plan.unitLengths.minutes(of: least),
        minutes > Int64(least.isElapsed ? 1440 : plan.unitLengths.day)
      else { continue }
      #expect(try finish(shorter, end.id, .first) >= before.0, "\(seed) \(activity.id)")
      #expect(try finish(shorter, end.id, .last) >= before.1, "\(seed) \(activity.id)")
    }
  }

  @Test func `ranks what-ifs and measures, and adds up what they buy together`() throws {
    var plan = amk(planA, release: ("2023-06-01", "2023-06-30"))
    plan.activities[2].duration = Fact(Estimate(.days(120)), Evidence(because: "long"))
    var measure = Risk.Measure("A", name: "Two teams")
    measure.changes = [try Change("hso.acceptance duration -20d")]
    var risk = Risk("R1")
    risk.measures = [Risk.Measure("B", name: "Says nothing"), measure]
    plan.risks = [risk]
    let outlook = try Outlook(plan)
    #expect(Purchases.measures(of: plan).map(\.source) == [.measure(risk: "R1", id: "A", name: "Two teams")])
    let candidates =
      Purchases.measures(of: plan) + [
        Purchases.Candidate(.change(0), [try Change("hso.oslo planned=none")]),
        Purchases.Candidate(.change(1), [try Change("hso.integration duration -5d")]),
        Purchases.Candidate(.change(2), [try Change("inter.nobody +1w")]),
      ]
    let purchases = try #require(Purchases(outlook, for: "inter.bergen", among: candidates))
    #expect(purchases.rows.map(\.candidate.source) == [candidates[0].source, .change(1), .change(0)])
    #expect(purchases.rows[0].gain.last == .days(28), "four weeks of working days")
    #expect(purchases.rows[1].gain.last == .days(7))
    #expect(purchases.rows[2].gain.last == .zero)
    #expect(purchases.together?.last == .days(35))
    #expect(purchases.refused.map(\.source) == [.change(2)])
    #expect(Purchases(outlook, for: "nobody", among: candidates) == nil)
  }
}
