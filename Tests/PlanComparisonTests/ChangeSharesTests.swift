import PlanModel
import PlanSchedule
import Testing

@testable import PlanComparison

@Suite struct `Shares of changes` {
  /// Six tasks of two lengths that meet, and an end.
  private func meeting(_ count: Int = 3) -> Plan {
    var plan = Plan(activities: (0..<count).map { Activity(ActivityID("a\($0)"), work: .hours(24), calendar: "24h") })
    plan.activities.append(.milestone("end"))
    plan.links = (0..<count).map { Link(from: ActivityID("a\($0)"), to: "end") }
    plan.start = .at("2024-03-01")
    return plan
  }

  private func changes(_ texts: String...) throws -> [Change] { try texts.map { try Change($0) } }

  @Test func `in sequence are what each adds to those before it`() throws {
    let shares = try ChangeShares(
      of: changes("a0 +2ed", "a1 +3ed", "a2 +1ed"), on: meeting(), for: ["end"], by: .sequential)
    let end = try #require(shares["end"]).first
    #expect(end.map(\.minutes) == [2 * 1440, 1440, 0])
    #expect(end.map(\.alone) == [.days(2), .days(3), .days(1)])
  }

  @Test func `by Shapley do not depend on the order, and are exact`() throws {
    let shares = try ChangeShares(
      of: changes("a0 +2ed", "a1 +3ed", "a2 +1ed"), on: meeting(), for: ["end", "a0"], by: .shapley)
    let end = try #require(shares["end"]).first
    // The first day is shared by three, the second by two, the third is one's own.
    #expect(end.map(\.exact) == [Fraction(1200, over: 1), Fraction(2640, over: 1), Fraction(480, over: 1)])
    #expect(end.map(\.minutes) == [1200, 2640, 480])
    #expect(try #require(shares["a0"]).first.map(\.minutes) == [2880, 0, 0])
    #expect(shares.seed == nil && shares.orders == nil)
    #expect(shares["a1"] == nil)
  }

  @Test func `of minutes that do not divide go to the first`() throws {
    let shares = try ChangeShares(
      of: changes("a0 +1em", "a1 +1em", "a2 +1em"), on: meeting(), for: ["end"], by: .shapley)
    let end = try #require(shares["end"]).first
    #expect(end.map(\.exact) == Array(repeating: Fraction(1, over: 3), count: 3))
    #expect(end.map(\.minutes) == [1, 0, 0])
  }

  @Test func `of changes that need each other count those that do not fit as left out`() throws {
    let shares = try ChangeShares(
      of: changes("add x 5ed planned=2024-03-10", "x -> end", "end -> x"), on: meeting(), for: ["end"], by: .shapley)
    let end = try #require(shares["end"]).first
    let after = try Schedule(Network(meeting().applying(changes("add x 5ed planned=2024-03-10", "x -> end"))))
    let before = try Schedule(Network(meeting()))
    let moved = try #require(after["end"]).finish - #require(before["end"]).finish
    #expect(end.reduce(0) { $0 + $1.minutes } == Int(moved.minutes))
    // Neither does anything alone: they share alike, and what would close a circle gets nothing.
    #expect(end[0].exact == end[1].exact && end[2].minutes == 0)
    #expect(end.allSatisfy { $0.alone == .zero })
  }

  /// Sets that differ in slips are spread, not solved anew; they must come out as plans with these changes do.
  @Test(arguments: Seed.first(60))
  func `of slips are those of every set solved by itself`(seed: Seed) throws {
    var seed = seed
    let plan = randomPlan(&seed)
    let ids = plan.activities.map(\.id)
    let texts = (0..<4).map { _ in
      "\(ids.randomElement(using: &seed)!) \(["+", "-"].randomElement(using: &seed)!)\(Int.random(in: 1...30, using: &seed))\(["ed", "d", "w", "eh"].randomElement(using: &seed)!)"
    }
    let lengthened = ids.filter { plan[$0]?.duration != nil }.randomElement(using: &seed).map { "\($0) duration +3d" }
    let changes = try (texts + [lengthened].compactMap { $0 }).map { try Change($0) }
    var coalitions = Coalitions(plan, changes, ids) { plan throws(InvalidPlan) in try Network(plan) }
    for mask in 0..<(1 << changes.count) {
      let members = changes.indices.map { mask >> $0 & 1 == 1 }
      guard let after = try? Network(plan.applying(changes.indices.filter { members[$0] }.map { changes[$0] })) else {
        continue
      }
      let found = try coalitions.finishes(members)
      let (first, last) = (EarlyDates(after, .first), EarlyDates(after, .last))
      for (place, id) in ids.enumerated() {
        let position = after.position(of: id)
        #expect(found.first[place] == first.finish(position), "\(id) of \(mask)")
        #expect(found.last[place] == last.finish(position), "\(id) of \(mask)")
      }
    }
  }

  @Test func `of many slips lower the plan once for all sets`() throws {
    let plan = meeting(8)
    let changes = try (0..<8).map { try Change("a\($0) +\($0 + 1)ed") }
    let lowered = Counter()
    let shares = try ChangeShares(of: changes, on: plan, for: ["end"], by: .shapley) { plan throws(InvalidPlan) in
      lowered.count += 1
      return try Network(plan)
    }
    #expect(try #require(shares["end"]).first.reduce(0) { $0 + $1.minutes } == 8 * 1440)
    #expect(lowered.count <= 3)
  }

  private final class Counter: @unchecked Sendable { var count = 0 }

  @Test(arguments: Seed.first(40))
  func `by Shapley are the mean over all orders, and add up`(seed: Seed) throws {
    var seed = seed
    let plan = randomPlan(&seed)
    let changes = try randomChanges(&seed, plan, count: 4)
    let ids = plan.activities.map(\.id)
    let shares = try ChangeShares(of: changes, on: plan, for: ids, by: .shapley)
    let sequential = try ChangeShares(of: changes, on: plan, for: ids, by: .sequential)
    let (before, after) = (Schedule(try Network(plan)), Schedule(try Network(plan.applying(changes))))
    var sums: [ActivityID: [Int]] = [:]
    for order in orders(of: [0, 1, 2, 3]) {
      var made: Set<Int> = []
      var last = before
      for change in order {
        made.insert(change)
        let next = Schedule(try Network(plan.applying(made.sorted().map { changes[$0] })))
        for id in ids {
          sums[id, default: [0, 0, 0, 0]][change] +=
            Int(try #require(next[id]).finish.minutes) - Int(try #require(last[id]).finish.minutes)
        }
        last = next
      }
    }
    for id in ids {
      let exact = try #require(shares[id])
      let moved = try #require(after[id]).finishes
      let was = try #require(before[id]).finishes
      #expect(exact.first.map(\.exact) == sums[id]?.map { Fraction($0, over: 24) }, "\(id)")
      for (found, difference) in [
        (exact.first, moved.first - was.first), (exact.last, moved.last - was.last),
        (try #require(sequential[id]).first, moved.first - was.first),
      ] {
        #expect(found.reduce(0) { $0 + $1.minutes } == Int(difference.minutes), "\(id)")
        for share in found {
          let distance = share.minutes * share.exact.denominator - share.exact.numerator
          #expect(abs(distance) < share.exact.denominator, "\(id)")
        }
      }
    }
  }

  /// A large plan has no room for all sets of changes that must be lowered; slips are spread, however many sets there are.
  @Test func `of a plan with too much work for all sets are estimated, and add up all the same`() throws {
    let plan = meeting(9)
    let longer = try changes("a0 duration +48h", "a1 duration +72h", "a2 duration +24h", "a3 duration +72h")
    let exact = try ChangeShares(of: longer, on: plan, for: ["end"], by: .shapley, work: 160)
    #expect(exact.orders == nil && exact.seed == nil)
    let drawn = try ChangeShares(of: longer, on: plan, for: ["end"], by: .shapley, seed: 7, work: 159)
    #expect(drawn.orders == 16 && drawn.seed == 7)
    let again = try ChangeShares(of: longer, on: plan, for: ["end"], by: .shapley, seed: 7, work: 159)
    let (a, b, c) = (
      try #require(exact["end"]).first, try #require(drawn["end"]).first, try #require(again["end"]).first
    )
    #expect(a.reduce(0) { $0 + $1.minutes } == 3 * 1440)
    #expect(b.reduce(0) { $0 + $1.minutes } == 3 * 1440)
    #expect(b.map(\.exact) == c.map(\.exact))
    let slips = try changes("a0 +2ed", "a1 +3ed", "a2 +1ed", "a3 +3ed")
    #expect(try ChangeShares(of: slips, on: plan, for: ["end"], by: .shapley, work: 1).orders == nil)
  }

  @Test func `of more than twelve changes are estimated with a seed, and add up all the same`() throws {
    let changes = try (0..<14).map { try Change("a\($0) +\($0 % 5 + 1)ed") }
    func shares(_ seed: UInt64) throws -> ChangeShares {
      try ChangeShares(of: changes, on: meeting(14), for: ["end"], by: .shapley, seed: seed)
    }
    let (first, again, other) = (try shares(7), try shares(7), try shares(8))
    #expect(first.seed == 7 && (first.orders ?? 0) > 60)
    #expect(first["end"] == again["end"])
    #expect(first["end"] != other["end"])
    for shares in [first, other] {
      #expect(try #require(shares["end"]).first.reduce(0) { $0 + $1.minutes } == 5 * 1440)
    }
  }

  private func orders(of items: [Int]) -> [[Int]] {
    items.isEmpty
      ? [[]]
      : items.flatMap { item in orders(of: items.filter { $0 != item }).map { [item] + $0 } }
  }
}

@Suite struct `Apportioning` {
  @Test func `keeps the sum and stays within one of every fraction, in every small case`() {
    for denominator in 1...4 {
      for a in -6...6 {
        for b in -6...6 {
          for c in -6...6 where (a + b + c) % denominator == 0 {
            let whole = apportioned([a, b, c], over: denominator)
            #expect(whole.reduce(0, +) == (a + b + c) / denominator)
            for (share, numerator) in zip(whole, [a, b, c]) {
              #expect(abs(share * denominator - numerator) < denominator)
            }
          }
        }
      }
    }
  }

  @Test func `gives what is left to the largest remainders, and of equal ones to the first`() {
    #expect(apportioned([3, 1, 0], over: 2) == [2, 0, 0])
    #expect(apportioned([1, 5, 3], over: 3) == [0, 2, 1])
    #expect(apportioned([-1, -1, -1], over: 3) == [0, 0, -1])
    #expect(apportioned([], over: 3) == [])
  }
}
