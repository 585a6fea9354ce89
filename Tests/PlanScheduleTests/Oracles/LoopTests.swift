import PlanModel
import PlanSchedule
import Testing

/// Loops of longest lags in thousands of small plans, beside all simple loops of the graph of starts.
@Suite struct `Loops without dates` {
  /// The steps of a plan around the clock, in days: from the start of one activity to that of another.
  private struct Graph {
    let count: Int
    var steps: [(from: Int, to: Int, days: Int)] = []

    init(_ durations: [Int], _ links: [(from: Int, to: Int, kind: Link.Kind, lag: Int, most: Int?)]) {
      count = durations.count
      for link in links {
        let leaves = link.kind.leavesStart ? 0 : durations[link.from]
        let bounds = link.kind.boundsFinish ? durations[link.to] : 0
        steps.append((link.from, link.to, leaves + link.lag - bounds))
        if let most = link.most { steps.append((link.to, link.from, bounds - most - leaves)) }
      }
    }

    /// Whether some loop adds something: Floyd and Warshall's longest ways.
    var isInfeasible: Bool {
      var ways = Array(repeating: Array(repeating: Int?.none, count: count), count: count)
      for step in steps { ways[step.from][step.to] = max(ways[step.from][step.to] ?? step.days, step.days) }
      for via in 0..<count {
        for from in 0..<count {
          for to in 0..<count {
            guard let first = ways[from][via], let second = ways[via][to] else { continue }
            ways[from][to] = max(ways[from][to] ?? first + second, first + second)
          }
        }
      }
      return (0..<count).contains { ways[$0][$0] ?? 0 > 0 }
    }

    /// What the members of a loop add at most, in their order.
    func days(around loop: [Int]) -> Int? {
      var sum = 0
      for (from, to) in zip(loop, loop.dropFirst()) {
        guard let most = steps.filter({ $0.from == from && $0.to == to }).map(\.days).max() else { return nil }
        sum += most
      }
      return sum
    }

    /// The most that any simple loop adds.
    var heaviest: Int {
      var most = 0
      func visit(_ path: [Int], _ sum: Int) {
        for step in steps where step.from == path[path.count - 1] {
          if step.to == path[0] { most = max(most, sum + step.days) }
          if step.to > path[0], !path.contains(step.to) { visit(path + [step.to], sum + step.days) }
        }
      }
      for start in 0..<count { visit([start], 0) }
      return most
    }
  }

  @Test(arguments: 0..<4, ["24h", "weekdays"])
  func `are told with the loop that adds most, and with what it adds`(part: Int, calendar: String) throws {
    var (feasible, infeasible) = (0, 0)
    for seed in 0..<(ProcessOptions.runs ?? 2000) where seed % 4 == part {
      var dice = Dice(seed: seed &+ 99_000_000)
      let count = dice.number(2...7)
      let durations = (0..<count).map { _ in dice.number(0...9) }
      var links: [(from: Int, to: Int, kind: Link.Kind, lag: Int, most: Int?)] = []
      for to in 1..<count {
        for from in 0..<to where dice.one(in: 45) {
          for _ in 0...(dice.one(in: 20) ? 1 : 0) {
            let lag = dice.number(-3...6)
            links.append(
              (
                from, to, dice.one(of: Link.Kind.allCases), lag,
                dice.one(in: 40) ? lag + dice.number(dice.one(in: 90) ? 0...9 : -6...0) : nil
              ))
          }
        }
      }
      let graph = Graph(durations, links)
      // What takes no time may stand at the end of a day or at the beginning of the next; by the clock there is none.
      let events = durations.map { calendar == "24h" ? $0 : max($0, 1) }
      let right = calendar == "24h" ? graph : Graph(events, links)
      var plan = Plan(
        activities: events.enumerated().map { Activity(ActivityID("a\($0.offset)"), work: .days($0.element)) },
        links: links.map { link in
          var made = Link(
            from: ActivityID("a\(link.from)"), to: ActivityID("a\(link.to)"), link.kind, lag: .days(link.lag))
          made.details.maximum = link.most.map { .days($0) }
          return made
        })
      plan.start = dayZero + 60
      plan.defaultCalendar = calendar
      plan.activities.shuffle(using: &dice)
      let found: [Diagnostic]
      do {
        _ = try Network(plan)
        found = []
      } catch {
        found = error.diagnostics
      }
      try #require(right.isInfeasible == !found.isEmpty, "seed \(seed), \(calendar): \(found.map(\.message))")
      if found.isEmpty {
        feasible += 1
        continue
      }
      infeasible += 1
      var told = 0
      for diagnostic in found {
        try #require(diagnostic.code == .infeasibleMaximum)
        let members = (diagnostic.values.first ?? "").split(separator: " ").compactMap { Int($0.dropFirst()) }
        try #require(members.count > 2 && members.first == members.last, "seed \(seed): \(diagnostic.message)")
        let excess = try #require(Quantity(diagnostic.values[1]))
        try #require(excess.unit == .days, "seed \(seed), \(calendar): \(diagnostic.message)")
        let days = Int(excess.thousandths / 1000)
        try #require(right.days(around: members) == days, "seed \(seed), \(calendar): \(diagnostic.message)")
        told = max(told, days)
      }
      try #require(told == right.heaviest, "seed \(seed), \(calendar): \(found.map(\.message))")
    }
    #expect(feasible > 20 && infeasible > 20)
  }
}
