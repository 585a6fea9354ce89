import PlanComparison
import PlanModel
import PlanSchedule

/// The room of every link: how much later its bound may fall before a promise downstream, or the end of the waiting
/// project, gives way.
///
/// Promises are the targets of milestones downstream (`Outlook.target`), unless they had passed by the status date. The figure
/// is the smaller of both readings, in work time of the plan's default calendar, so that all lines of one picture compare.
struct RoomOfLinks {
  private let outlook: Outlook
  private let promised: [LateDates]
  private let calendar: CompiledCalendar
  private let critical: Int
  private let tight: Int
  private var arcOfLink: [Int: Int] = [:]

  private var network: Network { outlook.network }

  init(_ outlook: Outlook) {
    self.outlook = outlook
    let (network, plan) = (outlook.network, outlook.plan)
    var anchors = [Int32](repeating: noLimit, count: network.count)
    for activity in plan.activities where activity.hasDetails {
      guard let limit = Self.limit(of: activity, in: outlook), let index = plan.index(of: activity.id) else { continue }
      anchors[network.position(index)] = activity.kind == .startMilestone ? limit.end.minutes - 1 : limit.end.minutes
    }
    promised = [outlook.schedule.first, outlook.schedule.last].map {
      LateDates(network, $0, anchors: anchors, deadlines: true)
    }
    calendar = CompiledCalendar(plan.calendar(named: plan.defaultCalendar) ?? .aroundTheClock)
    let units = plan.unitLengths
    critical = Int(clamping: units.minutes(of: plan.options.criticalFloat) ?? 0)
    tight = Int(clamping: units.minutes(of: plan.options.tightFloat) ?? Int64(10 * units.day))
    for (arc, link) in network.arcLink.enumerated() where arcOfLink[Int(link)] == nil { arcOfLink[Int(link)] = arc }
  }

  /// The last day that a milestone's target allows; nil where it has none that is still open.
  private static func limit(of activity: Activity, in outlook: Outlook) -> Day? {
    guard let limit = outlook.target(of: activity.id)?.value.latest else { return nil }
    if case .by = activity.details.target { return limit }
    if !activity.kind.isMilestone || activity.details.state != nil { return nil }
    return outlook.plan.statusDate.map { limit > $0 } ?? true ? limit : nil
  }

  /// The room of the link at a place in the plan.
  func callAsFunction(_ place: Int) -> Room {
    let link = outlook.plan.links[place]
    guard let from = outlook.schedule[link.from], let to = outlook.schedule[link.to] else { return .unknown }
    if from.isDone || to.isDone || to.activity.details.actualStart != nil || !from.isScheduled || !to.isScheduled {
      return .done
    }
    guard link.strength == .hard, let arc = arcOfLink[place] else { return besides(link, from, to) }
    let early = [outlook.schedule.first, outlook.schedule.last]
    let ends = [outlook.schedule.late, outlook.schedule.lateLast]
    func least(_ late: [LateDates]) -> Int? {
      zip(early, late).compactMap { early, late in
        late.start(to.position).map { work(early.linkBounds[arc], $0) }
      }.min()
    }
    let credibility = outlook.schedule.credibility
    let isAtMost = from.isLowerBound || credibility[to.position].isUndated || credibility.feedsUndated[to.position]
    let toPromise = least(promised)
    let toEnd = from.isLowerBound || to.isFloatAtMost ? nil : least(ends)
    guard let room = [toPromise, toEnd].compactMap({ $0 }).min() else { return .unknown }
    return judged(room, isAtMost: isAtMost && toEnd == nil)
  }

  /// The room of a link that moves no date: the distance between both ends as placed.
  private func besides(_ link: Link, _ from: ScheduledActivity, _ to: ScheduledActivity) -> Room {
    if link.strength == .co { return .undatable }
    if from.isLowerBound || to.isLowerBound { return .unknown }
    let leave = link.kind.leavesStart ? from.starts : from.finishes
    let arrive = link.kind.boundsFinish ? to.finishes : to.starts
    return judged(
      min(work(leave.first.minutes, arrive.first.minutes), work(leave.last.minutes, arrive.last.minutes)),
      isAtMost: false)
  }

  private func judged(_ minutes: Int, isAtMost: Bool) -> Room {
    let tightness: Tightness = minutes <= critical ? .critical : minutes <= tight ? .tight : .slack
    if isAtMost, tightness != .critical { return Room(tightness: .unknown, minutes: minutes, isAtMost: true) }
    return Room(tightness: tightness, minutes: minutes, isAtMost: isAtMost)
  }

  private func work(_ from: Int32, _ to: Int32) -> Int {
    Int(calendar.work(from: Instant(minutes: from), to: Instant(minutes: to)).minutes)
  }
}
