import PlanModel
import Testing

@Suite struct `Facts of the simulation` {
  static let activities = """
    activities:
      a: { duration: 3d..5d }
      b: { duration: 4d }
      c: { duration: 1w }
      go: { milestone: yes }

    """

  @Test func `a risk driver stretches activities by one factor`() throws {
    let plan = try plan(
      Self.activities + """
        risks:
          vendor:
            probability: 0.4
            factor: { low: 0.9, likely: 1.15, high: 1.6, shape: pert, lambda: 6, because: earlier deliveries }
            stretches: [a, b]
          pace: { probability: 1, factor: 0.8..1..1.3, stretches: c, cost: 2..4, source: workshop }
        """)
    let vendor = plan.risks[0]
    #expect(vendor.stretches == ["a", "b"] && plan.probability(of: vendor)?.value.middle == Amount("0.4"))
    let factor = try #require(vendor.factor)
    #expect(factor.value.description == "0.9..1.15..1.6" && factor.basis == .assumed)
    #expect(factor.value.shape == .pert && factor.value.lambda == Amount("6"))
    #expect(plan.risks[1].stretches == ["c"] && plan.risks[1].factor?.value == AmountRange("0.8..1..1.3"))
    #expect(plan.cost(of: plan.risks[1])?.value == AmountRange("2..4"))
  }

  @Test func `a risk delays by its level what it has no delay of its own for`() throws {
    let plan = try plan(
      Self.activities + workshopScales + """
        risks:
          R1: { consequence: K4, impact: { a: 2d..4d..9d }, delays: [a, b], source: report }
          R2: { consequence: K1, delays: [b] }
          R3: { delays: [b] }
        """)
    let delays = plan.delays(by: plan.risks[0])
    #expect(delays.map(\.activity) == ["a", "b"])
    #expect(delays.map(\.delay.value) == [Estimate("2d..4d..9d"), Estimate("2ew..4ew..9ew")])
    #expect(plan.cost(of: plan.risks[0])?.value.likely == Amount("5"))
    // K1 means nothing in this plan, and R3 has no level.
    #expect(plan.delays(by: plan.risks[1]).isEmpty && plan.delays(by: plan.risks[2]).isEmpty)
    #expect(plan.cost(of: plan.risks[1]) == nil)
  }

  @Test func `correlations are groups, of the plan or of a project`() throws {
    let plan = try plan(
      Self.activities + """
        correlations:
          - { activities: [a, b, c], value: 0.6, because: the same team }
        projects:
          p:
            activities: { a: { duration: 1d..2d }, d: { duration: 1d..2d } }
            correlations: [{ activities: [a, d], value: -0.25 }]
        """)
    #expect(plan.correlations.map(\.activities) == [["p.a", "p.d"], ["a", "b", "c"]])
    #expect(plan.correlations.map(\.value) == [Amount("-0.25"), Amount("0.6")])
    #expect(plan.correlations[1].evidence.basis == .assumed)
  }

  @Test func `a duration is one of several values`() throws {
    let plan = try plan(
      """
      activities:
        a: { duration: { values: { 9d: 0.3, 1w: 0.7 }, because: a guess } }
        b: { duration: { values: { 1ed: 0.333, 2ed: 0.333, 3ed: 0.333 }, shape: discrete } }
        c: { duration: { low: 1d, likely: 2d, high: 5d, shape: pert, lambda: 2.5 } }
      """)
    let a = try #require(plan.activities[0].duration)
    #expect(a.value.values.map(\.duration) == [.weeks(1), .days(9)] && a.basis == .assumed)
    #expect(a.value.values.map(\.probability) == [Amount("0.7"), Amount("0.3")])
    #expect(a.value.likely == .weeks(1) && a.value.low == .weeks(1) && a.value.high == .days(9))
    #expect(a.value.shape == .discrete && !a.value.isConstant)
    #expect(plan.activities[1].duration?.value.values.count == 3)
    #expect(plan.activities[2].duration?.value.lambda == Amount("2.5"))
  }

  @Test func `costs have a range and a rate, also of activities`() throws {
    let plan = try plan(
      """
      projects:
        p:
          cost: { forecast: 166, range: 150..166..210, run-rate: 1.2, source: report }
          activities: { a: { duration: 2d, cost: { range: { low: 1, likely: 2, high: 4 }, run-rate: 0.3 } } }
      """)
    let cost = try #require(plan.projects[0].cost)
    #expect(cost.range?.value == AmountRange("150..166..210") && cost.range?.basis == .stated)
    #expect(cost.runRate == Amount("1.2"))
    let own = try #require(plan.activities[0].details.cost)
    #expect(own.range?.value == AmountRange("1..2..4") && own.runRate == Amount("0.3"))
  }

  @Test(arguments: [
    // Risks
    ("risks: { R: { stretches: [a, x] } }", ["2:30 unknown-activity"]),
    ("risks: { R: { delays: [b, b] } }", ["2:27 contradiction"]),
    ("risks: { R: { factor: -0.5..1 } }", ["2:23 bad-estimate"]),
    ("risks: { R: { factor: 2..1 } }", ["2:23 bad-estimate"]),
    ("risks: { R: { factor: 2d } }", ["2:23 bad-number"]),
    ("risks: { R: { factor: { likely: 1, lambda: 3 } } }", ["2:36 contradiction"]),
    ("risks: { R: { factor: { likely: 1, shape: discrete } } }", ["2:43 not-a-choice"]),
    // Correlations
    ("correlations: [{ activities: [a, x], value: 0.5 }]", ["2:34 unknown-activity"]),
    ("correlations: [{ activities: [a], value: 0.5 }]", ["2:30 wrong-type"]),
    ("correlations: [{ activities: a, value: 0.5 }]", ["2:30 wrong-type"]),
    ("correlations: [{ activities: [a, a], value: 0.5 }]", ["2:34 contradiction"]),
    ("correlations: [{ activities: [a, b], value: 1.5 }]", ["2:45 wrong-type"]),
    ("correlations: [{ activities: [a, b], value: high }]", ["2:45 bad-number"]),
    ("correlations: [{ activities: [a, b] }]", ["2:16 missing-key"]),
    ("correlations: [{ value: 1 }]", ["2:16 missing-key"]),
    (
      "correlations: [{ activities: [a, b, c], value: 0.5 }, { activities: [c, a], value: 0.4 }]",
      ["2:73 contradiction"]
    ),
    // Durations
    ("risks: { R: { impact: { a: { values: { 5d: 0.7, 9d: 0.2 } } } } }", ["2:30 bad-estimate"]),
    ("risks: { R: { impact: { a: { values: { 5d: 0.7, 9ed: 0.3 } } } } }", ["2:30 bad-estimate"]),
    ("risks: { R: { impact: { a: { values: { 5d: 1.5, 9d: -0.5 } } } } }", ["2:30 bad-estimate"]),
    ("risks: { R: { impact: { a: { values: { soon: 1 } } } } }", ["2:40 bad-quantity"]),
    ("risks: { R: { impact: { a: { values: { 5d: most } } } } }", ["2:44 bad-number"]),
    ("risks: { R: { impact: { a: { values: { 5d: 1 }, likely: 5d } } } }", ["2:49 contradiction"]),
    ("risks: { R: { impact: { a: { values: { 5d: 1 }, shape: pert } } } }", ["2:49 contradiction"]),
    ("risks: { R: { impact: { a: { values: 5d } } } }", ["2:38 wrong-type"]),
    ("risks: { R: { impact: { a: { likely: 5d, shape: discrete } } } }", ["2:28 missing-key"]),
    ("risks: { R: { impact: { a: { likely: 5d, shape: pert, lambda: 0 } } } }", ["2:63 wrong-type"]),
    ("risks: { R: { impact: { a: { likely: 5d, lambda: 4 } } } }", ["2:42 contradiction"]),
    ("risks: { R: { impact: { a: { shape: pert } } } }", ["2:28 missing-key"]),
    // Changes
    ("risks: { R: { measures: { m: { name: M, changes: [risk Q probability=0.1] } } } }", ["2:51 unknown-risk"]),
    ("risks: { R: { measures: { m: { name: M, changes: [risk R impact x=1d] } } } }", ["2:51 unknown-activity"]),
    ("risks: { R: { measures: { m: { name: M, changes: [risk R likelihood=S7] } } } }", ["2:69 not-a-choice"]),
    ("risks: { R: { name: R } }\nscenarios: { s: { changes: [drop risk S] } }", ["3:29 unknown-risk"]),
  ])
  func `is refused where it cannot be`(text: String, expected: [String]) throws {
    #expect(try codes(text + "\n" + Self.activities) == expected.map { "plan.yaml:" + $0 })
  }

  @Test func `a pair that is given twice is told with the first place`() throws {
    let told = try problems(
      "correlations: [{ activities: [a, b], value: 0.5 }, { activities: [b, a], value: 0.5 }]\n" + Self.activities)
    #expect(
      told == [
        """
        plan.yaml:2:70: error[contradiction]: the correlation of 'b' and 'a' is given twice
          also: plan.yaml:2:34
          help: keep one of them
        """
      ])
  }

  @Test func `an unknown risk is told the nearest or what there is`() throws {
    let text = "risks: { vendor: { name: V } }\nscenarios: { s: { changes: [risk vendro probability=1, drop risk X] } }"
    #expect(
      try problems(text) == [
        "plan.yaml:3:29: error[unknown-risk]: no risk is called 'vendro'; did you mean 'vendor'?",
        """
        plan.yaml:3:56: error[unknown-risk]: no risk is called 'X'
          help: the risks are: vendor
        """,
      ])
  }

  @Test(.timeLimit(.minutes(1)))
  func `many correlated activities cost no more than their pairs`() throws {
    let names = (0..<1200).map { "a\($0)" }
    let activities = names.map { "  \($0): { duration: 1d..2d }\n" }.joined()
    func group(_ names: some Sequence<String>) -> String {
      "correlations: [{ activities: [\(names.joined(separator: ", "))], value: 0.1 }]\nactivities:\n" + activities
    }
    #expect(try plan(group(names.prefix(1000))).correlations[0].activities.count == 1000)
    #expect(try codes(group(names)) == ["plan.yaml:2:16 unsupported"])
    #expect(try codes(group(repeatElement("a1", count: 3000))).count == 2999)
  }
}
