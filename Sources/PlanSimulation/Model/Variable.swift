import PlanModel
import PlanSchedule

/// One thing that is drawn: what it is of, and for what.
struct Variable: Hashable, Sendable {
  /// Numbers that stand for good: a plan's draws hang on them.
  enum Purpose: UInt32, Sendable {
    case duration = 1
    case planned = 2
    case startFloor = 3
    case finishFloor = 4
    case occurrence = 5
    case size = 6
    case gap = 7
    case cost = 8
  }

  /// The name that its draws go by.
  var id: String
  var purpose: Purpose

  func key(seed: UInt64) -> DrawKey { DrawKey(seed: seed, id: stableID(of: id), purpose: purpose.rawValue) }
}

extension Activity {
  /// The name that its draws go by, also after it has been renamed.
  var drawID: String { hasDetails ? details.seedID ?? id.text : id.text }
}

extension Network {
  /// The same of a position, without a copy of its activity.
  func drawID(_ position: Int) -> String { plan.activities[Int(index(position).value)].drawID }
}
