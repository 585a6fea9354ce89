import ArgumentParser
import PlanComparison
import PlanModel

/// What of a plan moves dates: the same for every verb that computes them.
struct LogicArguments: ParsableArguments {
  /// What ``softLinks`` may be treated as.
  enum Strength: String, CaseIterable, ExpressibleByArgument { case soft, hard }

  @Flag(
    name: .customLong("ignore-planned"),
    help: "Dates by logic alone: planned dates of what has predecessors are left out.")
  var ignoresPlanned = false

  @Option(
    name: .customLong("treat-soft"),
    help: ArgumentHelp("As what soft links are computed; hard ones move dates.", valueName: "soft|hard"))
  var softLinks = Strength.soft

  /// The choice as a value.
  var choice: LogicChoice { LogicChoice(ignoresPlanned: ignoresPlanned, hardensSoft: softLinks == .hard) }
}

/// What of a plan moves dates.
struct LogicChoice {
  /// Planned dates count, soft links do not.
  static let usual = LogicChoice(ignoresPlanned: false, hardensSoft: false)

  var ignoresPlanned: Bool
  var hardensSoft: Bool

  /// A plan whose soft links are as strong as chosen, with the choice among what was applied to it.
  func links(of plan: Plan) -> Plan {
    var chosen = hardensSoft ? plan.treatingSoftLinksAsHard() : plan
    if ignoresPlanned { chosen.applied.append("--ignore-planned") }
    if hardensSoft { chosen.applied.append("--treat-soft hard") }
    return chosen
  }

  /// The choice among the arguments of a manifest.
  var manifest: [(String, JSONValue)] {
    [("ignorePlanned", .bool(ignoresPlanned)), ("treatSoft", .string(hardensSoft ? "hard" : "soft"))]
  }
}
