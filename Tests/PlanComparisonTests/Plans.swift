import PlanModel
import PlanSchedule

/// A random number generator with a seed (SplitMix64), so that a failure can be run again.
struct Seed: RandomNumberGenerator, Sendable, CustomStringConvertible {
  let number: UInt64
  private var state: UInt64

  init(_ number: UInt64) {
    self.number = number
    state = number &* 0x9E37_79B9_7F4A_7C15
  }

  static func first(_ count: Int) -> [Seed] { (1...UInt64(count)).map(Seed.init) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  var description: String { "seed \(number)" }
}

extension Day {
  static func at(_ text: String) -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return Day(year: parts[0], month: parts[1], day: parts[2])!
  }
}

extension Fact<DateSpan> {
  static func span(_ first: String, _ last: String, source: String? = "report") -> Fact {
    Fact(DateSpan(earliest: .at(first), latest: .at(last), words: "\(first)/\(last)"), Evidence(source: source))
  }
}

/// The AMK programme in small: a release without a date, two tests of assumed length, two sites.
func amk(_ alternative: (bergen: (String, String), oslo: (String, String)), release: (String, String)? = nil) -> Plan {
  func test(_ id: ActivityID, _ low: Int, _ likely: Int, _ high: Int) -> Activity {
    Activity(
      id, duration: Fact(Estimate(.days(likely), low: .days(low), high: .days(high)), Evidence(because: "no figure")),
      calendar: "norway")
  }
  func site(_ id: ActivityID, _ span: (String, String)) -> Activity {
    var activity = Activity(id, kind: .startMilestone)
    activity.details.planned = .span(span.0, span.1)
    return activity
  }
  var delivery = Activity.milestone("inter.release")
  delivery.details.planned = release.map { .span($0.0, $0.1, source: nil) }
  var plan = Plan(
    activities: [
      delivery, test("hso.integration", 30, 40, 65), test("hso.acceptance", 40, 50, 70),
      site("inter.bergen", alternative.bergen), site("hso.oslo", alternative.oslo),
    ],
    links: [
      Link(from: "inter.release", to: "hso.integration"), Link(from: "hso.integration", to: "hso.acceptance"),
      Link(from: "hso.acceptance", to: "inter.bergen"), Link(from: "inter.bergen", to: "hso.oslo"),
    ])
  plan.projects = [Project("inter"), Project("hso")]
  plan.statusDate = .at("2023-04-30")
  plan.defaultCalendar = "norway"
  var gap = LinkDetails()
  gap.gap = .unknown
  plan.links[3].details = gap
  return plan
}

let planA = (bergen: ("2023-11-01", "2023-11-30"), oslo: ("2024-01-01", "2024-01-31"))
let planB = (bergen: ("2024-01-01", "2024-01-31"), oslo: ("2024-02-01", "2024-02-29"))

/// A random plan with dates in the spring of 2024: tasks, milestones, all link kinds, lags, planned dates, slips.
func randomPlan(_ seed: inout Seed, activities count: Int = 8) -> Plan {
  var activities: [Activity] = []
  for number in 0..<count {
    let id = ActivityID("p\(number % 3).a\(number)")
    var activity: Activity
    if Bool.random(using: &seed) {
      activity = Activity(
        id, work: .hours(Int.random(in: 0...60, using: &seed)),
        calendar: ["24h", "norway", "weekdays"].randomElement(using: &seed))
    } else {
      activity = .milestone(id, Bool.random(using: &seed) ? .startMilestone : .finishMilestone)
    }
    if Int.random(in: 0..<3, using: &seed) == 0 {
      let first = Day.at("2024-03-01") + Int.random(in: 0...40, using: &seed)
      activity.details.planned = Fact(
        DateSpan(earliest: first, latest: first + Int.random(in: 0...10, using: &seed), words: ""))
    }
    activities.append(activity)
  }
  var links: [Link] = []
  for to in 1..<count {
    for from in 0..<to where Int.random(in: 0..<3, using: &seed) == 0 {
      links.append(
        Link(
          from: activities[from].id, to: activities[to].id, Link.Kind.allCases.randomElement(using: &seed)!,
          lag: [nil, .hours(5), .days(-1), .elapsedDays(2)].randomElement(using: &seed)!))
    }
  }
  var plan = Plan(activities: activities, links: links)
  plan.projects = [Project("p0"), Project("p1"), Project("p2")]
  plan.start = .at("2024-03-01")
  plan.defaultCalendar = "weekdays"
  return plan
}

/// Changes of a random plan that fit in any order: own slips, and for tasks other durations.
func randomChanges(_ seed: inout Seed, _ plan: Plan, count: Int, slips: ClosedRange<Int> = -9...20) throws -> [Change] {
  try (0..<count).map { _ in
    let activity = plan.activities.randomElement(using: &seed)!
    let amount = Int.random(in: slips, using: &seed)
    let text = "\(activity.id) \(amount < 0 ? "-" : "+")\(abs(amount))ed"
    let canSlip = amount >= 0 || activity.details.planned != nil
    return try Change(
      !activity.kind.isMilestone && (Bool.random(using: &seed) || !canSlip)
        ? "\(activity.id) duration=\(Int.random(in: 0...90, using: &seed))h"
        : canSlip ? text : "\(activity.id) +1ed")
  }
}

/// A random plan with more in it: windows, constraints, work under way, maximal lags, things as late as possible.
func richPlan(_ seed: inout Seed, activities count: Int = 9) -> Plan {
  var plan = randomPlan(&seed, activities: count)
  plan.windows = [
    EventWindow(name: "golive", weekdays: [.tuesday, .saturday])
  ]
  plan.statusDate = Bool.random(using: &seed) ? .at("2024-03-06") : nil
  for place in plan.activities.indices {
    func day(_ range: ClosedRange<Int>) -> Fact<DateSpan> {
      let day = Day.at("2024-03-01") + Int.random(in: range, using: &seed)
      return Fact(DateSpan(earliest: day, latest: day, words: ""))
    }
    switch Int.random(in: 0..<10, using: &seed) {
    case 0: plan.activities[place].details.window = "golive"
    case 1: plan.activities[place].details.constraints = [Constraint(.startNoEarlierThan, day(0...40))]
    case 2: plan.activities[place].details.constraints = [Constraint(.finishNoEarlierThan, day(0...40))]
    case 3: plan.activities[place].details.isAsLateAsPossible = true
    case 4 where plan.statusDate != nil && !plan.activities[place].kind.isMilestone:
      plan.activities[place].details.actualStart = day(0...4)
    case 5 where plan.statusDate != nil:
      plan.activities[place].details.actualFinish = day(2...4)
      plan.activities[place].details.actualStart = day(0...1)
    default: break
    }
  }
  for place in plan.links.indices where Int.random(in: 0..<8, using: &seed) == 0 {
    var details = LinkDetails()
    details.maximum = .elapsedDays(Int.random(in: 5...30, using: &seed))
    plan.links[place].details = details
  }
  return plan
}
