import PlanGraph
import PlanModel
import PlanSchedule

/// All rows, over shapes and growing sizes.
struct Measurements {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() throws {
    print("seed \(options.seed); every answer is compared with the slow dates before it is timed")
    Probe.row(["what", "activities", "links", "time", "beside"])
    for (number, shape) in ProbeShape.allCases.enumerated() where options.wants(shape.rawValue) {
      for size in [10, 1000, 10_000, 100_000, 1_000_000] where size <= options.largest {
        let network = ProbeNetwork(shape, activities: size, seed: options.seed + UInt64(number))
        let slow = SlowDates(network)
        if size < 10_000 {
          _ = try Passes(network).checked(slow)
          _ = try Passes(network, .weekdays).checked(slow)
        } else {
          try measure(network, slow)
        }
      }
    }
  }

  private func measure(_ network: ProbeNetwork, _ slow: SlowDates) throws {
    let (activities, links) = (network.durations.count, network.ends.count)
    func row(_ name: String, _ seconds: Double, _ beside: String = "") {
      Probe.row(["\(network.shape.rawValue): \(name)", "\(activities)", "\(links)", Probe.time(seconds), beside])
    }
    let days = Passes(network)
    _ = try days.checked(slow)
    let plain = try days.times()
    let copy = Probe.copySeconds(moving: days.forwardBytes)
    row("order + forward + backward", plain.fromLists, rate(links, plain.fromLists))
    row("of which order and structure", plain.build)
    row("forward again", plain.forwardAgain, beside(copy, days.forwardBytes, links, plain.forwardAgain))
    row("backward again", plain.backwardAgain, rate(links, plain.backwardAgain))
    let weekdays = Passes(network, .weekdays)
    _ = try weekdays.checked(slow)
    let worked = try weekdays.times()
    row("with a calendar", worked.fromLists, "\(Probe.ratio(worked.fromLists / plain.fromLists)) × days only")
    row(
      "forward again with a calendar", worked.forwardAgain,
      "\(Probe.ratio(worked.forwardAgain / plain.forwardAgain)) × days only, \(rate(links, worked.forwardAgain))")
    row(
      "both again with a calendar", worked.again,
      "\(Probe.ratio(worked.again / plain.again)) × days only, \(rate(links, worked.again))")
  }

  private func rate(_ links: Int, _ seconds: Double) -> String {
    "\(Probe.ratio(Double(links) / seconds / 1e6)) M links/s"
  }

  private func beside(_ copy: Double, _ bytes: Int, _ links: Int, _ seconds: Double) -> String {
    """
    \(Probe.ratio(seconds / copy)) × memcpy (\(Probe.ratio(Double(bytes) / copy / 1e9)) GB/s), \
    \(Probe.ratio(Double(bytes) / seconds / 1e9)) GB/s, \(rate(links, seconds))
    """
  }
}
