public import PlanModel
import PlanSchedule

extension Simulation {
  /// How much of a date an activity's duration makes up: the mean of duration / (duration + float), futures weighted by how long
  /// the plan takes in them (Williams 1992). Nil for what takes no time, or has no path to the end.
  ///
  /// Floats are to the end itself, in working time; 1 for an activity that drives the end in every future.
  ///
  /// - Parameter batches: the futures to look at; a few are enough for two digits.
  /// - Complexity: O((activities + links) · futures), forward and backward.
  public func significance(of ids: [ActivityID], for end: ActivityID, batches: Range<Int>) -> [Double?] {
    let plan = model.network.plan
    guard let index = plan.index(of: end), !ids.isEmpty, !batches.isEmpty else { return ids.map { _ in nil } }
    let drawn = DrawnNetwork(self)
    let position = drawn.network.position(index)
    let places = ids.map { id in plan.index(of: id).map { drawn.network.position($0) } }
    let begin = EarlyDates(model.network, .first).rows.min() ?? 0
    var sums = [Double](repeating: 0, count: ids.count)
    var counts = [Int](repeating: 0, count: ids.count)
    var spans = 0.0
    var anchors = [Int32](repeating: noLimit, count: drawn.network.count)
    for batch in batches {
      for iteration in 0..<Batch.size {
        drawn.place(UInt32(truncatingIfNeeded: batch * Batch.size + iteration))
        anchors[position] = drawn.early.finish(position)
        let late = LateDates(drawn.network, drawn.early, anchors: anchors, deadlines: false)
        let span = Double(drawn.early.finish(position) - begin)
        spans += span
        for (place, own) in places.enumerated() {
          guard let own, let last = late.finish(own) else { continue }
          let duration = Double(drawn.network.duration[own])
          guard duration > 0 else { continue }
          let calendar = drawn.network.calendars[Int(drawn.network.calendar[own])]
          let float = max(
            0,
            Double(calendar.work(until: Instant(minutes: last)))
              - Double(calendar.work(until: Instant(minutes: drawn.early.finish(own)))))
          sums[place] += duration / (duration + float) * span
          counts[place] += 1
        }
      }
    }
    return ids.indices.map { counts[$0] == 0 || spans <= 0 ? nil : sums[$0] / spans }
  }
}
