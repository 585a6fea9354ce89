import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Interface register` {
  private func register(_ plan: Plan) throws -> [InterfaceRegister.Row] {
    try InterfaceRegister(Outlook(plan)).rows
  }

  @Test func `lists what crosses projects, with the day on which it is needed and for whom`() throws {
    let rows = try register(amk(planA, release: ("2023-05-01", "2023-05-15")))
    #expect(
      rows.map { "\($0.from) → \($0.to)" } == [
        "inter.release → hso.integration", "hso.acceptance → inter.bergen", "inter.bergen → hso.oslo",
      ])
    let release = rows[0]
    #expect(release.neededFor == "inter.bergen")
    #expect(release.needed.last! > .at("2023-05-15"))
    #expect(release.floatToTarget.last! > release.floatToMove.last!)
    #expect(release.staleness == nil && release.dependency.promised == nil)
  }

  @Test func `agrees with the break-even of the target that asks first`() throws {
    let plan = amk(planA, release: ("2023-05-01", "2023-05-15"))
    let outlook = try Outlook(plan)
    let need = try #require(Needs(outlook, for: "inter.bergen")?.rows.first { $0.id == "inter.release" })
    #expect(try register(plan)[0].needed.last == need.finish.last.likely)
  }

  @Test func `still says by when something undated is needed, and that its date is not known`() throws {
    let release = try register(amk(planA))[0]
    #expect(release.isLowerBound)
    #expect(release.waitsFor == ["inter.release"])
    #expect(release.stated == nil)
    #expect(release.needed.last != nil)
  }

  @Test func `names promises that have passed and promises that the dates have overtaken`() throws {
    func staleness(_ promise: String, _ status: String) throws -> InterfaceRegister.Staleness? {
      var plan = amk(planA, release: ("2023-06-01", "2023-06-30"))
      plan.statusDate = .at(status)
      plan.links[0].details.dependency.promised = .span(promise, promise)
      return try register(plan)[0].staleness
    }
    #expect(try staleness("2023-05-15", "2023-05-20") == .passed)
    #expect(try staleness("2023-05-15", "2023-05-15") == .passed)
    #expect(try staleness("2023-05-15", "2023-05-14") == .overtaken)
    #expect(try staleness("2023-06-01", "2023-05-14") == nil)
  }

  @Test func `lists relations without inventing dates for them`() throws {
    var plan = amk(planA)
    var dependency = Dependency()
    dependency.id = "D044"
    dependency.risks = ["R1"]
    plan.relations = [Relation(from: "inter", to: "hso", dependency: dependency)]
    plan.links[0].details.dependency.id = "D045"
    plan.links[0].details.dependency.refines = ["D044"]
    let row = try #require(try register(plan).last)
    #expect(row.form == .relation && row.refinedBy == ["D045"] && row.dependency.risks == ["R1"])
    #expect(row.placed == nil && row.needed.last == nil && row.floatToMove.first == nil)
    #expect(try InterfaceRegister(Outlook(plan), includesRelations: false).rows.count == 3)
  }

  @Test func `asks nothing of soft links and of what is done`() throws {
    var plan = amk(planA, release: ("2023-05-01", "2023-05-15"))
    plan.links[2].strength = .soft
    plan.activities[0].details.actualFinish = .span("2023-04-05", "2023-04-05")
    let rows = try register(plan)
    #expect(rows[0].isDone && rows[0].needed.last == nil)
    #expect(rows[1].needed.last == nil && rows[1].placed != nil)
  }

  /// Asks every target behind one by one.
  @Test(arguments: Seed.first(60))
  func `asks for the day of the strictest target behind, in random plans`(seed: Seed) throws {
    var seed = seed
    let plan = randomPlan(&seed)
    let outlook = try Outlook(plan)
    for row in InterfaceRegister(outlook).rows {
      let id = ActivityID(row.from)
      guard plan[id]?.kind.isMilestone == true, plan.links.count(where: { $0.from == id }) == 1 else { continue }
      var strictest: Day?
      for target in outlook.network.downstream(of: [id]) where target != id {
        guard let day = Needs(outlook, for: target)?.rows.first(where: { $0.id == id })?.finish.last.likely else {
          continue
        }
        strictest = min(day, strictest ?? day)
        if target == row.neededFor { #expect(day == row.needed.last) }
      }
      #expect(row.needed.last == strictest, "\(id)")
      #expect((row.neededFor == nil) == (strictest == nil))
    }
  }
}
