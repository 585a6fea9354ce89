public import PlanModel
public import PlanSchedule

/// A network and everything about it that is not sure: what a simulation draws.
///
///     var model = RiskModel(try Network(plan))
///     model.setDuration(of: "test", to: try .triangular(min: 4_800, mode: 6_000, max: 9_600))   // working minutes
///
/// What is drawn is named by ids, never by places: adding an activity leaves the draws of all others as they were.
public struct RiskModel: Sendable {
  /// Something that happens or not, and delays activities if it does.
  struct Event: Hashable, Sendable {
    var id: String
    var probability: Double
    /// Minutes, working or elapsed, by position.
    var delays: [Delay]
  }

  struct Delay: Hashable, Sendable {
    var position: Int32
    var minutes: Distribution
    /// Elapsed delays come after all bounds, as a slip does; working delays lengthen the activity.
    var isElapsed: Bool
  }

  /// Something that stretches activities together: with some probability a factor, and 1 otherwise.
  struct Driver: Hashable, Sendable {
    var id: String
    var probability: Double
    var factor: Distribution
    var positions: [Int32]
  }

  /// The normal correlation of two durations.
  struct Correlation: Hashable, Sendable {
    var one: Int32
    var other: Int32
    var value: Double
  }

  /// What every iteration schedules; whatever is not drawn stays as it is here, durations at likely.
  public let network: Network
  /// Working minutes, by position; nil: not drawn.
  var durations: [Distribution?]
  var days: [DrawnDay] = []
  var events: [Event] = []
  var drivers: [Driver] = []
  var correlations: [Correlation] = []

  /// A network in which everything is sure.
  package init(certain network: Network) {
    self.network = network
    durations = Array(repeating: nil, count: network.count)
  }

  /// A network in which only the dates are drawn that may be one of several days.
  package init(drawingDaysOf network: Network) {
    self.init(certain: network)
    for position in 0..<network.count {
      guard let special = network.special(at: position), !special.isLeftOut, special.actualStart == nil,
        special.actualFinish == nil
      else { continue }
      func add(_ bound: DrawnDay.Bound, _ first: Int32?, _ last: Int32?) {
        guard let first, let last, last > first else { return }
        days.append(
          DrawnDay(position: Int32(position), bound: bound, first: first, count: (last &- first) / 1440 &+ 1))
      }
      add(.planned, special.plannedFirst, special.plannedLast)
      add(.startFloor, special.startFloorFirst, special.startFloorLast)
      add(.finishFloor, special.finishFloorFirst, special.finishFloorLast)
    }
  }

  private func position(_ id: ActivityID) -> Int32? { network.plan.index(of: id).map { Int32(network.position($0)) } }

  /// Draws the duration of an activity, in working minutes; an activity that the plan does not have is left alone.
  public mutating func setDuration(of id: ActivityID, to distribution: Distribution) {
    if let position = position(id) { durations[Int(position)] = distribution }
  }

  /// Adds something that delays an activity by working minutes if it happens.
  public mutating func addEvent(
    _ id: String, probability: Double, delaying activity: ActivityID, by minutes: Distribution
  ) {
    guard let position = position(activity) else { return }
    events.append(
      Event(id: id, probability: probability, delays: [Delay(position: position, minutes: minutes, isElapsed: false)]))
  }

  /// Adds something that stretches activities together: by the factor with the probability, by 1 otherwise. Factors of
  /// several multiply.
  public mutating func addDriver(_ id: String, probability: Double, factor: Distribution, of activities: [ActivityID]) {
    drivers.append(
      Driver(id: id, probability: probability, factor: factor, positions: activities.compactMap(position)))
  }

  /// Ties two durations together by a correlation between −1 and 1 of the normal numbers behind them.
  public mutating func correlate(_ one: ActivityID, _ other: ActivityID, by value: Double) {
    guard let first = position(one), let second = position(other), first != second else { return }
    correlations.append(Correlation(one: first, other: second, value: value))
  }
}
