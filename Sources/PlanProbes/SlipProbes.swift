import PlanModel
import PlanSchedule

/// What it costs to ask "and if this slips by 30 days?" of a network that is scheduled already.
struct SlipProbes {
  let network: ProbeNetwork
  let feature: FeatureProbes.Feature
  static let questions = 1000

  /// The mean seconds of a delay and its undoing, the mean number of activities that move, and the seconds of a forward
  /// pass over all of them; some of the answers are compared with such a pass first.
  func times() throws -> (question: Double, moved: Double, pass: Double) {
    let plan = FeatureProbes(network, feature).plan()
    let compiled = try Network(plan)
    var propagation = Propagation(compiled)
    let month = ElapsedTime(minutes: 30 * 1440)
    var numbers = SplitMix(seed: network.seed &+ 5)
    let asked = (0..<SlipProbes.questions).map { _ in
      ActivityIndex(Int.random(in: 0..<plan.activities.count, using: &numbers))
    }
    let before = propagation.first.rows
    for index in asked.prefix(20) {
      try propagation.delay(index, by: month)
      let slip = Change(.slip(plan[index].id, .elapsedDays(30)), text: "slip")
      guard propagation.first.rows == EarlyDates(try Network(plan.applying([slip])), .first).rows else {
        throw WrongAnswer(description: "a slip of \(plan[index].id) in \(network.shape), seed \(network.seed)")
      }
      propagation.undo()
    }
    guard propagation.first.rows == before else { throw WrongAnswer(description: "undo, seed \(network.seed)") }
    var moved = 0
    for index in asked {
      moved += try propagation.delay(index, by: month)
      propagation.undo()
    }
    let question = try Probe.fastest {
      for index in asked {
        try propagation.delay(index, by: month)
        propagation.undo()
      }
    }
    var early = EarlyDates(compiled, .first)
    let pass = Probe.fastest { early.rerun(compiled) }
    let count = Double(SlipProbes.questions)
    return (question / count, Double(moved) / count, pass)
  }
}
