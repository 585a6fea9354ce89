import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule
import Testing

@Suite struct `Amounts of a slip` {
  /// Releases of odd length before a test on weekdays.
  private func ledger(work: Int, slip: Int) throws -> Ledger {
    var before = Plan(
      activities: [
        Activity("build", work: Quantity(work, .minutes)), Activity("room", work: .days(9), calendar: "weekdays"),
        Activity("test", work: Quantity(1_000, .minutes), calendar: "weekdays"), .milestone("live"),
      ],
      links: [Link(from: "build", to: "test"), Link(from: "room", to: "test"), Link(from: "test", to: "live")])
    before.start = Day(year: 2024, month: 1, day: 1)
    let after = try before.applying([Change("build +\(slip)em")])
    let (old, new) = (try Network(before), try Network(after))
    return try #require(
      Ledger(byPath: "live", from: (old, EarlyDates(old, .first)), to: (new, EarlyDates(new, .first))))
  }

  @Test(arguments: [7, 450, 1_001, 4_999], [1_441, 11_111, 20_160, 60_487, 100_801])
  func `add up as they are shown, each within a tenth of a day`(work: Int, slip: Int) throws {
    let ledger = try ledger(work: work, slip: slip)
    let shown = Words(language: .english, names: Names()).shownAmounts(of: ledger)
    let total = Int(ledger.total.minutes)
    let sum = shown.reduce(0) { $0 + Int($1.minutes) }
    let isRounded = zip(ledger.entries, shown).contains { $0.elapsed != $1 }
    #expect(isRounded ? sum == (total + 72) / 144 * 144 : sum == total)
    for (entry, amount) in zip(ledger.entries, shown) { #expect(abs(entry.elapsed.minutes - amount.minutes) < 288) }
  }
}
