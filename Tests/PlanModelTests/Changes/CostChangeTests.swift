import PlanModel
import Testing

@Suite struct `What-ifs on money` {
  private func amk() -> Plan {
    var plan = Plan()
    var project = Project("amk-hso")
    var cost = Cost()
    cost.forecast = Amount("166")
    cost.steeringFrame = Amount("197")
    cost.parts = [
      Cost.Part("phase-1", Amount(thousandths: 111_000)), Cost.Part("phase-2", Amount(thousandths: 55_000)),
    ]
    project.cost = cost
    var other = Project("kls")
    other.cost = Cost()
    other.cost?.forecast = Amount("75.1")
    plan.projects = [project, other, Project("poor")]
    return plan
  }

  private func cost(_ text: String, of project: ProjectID = "amk-hso") throws -> Cost? {
    try amk().applying([Change(text, evidence: Evidence(isWhatIf: true))])[project: project]?.cost
  }

  @Test func `a part grows, and the forecast with it`() throws {
    let grown = try #require(try cost("amk-hso cost phase-1 +10%"))
    #expect(grown.parts.map(\.amount) == [Amount("122.1"), Amount("55")])
    #expect(grown.forecast == Amount("177.1"))
    #expect(grown.changes.map(\.basis) == [.whatIf])
  }

  @Test func `amounts are set, raised and lowered`() throws {
    #expect(try cost("amk-hso cost run-rate=2.5")?.runRate == Amount("2.5"))
    #expect(try cost("amk-hso cost forecast -6.5")?.forecast == Amount("159.5"))
    #expect(try cost("amk-hso cost steering-frame +3")?.steeringFrame == Amount("200"))
    #expect(try cost("poor cost run-rate=1", of: "poor")?.runRate == Amount("1"))
  }

  @Test func `a star amends every project that has the amount`() throws {
    let plan = try amk().applying([Change("* cost forecast +4%")])
    #expect(plan.projects.map { $0.cost?.forecast } == [Amount("172.64"), Amount("78.104"), nil])
  }

  @Test(arguments: [
    ("amk-hso cost phase-3 +1", Diagnostic.Code.badChange), ("nobody cost forecast +1", .unknownProject),
    ("kls cost steering-frame +1%", .badChange), ("* cost accrued +1", .badChange),
    ("amk-hso cost forecast=9999999999999999999", .badChange), ("amk-hso cost forecast +x%", .badChange),
    ("amk-hso cost forecast", .badChange), ("amk-hso cost", .badChange), ("amk-hso cost forecast 10%", .badChange),
    ("amk-hso cost forecast +10% more", .badChange), ("amk-hso cost forecast +%", .badChange),
  ])
  func `what does not fit is refused`(text: String, code: Diagnostic.Code) {
    var found: Diagnostic.Code?
    do {
      _ = try amk().applying([Change(text)])
    } catch let problem as ChangeProblem {
      found = problem.diagnostic.code
    } catch let problem as InvalidPlan {
      found = problem.diagnostics.first?.code
    } catch {}
    #expect(found == code)
  }

  @Test(arguments: [
    (Int64(100_000), Int64(4_000), Int64?(104_000)), (Int64(1), 50_000, 2), (Int64(1), 49_999, 1),
    (Int64(-1), 50_000, -2), (0, 9, 0),
    (.max, 1, nil),
  ])
  func `growth is to the nearest thousandth`(amount: Int64, share: Int64, grown: Int64?) {
    #expect(Amount(thousandths: amount).grown(by: share)?.thousandths == grown)
  }
}
