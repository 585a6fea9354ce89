import PlanModel
import Testing

@Suite struct `A plan as of a day` {
  private func day(_ text: String) throws -> Day { try #require(DateSpan(text).earliest) }

  /// Release 1.0 came on 5 April; M4 was planned for 11 April and missed; a link became known on 20 April.
  private func portfolio() throws -> Plan {
    var release = Activity.milestone("x.release")
    release.details.actualFinish = Fact(try DateSpan("2023-04-05"))
    var missed = Activity.milestone("x.m4")
    missed.details.baselines = [Baseline("original", Fact(try DateSpan("2023-04-11")))]
    missed.details.state = Fact(EventState(.missed, at: try DateSpan("2023-04-11")))
    var link = Link(from: "x.release", to: "x.m4")
    link.details.dependency.evidence = Evidence(source: "report", known: try day("2023-04-20"))
    var plan = Plan(activities: [release, missed], links: [link])
    plan.statusDate = try day("2023-04-30")
    return plan
  }

  @Test func `leaves out what had not happened`() throws {
    let before = try portfolio().asOf(day("2023-04-04"))
    #expect(before.statusDate == (try day("2023-04-04")))
    #expect(before["x.release"]?.details.actualFinish == nil)
    #expect(before["x.m4"]?.details.state == nil)
    #expect(before["x.m4"]?.details.planned?.value.words == "2023-04-11")
    #expect(before.links.isEmpty)
  }

  @Test func `keeps what had`() throws {
    let after = try portfolio().asOf(day("2023-04-12"))
    #expect(after["x.release"]?.details.actualFinish != nil)
    #expect(after["x.m4"]?.details.state?.value.word == .missed)
    #expect(after["x.m4"]?.details.planned == nil)
    #expect(after.links.isEmpty)
  }

  @Test func `of the status date or later is the plan itself`() throws {
    let plan = try portfolio()
    for text in ["2023-04-30", "2023-06-01"] {
      let same = try plan.asOf(day(text))
      #expect(same.statusDate == plan.statusDate)
      #expect(same.activities == plan.activities)
      #expect(same.links == plan.links)
    }
  }

  @Test func `drops what was not yet known, with its links`() throws {
    var plan = try portfolio()
    var late = Activity.milestone("x.late")
    late.evidence.known = try day("2023-04-25")
    plan.activities.append(late)
    plan.links.append(Link(from: "x.release", to: "x.late"))
    let before = try plan.asOf(day("2023-04-21"))
    #expect(before.index(of: "x.late") == nil)
    #expect(before.links.map(\.to) == ["x.m4"])
  }

  @Test func `knows of risks and correlations what was known`() throws {
    var plan = try portfolio()
    let late = Evidence(known: try day("2023-04-25"))
    var risk = Risk("R1")
    risk.probability = Probability("0.4").map { Fact($0, late) }
    risk.factor = AmountRange("1..2").map { Fact($0) }
    risk.stretches = ["x.release", "x.gone"]
    plan.risks = [risk, Risk("R2", evidence: late)]
    plan.correlations = [
      Correlation(["x.release", "x.m4"], Amount(thousandths: 500), evidence: late),
      Correlation(["x.release", "x.gone"], Amount(thousandths: 500)),
      Correlation(["x.m4", "x.release"], Amount(thousandths: 100)),
    ]
    plan.riskScales.probabilities = [1: Fact(try #require(Probability("0.1")), late)]
    plan.riskScales.impacts = [
      2: .init(delay: Fact(Estimate(.days(2))), cost: Fact(try #require(AmountRange("1")), late))
    ]
    let before = try plan.asOf(day("2023-04-21"))
    #expect(before.risks.map(\.id) == ["R1"])
    #expect(before.risks[0].probability == nil && before.risks[0].factor != nil)
    #expect(before.risks[0].stretches == ["x.release"])
    #expect(before.correlations.map(\.value) == [Amount(thousandths: 100)])
    #expect(before.riskScales.probabilities.isEmpty && before.riskScales.impacts[2]?.cost == nil)
    #expect(before.riskScales.impacts[2]?.delay != nil)
    #expect(
      try plan.asOf(day("2023-04-30")).risks
        == plan.risks.map { risk in
          var risk = risk
          risk.stretches.removeAll { $0 == "x.gone" }
          return risk
        })
  }
}
