import PlanModel
import PlanSchedule
import Testing

/// Delays where all runs on one calendar with hours, counted in its working minutes: the same as scheduling everything
/// again in instants.
@Suite struct `Delays on one calendar` {
  private static let calendars = RandomPlans.manyCalendars

  /// All link kinds, leads and lags, hubs, nothing to do; narrow, or wide enough for four positions side by side.
  private func plan(_ dice: inout Dice) -> Plan {
    let isWide = dice.one(in: 12)
    let (width, count) = isWide ? (70, dice.number(500...1200)) : (dice.one(of: [1, 4, 15]), dice.number(2...90))
    var (activities, links): ([Activity], [Link]) = ([], [])
    for place in 0..<count {
      let activity = Activity(ActivityID("a\(place)"), work: .minutes(dice.one(in: 15) ? 0 : dice.number(0...3000)))
      activities.append(activity)
      guard place >= width else { continue }
      for _ in 0..<dice.number(isWide ? 1...3 : 0...3) {
        let from = dice.one(in: 20) ? 0 : max(0, place / width * width - dice.number(1...(2 * width)))
        let lag: Quantity? = dice.one(in: 60) ? nil : .minutes(dice.number(-3000...3000))
        links.append(Link(from: activities[from].id, to: activity.id, dice.one(of: Link.Kind.allCases), lag: lag))
      }
    }
    if dice.one(in: 50) { activities.shuffle(using: &dice) }
    var plan = Plan(activities: activities, links: links)
    let calendar = dice.one(of: Self.calendars)
    plan.calendars = [calendar]
    plan.defaultCalendar = calendar.name
    plan.start = dice.one(in: 25) ? Day.latest - dice.number(20...200) : dayZero + dice.number(0...9)
    return plan
  }

  @Test(arguments: 0..<4)
  func `any delays on top of each other equal the slips they stand for`(part: Int) throws {
    var (swept, quick, atTheEnd) = (0, 0, 0)
    for seed in `Random plans`.seeds where seed % 4 == part {
      var dice = Dice(seed: seed &+ 2026)
      let plan = plan(&dice)
      guard let network = try? Network(plan) else { continue }
      guard network.isOnOneCalendar else { continue }
      // A network that has anything special is asked the usual way.
      var special = network
      special.specials = [Special()]
      var (propagation, usual) = (Propagation(network), Propagation(special))
      var slips: [ActivityID: Int] = [:]
      var taken: [(slips: [ActivityID: Int], rows: [Int32], bounds: [Int32])] = []
      for _ in 0..<dice.number(1...8) {
        if !taken.isEmpty, dice.one(in: 30) {
          propagation.undo()
          usual.undo()
          let before = taken.removeLast()
          slips = before.slips
          try #require(propagation.first.rows == before.rows, "seed \(seed)")
          try #require(propagation.first.linkBounds == before.bounds, "seed \(seed)")
          continue
        }
        taken.append((slips, propagation.first.rows, propagation.first.linkBounds))
        let index = ActivityIndex(dice.one(in: 30) ? 0 : dice.number(0...plan.activities.count - 1))
        let time = dice.one(in: 85) ? dice.number(0...(dice.one(in: 30) ? 900_000 : 9000)) : dice.number(-9000...0)
        slips[plan[index].id, default: 0] += time
        let moved = try propagation.delay(index, by: ElapsedTime(minutes: Int32(time)))
        let (rows, words) = (propagation.first.rows, "seed \(seed), \(plan[index].id) by \(time)")
        try #require(try moved == usual.delay(index, by: ElapsedTime(minutes: Int32(time))), "\(words)")
        try #require(rows == usual.first.rows, "\(words)")
        try #require(propagation.first.linkBounds == usual.first.linkBounds, "\(words)")
        for place in plan.activities.indices {
          let (dates, position) = (propagation.dates(of: ActivityIndex(place)), network.position(ActivityIndex(place)))
          try #require(dates.start.minutes == rows[2 * position] && dates.finish.minutes == rows[2 * position + 1])
          try #require(propagation.finishes(of: ActivityIndex(place)).first == dates.finish)
        }
        if propagation.visited > 64 { swept += 1 }
        if propagation.network.specials.count == slips.values.count(where: { $0 != 0 }) { quick += 1 }
        var later = plan
        for place in later.activities.indices {
          guard let slip = slips[later.activities[place].id], slip > 0 else { continue }
          later.activities[place].details.slips = [Fact(Quantity(slip, .elapsedMinutes))]
        }
        guard let full = try? EarlyDates(Network(later), .first) else {
          atTheEnd += 1
          continue
        }
        try #require(rows == full.rows, "\(words)")
        try #require(propagation.first.linkBounds == full.linkBounds, "\(words)")
      }
      while !taken.isEmpty {
        propagation.undo()
        try #require(propagation.first.rows == taken.removeLast().rows, "seed \(seed)")
      }
      try #require(propagation.first.rows == EarlyDates(network, .first).rows, "seed \(seed)")
    }
    #expect(swept > 0 && quick > 0 && atTheEnd > 0)
  }

  @Test func `a delay over the end of the years that a plan may name stops there`() throws {
    var plan = Plan(
      activities: [task("a", 2), task("b", 3), task("c", 1)],
      links: [Link(from: "a", to: "b"), Link(from: "b", to: "c", .finishToFinish)])
    plan.start = dayZero
    plan.defaultCalendar = "weekdays"
    let network = try Network(plan)
    try #require(network.isOnOneCalendar)
    var propagation = Propagation(network)
    for place in 0..<3 { try propagation.delay(ActivityIndex(place), by: ElapsedTime(minutes: 50_000_000)) }
    #expect(propagation.first.rows == EarlyDates(propagation.network, .first).rows)
    #expect(propagation.first.rows.allSatisfy { $0 <= Day.latest.end.minutes })
    // What is asked beyond the end counts from there.
    #expect(propagation.dates(of: ActivityIndex(0)).start < propagation.dates(of: ActivityIndex(1)).start)
    for _ in 0..<3 { propagation.undo() }
    #expect(propagation.first.rows == EarlyDates(network, .first).rows)
    #expect(propagation.dates(of: ActivityIndex(2)).finish == EarlyDates(network, .first).rows.max().map(Instant.init))
  }
}
