import PlanModel
import PlanSchedule
import PlanSimulation

/// A simulation of a made-up network whose durations are triangles from 0.75 to 1.75 of the listed ones.
struct SimulationProbes {
  let network: ProbeNetwork
  let calendars: Bool
  let model: RiskModel
  let certain: RiskModel

  init(_ network: ProbeNetwork, calendars: Bool = false) throws {
    self.network = network
    self.calendars = calendars
    var plan = FeatureProbes(network, .lags).plan()
    if calendars {
      let names = ["weekdays", "norway", "24h", "weekdays"]
      let activities = plan.activities
      for (place, var activity) in activities.enumerated() {
        activity.calendar = names[place / 8 % 4]
        plan.replace(ActivityIndex(place), with: activity)
      }
    }
    let lowered = try Network(plan)
    certain = RiskModel(certain: lowered)
    var model = certain
    for (position, index) in plan.activities.indices.enumerated() {
      guard case let estimate? = plan.activities[index].duration?.value,
        let minutes = plan.unitLengths.minutes(of: estimate.likely)
      else { continue }
      let likely = Double(minutes)
      model.setDuration(
        of: plan.activities[position].id,
        to: try .triangular(min: (0.75 * likely).rounded(), mode: likely, max: (1.75 * likely).rounded()))
    }
    self.model = model
  }

  struct Times {
    var all: Double
    var forward: Double
    /// Without drawing, the limit of what all can be.
    var propagation: Double
  }

  func times(batches: Int, on path: KernelPath) throws -> Times {
    let all = Simulation(model, on: path)
    let forward = Simulation(model, countingDriversOf: [], on: path)
    let propagation = Simulation(certain, countingDriversOf: [], on: path)
    guard all.isWide else { throw WrongAnswer(description: "the kernel does not follow the network") }
    return Times(
      all: Probe.fastest { Probe.keep(all.run(batches: 0..<batches)) },
      forward: Probe.fastest { Probe.keep(forward.run(batches: 0..<batches)) },
      propagation: Probe.fastest { Probe.keep(propagation.run(batches: 0..<batches)) })
  }
}
