import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Comparing plans` {
  @Test func `of plan A and plan B gives what the report states`() throws {
    let comparison = try Comparison(Outlook(amk(planA)), Outlook(amk(planB)))
    func row(_ id: ActivityID) throws -> Comparison.Row { try #require(comparison.rows.first { $0.id == id }) }

    let bergen = try #require(row("inter.bergen").statedDifference)
    #expect(bergen.months == 2 && bergen.days == 32...91 && bergen.firstToFirst == 61)
    let oslo = try #require(row("hso.oslo").statedDifference)
    #expect(oslo.months == 1 && oslo.days == 1...59 && oslo.firstToFirst == 31)

    let gap = try #require(comparison.gaps.first)
    #expect(gap.stated.first?.months == 2 && gap.stated.first?.firstToFirst == 61)
    #expect(gap.stated.second?.months == 1 && gap.stated.second?.firstToFirst == 31)
  }

  @Test func `explains the computed difference by the facts that differ`() throws {
    let comparison = try Comparison(Outlook(amk(planA)), Outlook(amk(planB)))
    let row = try #require(comparison.rows.first { $0.id == "inter.bergen" })

    #expect(row.difference?.first == .days(61))
    #expect(row.ledger.first.entries.map(\.cause) == [.edits([.activity("inter.bergen", .planned)])])
    #expect(row.ledger.first.total == .days(61))
    #expect(row.difference?.last == .days(62))
    #expect(row.ledger.last.total == .days(62))
  }

  @Test func `of a plan with itself finds nothing`() throws {
    let plan = amk(planA, release: ("2023-06-01", "2023-06-30"))
    let comparison = try Comparison(Outlook(plan), Outlook(plan))
    #expect(comparison.difference.edits.isEmpty)
    #expect(comparison.rows.allSatisfy { !$0.differs && $0.difference == Readings(first: .zero, last: .zero) })
  }

  @Test(arguments: Seed.first(150))
  func `has ledgers that add up exactly, by fact and by path`(seed: Seed) throws {
    var seed = seed
    let old = randomPlan(&seed)
    var new = old
    let other = randomPlan(&seed)
    for position in new.activities.indices where Bool.random(using: &seed) {
      var activity = other.activities[position]
      activity.id = new.activities[position].id
      new.activities[position] = activity
    }
    new.links.removeAll { _ in Int.random(in: 0..<4, using: &seed) == 0 }
    let comparison = try Comparison(Outlook(old), Outlook(new))
    for row in comparison.rows {
      let difference = try #require(row.difference)
      #expect(row.ledger.first.total == difference.first, "\(row.id)")
      #expect(row.ledger.last.total == difference.last, "\(row.id)")
      #expect(row.pathLedger.first?.total == difference.first, "\(row.id)")
      #expect(row.pathLedger.last?.total == difference.last, "\(row.id)")
    }
  }

  @Test(arguments: Seed.first(100))
  func `has chains whose steps lead from the reference to the date`(seed: Seed) throws {
    var seed = seed
    let schedule = Schedule(try Network(randomPlan(&seed)))
    for activity in schedule.activities {
      for early in [schedule.first, schedule.last] {
        let chain = try #require(Chain(of: activity.id, in: schedule.network, early))
        let sum = chain.steps.reduce(chain.reference) { $0 + $1.elapsed }
        #expect(sum.minutes == early.finish(schedule.network.position(activity.index)), "\(activity.id)")
        var at = chain.reference
        for step in chain.steps {
          at = at + step.elapsed
          #expect(step.until == at, "\(activity.id) \(step)")
        }
      }
    }
  }
}

@Suite struct `Plan difference` {
  @Test(arguments: Seed.first(60))
  func `turns one plan into the other, edit by edit`(seed: Seed) throws {
    var seed = seed
    let old = randomPlan(&seed)
    var new = randomPlan(&seed, activities: 6)
    new.statusDate = Bool.random(using: &seed) ? .at("2024-03-05") : nil
    let difference = PlanDifference(from: old, to: new)
    let made = difference.edits.reduce(old) { difference.applying($1, to: $0) }
    #expect(PlanDifference(from: made, to: new).edits.isEmpty)
    let (a, b) = (Schedule(try Network(made)), Schedule(try Network(new)))
    for activity in b.activities { #expect(a[activity.id]?.finishes == activity.finishes, "\(activity.id)") }
  }
}
