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
  /// The days of each batch, sorted, where batches and not iterations are independent.
  private let batches: [[Day]]

  init(_ finishes: [Int32], isStart: Bool, _ sampling: SamplingMode = .plain) {
    func days(_ minutes: some Sequence<Int32>) -> [Day] {
      minutes.map { isStart ? Instant(minutes: $0).day : Instant(minutes: $0).finishDay }
    }
    minutes = WholeOrder.sorted(finishes)
    self.days = days(minutes)
    batches =
      sampling == .plain
      ? []
      : stride(from: 0, to: finishes.count, by: Batch.size).map { first in
        days(WholeOrder.sorted(Array(finishes[first..<min(first + Batch.size, finishes.count)])))
      }
  }

  /// How many futures the odds come from.
  public var iterations: Int { days.count }

  /// The day by which it is there in at least this share of the iterations; nil without any.
  ///
  /// - Parameter share: between 0 and 1; a share outside is taken as the nearer of them.
  public func quantile(_ share: Double) -> Day? {
    days.isEmpty ? nil : days[Quantile.index(of: share, count: days.count)]
  }

  /// The days between which the quantile of what is behind the iterations lies, with 95 % confidence; an end is open
  /// where there are too few iterations.
  ///
  /// Of plain samples by the order of values, for every distribution. Where draws are spread evenly in batches, iterations
  /// of a batch are not independent, batches are: then by Student's t of the quantiles of batches (L'Ecuyer and Lemieux 2000).
  public func confidence(_ share: Double) -> (lower: Day?, upper: Day?) {
    if !batches.isEmpty {
      let quantiles = batches.map { Double($0[Quantile.index(of: share, count: $0.count)].number) }
      guard let middle = quantile(share), let half = BatchError.halfWidth(quantiles), half < 1e6 else {
        return (nil, nil)
      }
      let days = Int(half.rounded(.up))
      return (middle - days, middle + days)
    }
    guard let interval = QuantileInterval(count: days.count, p: share, confidence: 0.95) else { return (nil, nil) }
    return (interval.lower.map { days[$0 - 1] }, interval.upper.map { days[$0 - 1] })
  }

  /// How many days the quantile may be from what is behind the iterations, with 95 % confidence; nil where there are too few.
  public func error(ofQuantile share: Double) -> Int? {
    let (lower, upper) = confidence(share)
    guard let day = quantile(share), let lower, let upper else { return nil }
    return max(day - lower, upper - day)
  }

  /// The share of iterations in which it is there on a day or before.
  public func probability(by day: Day) -> Double {
    days.isEmpty ? 0 : Double(count(by: day)) / Double(days.count)
  }

  /// The probability with its 95 % confidence interval: Wilson's (1927) for independent iterations, between batches by
  /// Student's t where draws are spread evenly.
  ///
  /// Batches that all agree tell nothing about their error; then it is Wilson's too, which even draws only undercut.
  public func probabilityInterval(by day: Day) -> ClosedRange<Double> {
    let wilson = ShareInterval.of(count(by: day), of: days.count)
    let shares = batches.map { Double(FinishOdds.count($0, by: day)) / Double(max(1, $0.count)) }
    guard let half = BatchError.halfWidth(shares), half > 0 else { return wilson }
    let share = probability(by: day)
    return max(0, share - half)...min(1, share + half)
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

  private func count(by day: Day) -> Int { FinishOdds.count(days, by: day) }

  /// How many of sorted days are there on a day or before. O(log days).
  private static func count(_ days: [Day], by day: Day) -> Int {
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
    minutes(of: end).map { FinishOdds($0, isStart: end.flatMap { plan[$0] }?.kind == .startMilestone, sampling) }
  }
}
