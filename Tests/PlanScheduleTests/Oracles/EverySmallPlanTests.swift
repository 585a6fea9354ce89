import PlanModel
import PlanSchedule
import Testing

/// A plan of a few activities with a kind of link, or none, for each pair.
struct SmallWorld {
  struct Tie {
    let from: Int
    let to: Int
    let kind: Link.Kind
    let lag: Int
  }

  var durations: [Int]
  var ties: [Tie]

  /// Early starts by raising whatever is too early until nothing is, with one activity held back.
  func starts(holding held: Int = 0, until floor: Int = 0) -> [Int] {
    var starts = [Int](repeating: 0, count: durations.count)
    starts[held] = floor
    var changed = true
    while changed {
      changed = false
      for tie in ties {
        var bound = starts[tie.from] + tie.lag
        if !tie.kind.leavesStart { bound += durations[tie.from] }
        if tie.kind.boundsFinish { bound -= durations[tie.to] }
        if starts[tie.to] < bound {
          starts[tie.to] = bound
          changed = true
        }
      }
    }
    return starts
  }

  func end(_ starts: [Int]) -> Int {
    var end = 0
    for place in starts.indices { end = max(end, starts[place] + durations[place]) }
    return end
  }

  /// Start, total float and free float of each activity: delayed minute by minute until the end, or another, moves.
  func answers() -> [(start: Int, total: Int, free: Int)] {
    let early = starts()
    let end = end(early)
    return early.indices.map { held in
      var free: Int?
      var delay = 1
      while true {
        let later = starts(holding: held, until: early[held] + delay)
        let endMoves = self.end(later) > end
        if free == nil, endMoves || early.indices.contains(where: { $0 != held && later[$0] != early[$0] }) {
          free = delay - 1
        }
        if endMoves { return (early[held], delay - 1, free ?? delay - 1) }
        delay += 1
      }
    }
  }
}

/// Many worlds as the projects of one plan, so that each has an end of its own.
struct Worlds {
  var activities: [Activity] = []
  var links: [Link] = []
  var worlds: [SmallWorld] = []
  private static let quantities = (-1...3).map { Quantity.minutes($0) }

  mutating func add(_ world: SmallWorld) {
    let ids = world.durations.indices.map { ActivityID("\(worlds.count).\($0)") }
    // Last first, so that plan order and dependency order differ.
    for place in world.durations.indices.reversed() {
      activities.append(Activity(ids[place], work: Worlds.quantities[world.durations[place] + 1]))
    }
    for tie in world.ties {
      links.append(
        Link(
          from: ids[tie.from], to: ids[tie.to], tie.kind, lag: tie.lag == 0 ? nil : Worlds.quantities[tie.lag + 1]))
    }
    worlds.append(world)
  }

  /// The first world for which the engine and the oracle differ.
  func firstDifference() throws -> String? {
    var plan = Plan(activities: activities, links: links)
    plan.start = dayZero
    let schedule = Schedule(try Network(plan))
    let zero = dayZero.start.minutes
    var place = 0
    for world in worlds {
      let answers = world.answers()
      for number in world.durations.indices.reversed() {
        let activity = schedule[ActivityIndex(place)]
        place += 1
        let answer = answers[number]
        let start = Int(activity.start.minutes - zero)
        let late = activity.lateStart.first.map { Int($0.minutes - zero) }
        let total = activity.totalFloat.first.map { Int($0.minutes) }
        let free = activity.freeFloat.first.map { Int($0.minutes) }
        if start != answer.start || Int(activity.finish.minutes - zero) != start + world.durations[number]
          || total != answer.total || free != answer.free || late != answer.start + answer.total
        {
          return
            "\(world) activity \(number): start \(start), total \(total ?? -99), free \(free ?? -99), not \(answer)"
        }
      }
    }
    return nil
  }
}

@Suite struct `Every small plan` {
  private static let pairs = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]

  /// All 15,625 graphs of four activities (no link or one of four kinds between each pair), all durations from 0 to 2:
  /// 1,265,625 plans in all, those of one graph together; a long run tries them all, a usual one every 27th.
  @Test(arguments: 0..<25)
  func `of four activities is scheduled as raising dates until nothing is too early says`(part: Int) throws {
    let everything = ProcessOptions.longRun
    for rest in 0..<625 {
      var code = part + 25 * rest
      var ties: [SmallWorld.Tie] = []
      for (from, to) in `Every small plan`.pairs {
        if code % 5 > 0 { ties.append(.init(from: from, to: to, kind: Link.Kind.allCases[code % 5 - 1], lag: 0)) }
        code /= 5
      }
      var worlds = Worlds()
      for combination in 0..<81 where everything || combination % 27 == rest % 27 {
        let durations = [combination % 3, combination / 3 % 3, combination / 9 % 3, combination / 27]
        worlds.add(SmallWorld(durations: durations, ties: ties))
      }
      if let difference = try worlds.firstDifference() {
        Issue.record("\(difference)")
        return
      }
    }
  }

  /// Three activities, one link of each kind and each lag from −1 to 2 between each pair or none (17³ = 4,913 graphs),
  /// all durations from 0 to 2; a usual run tries a third of them.
  @Test(arguments: 0..<17)
  func `of three activities with lags is too`(first: Int) throws {
    func tie(_ code: Int, _ from: Int, _ to: Int) -> [SmallWorld.Tie] {
      code == 0 ? [] : [.init(from: from, to: to, kind: Link.Kind.allCases[(code - 1) % 4], lag: (code - 1) / 4 - 1)]
    }
    for second in 0..<17 {
      var worlds = Worlds()
      for third in 0..<17 {
        let ties = tie(first, 0, 1) + tie(second, 0, 2) + tie(third, 1, 2)
        for combination in 0..<27 where ProcessOptions.longRun || combination % 3 == (second + third) % 3 {
          worlds.add(
            SmallWorld(durations: [combination % 3, combination / 3 % 3, combination / 9], ties: ties))
        }
      }
      if let difference = try worlds.firstDifference() {
        Issue.record("\(difference)")
        return
      }
    }
  }

  /// Two links of any kind and lag between the first two of three activities, any one link on.
  @Test(arguments: 0..<16)
  func `of three activities with double links is too`(first: Int) throws {
    func tie(_ code: Int, _ from: Int, _ to: Int) -> SmallWorld.Tie {
      .init(from: from, to: to, kind: Link.Kind.allCases[code % 4], lag: code / 4 - 1)
    }
    var worlds = Worlds()
    for second in first..<16 {
      for third in 0..<4 {
        for combination in 0..<27 {
          worlds.add(
            SmallWorld(
              durations: [combination % 3, combination / 3 % 3, combination / 9],
              ties: [tie(first, 0, 1), tie(second, 0, 1), tie(4 + third, 1, 2)]))
        }
      }
    }
    if let difference = try worlds.firstDifference() { Issue.record("\(difference)") }
  }
}
