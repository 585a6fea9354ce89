import PlanModel
import PlanSchedule

/// What it costs to ask "and if this slips by 30 days?" of a network that is scheduled already.
struct SlipProbes {
  let network: ProbeNetwork
  let feature: FeatureProbes.Feature
  static let questions = 1000

  /// The mean seconds of a delay and its undoing, the mean number of activities that move, and the seconds of a forward
  /// pass over all of them; some of the answers are compared with such a pass first.
  ///
  /// With them the seconds of a question with the float of the delayed to one milestone, and of the question that moves
  /// most.
  func times() throws -> (question: Double, moved: Double, pass: Double, withFloat: Double, worst: Double) {
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
    var most = (count: -1, index: asked[0])
    for index in asked {
      let count = try propagation.delay(index, by: month)
      propagation.undo()
      moved += count
      if count > most.count { most = (count, index) }
    }
    let question = try Probe.fastest {
      for index in asked {
        try propagation.delay(index, by: month)
        propagation.undo()
      }
    }
    var early = EarlyDates(compiled, .first)
    let pass = Probe.fastest { early.rerun(compiled) }
    let worst = try Probe.fastest {
      for _ in 0..<10 {
        try propagation.delay(most.index, by: month)
        propagation.undo()
      }
    }
    let withFloat = try timeWithFloat(&propagation, compiled, asked)
    let count = Double(SlipProbes.questions)
    return (question / count, Double(moved) / count, pass, withFloat / count, worst / 10)
  }

  /// The seconds of all questions, each with the float of what is delayed to what finishes last: what a sweep back from
  /// there has found before, less what the delay took.
  private func timeWithFloat(
    _ propagation: inout Propagation, _ compiled: Network, _ asked: [ActivityIndex]
  ) throws -> Double {
    if feature == .calendar { return .nan }  // Working time to the end is another after each delay.
    let plan = compiled.plan
    let schedule = Schedule(compiled)
    guard let last = schedule.activities.max(by: { $0.finish < $1.finish })?.id, let end = plan.index(of: last) else {
      return .nan
    }
    let floats = Floats(schedule, to: [last])
    let before = asked.map { floats[plan[$0].id, to: last]?.first?.total.minutes }
    let starts = asked.map { propagation.dates(of: $0).start }
    let finish = propagation.dates(of: end).finish
    let month = ElapsedTime(minutes: 30 * 1440)
    func float(_ place: Int, _ propagation: Propagation) -> Int32? {
      before[place].map { float in
        float + (propagation.dates(of: end).finish - finish).minutes
          - (propagation.dates(of: asked[place]).start - starts[place]).minutes
      }
    }
    for place in asked.indices.prefix(10) {
      try propagation.delay(asked[place], by: month)
      let again = Floats(Schedule(propagation.network), to: [last])[plan[asked[place]].id, to: last]?.first?.total
      guard float(place, propagation) == again?.minutes else {
        throw WrongAnswer(description: "the float of \(plan[asked[place]].id), seed \(network.seed)")
      }
      propagation.undo()
    }
    return try Probe.fastest {
      for place in asked.indices {
        try propagation.delay(asked[place], by: month)
        Probe.keep(float(place, propagation))
        propagation.undo()
      }
    }
  }
}
