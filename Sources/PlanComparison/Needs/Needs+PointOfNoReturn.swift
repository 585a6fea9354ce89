public import PlanModel
public import PlanSchedule

/// The day after which a wanted date can no longer be kept, and what must have happened by then.
public struct PointOfNoReturn: Hashable, Sendable {
  /// What has to be done by the day.
  public enum Act: Hashable, Sendable {
    /// Work must have begun.
    case begin(ActivityID)
    /// An event must have happened, or work under way be finished.
    case finish(ActivityID)

    /// What has to begin or to be finished.
    public var activity: ActivityID {
      switch self {
      case .begin(let id), .finish(let id): id
      }
    }
  }

  /// The last civil day on which the acts are in time, with the durations asked for.
  public let day: Day
  /// All that fall on the day, in plan order of the rows.
  public let acts: [Act]
  /// Whether the day is over at the status date.
  public let hasPassed: Bool
  /// Work whose unknown duration can only make it earlier.
  public let lacks: [ActivityID]
}

extension Needs {
  /// The first of the last days: until then the last day of the wish can still be kept with such durations.
  ///
  ///     needs.pointOfNoReturn(.low)?.day      // after this, nothing saves it
  ///
  /// What is under way counts by its finish, what has not begun by its start. Nil where nothing before it is left to do.
  public func pointOfNoReturn(_ durations: Reading.Durations, status: Day?) -> PointOfNoReturn? {
    var day: Day?
    var acts: [PointOfNoReturn.Act] = []
    for row in rows {
      let last = row.start.map { $0.last[durations] } ?? row.due.last[durations]
      guard let last, last <= day ?? last else { continue }
      if last < day ?? .latest { acts = [] }
      day = last
      acts.append(row.start == nil ? .finish(row.id) : .begin(row.id))
    }
    guard let day else { return nil }
    return PointOfNoReturn(
      day: day, acts: acts, hasPassed: status.map { day <= $0 } ?? false,
      lacks: rows.filter { $0.activity.kind == .task && $0.activity.duration == nil && $0.isUndated }.map(\.id))
  }
}
