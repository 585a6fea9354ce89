import PlanModel
import PlanSchedule

/// Which start milestones must be there by the end of a day, since what waits for them ends with it.
///
/// Midnight is one instant with two names. A start milestone that may come as late as midnight is there on the new day where work
/// then begins, but on the day before where what it lets happen is needed by the end of that day.
struct DayEnds {
  private let flags: [Bool]

  /// Whether the start milestone at a position must be there before its late instant's day begins.
  subscript(position: Int) -> Bool { flags[position] }

  /// - Complexity: O(activities + links).
  init(_ network: Network, _ late: LateDates) {
    var flags = [Bool](repeating: false, count: network.count)
    for position in stride(from: network.count - 1, through: 0, by: -1) {
      let row = 2 * position + 1
      guard late.rows[row] != noLimit, late.rows[row] % 1440 == 0,
        flags[position] || network.activity(position).kind == .finishMilestone
      else { continue }
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1]) {
        let source = Int(network.arcs[arc].row)
        guard network.arcs[arc].lag == 0, late.rows[source] == late.rows[row],
          network.activity(source / 2).kind == .startMilestone
        else { continue }
        flags[source / 2] = true
      }
    }
    self.flags = flags
  }
}
