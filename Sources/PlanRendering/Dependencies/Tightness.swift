import PlanModel
import PlanSchedule

/// How much room a dependency has, worst first.
enum Tightness: Int, Hashable, Comparable, CaseIterable {
  /// No room, or less than none.
  case critical
  case tight
  /// It can be dated, but something has no date.
  case unknown
  case slack
  /// Between whole projects, groups or bodies: it has no dates to compare.
  case undatable
  case done

  static func < (a: Tightness, b: Tightness) -> Bool { a.rawValue < b.rawValue }
}

/// A tightness and the figure behind it.
struct Room: Hashable {
  var tightness: Tightness
  /// Working minutes of the plan's default calendar; nil where it is not known.
  var minutes: Int?
  /// Whether the figure is an upper bound.
  var isAtMost = false

  static let undatable = Room(tightness: .undatable)
  static let done = Room(tightness: .done)
  static let unknown = Room(tightness: .unknown)
}
