import PlanModel
import PlanSchedule

/// The drag of every activity of a plan.
struct DragProbes {
  let network: ProbeNetwork
  let feature: FeatureProbes.Feature

  /// The seconds for all of them, how many have any, and the seconds of one forward pass; after a few have been compared
  /// with plans in which the activity takes no time.
  func measured() throws -> (seconds: Double, mattering: Int, pass: Double) {
    let plan = FeatureProbes(network, feature).plan()
    let compiled = try Network(plan)
    let schedule = Schedule(compiled)
    var drags = Drags(schedule)
    let ids = plan.activities.map(\.id)
    let moving = ids.filter { drags[$0].map { $0.elapsed != .zero } ?? false }
    // By the clock: on a calendar work of no length may also stand where the work before it ends.
    for id in feature == .calendar ? [] : [ids.first, moving.first, moving.last, ids.last].compactMap({ $0 }) {
      guard let place = plan.index(of: id) else { continue }
      var without = plan
      without.activities[Int(place.value)].duration = Fact(Estimate(.minutes(0)))
      let finish = Schedule(try Network(without)).activities.map(\.finish).max()
      guard drags[id]?.without == finish else {
        throw WrongAnswer(description: "drag of \(id): \(drags[id] as Any), not to \(finish as Any)")
      }
    }
    // One run answers for all: it takes seconds where much moves.
    let seconds = Probe.fastest(budget: 0) { drags = Drags(schedule) }
    return (seconds, moving.count, Probe.fastest { Probe.keep(EarlyDates(compiled, .first)) })
  }
}
