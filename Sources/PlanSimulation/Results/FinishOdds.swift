public import PlanModel
import PlanSchedule

/// How sure one date is: the finishes of an end in every iteration, in order.
///
///     let odds = futures.odds(of: "bergen-start")
///     odds?.quantile(0.8)                  // the day that 80 % of futures meet
///     odds?.probability(by: promise)
///
/// Days are civil days, as people say them: of a start milestone the day it starts, of all else the day it is finished.
public struct FinishOdds: Sendable {
  /// The day of every iteration, sorted.
  public let days: [Day]
  /// Minutes, sorted.
  private let minutes: [Int32]

  init(_ finishes: [Int32], isStart: Bool) {
    minutes = finishes.sorted()
    days = minutes.map { isStart ? Instant(minutes: $0).day : Instant(minutes: $0).finishDay }
  }

  public var iterations: Int { days.count }

  /// The day by which it is there in at least this share of the iterations; nil without any.
  ///
  /// - Parameter share: between 0 and 1; a share outside is taken as the nearer of them.
  public func quantile(_ share: Double) -> Day? {
    days.isEmpty ? nil : days[Quantile.index(of: share, count: days.count)]
  }

  /// The days between which the quantile of what is behind the iterations lies, with 95 % confidence; an end is open
  /// where there are too few iterations. Iterations must be independent: plain sampling.
  public func confidence(_ share: Double) -> (lower: Day?, upper: Day?) {
    guard let interval = QuantileInterval(count: days.count, p: share, confidence: 0.95) else { return (nil, nil) }
    return (interval.lower.map { days[$0 - 1] }, interval.upper.map { days[$0 - 1] })
  }

  /// The share of iterations in which it is there on a day or before.
  public func probability(by day: Day) -> Double {
    days.isEmpty ? 0 : Double(count(by: day)) / Double(days.count)
  }

  /// The probability with its 95 % confidence interval (Wilson 1927), for independent iterations.
  public func probabilityInterval(by day: Day) -> ClosedRange<Double> {
    ShareInterval.of(count(by: day), of: days.count)
  }

  /// The mean finish, as a moment.
  public var mean: Instant? {
    moments.mean.map { Instant(minutes: Int32($0.rounded(.toNearestOrEven))) }
  }

  /// The standard deviation, in days; nil for less than two iterations.
  public var deviationInDays: Double? { moments.deviation.map { $0 / 1440 } }

  /// How many iterations end on each day on which any does, in order.
  public var counts: [(day: Day, count: Int)] {
    var counts: [(day: Day, count: Int)] = []
    for day in days {
      if counts.last?.day == day { counts[counts.count - 1].count += 1 } else { counts.append((day, 1)) }
    }
    return counts
  }

  private var moments: ExactMoments {
    var moments = ExactMoments()
    for value in minutes { moments.add(Int(value)) }
    return moments
  }

  /// How many are there on a day or before. O(log iterations).
  private func count(by day: Day) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Futures {
  /// How sure the date of an end is; nil where it was not watched.
  ///
  /// - Parameter plan: the plan that was simulated, for what kind of date it is.
  /// - Complexity: O(n log n) for n iterations.
  public func odds(of end: ActivityID?, in plan: Plan) -> FinishOdds? {
    minutes(of: end).map { FinishOdds($0, isStart: end.flatMap { plan[$0] }?.kind == .startMilestone) }
  }
}
