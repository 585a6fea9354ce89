import PlanModel
import PlanSchedule
import PlanSimulation

/// Splitmix64, so that a seed in a failure brings the same plan back.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 &+ 0x51ED_2701 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func one(in hundred: Int) -> Bool { Int.random(in: 0..<100, using: &self) < hundred }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func one<T>(of choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }
}

/// Small plans on several calendars: every kind of link and lag, planned dates, bounds, history.
enum RiskPlans {
  static let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  static func plan(_ seed: Int) -> Plan {
    var dice = Dice(seed: seed)
    let count = dice.number(2...12)
    let calendars = ["24h", "weekdays", "norway", "nights"]
    var activities: [Activity] = []
    for number in 0..<count {
      let kind = dice.one(in: 75) ? Activity.Kind.task : dice.one(of: [.startMilestone, .finishMilestone])
      var activity = Activity(
        ActivityID("p.\(number)"), kind: kind,
        calendar: kind == .task && dice.one(in: 60) ? dice.one(of: calendars) : nil)
      if kind == .task { activity.duration = Fact(Estimate(.minutes(dice.one(in: 10) ? 0 : dice.number(1...9000)))) }
      func span() -> DateSpan {
        let day = monday + dice.number(0...40)
        return DateSpan(earliest: day, latest: dice.one(in: 50) ? day : day + dice.number(0...30), words: "")
      }
      if dice.one(in: 25) { activity.details.planned = Fact(span()) }
      if dice.one(in: 15) {
        let kinds: [Constraint.Kind] = [
          .startNoEarlierThan, .finishNoEarlierThan, .startOn, .finishNoLaterThan, .externalEarlyStart,
        ]
        activity.details.constraints = [Constraint(dice.one(of: kinds), Fact(span()))]
      }
      if dice.one(in: 8) {
        activity.details.actualStart = Fact(DateSpan(monday + dice.number(0...2)))
        activity.details.actualFinish = Fact(DateSpan(monday + dice.number(2...5)))
      }
      if dice.one(in: 5) { activity.details.isInactive = true }
      activities.append(activity)
    }
    var links: [Link] = []
    for to in 1..<count {
      for from in 0..<to where dice.one(in: 30) {
        let lag: Quantity? =
          switch dice.number(0...5) {
          case 0...2: nil
          case 3: .minutes(dice.number(-900...2000))
          default: Quantity(dice.number(-3000...9000), .elapsedMinutes)
          }
        links.append(
          Link(
            from: activities[from].id, to: activities[to].id,
            dice.one(in: 50) ? .finishToStart : dice.one(of: Link.Kind.allCases), lag: lag))
      }
    }
    activities.shuffle(using: &dice)
    var plan = Plan(activities: activities, links: links)
    plan.calendars = [
      WorkingCalendar(name: "nights", week: Array(repeating: [WorkPeriod(from: 1320, to: 1620)], count: 7))
    ]
    plan.defaultCalendar = dice.one(of: calendars)
    plan.options.lagCalendar = dice.one(of: PlanOptions.LagCalendar.allCases)
    plan.start = monday
    if dice.one(in: 50) || activities.contains(where: { $0.details.actualFinish != nil }) {
      plan.statusDate = monday + 6
    }
    return plan
  }

  /// The same plan with durations that are drawn, risks and drivers.
  static func model(_ seed: Int) throws -> RiskModel {
    let network = try Network(plan(seed))
    var dice = Dice(seed: seed &+ 7_000_000)
    var model = RiskModel(drawingDaysOf: network)
    for activity in network.plan.activities where activity.kind == .task && dice.one(in: 70) {
      let low = dice.number(1...4000)
      let mode = low + dice.number(0...3000)
      try model.setDuration(
        of: activity.id,
        to: dice.one(in: 80)
          ? .triangular(min: Double(low), mode: Double(mode), max: Double(mode + dice.number(1...4000)))
          : .uniform(min: Double(low), max: Double(mode + 1)))
    }
    let tasks = network.plan.activities.filter { $0.kind == .task }.map(\.id)
    if let id = tasks.first, dice.one(in: 40) {
      try model.addEvent("e", probability: 0.3, delaying: id, by: .uniform(min: 100, max: 5000))
    }
    if tasks.count > 2, dice.one(in: 40) {
      try model.addDriver(
        "d", probability: 0.5, factor: .triangular(min: 0.9, mode: 1.1, max: 1.6), of: Array(tasks.prefix(2)))
    }
    return model
  }
}
