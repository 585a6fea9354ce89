import ArgumentParser
import PlanFiles
import PlanModel

/// What a shell completes from the plan that a call names: scenarios, activities, projects.
///
///     milepost schedule portfolio --scenario pl<Tab>      // plan-a, plan-b
///
/// A plan that cannot be read completes nothing; the call itself will say why.
enum PlanCompletion {
  static let scenarios = kind { $0.scenarios.map(\.id.text) }
  /// Scenarios, or the plan without one.
  static let sides = kind { ["base"] + $0.scenarios.map(\.id.text) }
  static let activities = kind { $0.activities.map(\.id.text) }
  static let milestones = kind { $0.activities.filter { $0.kind.isMilestone }.map(\.id.text) }
  static let projects = kind { $0.projects.map(\.id.text) }

  private static func kind(_ names: @escaping @Sendable (Plan) -> [String]) -> CompletionKind {
    .custom { words, _, prefix in
      guard let plan = plan(in: words) else { return [] }
      return names(plan).filter { $0.hasPrefix(prefix) }
    }
  }

  /// The plan that the words of a call name: the first that is no option and can be read as one.
  private static func plan(in words: [String]) -> Plan? {
    for word in words.dropFirst(2) where !word.isEmpty && !word.hasPrefix("-") {
      if let document = try? PlanReader().read(word) { return document.plan }
    }
    return nil
  }
}
