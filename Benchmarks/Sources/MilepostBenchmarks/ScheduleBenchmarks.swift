import Milepost
import Portfolios

/// Lowering a plan and scheduling its network, apart, over growing sizes.
struct ScheduleBenchmarks {
  /// Every shape and calendar against both oracles at small sizes.
  static func check() throws {
    for shape in Recipe.Shape.allCases {
      for calendar in Recipe.WorkCalendar.allCases {
        for (seed, count) in [(1, 1), (2, 2), (3, 20), (4, 60), (5, 90)] {
          let portfolio = Portfolio(Recipe(shape, activities: count, calendar: calendar, seed: UInt64(seed)))
          let slow = MinuteByMinute(portfolio)
          let path = LongestPath(portfolio)
          let name = "\(shape) \(calendar.rawValue), \(count) activities, seed \(seed)"
          guard slow.starts == path.starts, slow.finishes == path.finishes else {
            throw WrongAnswer(description: "the two oracles disagree on \(name)")
          }
          try compare(Schedule(try Network(portfolio.plan())), path, portfolio, name)
        }
      }
    }
  }

  /// Above this many seconds for one schedule, larger sizes are left out, with a word about it.
  private static let patience = 4.0

  static func run(_ shape: Recipe.Shape, _ calendar: Recipe.WorkCalendar, sizes: [Int], _ report: inout Report) throws {
    for size in sizes {
      let portfolio = Portfolio(Recipe(shape, activities: size, calendar: calendar))
      let plan = portfolio.plan()
      let network = try Network(plan)
      let name = "\(shape) \(calendar.rawValue)"
      try compare(Schedule(network), LongestPath(portfolio), portfolio, name)

      // Of each activity: duration, floor, calendar and places; of each link: both ends and the lag.
      let input = 20 * portfolio.activities.count + 16 * portfolio.links.count
      PeakMemory.reset()
      let lowering = try Stopwatch.fastest { try Network(plan) }
      report.add(
        Figure(
          name: "Network.init \(name)", activities: size, links: portfolio.links.count, seconds: lowering,
          bytes: input, peakMemory: PeakMemory.bytes, access: RandomAccess(portfolio).seconds()))
      PeakMemory.reset()
      let scheduling = Stopwatch.fastest { Schedule(network) }
      report.add(
        Figure(
          name: "Schedule.init \(name)", activities: size, links: portfolio.links.count, seconds: scheduling,
          bytes: input + 16 * portfolio.activities.count, peakMemory: PeakMemory.bytes))
      if scheduling > patience, size != sizes.last {
        print("\(name): larger sizes are left out, since this one took more than \(Int(patience)) seconds")
        return
      }
    }
  }

  /// Compares every early date, and asks of every late date that it is not before the early one.
  static func compare(
    _ schedule: Schedule, _ expected: LongestPath, _ portfolio: Portfolio, _ name: String
  ) throws {
    for (place, activity) in portfolio.activities.enumerated() {
      guard let found = schedule[ActivityID(activity.id)] else {
        throw WrongAnswer(description: "\(name): '\(activity.id)' is not scheduled")
      }
      let (start, finish) = (Instant(minutes: expected.starts[place]), Instant(minutes: expected.finishes[place]))
      guard found.start == start, found.finish == finish else {
        throw WrongAnswer(
          description: "\(name): '\(activity.id)' should be \(start) to \(finish), is \(found.start) to \(found.finish)"
        )
      }
      if let late = found.lateFinish.first, late < found.finish {
        throw WrongAnswer(
          description: "\(name): '\(activity.id)' is late at \(late), before its early finish \(finish)")
      }
    }
  }
}
