import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// What `schedule --why` tells: the chains behind a date.
///
///     let reasons = Reasons(of: schedule["amk-hso.oslo-start"]!, in: outlook)
///     reasons.placed[0].steps.first?.cause      // .date(.planned): nothing before it matters
///     reasons.logic                          // what its links alone would give
struct Reasons {
  let activity: ScheduledActivity
  /// What placed it, read at the first days; of a summary, then what placed the part that finishes last.
  let placed: [Chain]
  /// The same, read at the last days; nil where that is for the same reasons.
  let lastPlaced: [Chain]?
  /// The chain of links behind the place where ``placed`` ends without need, at a stated date, a bound or the status
  /// date; then the chain behind the end of that, and so on.
  let logic: [Chain]

  /// Nil where the schedule lacks the activity.
  init?(of activity: ScheduledActivity, in outlook: Outlook) {
    let first = Reasons.chains(of: activity, .first)
    let last = Reasons.chains(of: activity, .last)
    guard let known = first.last else { return nil }
    self.activity = activity
    placed = first
    lastPlaced = first.map(Reasons.facts) == last.map(Reasons.facts) ? nil : last
    var logic: [Chain] = []
    while let end = (logic.last ?? known).steps.first?.activity, let chain = outlook.logic(behind: end) {
      logic.append(chain)
    }
    self.logic = logic
  }

  private static func chains(of activity: ScheduledActivity, _ reading: Reading.Dates) -> [Chain] {
    let schedule = activity.schedule
    guard let chain = Chain(of: activity.id, in: schedule.network, schedule.early(reading)) else { return [] }
    guard let last = activity.extremes(reading)?.last else { return [chain] }
    return [chain] + (Chain(of: last, in: schedule.network, schedule.early(reading)).map { [$0] } ?? [])
  }

  /// The dated fact and the links of a chain.
  private static func facts(_ chain: Chain) -> [Chain.Step.Cause] {
    chain.steps.map(\.cause).filter {
      switch $0 {
      case .date, .link: true
      default: false
      }
    }
  }

  /// The steps of chains that go on from each other, activity by activity, back from the date; those of one activity in
  /// order of time.
  static func stops(_ chains: [Chain]) -> [[Chain.Step]] {
    var stops: [[Chain.Step]] = []
    for chain in chains {
      // Where a chain goes on behind the end of another, its links follow what ended that one.
      let end = stops.last?.first?.activity
      var own: [[Chain.Step]] = []
      for step in chain.steps {
        if own.last?.last?.activity == step.activity { own[own.count - 1].append(step) } else { own.append([step]) }
      }
      own.reverse()
      if let end, own.first?.first?.activity == end { stops[stops.count - 1] += own.removeFirst() }
      stops += own
    }
    return stops
  }
}
