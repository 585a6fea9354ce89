import PlanModel
import PlanSchedule

/// Why an activity stands where it stands: the chain of reasons back to where it begins.
///
///     let reasons = Reasons(of: schedule["amk-hso.oslo-start"]!)
///     reasons.placed.last?.placement.driver      // .planned: nothing before it matters
///     reasons.logic                              // what its links alone would give
struct Reasons {
  /// One activity on the chain, and the link by which the chain goes on to its predecessor.
  struct Step {
    let activity: ScheduledActivity
    let placement: Placement
    let finish: Instant
    /// The link followed from here; nil where the chain ends.
    let link: Link?
    /// The bound of that link.
    let linkBound: Instant?
    /// Whether the link placed the activity, or would if nothing else did.
    let drives: Bool
    /// The predecessor's end of the link.
    let predecessorDay: Day?

    var days: (start: Day, finish: Day) {
      activity.activity.kind == .finishMilestone
        ? (finish.finishDay, finish.finishDay)
        : (placement.start.day, activity.activity.kind == .startMilestone ? placement.start.day : finish.finishDay)
    }
  }

  let activity: ScheduledActivity
  /// What placed it, read at the first days.
  let placed: [Step]
  /// The chain of links behind the place where ``placed`` ends without need: at a stated date, a bound, the status date.
  let logic: [Step]
  /// What placed it, read at the last days; nil where that is the same chain.
  let lastPlaced: [Step]?

  init(of activity: ScheduledActivity) {
    self.activity = activity
    let schedule = activity.schedule
    placed = Reasons.chain(from: activity.position, schedule, schedule.first, byLinksAlone: false)
    let last = Reasons.chain(from: activity.position, schedule, schedule.last, byLinksAlone: false)
    lastPlaced = zip(placed, last).allSatisfy(Reasons.agree) && placed.count == last.count ? nil : last
    if let end = placed.last, end.placement.driver != .actual {
      let behind = Reasons.chain(from: end.activity.position, schedule, schedule.first, byLinksAlone: true)
      logic = behind.count > 1 ? behind : []
    } else {
      logic = []
    }
  }

  private static func agree(_ a: Step, _ b: Step) -> Bool {
    a.activity.id == b.activity.id && a.placement.driver == b.placement.driver
  }

  /// The steps back along driving links; by links alone, also past what a stated date or bound placed.
  private static func chain(
    from position: Int, _ schedule: Schedule, _ early: EarlyDates, byLinksAlone: Bool
  ) -> [Step] {
    let network = schedule.network
    var steps: [Step] = []
    var position: Int? = position
    while let here = position, let activity = schedule[network.activity(here).id] {
      let placement = network.placement(of: here, early)
      let arcs = Int(network.startArcs[here])..<Int(network.startArcs[here + 1])
      var followed: Int?
      var drives = false
      if case .link(let link) = placement.driver {
        followed = arcs.first { Int(network.arcLink[$0]) == link }
        drives = true
      } else if byLinksAlone, placement.driver != .actual {
        // The latest bound; of equal ones the link that comes first in the plan.
        followed = arcs.max {
          (early.linkBounds[$0], -network.arcLink[$0]) < (early.linkBounds[$1], -network.arcLink[$1])
        }
      }
      let link = followed.map { network.plan.links[Int(network.arcLink[$0])] }
      steps.append(
        Step(
          activity: activity, placement: placement, finish: Instant(minutes: early.finish(here)), link: link,
          linkBound: followed.map { Instant(minutes: early.linkBounds[$0]) }, drives: drives,
          predecessorDay: followed.map { arc in
            let row = Int(network.arcs[arc].row)
            let instant = Instant(minutes: early.rows[row])
            let from = network.activity(row / 2)
            return row % 2 == 0 && from.kind != .finishMilestone || from.kind == .startMilestone
              ? instant.day : instant.finishDay
          }))
      position = followed.map { Int(network.arcs[$0].row) / 2 }
    }
    return steps
  }
}

extension Reasons.Step {
  /// The fact that the step rests on beside the duration: the link, the planned date, the constraint, what happened.
  var evidence: Evidence? {
    if drives { return link?.evidence }
    let details = activity.activity.details
    switch placement.driver {
    case .planned: return details.planned?.evidence
    case .constraint(let kind): return details.constraints.first { $0.kind == kind }?.date.evidence
    case .actual: return (details.actualFinish ?? details.actualStart)?.evidence
    default: return nil
    }
  }
}
