import PlanModel
import Testing

import PlanSchedule

@Suite struct `Columns of a schedule` {
  @Test func `say of every activity what it says itself`() {
    var compared = 0
    for seed in 0..<400 {
      guard let network = try? Network(RandomPlans.everything(seed).0) else { continue }
      let schedule = Schedule(network)
      let activities = schedule.activities
      #expect(schedule.totalFloats == activities.map(\.totalFloat), "seed \(seed)")
      #expect(schedule.freeFloats == activities.map(\.freeFloat), "seed \(seed)")
      #expect(schedule.drivers == activities.map(\.placement.driver), "seed \(seed)")
      compared += activities.count
    }
    #expect(compared > 400)
  }
}
