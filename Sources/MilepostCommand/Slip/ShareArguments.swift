public import ArgumentParser
public import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// How the move of a date is divided among several changes.
struct ShareArguments: ParsableArguments {
  @Option(
    name: .customLong("shares"),
    help: ArgumentHelp(
      "How several changes share a move: in the order given, or by Shapley value.", valueName: "sequential|shapley"))
  var method = ChangeShares.Method.sequential

  @Option(
    name: .customLong("seed"),
    help: ArgumentHelp(
      "The seed for the orders that are drawn where more than \(ChangeShares.limit) changes share by Shapley value, or fewer in a large plan.",
      valueName: "number"))
  var seed: UInt64 = 1

  /// The shares in the moves that a report explains; nil where there is one change.
  func shares(in report: SlipReport, _ loaded: LoadedPlan) throws(InvalidInput) -> ChangeShares? {
    guard loaded.arguments.changes.count > 1 else { return nil }
    let (context, logic, gaps) = (loaded.dateContext, loaded.logic, loaded.knownGaps)
    do throws(InvalidPlan) {
      var changes: [Change] = []
      for text in loaded.arguments.changes {
        // They have been read before.
        guard let change = try? Change(text, context: context, evidence: Evidence(isWhatIf: true)) else { return nil }
        changes.append(change)
      }
      return try ChangeShares(
        of: changes, on: loaded.base.applying(scenarios: loaded.arguments.scenarios.map { ScenarioID($0) }),
        for: report.rows.filter { $0.ledger.first != nil }.map(\.id), by: method, seed: seed
      ) { plan throws(InvalidPlan) in
        let plan = logic.links(of: plan.takingAsWork(gaps))
        return try Network(logic.ignoresPlanned ? plan.withoutPlannedDates() : plan)
      }
    } catch {
      throw InvalidInput(error, places: loaded.places)
    }
  }

  /// The choice among the arguments of a manifest.
  var manifest: [(String, JSONValue)] {
    [("shares", .string(method.rawValue)), ("seed", .string(String(seed)))]
  }
}

extension ChangeShares.Method: ExpressibleByArgument {}
