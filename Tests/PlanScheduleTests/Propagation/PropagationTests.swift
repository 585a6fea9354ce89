import PlanModel
import PlanSchedule
import Testing

@Suite struct `Propagating changes` {
  private func change(_ text: String) throws -> Change { try Change(text) }

  private func isFull(_ propagation: Propagation) throws -> Bool {
    let network = try Network(propagation.network.plan)
    return [(propagation.first, Reading.first), (propagation.last, .last)].allSatisfy { early, reading in
      let full = EarlyDates(network, network.lastFloor == nil ? .first : reading)
      return early.rows == full.rows && early.linkBounds == full.linkBounds
        && early.maximumBounds == full.maximumBounds && early.afterLastWindow == full.afterLastWindow
    }
  }

  @Test func `moves what follows, and tells from when to when`() throws {
    var propagation = Propagation(
      try Network(
        plan(
          [task("a", 2), task("b", 1), task("c", 1), task("z", 1)],
          [Link(from: "a", to: "b"), Link(from: "b", to: "c")])))
    try propagation.apply([change("a +3ed")])
    #expect(propagation.moved.map(\.activity) == ["a", "b", "c"])
    #expect(propagation.moved.map { days($0.after.start) } == [3, 5, 6])
    #expect(propagation.moved.compactMap(\.before).map { days($0.start) } == [0, 2, 3])
    #expect(try isFull(propagation))
    propagation.undo()
    #expect(propagation.moved.isEmpty)
    #expect(try isFull(propagation))
  }

  @Test func `a change that closes a cycle is refused with its loop, and nothing has changed`() throws {
    var propagation = Propagation(try Network(plan([task("a", 2), task("b", 1)], [Link(from: "a", to: "b")])))
    try propagation.apply([change("a +1ed")])
    let before = (propagation.first.rows, propagation.moved)
    let refused = #expect(throws: InvalidPlan.self) { try propagation.apply([change("b -> a")]) }
    #expect(refused?.diagnostics.map(\.code) == [.cycle])
    #expect(refused?.diagnostics.first?.message.contains("a → b → a") == true)
    #expect(throws: InvalidPlan.self) { try propagation.apply([change("a +1ed"), change("nobody +1ed")]) }
    #expect(propagation.first.rows == before.0)
    #expect(propagation.moved == before.1)
    #expect(propagation.network.plan.links.count == 1)
  }

  @Test func `visits what moves and what stands next to it, no more`() throws {
    let count = 1000
    let ids = (0..<count).map { ActivityID("a\($0)") }
    var links = zip(ids, ids.dropFirst()).map { Link(from: $0, to: $1) }
    links.append(Link(from: ids[990], to: "side"))
    var propagation = Propagation(
      try Network(plan(ids.map { task($0, 1) } + [task("side", 1)], links)))
    for text in ["a995 +1ed", "a995 duration=3d"] {
      try propagation.apply([change(text)])
      #expect(propagation.moved.count == 5)
      #expect(propagation.visited == 5)
    }
    // Absorbed at once.
    try propagation.apply([change("side planned=2023-05-01")])
    #expect([propagation.moved.count, propagation.visited] == [0, 1])
    try propagation.apply([change("a2 -> side")])
    #expect([propagation.moved.count, propagation.visited] == [0, 1])
    let moved = try propagation.delay(ActivityIndex(997), by: ElapsedTime(minutes: 60))
    #expect([moved, propagation.visited] == [3, 3])
    // Everything moves: a sweep takes over.
    try propagation.delay(ActivityIndex(0), by: ElapsedTime(minutes: 60))
    #expect(propagation.visited == count + 1)
    propagation.undo()
    propagation.undo()
    #expect(try isFull(propagation))
  }

  /// Any mix of changes, one after the other and all at once, some taken back, against scheduling everything again.
  @Test(arguments: 0..<4)
  func `equals scheduling everything again after any changes`(part: Int) throws {
    var applied = 0
    for seed in `Random plans`.seeds where seed % 4 == part {
      var dice = Dice(seed: seed &+ 31)
      let (plan, _) = RandomPlans.everything(seed)
      guard let network = try? Network(plan) else { continue }
      var propagation = Propagation(network)
      var taken: [(rows: [Int32], bounds: [Int32])] = []
      for _ in 0..<6 {
        if !taken.isEmpty, dice.one(in: 25) {
          propagation.undo()
          let before = taken.removeLast()
          try #require(propagation.first.rows == before.rows, "seed \(seed)")
          try #require(propagation.first.linkBounds == before.bounds, "seed \(seed)")
          continue
        }
        let now = (propagation.first.rows, propagation.first.linkBounds)
        let changes = (0..<dice.number(1...3)).map { _ in RandomChanges.change(in: propagation.network.plan, &dice) }
        guard (try? propagation.apply(changes)) != nil else {
          try #require(propagation.first.rows == now.0, "seed \(seed): a refused change moved something")
          continue
        }
        applied += 1
        taken.append(now)
        try #require(try isFull(propagation), "seed \(seed), \(changes.map(\.text))")
      }
    }
    #expect(applied > 0)
  }

  @Test(arguments: 0..<4)
  func `a delay equals the slip it stands for, and undo brings all back`(part: Int) throws {
    for seed in `Random plans`.seeds where seed % 4 == part {
      var dice = Dice(seed: seed &+ 77)
      let (plan, _) = RandomPlans.everything(seed)
      guard let network = try? Network(plan) else { continue }
      var propagation = Propagation(network)
      let before = (propagation.first, propagation.last)
      for _ in 0..<3 {
        let index = ActivityIndex(dice.number(0...plan.activities.count - 1))
        let time = dice.number(-4000...6000)
        let slip = Change(
          .slip(plan[index].id, Quantity(time, .elapsedMinutes)), text: "slip")
        guard let changed = try? network.plan.applying([slip]), let slipped = try? Network(changed) else { continue }
        guard (try? propagation.delay(index, by: ElapsedTime(minutes: Int32(time)))) != nil else { continue }
        try #require(propagation.first.rows == EarlyDates(slipped, .first).rows, "seed \(seed), \(plan[index].id) \(time)")
        propagation.undo()
        try #require(propagation.first.rows == before.0.rows, "seed \(seed), \(plan[index].id) \(time)")
        try #require(propagation.first.linkBounds == before.0.linkBounds, "seed \(seed), \(plan[index].id) \(time)")
        try #require(propagation.last.rows == before.1.rows, "seed \(seed), \(plan[index].id) \(time)")
      }
    }
  }
}

/// Changes of every kind that a plan may or may not take.
enum RandomChanges {
  static func change(in plan: Plan, _ dice: inout Dice) -> Change {
    let ids = plan.activities.map(\.id)
    let (a, b) = (dice.one(of: ids), dice.one(of: ids))
    let span = on(dice.number(0...12))
    let action: Change.Action =
      switch dice.number(0...11) {
      case 0, 1: .slip(a, Quantity(dice.number(-3000...5000), .elapsedMinutes))
      case 2: .set(a, .duration(Estimate(.minutes(dice.number(0...90)))))
      case 3: .set(a, .planned(dice.one(in: 70) ? span : nil))
      case 4: .set(a, .constraint(dice.one(of: Constraint.Kind.allCases), dice.one(in: 70) ? span : nil))
      case 5: .set(a, .deadline(span))
      case 6: .set(a, .calendar(dice.one(of: RandomPlans.calendars).name))
      case 7, 8: .link(Link(from: a, to: b, dice.one(of: Link.Kind.allCases), lag: .minutes(dice.number(-30...30))))
      case 9: .dropActivity(a)
      case 10:
        .add(Activity(ActivityID("p.\(900 + dice.number(0...99))"), work: .minutes(dice.number(0...60))))
      default:
        if let link = plan.links.first(where: { $0.from == a || $0.to == a }) {
          .dropLink(from: link.from, to: link.to, link.kind)
        } else {
          .set(a, .inactive(dice.one(in: 50)))
        }
      }
    return Change(action, text: "\(action)")
  }
}
