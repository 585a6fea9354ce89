import PlanModel
import PlanSchedule

/// One reading of a solved plan, asked by activity.
struct Solved {
  let network: Network
  let early: EarlyDates

  init(_ network: Network, _ early: EarlyDates) {
    self.network = network
    self.early = early
  }

  /// A date of the pass: the start or the finish of an activity.
  struct Event: Hashable {
    let activity: ActivityID
    let isFinish: Bool
  }

  /// Nil where the plan has no such activity, or gives it no date.
  func position(of id: ActivityID) -> Int? {
    guard let index = network.plan.index(of: id) else { return nil }
    return network.position(index)
  }

  func date(of event: Event) -> Int32? {
    position(of: event.activity).map { early.rows[2 * $0 + (event.isFinish ? 1 : 0)] }
  }

  /// The event of a row.
  func event(_ row: Int) -> Event { Event(activity: network.activity(row / 2).id, isFinish: row % 2 == 1) }

  /// The arcs of hard links into a position.
  func arcs(into position: Int) -> Range<Int> {
    Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
  }

  func link(of arc: Int) -> Link { network.plan.links[Int(network.arcLink[arc])] }

  /// The arc into `position` of the same link as one of another plan: between the same activities, of the same kind, and
  /// where several are, with the same lag.
  func arc(like link: Link, into position: Int) -> Int? {
    let same = arcs(into: position).filter {
      let own = self.link(of: $0)
      return own.from == link.from && own.kind == link.kind
    }
    return same.first { self.link(of: $0).lag == link.lag } ?? same.first
  }
}
