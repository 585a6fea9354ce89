public import PlanModel
public import PlanSchedule

/// A plan solved in every reading, so that its promises can be judged.
///
///     let outlook = try Outlook(plan.applying(scenarios: ["plan-a"]), name: "plan-a")
///     outlook.verdict(on: "amk-interregional.bergen-start")
public struct Outlook: Sendable {
  /// What the plan is called among others, mostly the scenario that is applied; empty where nobody names it.
  public let name: String
  /// The dates and floats with likely durations, at the first and at the last days.
  public let schedule: Schedule
  /// Imprecise dates at their first day, durations low: nothing comes out earlier.
  public let mostFavourable: EarlyDates
  /// Imprecise dates at their last day, durations high.
  public let leastFavourable: EarlyDates
  private let targets: Plan
  /// The plan with every date that it states, also those that were left out.
  private let said: Plan

  /// The plan as it was solved; without the planned dates that were left out, where that was asked for.
  public var plan: Plan { schedule.network.plan }
  /// The plan as the passes read it: activities by position, links as arcs.
  public var network: Network { schedule.network }

  /// Solves a plan.
  ///
  /// - Parameter promises: the plan whose targets judge; what-if changes do not move a target, so this is the plan
  ///   before them. Nil: the plan itself.
  /// - Throws: ``InvalidPlan`` as `Network(plan)`.
  public init(
    _ plan: Plan, name: String = "", promises: Plan? = nil, ignorePlanned: Bool = false, to end: ActivityID? = nil
  ) throws(InvalidPlan) {
    let network = try Network(ignorePlanned ? plan.withoutPlannedDates() : plan)
    self.name = name
    schedule = Schedule(network, to: end)
    mostFavourable = network.isImprecise ? EarlyDates(network, .mostFavourable) : schedule.first
    leastFavourable = network.isImprecise ? EarlyDates(network, .leastFavourable) : schedule.last
    targets = promises ?? plan
    said = plan
  }

  /// The target of an activity: its own, or else the date that the plan states (an assumed date is no promise); nil where
  /// there is none, where it is switched off, or where it is open above.
  public func target(of id: ActivityID) -> Fact<DateSpan>? {
    guard let details = targets[id]?.details else { return nil }
    let target: Fact<DateSpan>? =
      switch details.target {
      case .by(let fact): fact
      case .off: nil
      // An assumption is no promise.
      case nil: (details.planned?.basis ?? .unknown) <= .unsourced ? details.planned : nil
      }
    return target?.value.latest == nil ? nil : target
  }

  /// The date that the plan states for an activity, even where it was left out of the computation: what has happened, or
  /// what is planned.
  public func stated(_ id: ActivityID) -> Fact<DateSpan>? {
    guard let details = said[id]?.details else { return nil }
    return details.actualFinish ?? details.actualStart ?? details.planned
  }

  /// The civil day of an activity's date in some pass over this network.
  package func day(of id: ActivityID, _ early: EarlyDates) -> Day? {
    guard let index = plan.index(of: id) else { return nil }
    let finish = Instant(minutes: early.finish(network.position(index)))
    return plan[index].kind == .startMilestone ? finish.day : finish.finishDay
  }
}

extension Plan {
  /// The plan by its logic alone: planned dates of activities are left out where they have predecessors ahead of them.
  ///
  /// What follows only what has happened keeps its planned date, since its links say nothing about when.
  public func withoutPlannedDates() -> Plan {
    var plan = self
    let followers = Set(
      links.lazy.filter { $0.strength == .hard && self[$0.from]?.details.actualFinish == nil }.map(\.to))
    for (position, activity) in activities.enumerated()
    where activity.hasDetails && activity.details.planned != nil && followers.contains(activity.id) {
      var activity = activity
      activity.details.planned = nil
      plan.replace(ActivityIndex(position), with: activity)
    }
    return plan
  }
}
