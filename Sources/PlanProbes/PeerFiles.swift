import Foundation
import PlanGraph
import PlanModel
import PlanSchedule

/// One network for other programs: its lists as files of 32-bit numbers, and our own times for it.
struct PeerFiles {
  let options: Options
  let network: ProbeNetwork

  init(_ options: Options) {
    self.options = options
    network = ProbeNetwork(options.shape, activities: options.activities, seed: options.seed)
  }

  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ name: String, _ numbers: [Int32]) throws {
      let data = numbers.withUnsafeBytes { Data($0) }
      try data.write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
    try write("durations", network.durations)
    try write("from", network.ends.map(\.from))
    try write("to", network.ends.map(\.to))
    try write("kinds", network.kinds.map { Int32($0.rawValue) })
    try write("lags", network.lags)
  }

  /// The sums are in the units of the lists, from the first day; on weekdays, in working days.
  func solve() throws {
    let passes = Passes(network, options.isOnWeekdays ? .weekdays : nil)
    let slow = SlowDates(network)
    _ = try passes.checked(slow)
    let times = try passes.times()
    let critical = network.durations.indices.count { slow.starts[$0] == slow.lateStarts[$0] }
    print(
      """
      {"build": \(times.build), "forward": \(times.forward), "backward": \(times.backward), \
      "forwardAgain": \(times.forwardAgain), "backwardAgain": \(times.backwardAgain), \
      "copy": \(Probe.copySeconds(moving: passes.forwardBytes)), "forwardBytes": \(passes.forwardBytes), \
      "finish": \(slow.finish), "starts": \(slow.starts.reduce(0, +)), "lateStarts": \(slow.lateStarts.reduce(0, +)), \
      "critical": \(critical)}
      """)
  }
}
