import PlanFiles
import PlanModel

/// The scenarios and changes of a call, with every problem among them.
struct AskedChanges {
  private let document: PlanDocument
  private let arguments: PlanArguments
  private(set) var places: Places
  private var problems: [Diagnostic] = []
  /// The expression that begins at each place.
  private var expressions: [(label: String, text: String, origin: Origin)] = []

  init(_ document: PlanDocument, _ arguments: PlanArguments) {
    self.document = document
    self.arguments = arguments
    places = document.places
  }

  /// The scenarios in the order of the call.
  mutating func scenarios() -> [ScenarioID] {
    let names = document.plan.scenarios.map(\.id.text)
    for (index, name) in arguments.scenarios.enumerated() where !names.contains(name) {
      problems.append(
        Diagnostic(
          .unknownScenario, name, nearest(to: name, among: names) ?? "", names.joined(separator: ", "),
          at: places.add(argument: "--scenario \(index + 1)", column: 0)))
    }
    return arguments.scenarios.map { ScenarioID($0) }
  }

  /// The changes in the order of the call, as what-if facts.
  mutating func changes() -> [Change] { changes(arguments.changes, of: "--change") }

  /// Expressions of an argument that may come several times, as what-if facts.
  mutating func changes(_ texts: [String], of argument: String) -> [Change] {
    var changes: [Change] = []
    for (index, text) in texts.enumerated() {
      let label = "\(argument) \(index + 1)"
      let origin = places.add(argument: label, column: 1)
      expressions.append((label, text, origin))
      do throws(ChangeProblem) {
        changes.append(
          try Change(text, context: document.dateContext, evidence: Evidence(isWhatIf: true, origin: origin)))
      } catch {
        problems.append(error.located(at: places.add(argument: label, column: error.column)))
      }
    }
    return changes
  }

  /// Refuses the call if anything was wrong so far.
  func check() throws(InvalidInput) {
    if !problems.isEmpty { throw InvalidInput(problems, places: places) }
  }

  /// Problems of applying, those of expressions at the word that they are about.
  mutating func invalidInput(_ problem: InvalidPlan) -> InvalidInput {
    var diagnostics: [Diagnostic] = []
    for diagnostic in problem.diagnostics {
      guard let asked = expressions.first(where: { $0.origin.index == diagnostic.origin.index }),
        let name = diagnostic.values.first, let word = asked.text.firstRange(of: name)
      else {
        diagnostics.append(diagnostic)
        continue
      }
      let column = asked.text.distance(from: asked.text.startIndex, to: word.lowerBound) + 1
      diagnostics.append(
        Diagnostic(
          diagnostic.code, values: diagnostic.values, severity: diagnostic.severity,
          at: places.add(argument: asked.label, column: column), related: diagnostic.related))
    }
    return InvalidInput(InvalidPlan(diagnostics), places: places)
  }
}
