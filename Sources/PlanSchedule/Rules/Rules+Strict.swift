public import PlanModel

extension Rules {
  /// Our own semantics, with the choices that a plan's options make.
  public static func strict(_ options: PlanOptions = PlanOptions()) -> Rules {
    Rules(
      lagCalendar: options.lagCalendar, float: options.float, progress: options.progress,
      scheduleFrom: options.scheduleFrom)
  }
}
