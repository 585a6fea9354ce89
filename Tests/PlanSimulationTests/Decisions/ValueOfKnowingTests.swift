import PlanComparison
import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

@Suite struct `Knowing what is drawn` {
  @Test func `is worth what the better choice saves in each case`() throws {
    // In three of ten futures a risk makes A lose 30; B always loses 12. Not knowing, A (9) is chosen.
    let occurs = (0..<10_000).map { ($0 / 2) % 10 < 3 }
    let value = try #require(
      ValueOfKnowing(
        values: occurs.map { $0 ? 1 : 0 }, losses: [occurs.map { $0 ? 30 : 0 }, occurs.map { _ in 12 }]))
    #expect(abs(value.worth - 5.4) < 1e-9)
    #expect(abs(value.changes - 0.3) < 1e-9)
    #expect(value.isSure)
    let risk = try #require(
      DriverInformation(occurred: occurs, finishes: [occurs.map { $0 ? 30 : 0 }, occurs.map { _ in 12 }]))
    #expect(abs(risk.value - value.worth) < 1e-9)
  }

  @Test(arguments: 0..<20)
  func `is worth nothing where it has nothing to do with the loss`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let values = (0..<4000).map { _ in Double(dice.number(0...1_000_000)) }
    let losses = (0..<2).map { _ in (0..<4000).map { _ in Double(dice.number(0...100)) } }
    let value = try #require(ValueOfKnowing(values: values, losses: losses))
    #expect(value.worth < 1.2)
    let same = try #require(ValueOfKnowing(values: values, losses: [losses[0], losses[0]]))
    #expect(same.worth == 0 && same.changes == 0 && !same.isSure)
  }

  /// A loses u, B loses 1 − u for an even u: knowing u saves a quarter.
  @Test func `of something continuous comes close to its integral`() throws {
    var dice = Dice(seed: 3)
    let values = (0..<20_000).map { _ in Double(dice.number(0...1_000_000)) / 1_000_000 }
    let value = try #require(ValueOfKnowing(values: values, losses: [values, values.map { 1 - $0 }]))
    #expect(abs(value.worth - 0.25) < 0.01)
  }

  @Test(arguments: 0..<20)
  func `from even draws is as sure as their batches agree`(seed: Int) throws {
    var dice = Dice(seed: seed)
    // Every batch has each of 1,024 equal cells once, in some order.
    let values = (0..<10).flatMap { _ in
      (0..<1024).shuffled(using: &dice).map { (Double($0) + Double(dice.number(0...999)) / 1000) / 1024 }
    }
    let losses = [values, values.map { 1 - $0 }]
    func known(_ count: Int, _ sampling: SamplingMode) throws -> ValueOfKnowing {
      let losses = losses.map { Array($0.prefix(count)) }
      return try #require(ValueOfKnowing(values: Array(values.prefix(count)), losses: losses, sampling: sampling))
    }
    let (even, alone) = (try known(values.count, .latinHypercube), try known(values.count, .plain))
    #expect(even.worth == alone.worth)
    #expect(even.changes == alone.changes)
    #expect(even.error < alone.error / 2)
    let distance = abs(even.worth - 0.25)
    #expect(distance < 0.003 + even.error)
    // One batch tells nothing of its evenness.
    #expect(try known(1024, .latinHypercube) == known(1024, .plain))
  }

  @Test func `refuses what is no sample`() {
    #expect(ValueOfKnowing(values: [1, 2, 3], losses: [[1, 2, 3], [1, 2, 3]]) == nil)
    #expect(ValueOfKnowing(values: [1, 2, 3, 4], losses: [[1, 2, 3, 4]]) == nil)
    #expect(ValueOfKnowing(values: [1, 2, 3, .nan], losses: [[1, 2, 3, 4], [1, 2, 3, 4]]) == nil)
    #expect(ValueOfKnowing(values: [1, 2, 3, 4], losses: [[1, 2, 3, 4], [1, 2, 3]]) == nil)
  }

  // MARK: Two plans

  private let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  /// `a` before `end`, or `b` before `end`, around the clock; a third activity that neither waits for.
  private func outlook(after name: String) throws -> Outlook {
    var plan = Plan(
      activities: ["a", "b", "c"].map { Activity(ActivityID($0), work: .days(10), calendar: "24h") }
        + [Activity("end", kind: .finishMilestone)],
      links: [Link(from: ActivityID(name), to: "end")])
    plan.start = monday
    plan.options.minutesPerDay = 1440
    return try Outlook(plan)
  }

  private func simulation(_ outlook: Outlook) throws -> Simulation {
    var model = RiskModel(certain: outlook.network)
    for id in ["a", "b", "c"] {
      model.setDuration(of: ActivityID(id), to: try .uniform(min: 1440, max: 21 * 1440))
    }
    return Simulation(model, seed: 5, watching: ["end"])
  }

  @Test func `of two plans names what drives their difference, and nothing else`() throws {
    let (one, other) = (try outlook(after: "a"), try outlook(after: "b"))
    let (first, second) = (try simulation(one), try simulation(other))
    let (futures, others) = (first.run(batches: 0..<4), second.run(batches: 0..<4))
    func days(_ futures: Futures) throws -> [Double] {
      try #require(futures.finishes(of: "end")).map { Double($0.minutes) / 1440 }
    }
    let worth = first.worthKnowing(
      futures, against: (second, others), losses: (try days(futures), try days(others)), among: ["a", "b", "c"])
    // Knowing one of two even numbers on 20 days: E|u − 10| / 2.
    #expect(Set(worth.map(\.subject)) == [.duration("a"), .duration("b")])
    for one in worth { #expect(abs(one.value.worth - 2.5) < 0.4) }
  }

  // MARK: The day of choosing

  @Test func `plans part where the first thing begins on different days`() throws {
    var plan = Plan(
      activities: ["dig", "pour", "roof"].map { Activity(ActivityID($0), work: .days(2), calendar: "24h") },
      links: [Link(from: "dig", to: "pour"), Link(from: "pour", to: "roof")])
    plan.start = monday
    plan.options.minutesPerDay = 1440
    let usual = try Outlook(plan)
    #expect(PartingDay(usual, usual) == nil)
    var later = plan
    later.links = [Link(from: "dig", to: "pour", lag: .days(3)), Link(from: "pour", to: "roof")]
    let parting = try #require(PartingDay(usual, try Outlook(later)))
    #expect(parting.day == monday + 2)
    #expect(parting.activities == ["pour"])
    #expect(PartingDay(try Outlook(later), usual) == parting)
    var more = plan
    more.activities.append(Activity("fence", work: .days(1), calendar: "24h"))
    #expect(PartingDay(usual, try Outlook(more))?.activities == ["fence"])
  }
}
