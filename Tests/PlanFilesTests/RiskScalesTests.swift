import PlanModel
import Testing

/// Scales with a level left out on either side.
let workshopScales = """
  risk-scales:
    because: agreed in the workshop
    S1: 0.05
    S3: 0.2..0.4
    S4: { at: 0.5, source: report }
    K2: 1w..2w
    K4: { delay: 2ew..4ew..9ew, cost: { low: 2, likely: 5, high: 10, as: p10-p90, shape: pert }, source: minutes }

  """

@Suite struct `What levels of risks mean` {
  @Test func `is read with its evidence`() throws {
    let scales = try plan(workshopScales).riskScales
    #expect(scales.probability(ofLevel: 1)?.value.middle == Amount("0.05"))
    #expect(scales.probability(ofLevel: 3)?.value.middle == Amount("0.3"))
    #expect(scales.probability(ofLevel: 3)?.basis == .assumed && scales.probability(ofLevel: 4)?.basis == .stated)
    #expect(scales.probability(ofLevel: 2) == nil && scales.impact(ofLevel: 1) == nil)
    let small = try #require(scales.impact(ofLevel: 2))
    #expect(small.delay?.value == Estimate("1w..2w") && small.cost == nil && small.evidence.because != nil)
    let large = try #require(scales.impact(ofLevel: 4))
    #expect(large.delay?.value == Estimate("2ew..4ew..9ew") && large.delay?.basis == .stated)
    #expect(large.cost?.value.high == Amount("10") && large.cost?.value.shape == .pert)
    #expect(large.cost?.value.meaning == .p10p90)
  }

  @Test func `gives a risk the number of its level, unless it has its own`() throws {
    let plan = try plan(
      workshopScales + """
        risks:
          A: { likelihood: S3 }
          B: { likelihood: S3, probability: 0.25, source: measured }
          C: { likelihood: S5 }
          D: { name: no level }
          E: { likelihood: { at: S4, because: a guess } }
        """)
    let probabilities = plan.risks.map { plan.probability(of: $0) }
    #expect(probabilities.map { $0?.value.middle.description } == ["0.3", "0.25", nil, nil, "0.5"])
    // A stated scale read with an assumed level is assumed.
    #expect(probabilities.map { $0?.basis } == [.assumed, .stated, nil, nil, .assumed])
  }

  @Test func `is nothing where the plan does not say`() throws {
    let plan = try plan("risks: { A: { likelihood: S3, consequence: K4 } }")
    #expect(plan.riskScales.isEmpty && plan.probability(of: plan.risks[0]) == nil)
  }

  @Test(arguments: [
    ("risk-scales: { S1: 2 }", ["2:20 wrong-type"]), ("risk-scales: { S1: 0.4..0.2 }", ["2:20 wrong-type"]),
    ("risk-scales: { S1: 0.1..0.2..0.3 }", ["2:20 wrong-type"]), ("risk-scales: { S1: -0.1 }", ["2:20 wrong-type"]),
    ("risk-scales: { S1: likely }", ["2:20 bad-number"]), ("risk-scales: { S1: { at: 7 } }", ["2:26 wrong-type"]),
    ("risk-scales: { S6: 0.9 }", ["2:16 unknown-key"]), ("risk-scales: 3", ["2:14 wrong-type"]),
    ("risk-scales: { K1: 3 }", ["2:20 bad-quantity"]),
    ("risk-scales: { K1: { delay: 3d..2d } }", ["2:29 bad-estimate"]),
    ("risk-scales: { K1: { cost: 3..2 } }", ["2:28 bad-estimate"]),
    ("risk-scales: { K1: { cost: 3..x } }", ["2:28 bad-number"]),
    ("risk-scales: { K1: { cost: { low: 3, likely: 2 } } }", ["2:22 bad-estimate"]),
    ("risk-scales: { K1: { cost: { low: 3 } } }", ["2:22 missing-key"]),
    ("risk-scales: { S2: 0.3, S3: 0.2 }", ["2:29 contradiction"]),
    ("risks: { R: { likelihood: K3 } }", ["2:27 not-a-choice"]),
    ("risks: { R: { probability: [0.2] } }", ["2:28 wrong-type"]),
  ])
  func `is refused where it cannot be`(text: String, expected: [String]) throws {
    #expect(try codes(text) == expected.map { "plan.yaml:" + $0 })
  }

  @Test func `is said once`() throws {
    let plan = try TemporaryPlan([
      "plan.yaml": "milepost: 1\nrisk-scales: { S1: 0.1 }\ninclude: more.yaml", "more.yaml": "risk-scales: { S2: 0.2 }",
    ])
    #expect(plan.problems().map(\.placeAndCode) == ["more.yaml:1:1 duplicate-id"])
  }
}
