import Foundation
import PlanModel
import PlanSchedule

/// Measures the kernels of the engine: the steps that its products do not show one by one.
///
///     swift run -c release PlanProbes                      checks, then measures, up to a million activities
///     swift run -c release PlanProbes --smoke              checks, up to ten thousand
///     swift run -c release PlanProbes lists FOLDER …       writes a network for other programs to read
///     swift run -c release PlanProbes solve …              prints the times and sums of one network as JSON
///     swift run -c release PlanProbes simulate …           the same of a simulation
///     swift run -c release PlanProbes slips FOLDER …       the same of slips, and writes which
///
/// Options: --largest N, --only WORD, --seed N (another every day), and for one network --shape S, --activities N,
/// --weekdays, --iterations N.
@main
struct PlanProbes {
  static func main() async throws {
    let options = Options(CommandLine.arguments.dropFirst())
    switch options.words.first {
    case "lists": try PeerFiles(options).write(to: options.words.dropFirst().first ?? ".")
    case "solve": try PeerFiles(options).solve()
    case "slips": try SlipPeer(options: options).run(in: options.words.dropFirst().first ?? ".")
    case "simulate": try await SimulationPeer(options: options).run()
    default: try Measurements(options).run()
    }
  }
}

/// The words and options of the command line.
struct Options {
  var words: [String] = []
  var isSmoke = false
  var isOnWeekdays = false
  var values: [String: String] = [:]

  init(_ arguments: some Sequence<String>) {
    var name: String?
    for argument in arguments {
      if let known = name {
        values[known] = argument
        name = nil
      } else if argument == "--smoke" {
        isSmoke = true
      } else if argument == "--weekdays" {
        isOnWeekdays = true
      } else if argument.hasPrefix("--") {
        name = String(argument.dropFirst(2))
      } else {
        words.append(argument)
      }
    }
  }

  /// Another every day, so that no shape is fitted to one network; every report names it.
  var seed: UInt64 {
    values["seed"].flatMap { UInt64($0) } ?? UInt64(Date().timeIntervalSince1970) / 86_400
  }
  var largest: Int { values["largest"].flatMap { Int($0) } ?? (isSmoke ? 10_000 : 1_000_000) }
  var activities: Int { values["activities"].flatMap { Int($0) } ?? 10_000 }
  var iterations: Int { values["iterations"].flatMap { Int($0) } ?? 10_000 }
  var shape: ProbeShape { values["shape"].flatMap { ProbeShape(rawValue: $0) } ?? .layered }
  func wants(_ name: String) -> Bool { values["only"].map { name.contains($0) } ?? true }
}
