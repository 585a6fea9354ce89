import PlanModel
import PlanSimulation
import Testing

@Suite struct `Keeping promises` {
  private let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  @Test func `together counts the most broken promise of each future`() throws {
    let kept = try #require(
      KeptPromises([
        .init(days: [0, 5, 9, 2].map { monday + $0 }, last: monday + 5),
        .init(days: [3, 3, 8, 1].map { monday + $0 }, last: monday + 2),
      ]))
    #expect(kept.lateness == [1, 1, 6, 0])
    #expect(kept.kept == 1 && kept.share == 0.25 && kept.expectedLateness == 2)
    #expect(kept.interval.contains(0.25))
    #expect(KeptPromises([]) == nil)
    #expect(KeptPromises([.init(days: [], last: monday)]) == nil)
    #expect(
      KeptPromises([.init(days: [monday], last: monday), .init(days: [monday, monday], last: monday)]) == nil)
  }

  @Test(arguments: 0..<60)
  func `agrees with looking at each promise alone`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let futures = dice.number(1...40)
    let promises = (0..<dice.number(1...4)).map { _ in
      KeptPromises.Promise(
        days: (0..<futures).map { _ in monday + dice.number(0...20) }, last: monday + dice.number(0...20))
    }
    let kept = try #require(KeptPromises(promises))
    let all = (0..<futures).count { future in promises.allSatisfy { $0.days[future] <= $0.last } }
    #expect(kept.kept == all)
    #expect(promises.allSatisfy { promise in kept.kept <= promise.days.count { $0 <= promise.last } })
    #expect(
      (0..<futures).allSatisfy { future in
        Int(kept.lateness[future]) == promises.map { max(0, $0.days[future] - $0.last) }.max()
      })
  }

  @Test func `has an interval that stays inside and holds the share`() {
    for total in 0...60 {
      for count in 0...total {
        let interval = ShareInterval.of(count, of: total)
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
        if total > 0 { #expect(interval.contains(Double(count) / Double(total))) }
      }
    }
    #expect(abs(ShareInterval.of(50, of: 100).lowerBound - 0.403832) < 1e-6)
    #expect(abs(ShareInterval.of(50, of: 100).upperBound - 0.596168) < 1e-6)
  }
}
