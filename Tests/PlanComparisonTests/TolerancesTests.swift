import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Tolerance matrix` {
  /// The finish of `end` when `id` slips so many minutes more.
  private func finish(_ end: ActivityID, _ id: ActivityID, _ minutes: Int, _ plan: Plan, _ reading: Reading) throws
    -> Instant
  {
    let changed = try plan.applying([
      Change(.slip(id, Quantity(minutes, .elapsedMinutes)), text: "", evidence: Evidence(isWhatIf: true))
    ])
    let network = try Network(changed)
    return Instant(minutes: EarlyDates(network, reading).finish(network.position(of: end)))
  }

  /// Checks every cell by scheduling again with that slip and one minute more; gives the number of cells.
  private func check(_ plan: Plan) throws -> Int {
    let outlook = try Outlook(plan)
    let table = Tolerances(outlook, to: plan.activities.map(\.id))
    var count = 0
    for end in table.milestones {
      for id in table.deliverables {
        guard let cell = table[id, end] else { continue }
        count += 1
        for (slip, reading) in [(cell.moves.first, Reading.first), (cell.moves.last, .last)] {
          guard let slip else { continue }
          let now = try finish(end, id, 0, plan, reading)
          #expect(try finish(end, id, Int(slip.minutes), plan, reading) == now, "\(id) → \(end)")
          #expect(try finish(end, id, Int(slip.minutes) + 1, plan, reading) > now, "\(id) → \(end)")
        }
        guard let misses = cell.misses, let limit = outlook.target(of: end)?.value.latest else { continue }
        for (slip, reading) in [
          (misses.atWorst, Reading.leastFavourable), (misses.likely, .last), (misses.atBest, .mostFavourable),
        ] {
          func day(_ minutes: Int) throws -> Day {
            let finish = try finish(end, id, minutes, plan, reading)
            return plan[end]?.kind == .startMilestone ? finish.day : finish.finishDay
          }
          guard let slip else {
            #expect(try day(0) > limit)
            continue
          }
          #expect(try day(Int(slip.minutes)) <= limit, "\(id) → \(end)")
          #expect(try day(Int(slip.minutes) + 1) > limit, "\(id) → \(end)")
        }
      }
    }
    return count
  }

  @Test func `tell how long a release may slip`() throws {
    let plan = amk(planB, release: ("2023-05-01", "2023-05-15"))
    let table = try Tolerances(Outlook(plan))
    #expect(table.milestones == ["inter.bergen", "hso.oslo"])
    let cell = try #require(table["inter.release", "inter.bergen"])
    let misses = try #require(cell.misses)
    #expect(cell.moves.first! > .zero)
    #expect(misses.atWorst! < misses.likely! && misses.likely! < misses.atBest!)
    #expect(try check(plan) > 0)
  }

  @Test func `of what has no date are not known, and a milestone that waits for it has no date to move from`() throws {
    var plan = amk(planA)
    plan.activities.append(
      .milestone("hso.room", planned: DateSpan(earliest: .at("2023-06-01"), latest: .at("2023-06-01"), words: "")))
    plan.links.append(Link(from: "hso.room", to: "inter.bergen"))
    let table = try Tolerances(Outlook(plan), to: ["inter.bergen"])
    #expect(table.undated.contains("inter.release"))
    #expect(table.leads("inter.release", to: "inter.bergen"))
    #expect(table["inter.release", "inter.bergen"] == nil)
    let room = try #require(table["hso.room", "inter.bergen"])
    #expect(room.moves.first == nil)
    // The end of 1 June, and 182 days later Bergen would start in December.
    #expect(room.misses?.likely == .days(182) - .minutes(1))
  }

  @Test func `are none where the target is missed already`() throws {
    let plan = amk(planA, release: ("2023-11-01", "2023-11-10"))
    let cell = try #require(Tolerances(Outlook(plan), to: ["inter.bergen"])["inter.release", "inter.bergen"])
    #expect(cell.misses == Tolerances.ToTarget(atWorst: nil, likely: nil, atBest: nil))
    // From midnight to the next working morning.
    #expect(cell.moves.first == .hours(8))
  }

  @Test(arguments: Seed.first(60))
  func `are exact to the minute in random plans`(seed: Seed) throws {
    var seed = seed
    #expect(try check(randomPlan(&seed, activities: 7)) > 0)
  }

  @Test(arguments: Seed.first(20))
  func `are exact to the minute with windows and what is as late as possible`(seed: Seed) throws {
    var seed = seed
    var plan = randomPlan(&seed, activities: 6)
    let weekends = EventWindow(name: "weekends", weekdays: [.saturday, .sunday])
    plan.windows = [weekends]
    for (place, activity) in plan.activities.enumerated() where Int.random(in: 0..<3, using: &seed) == 0 {
      var activity = activity
      if activity.kind.isMilestone {
        activity.details.window = weekends.name
      } else {
        activity.details.isAsLateAsPossible = true
      }
      plan.replace(ActivityIndex(place), with: activity)
    }
    _ = try check(plan)
  }
}
