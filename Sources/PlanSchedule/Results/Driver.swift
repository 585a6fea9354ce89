public import PlanModel

/// Why a date is what it is.
public enum Driver: Hashable, Sendable {
  /// The link at this place in the plan; others may tie, see ``Placement/links``.
  case link(Int)
  /// The maximal lag of the link at this place in the plan: its successor pulls.
  case maximum(Int)
  case planned
  case constraint(Constraint.Kind)
  case statusDate
  case projectStart
  /// It stands as late as it may.
  case asLateAsPossible
  /// It spans its parts, or what it is linked to.
  case spans
  /// It has happened, or is under way.
  case actual
  /// Nothing places it: it stands at the lower bound of what is undated.
  case nothing

  /// The word used in JSON.
  public var word: String {
    switch self {
    case .link: "link"
    case .maximum: "max"
    case .planned: "planned"
    case .constraint(let kind): kind.rawValue
    case .statusDate: "status-date"
    case .projectStart: "project-start"
    case .asLateAsPossible: "as-late-as-possible"
    case .spans: "spans"
    case .actual: "actual"
    case .nothing: "undated"
    }
  }
}

/// How an activity came to stand where it stands: its driver, and what it waited for after that.
public struct Placement: Hashable, Sendable {
  /// What gave the bound; of links that tie the one that comes first in the plan.
  public let driver: Driver
  /// Every link whose bound equals the placed date, as places in the plan, in plan order.
  public let links: [Int]
  /// The bound that the driver gave.
  public let bound: Instant
  /// Its own slip, elapsed.
  public let slip: ElapsedTime
  /// From the bound (and slip) to the next work time.
  public let calendarWait: ElapsedTime
  /// From there to the next opening of its window.
  public let windowWait: ElapsedTime
  /// The early start that comes of it: the bound, then the slip and both waits.
  public let start: Instant
}
