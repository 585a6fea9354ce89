import PlanModel
import PlanSchedule

/// How late everything may be for all targets of a plan at once, and for which of them.
struct TargetEnds {
  /// What a link leaves its supplier.
  struct Room {
    let needed: Readings<Day?>
    let target: ActivityID?
    let floatToMove: Readings<WorkTime?>
    let floatToTarget: Readings<WorkTime?>
  }

  private let late: Readings<[Int32]>
  private let ends: (first: DayEnds, last: DayEnds)
  /// By position in the first reading, the target that sets the late date; nil where there is none.
  private let binding: [ActivityID?]

  /// - Complexity: O(activities + links).
  init(_ outlook: Outlook) {
    let network = outlook.network
    var anchors = [Int32](repeating: noLimit, count: network.count)
    var named: [(id: ActivityID, position: Int)] = []
    for (place, activity) in outlook.plan.activities.enumerated() {
      guard let limit = outlook.target(of: activity.id)?.value.latest,
        outlook.schedule[ActivityIndex(place)].isScheduled, !outlook.schedule[ActivityIndex(place)].isDone
      else { continue }
      let position = network.position(ActivityIndex(place))
      anchors[position] = activity.kind == .startMilestone ? limit.end.minutes - 1 : limit.end.minutes
      named.append((activity.id, position))
    }
    let first = LateDates(network, outlook.schedule.first, anchors: anchors, deadlines: false)
    let last = LateDates(network, outlook.schedule.last, anchors: anchors, deadlines: false)
    late = Readings(first: first.rows, last: last.rows)
    ends = (DayEnds(network, first), DayEnds(network, last))
    binding = TargetEnds.binding(network, outlook.schedule.last, last, anchors, named)
  }

  /// Follows the tight way back from each target, in plan order: a position is bound by the first target whose own late
  /// dates are those of all targets together.
  private static func binding(
    _ network: Network, _ early: EarlyDates, _ all: LateDates, _ anchors: [Int32],
    _ named: [(id: ActivityID, position: Int)]
  ) -> [ActivityID?] {
    var binding = [ActivityID?](repeating: nil, count: network.count)
    // Asking each target costs a sweep; in a large plan the day alone must do.
    guard named.count * network.count <= 4_000_000 else { return binding }
    for (id, position) in named {
      var alone = [Int32](repeating: noLimit, count: network.count)
      alone[position] = anchors[position]
      let late = LateDates(network, early, anchors: alone, deadlines: false)
      for place in 0..<network.count where binding[place] == nil && late.rows[2 * place + 1] != noLimit {
        if late.rows[2 * place] == all.rows[2 * place], late.rows[2 * place + 1] == all.rows[2 * place + 1] {
          binding[place] = id
        }
      }
    }
    return binding
  }

  /// The room of the link at a place in the plan.
  func room(of link: Link, at place: Int, _ outlook: Outlook) -> Room? {
    let network = outlook.network
    let (from, to) = (network.position(of: link.from), network.position(of: link.to))
    guard from >= 0, to >= 0 else { return nil }
    func float(_ early: EarlyDates, _ late: [Int32]?) -> WorkTime? {
      network.linkFloats(of: from, early, late: late).first { $0.link == place }?.float
    }
    func needed(_ early: EarlyDates, _ late: [Int32], _ ends: DayEnds) -> Day? {
      guard let float = float(early, late) else { return nil }
      let calendar = network.calendars[Int(network.calendar[from])]
      let leave = Instant(minutes: link.kind.leavesStart ? early.start(from) : early.finish(from))
      let limit =
        float < .zero ? calendar.before(-float, to: leave) : calendar.after(float, from: leave)
      guard let supplier = outlook.plan[link.from] else { return nil }
      let endsDay = link.lag == nil && (ends[to] || outlook.plan[link.to]?.kind == .finishMilestone)
      return link.kind.leavesStart && !supplier.kind.isMilestone
        ? limit.day : outlook.latestDay(of: supplier, by: limit.minutes, endsDay: endsDay)
    }
    let (first, last) = (outlook.schedule.first, outlook.schedule.last)
    return Room(
      needed: Readings(first: needed(first, late.first, ends.first), last: needed(last, late.last, ends.last)),
      target: binding[to],
      floatToMove: Readings(first: float(first, nil), last: float(last, nil)),
      floatToTarget: Readings(first: float(first, late.first), last: float(last, late.last)))
  }
}
