public import PlanModel
public import PlanSchedule

/// The choice that two plans are alternatives of, with the day on which it is made.
///
///     comparison.decision?.choice.formal      // plan-a: in force until then
///     comparison.decision?.days               // 2023-05-11
public struct Decision: Sendable {
  /// As the first plan gives it, with its alternatives and the milestone that decides.
  public let choice: Choice
  /// The day of the milestone that decides, in both readings; nil where none decides or it has no date.
  public let days: Readings<Day>?
  /// The date that it was planned for, where that has passed and nothing says when it comes instead.
  public let overdue: DateSpan?
  /// Whether the day is only a lower bound.
  public let isLowerBound: Bool
  /// Whether the milestone has happened.
  public let isTaken: Bool

  /// The choice with two different alternatives of it applied; nil where the plans are not that.
  ///
  /// The day is read in the first plan: what decides between plans is the same in both.
  init?(between first: Outlook, and second: Outlook) {
    func alternative(_ choice: Choice, _ outlook: Outlook) -> ScenarioID? {
      choice.alternatives.first { outlook.plan.applied.contains($0.text) }
    }
    let choice = first.plan.choices.first { choice in
      guard let one = alternative(choice, first), let other = alternative(choice, second) else { return false }
      return one != other
    }
    guard let choice else { return nil }
    self.choice = choice
    let milestone = choice.decidedBy.flatMap { first.schedule[$0] }
    days = milestone.flatMap { $0.isUndated || !$0.isScheduled ? nil : $0.days }
    overdue = milestone.flatMap { $0.isUndated ? $0.activity.details.planned?.value : nil }
    isLowerBound = milestone?.isLowerBound ?? false
    isTaken =
      milestone.map { $0.activity.details.actualFinish != nil || $0.activity.details.actualStart != nil } ?? false
  }

  /// Whether an alternative is the one in force, the one that is expected, both or neither.
  public func standing(of alternative: ScenarioID) -> (isFormal: Bool, isExpected: Bool) {
    (alternative == choice.formal, alternative == choice.expected)
  }
}
