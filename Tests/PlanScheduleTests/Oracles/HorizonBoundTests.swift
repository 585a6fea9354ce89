import PlanModel
import Testing

@testable import PlanSchedule

@Suite struct `Bound on the horizon` {
  private static let readings = [
    Reading.last, .leastFavourable, Reading(dates: .last, durations: .low), .first, .mostFavourable,
  ]

  /// No date that is asked for comes after the bound, whatever a plan has; and most plans have one.
  @Test func `no date comes after it`() throws {
    var (bounded, plans) = (0, 0)
    for seed in 0..<(ProcessOptions.runs ?? 1500) {
      let plan = seed % 3 == 0 ? RandomPlans.everything(seed).0 : RandomPlans.plan(seed, richly: seed % 3 == 1)
      guard let network = try? Network(plan) else { continue }
      plans += 1
      guard let latest = HorizonBound.latest(network) else { continue }
      bounded += 1
      for reading in Self.readings {
        let early = EarlyDates(network, reading)
        for position in 0..<network.count where !network.isLeftOut(position) {
          try #require(
            early.start(position) <= latest && early.finish(position) <= latest,
            "seed \(seed), \(reading): \(network.activity(position).id)")
        }
      }
      #expect(network.horizonProblemsOfPasses().isEmpty, "seed \(seed)")
    }
    #expect(4 * bounded > plans, "\(bounded) of \(plans)")
  }

  /// Plans that end about where calendars end: the bound alone never lets one through that the passes refuse.
  @Test func `what is accepted fits`() throws {
    var (accepted, refused) = (0, 0)
    for seed in 0..<(ProcessOptions.runs ?? 300) {
      var plan = RandomPlans.plan(seed, richly: false)
      var dice = Dice(seed: seed)
      plan.statusDate = nil
      plan.start = Day.latest - dice.number(0...4)
      do {
        let network = try Network(plan)
        accepted += 1
        #expect(network.horizonProblemsOfPasses().isEmpty, "seed \(seed)")
      } catch { refused += 1 }
    }
    #expect(accepted > 20 && refused > 20, "\(accepted) accepted, \(refused) refused")
  }

  /// As wide as it must be and no wider: one activity after the other, with lags, on one calendar.
  @Test(arguments: ["24h", "weekdays", "norway"])
  func `is exact where levels have one activity`(calendar: String) throws {
    var plan = Plan(
      activities: ["a", "b", "c"].map { Activity($0, work: .days(3), calendar: calendar) },
      links: [
        Link(from: "a", to: "b", lag: .elapsedDays(5)), Link(from: "b", to: "c", lag: .days(-1)),
      ])
    plan.start = dayZero
    let network = try Network(plan)
    let early = EarlyDates(network, .last)
    // A lead is not taken off, for other links of a level may have none.
    plan.links[1].lag = nil
    let later = EarlyDates(try Network(plan), .last)
    #expect(HorizonBound.latest(network) == later.rows.max())
    #expect(early.rows.max()! < later.rows.max()!)
  }
}
