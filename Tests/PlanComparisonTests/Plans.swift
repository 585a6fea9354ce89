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
