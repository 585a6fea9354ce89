public import PlanModel

/// The scheduling semantics in force: a struct of named choices.
///
/// Rules are consumed when a plan is lowered to a ``Network``; a pass may look at a rule once, never per activity.
public struct Rules: Hashable, Sendable {
  /// Which float an activity that is as late as possible uses.
  public enum AsLateAsPossible: Hashable, Sendable {
    /// Nothing else moves.
    case freeFloat
    /// It stands at its late dates, and what follows it moves along.
    case totalFloat
  }

  /// The calendar on which working lags run.
  public var lagCalendar: PlanOptions.LagCalendar
  /// Which total float is reported.
  public var float: PlanOptions.Float
  /// How progress out of sequence is continued.
  public var progress: PlanOptions.Progress
  /// How far what the plan marks as late as possible moves: within its free float, by default.
  public var asLateAsPossible: AsLateAsPossible
  /// Whether everything not begun is as late as the plan's must-finish-by allows.
  public var scheduleFrom: PlanOptions.ScheduleFrom

  /// Every choice by itself; ``strict(_:)`` takes them from the options of a plan.
  public init(
    lagCalendar: PlanOptions.LagCalendar, float: PlanOptions.Float, progress: PlanOptions.Progress,
    asLateAsPossible: AsLateAsPossible = .freeFloat, scheduleFrom: PlanOptions.ScheduleFrom = .start
  ) {
    self.lagCalendar = lagCalendar
    self.float = float
    self.progress = progress
    self.asLateAsPossible = asLateAsPossible
    self.scheduleFrom = scheduleFrom
  }
}
