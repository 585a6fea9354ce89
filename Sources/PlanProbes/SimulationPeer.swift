import Foundation
import PlanModel
import PlanSchedule
import PlanSimulation

/// The simulation of one network for other programs to be compared with: times of each path, and what came out, as JSON.
struct SimulationPeer {
  let options: Options

  func run() async throws {
    let batches = max(1, (options.iterations + 1023) / 1024)
    let network = ProbeNetwork(options.shape, activities: options.activities, seed: options.seed)
    var fields: [String] = []
    for calendars in [false, true] {
      let probes = try SimulationProbes(network, calendars: calendars)
      for path in KernelPath.available {
        let simulation = Simulation(probes.model, seed: options.seed, on: path)
        guard simulation.isWide else { throw WrongAnswer(description: "the kernel does not follow the network") }
        let futures = simulation.run(batches: 0..<batches)
        // Times of peers are for their own number of iterations; ours come in whole batches.
        let seconds =
          Probe.fastest { Probe.keep(simulation.run(batches: 0..<batches)) }
          * Double(options.iterations) / Double(batches * 1024)
        fields.append("\"\(path.rawValue)\(calendars ? "Calendars" : "")\": \(seconds)")
        if !calendars { fields.append(try forward(probes, path, batches)) }
        if path == .widest, !calendars { fields.append(try answers(futures, network)) }
      }
      if !calendars { fields.append(try await threads(probes.model, batches)) }
    }
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    fields.append("\"megabytes\": \(Double(usage.ru_maxrss) / 1024)")
    print("{" + fields.joined(separator: ", ") + "}")
  }

  /// Seconds of drawing and placing with the default generator and with Philox, and of placing alone, without drivers.
  private func forward(_ probes: SimulationProbes, _ path: KernelPath, _ batches: Int) throws -> String {
    let times = try probes.times(batches: batches, on: path)
    let simulation = Simulation(probes.model, seed: options.seed, countingDriversOf: [], on: path)
    let philox = try PhiloxProbe(simulation: simulation, path: path).seconds(batches: batches)
    return """
      "forward \(path.rawValue)": \(times.forward), "placing \(path.rawValue)": \(times.propagation), \
      "philox \(path.rawValue)": \(philox)
      """
  }

  /// Percentiles of the end in days from the start, and the mean criticality.
  private func answers(_ futures: Futures, _ network: ProbeNetwork) throws -> String {
    guard let finishes = futures.finishes(of: nil)?.map(\.minutes).sorted(), !finishes.isEmpty else {
      throw WrongAnswer(description: "no end")
    }
    let start = ProbeNetwork.start.start.minutes
    let percentiles = [0.1, 0.5, 0.8, 0.9].map { share in
      Double(finishes[min(finishes.count - 1, Int(share * Double(finishes.count)))] - start)
        / Double(network.unit(minutesPerDay: 1440))
    }
    let critical = network.durations.indices.reduce(0.0) {
      $0 + (futures.criticality(of: ActivityIndex($1), for: nil) ?? 0)
    }
    return "\"percentiles\": \(percentiles), \"critical\": \(critical / Double(network.durations.count))"
  }

  /// One thread and two, by the clock on the wall; the bits must be the same.
  private func threads(_ model: RiskModel, _ batches: Int) async throws -> String {
    let simulation = Simulation(model, seed: options.seed)
    var best = [Double.infinity, .infinity]
    let one = try await simulation.run(batches: 0..<(10 * batches), threads: 1)
    for _ in 0..<5 {
      for threads in [1, 2] {
        let begin = DispatchTime.now().uptimeNanoseconds
        let futures = try await simulation.run(batches: 0..<(10 * batches), threads: threads)
        best[threads - 1] = min(best[threads - 1], Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9)
        guard futures == one else { throw WrongAnswer(description: "\(threads) threads give other bits than one") }
      }
    }
    return "\"oneThread\": \(best[0]), \"twoThreads\": \(best[1])"
  }
}
