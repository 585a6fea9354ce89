import PlanModel
import Testing

@Suite struct `Estimates with several values` {
  private func values(_ pairs: (Quantity, Int64)...) -> [Estimate.Outcome] {
    pairs.map { Estimate.Outcome($0.0, Amount(thousandths: $0.1)) }
  }

  @Test func `are read at the most probable, the shorter of equals`() throws {
    let skewed = try #require(Estimate(values: values((.days(5), 300), (.days(9), 700))))
    #expect(skewed.likely == .days(9) && skewed.low == .days(5) && skewed.high == .days(9))
    let even = try #require(Estimate(values: values((.days(5), 500), (.days(9), 500))))
    #expect(even.likely == .days(5))
  }

  @Test func `need probabilities that are 1 together`() {
    #expect(Estimate(values: []) == nil)
    #expect(Estimate(values: values((.days(5), 999))) == nil)
    #expect(Estimate(values: values((.days(5), 333), (.days(6), 333), (.days(7), 333))) != nil)
    #expect(Estimate(values: values((.days(5), 333), (.days(6), 332), (.days(7), 333))) == nil)
    #expect(Estimate(values: values((.days(5), 1500), (.days(6), -500))) == nil)
    #expect(Estimate(values: values((.days(5), 500), (.elapsedDays(6), 500))) == nil)
    #expect(Estimate(values: values((.days(-5), 500), (.days(6), 500))) == nil)
  }

  @Test func `are constant where one value has all the probability`() {
    #expect(Estimate(values: values((.days(5), 1000), (.days(9), 0)))?.isConstant == true)
    #expect(Estimate(values: values((.days(5), 999), (.days(9), 1)))?.isConstant == false)
    #expect(Estimate("5d")?.isConstant == true && Estimate("5d..5d..5d")?.isConstant == true)
    #expect(Estimate("5d..5d..6d")?.isConstant == false)
  }

  @Test func `are lengthened each`() throws {
    var activity = Activity("a")
    activity.duration = Estimate(values: values((.days(5), 300), (.days(9), 700))).map { Fact($0) }
    let longer = try Plan(activities: [activity]).applying([Change("a duration +2d")]).activities[0].duration?.value
    #expect(longer?.values.map(\.duration) == [.days(7), .days(11)])
    #expect(longer?.likely == .days(11) && longer?.low == .days(7))
    #expect(throws: InvalidPlan.self) {
      _ = try Plan(activities: [activity]).applying([Change("a duration -6d")])
    }
  }
}
