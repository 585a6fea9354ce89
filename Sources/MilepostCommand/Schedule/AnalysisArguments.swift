import ArgumentParser
import PlanFiles
import PlanModel
import PlanSchedule

/// Which closer looks `schedule` takes at a plan, in place of its table of dates.
struct AnalysisArguments: ParsableArguments {
  @Flag(help: "Every float of each activity, and the float of each of its links.")
  var floats = false

  @Flag(help: "What each activity costs the end in days, and whether a longer one would delay it or bring it forward.")
  var drag = false

  @Option(
    help: ArgumentHelp(
      "So many paths to the milestone of --to, the tightest first, each activity on one of them; 1 to 1000.",
      valueName: "count"))
  var paths: Int?

  @Option(
    name: .customLong("paths-by"),
    help: ArgumentHelp(
      "What makes the next path: the link that almost drives (free-float, unless said), or the one the end feels first.",
      valueName: "free-float|total-float"))
  var pathsBy: PathOption?

  /// By which float paths are told apart.
  enum PathOption: String, CaseIterable, ExpressibleByArgument {
    case freeFloat = "free-float"
    case totalFloat = "total-float"

    var option: FloatPaths.Option { self == .freeFloat ? .freeFloat : .totalFloat }
  }

  /// Whether any was asked for.
  var isAsked: Bool { floats || drag || paths != nil }

  /// The arguments of a manifest.
  var manifest: [(String, JSONValue)] {
    [
      ("floats", .bool(floats)), ("drag", .bool(drag)), ("paths", JSONValue(paths)),
      ("pathsBy", JSONValue(paths == nil ? nil : (pathsBy ?? .freeFloat).rawValue)),
    ]
  }

  /// Refuses what does not go together.
  func check(_ loaded: LoadedPlan, hasEnd: Bool, asksWhy: Bool) throws(InvalidInput) {
    if asksWhy, isAsked {
      throw loaded.refusal(
        .badArgument, "--why answers alone", "leave out --floats, --drag and --paths", of: "--why")
    }
    if let paths, !(1...1000).contains(paths) {
      throw loaded.refusal(
        .badArgument, "'\(paths)' is no number of paths", "give a number from 1 to 1000", of: "--paths")
    }
    if paths != nil, !hasEnd {
      throw loaded.refusal(.badArgument, "paths need an end", "name it with --to", of: "--paths")
    }
    if pathsBy != nil, paths == nil {
      throw loaded.refusal(.badArgument, "no paths are asked for", "say how many, as in --paths 5", of: "--paths-by")
    }
  }
}
