/// How much of a plan is drawn.
public struct DrawnCounts: Hashable, Sendable {
  /// Activities whose duration is drawn.
  public let durations: Int
  /// Dates that may be one of several days.
  public let dates: Int
  /// Risks that happen or not.
  public let risks: Int
  /// What ties draws together: correlations, and risks that stretch several activities.
  public let ties: Int

  /// Whether every iteration would be the same.
  public var isNothing: Bool { durations + dates + risks == 0 }
}

extension RiskModel {
  /// What is drawn in every iteration.
  public var drawn: DrawnCounts {
    DrawnCounts(
      durations: durations.count { $0 != nil }, dates: days.count, risks: events.count + drivers.count,
      ties: correlations.count + drivers.count { $0.positions.count > 1 } + events.count { $0.delays.count > 1 })
  }
}

extension Simulation {
  /// How many iterations make up a batch.
  public static var batchSize: Int { Batch.size }
  /// The generator of random numbers, as manifests name it.
  public static let generator = "keyed-triple32"
}
