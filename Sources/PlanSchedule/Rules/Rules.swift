public import PlanModel

/// The scheduling semantics in force: a struct of named choices.
///
/// Rules are consumed when a plan is lowered to a ``Network``; a pass may look at a rule once, never per activity.
public struct Rules: Hashable, Sendable {
  /// The calendar on which working lags run.
  public var lagCalendar: PlanOptions.LagCalendar
  /// Which total float is reported.
  public var float: PlanOptions.Float
  /// How progress out of sequence is continued.
  public var progress: PlanOptions.Progress

  public init(
    lagCalendar: PlanOptions.LagCalendar, float: PlanOptions.Float, progress: PlanOptions.Progress
  ) {
    self.lagCalendar = lagCalendar
    self.float = float
    self.progress = progress
  }
}
