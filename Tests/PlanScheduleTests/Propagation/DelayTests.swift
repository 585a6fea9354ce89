import PlanModel
import PlanSchedule
import Testing

/// The quick way for networks without calendars and rare facts, against scheduling everything again.
@Suite struct `Delays around the clock` {
  /// All link kinds, leads and lags, some hubs, and dates with two readings.
  private func plan(_ dice: inout Dice) -> Plan {
    let count = dice.one(in: 30) ? dice.number(150...300) : dice.number(2...30)
    var activities: [Activity] = []
    var links: [Link] = []
    for place in 0..<count {
      var activity = Activity(ActivityID("a\(place)"), work: .minutes(dice.number(0...3000)))
      if dice.one(in: 10) { activity = .milestone(activity.id, dice.one(of: [.startMilestone, .finishMilestone])) }
      activities.append(activity)
      guard place > 0 else { continue }
      for _ in 0..<dice.number(count > 100 ? 1...3 : 0...3) {
        let from = dice.one(in: 20) ? 0 : dice.number(max(0, place - 12)...(place - 1))
        let lag = dice.one(in: 60) ? nil : Quantity(dice.number(-3000...3000), .elapsedMinutes)
        links.append(
          Link(from: activities[from].id, to: activity.id, dice.one(of: Link.Kind.allCases), lag: lag))
      }
    }
    activities.shuffle(using: &dice)
    var plan = Plan(activities: activities, links: links)
    plan.defaultCalendar = "24h"
    plan.start = dayZero
    return plan
  }

  @Test(arguments: 0..<4)
  func `any delays on top of each other equal the slips they stand for`(part: Int) throws {
    var swept = 0
    for seed in `Random plans`.seeds where seed % 4 == part {
      var dice = Dice(seed: seed &+ 4711)
      let plan = plan(&dice)
      let network = try Network(plan)
      try #require(network.isDaysOnly)
      var propagation = Propagation(network)
      var slips: [ActivityID: Int] = [:]
      var taken: [(slips: [ActivityID: Int], rows: [Int32], bounds: [Int32])] = []
      for _ in 0..<dice.number(1...8) {
        if !taken.isEmpty, dice.one(in: 30) {
          propagation.undo()
          let before = taken.removeLast()
          slips = before.slips
          try #require(propagation.first.rows == before.rows, "seed \(seed)")
          try #require(propagation.first.linkBounds == before.bounds, "seed \(seed)")
          continue
        }
        let before = propagation.first
        taken.append((slips, before.rows, before.linkBounds))
        let index = ActivityIndex(dice.one(in: 30) ? 0 : dice.number(0...plan.activities.count - 1))
        let time = dice.one(in: 85) ? dice.number(0...(dice.one(in: 30) ? 900_000 : 9000)) : dice.number(-9000...0)
        slips[plan[index].id, default: 0] += time
        let moved = try propagation.delay(index, by: ElapsedTime(minutes: Int32(time)))
        var later = plan
        for place in later.activities.indices {
          guard let slip = slips[later.activities[place].id], slip > 0 else { continue }
          later.activities[place].details.slips = [Fact(Quantity(slip, .elapsedMinutes))]
        }
        let full = EarlyDates(try Network(later), .first)
        try #require(propagation.first.rows == full.rows, "seed \(seed), \(plan[index].id) by \(time)")
        try #require(propagation.first.linkBounds == full.linkBounds, "seed \(seed), \(plan[index].id) by \(time)")
        let differ = (0..<network.count).count {
          before.start($0) != full.start($0) || before.finish($0) != full.finish($0)
        }
        try #require(moved == differ, "seed \(seed), \(plan[index].id) by \(time)")
        if propagation.visited > 64 { swept += 1 }
      }
      // Other changes see what was delayed, and can be taken back to it.
      let rows = propagation.first.rows
      let change = Change(.set(plan.activities[0].id, .duration(Estimate(.minutes(77)))), text: "duration")
      guard (try? propagation.apply([change])) != nil else { continue }
      propagation.undo()
      try #require(propagation.first.rows == rows, "seed \(seed)")
      while !taken.isEmpty {
        propagation.undo()
        try #require(propagation.first.rows == taken.removeLast().rows, "seed \(seed)")
      }
      try #require(propagation.first.rows == EarlyDates(network, .first).rows, "seed \(seed)")
    }
    #expect(swept > 0)
  }

  @Test func `a delay over the end of the years that a plan may name stops there`() throws {
    var plan = Plan(
      activities: [task("a", 2), task("b", 3), task("c", 1)],
      links: [Link(from: "a", to: "b"), Link(from: "b", to: "c", .finishToFinish)])
    plan.start = dayZero
    var propagation = Propagation(try Network(plan))
    for place in 0..<3 { try propagation.delay(ActivityIndex(place), by: ElapsedTime(minutes: 50_000_000)) }
    #expect(propagation.first.rows.allSatisfy { $0 <= Day.latest.end.minutes })
    for _ in 0..<3 { propagation.undo() }
    #expect(propagation.first.rows == EarlyDates(propagation.network, .first).rows)
  }

  /// Layers of forty, each activity behind three of the layer before.
  private func layers(_ count: Int, calendar: String, _ dice: inout Dice) -> Plan {
    var plan = Plan(
      activities: (0..<count).map { Activity(ActivityID("a\($0)"), work: .minutes(dice.number(60...3000))) })
    for place in 40..<count {
      for _ in 0..<3 {
        let from = (place / 40 - 1) * 40 + dice.number(0...39)
        plan.links.append(Link(from: ActivityID("a\(from)"), to: ActivityID("a\(place)")))
      }
    }
    plan.defaultCalendar = calendar
    plan.start = dayZero
    return plan
  }

  /// What a question may cost, in visits: those before the sweep are a few per cent of the network, and the sweep is one pass over
  /// what is left of it.
  @Test(arguments: ["24h", "weekdays"])
  func `visit what moves, and never more than a pass and a few per cent`(calendar: String) throws {
    var dice = Dice(seed: 99)
    let count = 6400
    let network = try Network(layers(count, calendar: calendar, &dice))
    try #require(network.isDaysOnly == (calendar == "24h"))
    var propagation = Propagation(network)
    var (swept, small) = (0, 0)
    for place in stride(from: 0, to: count, by: 307) {
      for minutes: Int32 in [30, 43_200] {
        let moved = try propagation.delay(ActivityIndex(place), by: ElapsedTime(minutes: minutes))
        #expect(propagation.visited <= count + count / 32, "a\(place)")
        if propagation.visited <= count / 48 {
          // With calendars successors that stay are looked at, too: here at most nine for each that moves.
          small += 1
          #expect(propagation.visited <= (calendar == "24h" ? moved : 1 + 9 * moved), "a\(place)")
        } else if propagation.visited > count / 16 {
          swept += 1
        }
        propagation.undo()
      }
    }
    #expect(swept > 0 && small > 9)
  }

  /// Wide enough for four positions side by side, delayed so much that all behind is swept over, and up to the end of the
  /// years, where dates are cut.
  @Test(arguments: 0..<6)
  func `in a wide network equal the slips they stand for`(part: Int) throws {
    var dice = Dice(seed: part + 815)
    let (width, levels) = (dice.number(66...90), dice.number(14...18))
    var activities: [Activity] = []
    var links: [Link] = []
    for place in 0..<(width * levels) {
      activities.append(Activity(ActivityID("a\(place)"), work: .minutes(dice.number(0...3000))))
      guard place >= width else { continue }
      for _ in 0..<dice.number(1...3) {
        let from = place / width * width - dice.number(1...width)
        let lag = dice.one(in: 60) ? nil : Quantity(dice.number(-3000...3000), .elapsedMinutes)
        links.append(
          Link(from: activities[from].id, to: activities[place].id, dice.one(of: Link.Kind.allCases), lag: lag))
      }
    }
    var plan = Plan(activities: activities, links: links)
    plan.defaultCalendar = "24h"
    plan.start = part % 3 == 0 ? Day(year: 2199, month: 12, day: 1) : dayZero
    let network = try Network(plan)
    try #require(network.isDaysOnly && network.isWide)
    var propagation = Propagation(network)
    let untouched = propagation.first.rows
    var slips: [ActivityID: Int] = [:]
    var swept = 0
    for step in 0..<8 {
      // Early activities move all behind them, late ones a few.
      let isEarly = step % 2 == 0
      let last: Int = isEarly ? width - 1 : plan.activities.count - 1
      let index = ActivityIndex(dice.number(0...last))
      let time = dice.number(1...(isEarly ? 60_000 : 5000))
      slips[plan[index].id, default: 0] += time
      let before = propagation.first.rows
      let moved = try propagation.delay(index, by: ElapsedTime(minutes: Int32(time)))
      var later = plan
      for (id, slip) in slips {
        guard let place = plan.index(of: id) else { continue }
        later.activities[Int(place.value)].details.slips = [Fact(Quantity(slip, .elapsedMinutes))]
      }
      // Lowered in the network itself where the plan could not be: dates beyond the years are cut.
      guard let full = try? EarlyDates(Network(later), .first) else { break }
      try #require(propagation.first.rows == full.rows, "part \(part), step \(step)")
      var differ = 0
      for place in 0..<network.count where before[2 * place] != full.rows[2 * place] { differ += 1 }
      try #require(moved == differ, "part \(part), step \(step)")
      if propagation.visited > network.count / 4 { swept += 1 }
    }
    #expect(swept > 0 || part % 3 == 0)
    for _ in 0..<8 { propagation.undo() }
    #expect(propagation.first.rows == untouched)
  }
}
