import PlanGraph
import PlanModel
import PlanSchedule

/// The same network on several calendars, or on one with rare facts.
struct SeveralCalendars {
  enum Mix: String, CaseIterable {
    /// Work on weekdays, one activity in five and all lags around the clock.
    case two = "two calendars, elapsed lags"
    /// Each activity on one of eight, seven weeks of work and around the clock, and its lags on its calendar.
    case eight = "eight calendars"
    /// Around the clock, and one activity in twenty has a date that it may not start before.
    case stated = "stated dates"
    /// The same with work and lags on weekdays.
    case statedOnWeekdays = "stated dates, a calendar"
    /// Around the clock, and one activity in twenty has a latest start, which no sweep side by side knows; it never binds.
    case latest = "latest starts"
    /// The same with work and lags on weekdays.
    case latestOnWeekdays = "latest starts, a calendar"

    /// The same without calendars, which it is measured beside; nil for days only.
    var plain: Mix? { self == .statedOnWeekdays ? .stated : self == .latestOnWeekdays ? .latest : nil }
    var hasFacts: Bool { self != .two && self != .eight }
    var isAroundTheClock: Bool { hasFacts && plain == nil }
  }

  let mix: Mix
  private(set) var passes: Passes
  private let weeks: [SlowWeek]
  private let ofActivities: [Int16]
  private let ofLags: [Int16]

  init(_ network: ProbeNetwork, _ mix: Mix) {
    self.mix = mix
    let lunch = [(from: 420, to: 690), (from: 720, to: 930)]
    let seven = [
      SlowWeek("weeks", days: 5, from: 480, to: 960), SlowWeek("shorter", days: 5, from: 480, to: 930),
      SlowWeek("six", days: 6, from: 420, to: 1020), SlowWeek("night", days: 5, from: 1320, to: 1800),
      SlowWeek("four", days: 4, from: 360, to: 960), SlowWeek("short", days: 5, from: 540, to: 900),
      SlowWeek("lunch", Array(repeating: lunch, count: 4) + [[(from: 420, to: 840)], [], []]),
    ]
    weeks =
      [SlowWeek("clock", days: 7, from: 0, to: 1440)]
      + (mix == .eight ? seven : mix.isAroundTheClock ? [] : Array(seven.prefix(1)))
    var numbers = SplitMix(seed: network.seed)
    let count = weeks.count
    let own = network.durations.indices.map { place in
      mix.hasFacts ? Int16(count - 1) : mix == .two ? Int16(place % 5 == 0 ? 0 : 1) : Int16(numbers.below(count))
    }
    ofActivities = own
    ofLags = network.ends.map { mix == .two ? 0 : own[Int($0.from)] }
    var lists = network.lists(mix.isAroundTheClock ? nil : .weekdays, hasLags: true)
    if !mix.hasFacts {
      lists.calendar = nil
      lists.several = .init(weeks.dropFirst().map(\.calendar), ofActivities: ofActivities, ofLags: ofLags)
    }
    passes = Passes(network, lists)
    guard mix.hasFacts else { return }
    for activity in stride(from: 3, to: own.count, by: 20) {
      var special = Special()
      if mix == .latest || mix == .latestOnWeekdays {
        special.startCeiling = Day.latest.start.minutes
      } else {
        let day = ProbeNetwork.start + numbers.below(200)
        (special.startFloorFirst, special.startFloorLast) = (day.start.minutes, day.start.minutes)
      }
      passes.specials.append((activity, special))
    }
  }

  /// Compares every date with the slow ones.
  ///
  /// - Returns: false where work goes on after the years of calendars, which the slow dates do not know.
  func check() throws -> Bool {
    let (network, lists) = (passes.network, passes.lists)
    let slow = SlowWeeks(
      network, lists, weeks, of: ofActivities, ofLags: ofLags, floors: passes.specials.map { ($0, $1.startFloorFirst) })
    guard slow.finishes.allSatisfy({ $0 < Int(Day.latest.start.minutes) }) else { return false }
    var (compiled, early, late) = try passes.solve()
    // Again, too: the first passes learn which years are needed.
    for _ in 0..<8 {
      early.rerun(compiled)
      late.rerun(compiled, early, anchors: Passes.anchors(early, compiled.count), deadlines: false)
    }
    for activity in lists.durations.indices {
      let position = compiled.position(ActivityIndex(activity))
      let found = [
        Int(early.start(position)), Int(early.finish(position)), late.start(position).map(Int.init) ?? -1,
        late.finish(position).map(Int.init) ?? -1,
      ]
      let expected = [
        slow.starts[activity], slow.finishes[activity], slow.lateStarts[activity], slow.lateFinishes[activity],
      ]
      guard found == expected else {
        throw WrongAnswer(
          description: "\(network.shape), \(mix), seed \(network.seed), activity \(activity): \(found), not \(expected)"
        )
      }
    }
    return true
  }
}
