import ArgumentParser
import PlanFiles
import PlanModel
import PlanSimulation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many futures are drawn, and which: the same for every verb that simulates.
struct SamplingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many futures to draw (10,000 otherwise), rounded up to whole batches of 1,024.", valueName: "number"))
  var iterations: Int?

  @Option(help: ArgumentHelp("Which futures: the same seed gives the same bits everywhere.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "How evenly the futures are spread: plain (otherwise), lhs (Latin hypercube) or sobol; evener ones need fewer.",
      valueName: "way"))
  var sampling: SamplingWay?

  @Option(help: ArgumentHelp("Threads to use (all processors otherwise); changes no bit.", valueName: "number"))
  var threads: Int?

  /// Whether anything of it was given.
  var isGiven: Bool { iterations != nil || seed != nil || sampling != nil || threads != nil }

  /// - Parameters:
  ///   - isPaired: whether two plans must meet the same futures.
  ///   - usual: how many futures are drawn where the call does not say.
  /// - Throws: where a number is out of its range.
  func choice(
    _ loaded: LoadedPlan, isPaired: Bool = false, usual: Int = SamplingChoice.usual
  ) throws(InvalidInput) -> SamplingChoice {
    let asked = iterations ?? usual
    if isPaired, sampling == .sobol {
      // What matters most gets the first dimensions, and that differs from plan to plan.
      throw loaded.refusal(
        .badArgument, "sobol gives two plans different futures", "use plain or lhs to compare", of: "--sampling")
    }
    guard (1...SamplingChoice.most).contains(asked) else {
      throw loaded.refusal(
        .badArgument, "\(asked) iterations are none that can be drawn", "give 1 to \(SamplingChoice.most)",
        of: "--iterations")
    }
    if let threads, !(1...1024).contains(threads) {
      throw loaded.refusal(.badArgument, "\(threads) threads cannot run", "give 1 to 1024", of: "--threads")
    }
    return SamplingChoice(
      batches: (asked + Simulation.batchSize - 1) / Simulation.batchSize, seed: seed ?? 1,
      mode: sampling?.mode ?? .plain,
      threads: threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}

/// A way of drawing, as calls name it.
enum SamplingWay: String, CaseIterable, ExpressibleByArgument {
  case plain, lhs, sobol

  var mode: SamplingMode { SamplingMode(rawValue: rawValue) ?? .plain }
}

/// Which futures are drawn.
struct SamplingChoice {
  static let usual = 10_000
  /// The most for a precision that somebody wants.
  static let usualMost = 1_000_000
  static let most = 100_000_000

  let batches: Int
  let seed: UInt64
  var mode = SamplingMode.plain
  var threads = 1

  var iterations: Int { batches * Simulation.batchSize }

  /// The choice among the arguments of a manifest; threads change nothing and are left out.
  var manifest: [(String, JSONValue)] {
    [
      ("iterations", .integer(iterations)), ("seed", .string(String(seed))),
      ("generator", .string(Simulation.generator)), ("sampling", .string(mode.rawValue)),
    ]
  }
}
