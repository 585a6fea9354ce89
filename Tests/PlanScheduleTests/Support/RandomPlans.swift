import PlanModel
import PlanSchedule

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

/// Small plans with everything in them, on calendars with so few minutes that they can be walked one by one.
enum RandomPlans {
  static let calendars: [WorkingCalendar] = [
    WorkingCalendar(
      name: "five",
      week: Array(repeating: [WorkPeriod(from: 480, to: 500), WorkPeriod(from: 720, to: 730)], count: 5)
        + [[], []]),
    WorkingCalendar(name: "night", week: Array(repeating: [WorkPeriod(from: 1410, to: 1470)], count: 7)),
    WorkingCalendar(
      name: "holidays", week: Array(repeating: [WorkPeriod(from: 540, to: 570)], count: 6) + [[]],
      holidays: .days(name: "own", [dayZero + 3, dayZero + 10]),
      exceptions: [.closed(dayZero + 5...dayZero + 8)]),
    .aroundTheClock,
  ]
  /// And such as people have.
  static let manyCalendars: [WorkingCalendar] =
    calendars + [
      .weekdays, .norway,
      WorkingCalendar(
        name: "lunch",
        week: Array(repeating: [WorkPeriod(from: 480, to: 720), WorkPeriod(from: 750, to: 960)], count: 4)
          + [[WorkPeriod(from: 480, to: 840)], [], []]),
    ]
  static let windows = [
    EventWindow(name: "weekends", weekdays: [.saturday, .sunday]),
    EventWindow(name: "frozen", frozen: [dayZero + 4...dayZero + 9]),
  ]

  /// Links lead from lower to higher numbers; the activities are shuffled.
  static func plan(_ seed: Int, richly: Bool = true) -> Plan {
    var dice = Dice(seed: seed)
    let count = dice.number(2...8)
    let ids = (0..<count).map { ActivityID("\(dice.one(of: ["p", "q"])).\($0)") }
    let isReported = richly && dice.one(in: 40)
    var activities = ids.map { activity($0, isReported, richly, &dice) }
    var links: [Link] = []
    for to in 1..<count {
      for from in 0..<to where dice.one(in: 40) {
        for _ in 0...(dice.one(in: 15) ? 1 : 0) {
          let kind = dice.one(in: 40) ? Link.Kind.finishToStart : dice.one(of: Link.Kind.allCases)
          links.append(Link(from: ids[from], to: ids[to], kind, lag: lag(&dice)))
        }
      }
    }
    activities.shuffle(using: &dice)
    links.shuffle(using: &dice)
    var plan = Plan(activities: activities, links: links)
    plan.calendars = Array(calendars.dropLast())
    plan.windows = windows
    plan.defaultCalendar = dice.one(of: calendars).name
    plan.options.minutesPerDay = 30
    plan.options.lagCalendar = dice.one(of: PlanOptions.LagCalendar.allCases)
    plan.options.progress = dice.one(of: [.retainedLogic, .progressOverride])
    if isReported { plan.statusDate = dayZero + dice.number(0...3) }
    if !isReported || dice.one(in: 50) { plan.start = dayZero }
    if dice.one(in: 20) {
      plan.projects = [Project("q")]
      plan.projects[0].start = dayZero + dice.number(0...4)
    }
    return plan
  }

  private static func lag(_ dice: inout Dice) -> Quantity? {
    switch dice.number(0...9) {
    case 0...4: nil
    case 5, 6: .minutes(dice.number(-40...40))
    case 7, 8: Quantity(dice.number(-3000...3000), .elapsedMinutes)
    default: Quantity(dice.number(-100...150), .percent)
    }
  }

  private static func activity(_ id: ActivityID, _ isReported: Bool, _ richly: Bool, _ dice: inout Dice) -> Activity {
    let kind = dice.one(in: 70) ? Activity.Kind.task : dice.one(of: [.startMilestone, .finishMilestone])
    var activity = Activity(id, kind: kind, calendar: dice.one(in: 60) ? dice.one(of: calendars).name : nil)
    if kind == .task {
      let likely = dice.number(0...70)
      var estimate = Estimate(.minutes(likely))
      if dice.one(in: 30) {
        estimate.low = .minutes(dice.number(0...likely))
        estimate.high = .minutes(likely + dice.number(0...30))
      } else if dice.one(in: 15) {
        estimate = Estimate(Quantity(dice.number(0...300), .elapsedMinutes))
      }
      activity.duration = Fact(estimate)
    }
    guard richly else { return activity }
    func span() -> DateSpan {
      let day = dice.number(0...12)
      return dice.one(in: 70) ? on(day) : between(day, day + dice.number(0...5))
    }
    if dice.one(in: 25) { activity.details.planned = Fact(span()) }
    if dice.one(in: 10) { activity.details.deadline = Fact(span()) }
    if dice.one(in: 20) {
      activity.details.constraints = [Constraint(dice.one(of: Constraint.Kind.allCases), Fact(span()))]
    }
    if dice.one(in: 15) {
      activity.details.slips = [Fact(Quantity(dice.number(-3000...5000), .elapsedMinutes))]
      // What has no date cannot slip.
      if activity.details.planned == nil { activity.details.planned = Fact(span()) }
    }
    if kind.isMilestone, dice.one(in: 30) {
      activity.details.window = dice.one(of: windows).name
      // A week without weekends never meets them.
      if activity.calendar == "five" { activity.calendar = nil }
    }
    if isReported, dice.one(in: 35) {
      activity.details.actualStart = Fact(on(dice.number(-3...0)))
      if dice.one(in: 40) { activity.details.actualFinish = Fact(on(0)) }
      if dice.one(in: 30) { activity.details.remaining = Fact(.minutes(dice.number(0...40))) }
    }
    return activity
  }
}
