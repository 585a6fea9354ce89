import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Needs of a milestone` {
  private func wish(_ first: String, _ last: String) -> Fact<DateSpan> { .span(first, last) }

  @Test func `name the last day of everything before a milestone`() throws {
    let needs = try #require(Needs(Outlook(amk(planA)), for: "inter.bergen"))
    #expect(needs.rows.map(\.id) == ["inter.release", "hso.integration", "hso.acceptance"])
    #expect(needs.judgement.word == .unknown)
    #expect(needs.waitsFor == ["inter.release"])
    let release = needs.rows[0]
    #expect(release.isUndated && release.word == .unknown && release.start == nil)
    let last = release.finish.last
    #expect(last.atWorst! < last.likely! && last.likely! < last.atBest!)
    #expect(release.finish.first.likely! < last.likely!)
  }

  @Test func `are the break-evens of the verdict`() throws {
    let outlook = try Outlook(amk(planA))
    let need = try #require(outlook.verdict(on: "inter.bergen")?.breakEvens.first)
    let row = try #require(Needs(outlook, for: "inter.bergen")?.rows.first).finish.last
    #expect([row.atWorst, row.likely, row.atBest] == [need.atWorst, need.likely, need.atBest])
  }

  @Test func `of a wanted date need no target`() throws {
    let outlook = try Outlook(amk(planA))
    #expect(Needs(outlook, for: "hso.acceptance") == nil)
    #expect(Needs(outlook, for: "hso.acceptance", by: wish("2023-10-31", "2023-10-31"))?.rows.count == 2)
    #expect(Needs(outlook, for: "inter.nobody", by: wish("2023-10-31", "2023-10-31")) == nil)
  }

  @Test func `through work of unknown length are only upper bounds, and say so`() throws {
    var plan = amk(planA)
    plan.activities[2].duration = nil
    let needs = try #require(Needs(Outlook(plan), for: "inter.bergen"))
    let rows = Dictionary(uniqueKeysWithValues: needs.rows.map { ($0.id, $0) })
    #expect(rows["inter.release"]?.lacks == ["hso.acceptance"])
    #expect(rows["hso.acceptance"]?.lacks == [])
    #expect(rows["hso.acceptance"]?.start == nil)
    #expect(rows["hso.integration"]?.word == .unknown)
    #expect(needs.pointOfNoReturn(.likely, status: nil)?.lacks == ["hso.acceptance"])
  }

  @Test func `name the nearest of many unknown durations`() throws {
    let count = 80
    var activities = (0..<count).map { Activity(ActivityID("a.w\($0)")) }
    activities.append(.milestone("a.end"))
    let links = (0..<count).map { Link(from: activities[$0].id, to: activities[$0 + 1].id) }
    var plan = Plan(activities: activities, links: links)
    plan.start = .at("2024-01-01")
    let rows = try #require(Needs(Outlook(plan), for: "a.end", by: wish("2024-06-01", "2024-06-01"))).rows
    #expect(rows.count == count)
    for row in rows {
      let number = Int(row.id.short.dropFirst()) ?? 0
      #expect(row.lacks == (number == count - 1 ? [] : [ActivityID("a.w\(number + 1)")]))
    }
  }

  @Test func `have a point of no return: the first of the last days`() throws {
    let needs = try #require(Needs(Outlook(amk(planA)), for: "inter.bergen"))
    let point = try #require(needs.pointOfNoReturn(.likely, status: .at("2023-04-30")))
    #expect(point.acts.map(\.activity) == ["inter.release"])
    #expect(point.day == needs.rows[0].finish.last.likely)
    #expect(!point.hasPassed && point.lacks.isEmpty)
    #expect(needs.pointOfNoReturn(.likely, status: point.day)?.hasPassed == true)
  }

  /// Stating a dated deliverable on its last day keeps the wish; the day after breaks it.
  @Test(arguments: Seed.first(80))
  func `are exact to the day in random plans`(seed: Seed) throws {
    var seed = seed
    var plan = randomPlan(&seed)
    let end = ActivityID("p1.a7")
    let position = try #require(plan.index(of: end))
    plan.replace(position, with: .milestone(end, [.startMilestone, .finishMilestone].randomElement(using: &seed)!))
    let today = try Outlook(plan)
    let limit = try #require(today.day(of: end, today.leastFavourable)) + Int.random(in: 0...20, using: &seed)
    let fact = Fact(DateSpan(earliest: limit, latest: limit, words: ""))
    for row in try #require(Needs(today, for: end, by: fact)).rows where row.activity.kind.isMilestone {
      func keeps(_ day: Day) throws -> Bool {
        var changed = plan
        var activity = row.activity
        activity.details.planned = Fact(DateSpan(earliest: day, latest: day, words: ""))
        changed.replace(try #require(plan.index(of: row.id)), with: activity)
        let network = try Network(changed)
        let early = EarlyDates(network, Reading(dates: .last, durations: .likely))
        let finish = Instant(minutes: early.finish(network.position(of: end)))
        return (plan[position].kind == .startMilestone ? finish.day : finish.finishDay) <= limit
      }
      let day = try #require(row.finish.last.likely)
      #expect(try keeps(day), "\(row.id) on \(day) for \(limit)")
      #expect(try !keeps(day + 1), "\(row.id) on \(day + 1) for \(limit)")
    }
  }
}
