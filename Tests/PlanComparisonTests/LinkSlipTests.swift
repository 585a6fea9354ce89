import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Slip of a link` {
  private func links(_ before: Plan, _ after: Plan) throws -> (Solved, Solved, [(ActivityID, [LinkSlip])]) {
    let (old, new) = (try Network(before), try Network(after))
    let (a, b) = (Solved(old, EarlyDates(old, .first)), Solved(new, EarlyDates(new, .first)))
    return (a, b, after.activities.map { ($0.id, LinkSlip.into($0.id, from: a, to: b)) })
  }

  @Test func `is taken up by its float, and the rest goes on`() throws {
    var plan = Plan(
      activities: [
        Activity("slow", work: .hours(240), calendar: "24h"), Activity("quick", work: .hours(24), calendar: "24h"),
        .milestone("end"),
      ],
      links: [Link(from: "slow", to: "end"), Link(from: "quick", to: "end")])
    plan.start = .at("2024-03-01")
    let (_, _, all) = try links(plan, plan.applying([Change("quick +30ed")]))
    let link = try #require(all.last?.1.first)
    #expect(link.link.from == "quick")
    #expect(link.slipIn == .days(30) && link.float == .days(9))
    #expect(link.absorbed == .days(9) && link.slipOut == .days(21))
    #expect(link.floatAfter == .zero && link.drives)
  }

  @Test(arguments: Seed.first(300))
  func `adds up, and has the float that a longer lag finds`(seed: Seed) throws {
    var seed = seed
    let plan = randomPlan(&seed)
    let (a, b, all) = try links(plan, plan.applying(randomChanges(&seed, plan, count: 2)))
    for (id, links) in all {
      for link in links {
        #expect(link.slipIn + link.lagAdded - link.absorbed == link.slipOut)
        #expect(link.arriving == link.slipOut || link.absorbed != .zero)
        let source = Solved.Event(activity: link.link.from, isFinish: !link.link.kind.leavesStart)
        #expect(b.date(of: source)! - a.date(of: source)! == link.slipIn.minutes)
        guard !link.link.kind.boundsFinish, let float = link.float, float < .days(400) else { continue }
        // One more link that allows its successor as late as the float says moves nothing; one minute more does.
        let position = try #require(a.position(of: id))
        let arc = try #require(a.arc(like: link.link, into: position))
        for (more, moves) in [(float.minutes, false), (float.minutes + 1, true)] {
          let lag = a.bound(of: arc, into: position) + more - a.leave(arc)
          var tried = plan
          tried.links.append(
            Link(
              from: link.link.from, to: id, link.link.kind,
              lag: Quantity(thousandths: Int64(lag) * 1000, unit: .elapsedMinutes)))
          let network = try Network(tried)
          let start = EarlyDates(network, .first).start(network.position(of: id))
          #expect((start > a.early.start(position)) == moves, "\(link.link.from) → \(id), \(more)")
        }
      }
    }
  }

  /// What drives a moved activity passes on all of its move, unless it changed itself.
  @Test(arguments: Seed.first(300))
  func `around the clock moves its successor by what it passes on`(seed: Seed) throws {
    var seed = seed
    var plan = randomPlan(&seed)
    for place in plan.activities.indices { plan.activities[place].calendar = "24h" }
    plan.links = plan.links.map { Link(from: $0.from, to: $0.to, $0.kind, lag: .elapsedDays(1)) }
    let changes = try randomChanges(&seed, plan, count: 1, slips: 0...20).filter {
      if case .slip = $0.action { true } else { false }
    }
    let touched = Set(
      changes.compactMap { change -> ActivityID? in
        if case .slip(let id, _) = change.action { id } else { nil }
      })
    let (a, b, all) = try links(plan, plan.applying(changes))
    for (id, links) in all where !touched.contains(id) {
      let event = Solved.Event(activity: id, isFinish: false)
      let moved = b.date(of: event)! - a.date(of: event)!
      #expect(links.map(\.slipOut.minutes).max() ?? 0 == moved, "\(id)")
      if moved > 0 { #expect(links.contains { $0.drives && $0.slipOut.minutes == moved }, "\(id)") }
    }
  }
}
