import PlanModel
import PlanSchedule

/// What a plan may have beyond what ``RandomPlans/plan(_:richly:)`` gives it.
struct Features: OptionSet, CustomStringConvertible {
  let rawValue: Int
  static let expectedFinish = Features(rawValue: 1)
  static let asLateAsPossible = Features(rawValue: 2)
  static let maximum = Features(rawValue: 4)
  static let suspension = Features(rawValue: 8)
  static let mustFinish = Features(rawValue: 16)
  static let fromFinish = Features(rawValue: 32)
  static let spans = Features(rawValue: 64)
  static let secondConstraint = Features(rawValue: 128)

  static let all: [Features] = [
    .expectedFinish, .asLateAsPossible, .maximum, .suspension, .mustFinish, .fromFinish, .spans, .secondConstraint,
  ]

  var description: String {
    let names = ["expected", "as late", "maximum", "suspension", "must finish", "from finish", "spans", "second"]
    return zip(Features.all, names).filter { contains($0.0) }.map(\.1).joined(separator: " + ")
  }
}

extension RandomPlans {
  /// A random plan in which each feature is switched on in a share of the seeds.
  ///
  /// - Parameter only: the features to choose from.
  static func everything(_ seed: Int, only: [Features] = Features.all, share: Int = 35) -> (Plan, Features) {
    var dice = Dice(seed: seed &+ 7_777_777)
    var plan = plan(seed)
    var features: Features = []
    for feature in only where dice.one(in: share) { features.insert(feature) }
    if let bits = ProcessOptions.features { features.formIntersection(Features(rawValue: bits)) }
    // From the finish everything is late already, and what slips or is expected has its date from the start.
    if features.contains(.fromFinish) {
      features.remove(.expectedFinish)
      features.remove(.asLateAsPossible)
    }
    if dice.one(in: 15) { plan.options.progress = .actualDates }
    var activities = plan.activities
    for place in activities.indices { add(features, to: &activities[place], plan, &dice) }
    plan.activities = activities
    for place in plan.links.indices { add(features, to: &plan.links[place], plan, &dice) }
    if features.contains(.mustFinish) {
      if dice.one(in: 50) {
        plan.mustFinishBy = Fact(on(dice.number(3...30)))
      } else {
        plan.projects.removeAll { $0.id == "p" }
        plan.projects.append(Project("p"))
        plan.projects[plan.projects.count - 1].mustFinishBy = Fact(on(dice.number(3...30)))
      }
    }
    if features.contains(.fromFinish) {
      plan.options.scheduleFrom = .finish
      plan.mustFinishBy = Fact(on(dice.number(5...35)))
    }
    if features.contains(.spans) { addSpans(&plan, &dice) }
    return (plan, features)
  }

  /// The plain plan of a seed, and the one with everything.
  static func plans(_ seed: Int) -> [(Plan, Features)] { [(plan(seed), []), everything(seed)] }

  private static func add(_ features: Features, to activity: inout Activity, _ plan: Plan, _ dice: inout Dice) {
    var details = activity.details
    let isPinned = details.constraints.contains { $0.kind == .pinStart || $0.kind == .pinFinish }
    if features.contains(.fromFinish) { details.slips = [] }
    if features.contains(.asLateAsPossible), dice.one(in: 35) {
      details.isAsLateAsPossible = true
    } else if features.contains(.expectedFinish), activity.kind == .task, !isPinned, dice.one(in: 30) {
      let day = dice.number(0...14)
      details.expectedFinish = Fact(dice.one(in: 70) ? on(day) : between(day, day + dice.number(0...5)))
    }
    if features.contains(.suspension), details.actualStart != nil, details.actualFinish == nil,
      activity.kind == .task, dice.one(in: 70)
    {
      details.suspended = Fact(on(dice.number(-3...3)))
      if dice.one(in: 80) { details.resumes = Fact(on(dice.number(4...9))) }
    }
    if features.contains(.secondConstraint), !isPinned, dice.one(in: 40) {
      let kinds = Constraint.Kind.allCases.filter { $0 != .pinStart && $0 != .pinFinish }
      details.constraints.append(Constraint(dice.one(of: kinds), Fact(on(dice.number(0...14)))))
      details.constraints.shuffle(using: &dice)
    }
    if details != activity.details { activity.details = details }
  }

  private static func add(_ features: Features, to link: inout Link, _ plan: Plan, _ dice: inout Dice) {
    let from = plan[link.from]!
    // The duration of an expected finish is known when it is placed, and a share of it only then.
    if from.details.expectedFinish != nil, link.lag?.unit == .percent { link.lag = .minutes(dice.number(-20...20)) }
    guard features.contains(.maximum), dice.one(in: 40) else { return }
    switch link.lag?.unit {
    case .minutes where dice.one(in: 80):
      link.details.maximum = Quantity(
        thousandths: link.lag!.thousandths + Int64(dice.number(dice.one(in: 90) ? 0...40 : -5...40)) * 1000,
        unit: .minutes)
    case .elapsedMinutes where dice.one(in: 80):
      link.details.maximum = Quantity(
        thousandths: link.lag!.thousandths + Int64(dice.number(0...6000)) * 1000, unit: .elapsedMinutes)
    case .percent where dice.one(in: 80):
      link.details.maximum = Quantity(
        thousandths: link.lag!.thousandths + Int64(dice.number(0...200)) * 1000, unit: .percent)
    default:
      link.details.maximum =
        dice.one(in: 60) ? .minutes(dice.number(0...80)) : Quantity(dice.number(0...9000), .elapsedMinutes)
    }
  }

  /// Summaries over some activities, and hammocks between some.
  private static func addSpans(_ plan: inout Plan, _ dice: inout Dice) {
    var activities = plan.activities
    let ids = activities.map(\.id)
    let summaries = (0..<dice.number(1...3)).map { ActivityID("\(dice.one(of: ["p", "q"])).\(100 + $0)") }
    for place in activities.indices where dice.one(in: 60) {
      activities[place].details.parent = dice.one(of: summaries)
    }
    for (place, id) in summaries.enumerated() {
      activities.append(Activity(id, kind: .summary))
      if place > 0, dice.one(in: 60) {
        activities[activities.count - 1].details.parent = summaries[dice.number(0...(place - 1))]
      }
    }
    for number in 0..<dice.number(1...2) {
      let id = ActivityID("\(dice.one(of: ["p", "q"])).\(200 + number)")
      activities.append(Activity(id, kind: .hammock, calendar: dice.one(of: calendars).name))
      for _ in 0..<dice.number(0...4) {
        let lag =
          dice.one(in: 50)
          ? nil
          : dice.one(in: 50)
            ? Quantity.minutes(dice.number(-40...40)) : Quantity(dice.number(-3000...3000), .elapsedMinutes)
        let (kind, other) = (dice.one(of: Link.Kind.allCases), dice.one(of: ids))
        plan.links.append(
          dice.one(in: 50) ? Link(from: id, to: other, kind, lag: lag) : Link(from: other, to: id, kind, lag: lag))
      }
    }
    activities.shuffle(using: &dice)
    plan.activities = activities
    plan.links.shuffle(using: &dice)
  }
}
