import PlanModel
import Testing

@Suite struct `Changes of risks` {
  private var plan: Plan {
    var plan = Plan(activities: [
      Activity("x.test", work: .days(5)), Activity("x.build", work: .days(9)), .milestone("risk"),
    ])
    plan.projects = [Project("x")]
    var vendor = Risk("vendor", name: "The vendor is late", evidence: Evidence(source: "report"))
    vendor.probability = Probability("0.4").map { Fact($0) }
    vendor.impacts = [Risk.Impact("x.test", Fact(Estimate(.days(4))))]
    vendor.stretches = ["x.build", "x.test"]
    vendor.delays = ["x.build"]
    plan.risks = [vendor, Risk("R2")]
    plan.riskScales.probabilities[2] = Probability("0.1").map { Fact($0) }
    plan.correlations = [Correlation(["x.test", "x.build"], Amount(thousandths: 500))]
    return plan
  }

  private func changed(_ texts: String...) throws -> Plan {
    try plan.applying(texts.map { try Change($0, evidence: Evidence(isWhatIf: true)) })
  }

  @Test func `set what is known of a risk, as a what-if`() throws {
    let plan = try changed(
      "risk vendor probability=0.1..0.3", "risk vendor impact x.test=1d..2d..6d", "risk vendor factor=0.9..1..1.2",
      "risk vendor consequence=K3", "risk vendor cost = 2..5", "risk R2 likelihood=S2", "risk R2 impact x.build=3d")
    let vendor = plan.risks[0]
    #expect(vendor.probability?.value.description == "0.1..0.3" && vendor.probability?.basis == .whatIf)
    #expect(vendor.impacts.map(\.delay.value) == [Estimate("1d..2d..6d")])
    #expect(vendor.factor?.value == AmountRange("0.9..1..1.2") && vendor.cost?.value == AmountRange("2..5"))
    #expect(vendor.consequence?.value == 3)
    #expect(plan.risks[1].likelihood?.value == 2 && plan.risks[1].impacts.map(\.activity) == ["x.build"])
    #expect(plan.probability(of: plan.risks[1])?.value.middle == Amount("0.1"))
    #expect(plan.probability(of: plan.risks[1])?.basis == .whatIf)
    #expect(self.plan.risks[1].likelihood == nil)
  }

  @Test func `clear and drop`() throws {
    let plan = try changed("risk vendor probability=none", "risk vendor impact x.build=none", "drop risk R2")
    #expect(plan.risks.map(\.id) == ["vendor"])
    #expect(plan.risks[0].probability == nil && plan.risks[0].delays.isEmpty && plan.risks[0].impacts.count == 1)
  }

  @Test func `put a level in the place of a probability`() throws {
    let plan = try changed("risk vendor likelihood=S2")
    #expect(plan.risks[0].probability == nil)
    #expect(plan.probability(of: plan.risks[0])?.value.middle == Amount("0.1"))
  }

  @Test func `a dropped activity leaves risks and correlations`() throws {
    let plan = try changed("drop x.test")
    #expect(plan.risks[0].impacts.isEmpty && plan.risks[0].stretches == ["x.build"] && plan.correlations.isEmpty)
  }

  private func refusal(_ text: String) -> String {
    do {
      _ = try plan.applying([Change(text)])
      return "fits"
    } catch let error as ChangeProblem {
      return "\(error.column) \(error.diagnostic.message)"
    } catch let error as InvalidPlan {
      return error.diagnostics.map(\.message).joined(separator: "; ")
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("risk vendro probability=0.2", "no risk is called 'vendro'; did you mean 'vendor'?"),
    ("drop risk R9", "no risk is called 'R9'; did you mean 'R2'?"),
    ("risk vendor impact x.tset=2d", "no activity is called 'x.tset'; did you mean 'x.test'?"),
    (
      "risk vendor likelihood=S4",
      "S4 is no number in this plan, and 'vendor' has one (0.4)"
    ),
    ("risk vendor", "12 nothing is said of the risk 'vendor'"),
    ("risk vendor probability", "13 'probability' says no value"),
    ("risk vendor probability=", "25 'probability' needs a value"),
    ("risk vendor probability=1.2", "25 '1.2' is no probability"),
    ("risk vendor probability = 30%", "27 '30%' is no probability"),
    ("risk vendor probabilty=0.2", "13 a change of a risk has no key 'probabilty'; did you mean 'probability'?"),
    ("risk vendor likelihood=K2", "24 'K2' is no value of 'likelihood'; did you mean 'S2'?"),
    ("risk vendor consequence=6", "25 '6' is no value of 'consequence'"),
    ("risk vendor impact", "19 an activity is missing"),
    ("risk vendor impact x.test", "20 'x.test' says no value"),
    ("risk vendor impact x.test=9d..2d..1x", "27 '9d..2d..1x' is not an amount of time"),
    ("risk vendor impact x/test=9d", "20 'x/test' is not an id"),
    ("risk vendor factor=2..1", "20 '2..1' is no range of one, two or three rising numbers from 0"),
    ("risk vendor cost=x", "18 'x' is no range of one, two or three rising numbers"),
    ("risk v/x probability=1", "6 'v/x' is not an id"),
    ("drop risk vendor now", "18 'now' is one word too many"),
  ])
  func `are refused with what there is`(text: String, expected: String) { #expect(refusal(text) == expected) }

  /// An activity may be called `risk`; what was said of it before means the same.
  @Test(arguments: [
    "risk +2w", "risk planned=2024-05-01", "risk -> x.test", "drop risk -> x.test", "risk duration +1w", "drop risk",
    "risk -1d", "risk target = 2024-05-01",
  ])
  func `do not hide an activity called risk`(text: String) throws {
    let action = try Change(text).action
    if case .risk = action { Issue.record("\(action)") }
  }
}
