import Foundation
import PlanModel
import PlanSchedule

/// Slips of one network for other programs to answer: which activities, what all dates sum up to after some of them, and our
/// own times.
struct SlipPeer {
  let options: Options
  static let days: Int32 = 30
  /// The answers that are compared.
  static let compared = 20

  /// Writes the numbers of 1,000 activities as the file `asked` of the folder, and prints as JSON the seconds of a question
  /// and of a forward pass and, in days from the first day, the sums of early starts after each of the first questions.
  func run(in folder: String) throws {
    let network = ProbeNetwork(options.shape, activities: options.activities, seed: options.seed)
    let unit = network.unit(minutesPerDay: 1440)
    let compiled = try Network(FeatureProbes(network, .lags).plan())
    var propagation = Propagation(compiled)
    var numbers = SplitMix(seed: network.seed &+ 5)
    let asked = (0..<SlipProbes.questions).map { _ in Int32.random(in: 0..<Int32(options.activities), using: &numbers) }
    let data = asked.withUnsafeBytes { Data($0) }
    try data.write(to: URL(fileURLWithPath: folder).appendingPathComponent("asked"))
    let time = ElapsedTime(minutes: SlipPeer.days * unit)
    let begin = ProbeNetwork.start.start.minutes
    func sum() -> Int {
      network.durations.indices.reduce(0) { sum, place in
        sum + Int((propagation.dates(of: ActivityIndex(place)).start.minutes - begin) / unit)
      }
    }
    var sums: [Int] = []
    for place in asked.prefix(SlipPeer.compared) {
      try propagation.delay(ActivityIndex(Int(place)), by: time)
      sums.append(sum())
      propagation.undo()
    }
    var moved = 0
    let question = try Probe.fastest {
      moved = 0
      for place in asked {
        moved += try propagation.delay(ActivityIndex(Int(place)), by: time)
        propagation.undo()
      }
    }
    var early = EarlyDates(compiled, .first)
    let pass = Probe.fastest { early.rerun(compiled) }
    let count = Double(asked.count)
    print(
      """
      {"question": \(question / count), "moved": \(Double(moved) / count), "forward": \(pass), "sums": \(sums)}
      """)
  }
}
