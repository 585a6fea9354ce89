public import PlanModel

/// When a plan would finish by the classical three-point method (PERT): every duration at its mean, and the doubt of the
/// longest path alone.
///
///     let estimate = try PathEstimate(plan, to: "handover")
///     estimate.path                              // the longest path of means
///     estimate.probability(by: endOfJune)        // too high where other paths come near
///
/// A duration's mean is (low + 4 likely + high) / 6 to the nearest minute, its variance ((high − low) / 6)². The variances
/// along the path add up, and the finish is taken as normal. What other paths do to the finish where they meet is left
/// out, as the method does: only a simulation knows that.
///
/// - Complexity: that of a ``Schedule``. Malcolm, Roseboom, Clark and Fazar (1959).
public struct PathEstimate: Sendable {
  /// The plan with every duration at its mean.
  public let schedule: Schedule
  /// The longest path of means, in order of time; of several, the one whose links come first in the plan.
  public let path: [ActivityID]
  /// The finish of the path.
  public let mean: Instant
  /// Of the finish, in square minutes of work.
  public let variance: Double
  /// In minutes of work.
  public var standardDeviation: Double { variance.squareRoot() }

  private let plan: Plan

  /// - Parameter end: nil: whatever finishes last.
  /// - Returns: nil where the plan has no such end, or nothing that finishes.
  /// - Throws: as ``Network/init(_:rules:)``.
  public init?(_ plan: Plan, to end: ActivityID? = nil) throws(InvalidPlan) {
    self.plan = plan
    var means = plan
    for place in plan.activities.indices {
      guard let duration = plan.activities[place].duration, let mean = plan.unitLengths.mean(of: duration.value) else {
        continue
      }
      means.activities[place].duration = Fact(Estimate(mean), duration.evidence)
    }
    let schedule = Schedule(try Network(means))
    self.schedule = schedule
    guard let longest = LongestPaths(schedule, to: end, count: 1)?.paths.first,
      let last = longest.activities.last.flatMap({ schedule[$0] })
    else { return nil }
    path = longest.activities
    mean = last.finish
    var sum = 0.0
    for id in path { sum += PathEstimate.variance(of: id, plan) }
    variance = sum
  }

  /// The mean duration of an activity, or of what it is stated to take; nil where it has none.
  public func mean(of id: ActivityID) -> WorkTime? {
    guard let estimate = plan[id]?.duration?.value, let mean = plan.unitLengths.mean(of: estimate) else { return nil }
    return plan.unitLengths.minutes(of: mean).map { WorkTime(minutes: Int32(clamping: $0)) }
  }

  /// The variance of the duration of an activity, in square minutes; zero where it has no range.
  public func variance(of id: ActivityID) -> Double { PathEstimate.variance(of: id, plan) }

  private static func variance(of id: ActivityID, _ plan: Plan) -> Double {
    guard let estimate = plan[id]?.duration?.value, let ends = plan.unitLengths.ends(of: estimate) else { return 0 }
    let sixth = Double(ends.high - ends.low) / 6
    return sixth * sixth
  }

  /// The probability that the path has finished by an instant, if it alone counts.
  ///
  /// The distance to the mean is working time on the calendar of the last activity.
  public func probability(by instant: Instant) -> Double {
    guard let last = path.last.flatMap({ schedule[$0] }) else { return 0 }
    let network = schedule.network
    let calendar = network.calendars[Int(network.calendar[last.position])]
    let distance = Double(calendar.work(from: mean, to: instant).minutes)
    if variance == 0 { return instant >= mean ? 1 : 0 }
    return normalProbability(below: distance / standardDeviation)
  }
}

extension UnitLengths {
  /// The low and high ends of an estimate in minutes; both the likely one where it has no range.
  fileprivate func ends(of estimate: Estimate) -> (low: Int64, high: Int64)? {
    guard let low = minutes(of: estimate.low ?? estimate.likely),
      let high = minutes(of: estimate.high ?? estimate.likely)
    else { return nil }
    return (low, high)
  }

  /// (low + 4 likely + high) / 6, to the nearest minute.
  fileprivate func mean(of estimate: Estimate) -> Quantity? {
    guard let ends = ends(of: estimate), let likely = minutes(of: estimate.likely) else { return nil }
    // Longer than any plan may last: lowering says so.
    let limit: Int64 = 1 << 50
    guard max(ends.low, likely, ends.high) < limit, min(ends.low, likely, ends.high) > -limit else {
      return estimate.likely
    }
    let sixths = ends.low + 4 * likely + ends.high
    return Quantity(
      thousandths: (sixths + 3) / 6 * 1000, unit: estimate.likely.isElapsed ? .elapsedMinutes : .minutes)
  }
}
