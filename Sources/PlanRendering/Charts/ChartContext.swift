package import PlanComparison
import PlanModel

/// What every chart of an answer says beside the answer: whose plan, as of when, with what applied, and what it rests on.
package struct ChartContext {
  package let outlook: Outlook
  package let words: Words
  /// What the answer rests on and leaves open, under the picture.
  package let notes: [String]

  package init(_ outlook: Outlook, words: Words, notes: [String]) {
    self.outlook = outlook
    self.words = words
    self.notes = notes
  }

  var plan: Plan { outlook.plan }

  /// Whose plan, as of when, with what applied.
  var sayings: [String] {
    let names = plan.applied.map { plan.scenario(ScenarioID($0))?.title ?? $0 }
    return [words.title(of: plan)] + (names.isEmpty ? [] : [words.applied(names)])
  }

  /// What a node is called: an activity, a project, or else its id.
  func title(_ id: String) -> String {
    if let activity = plan[ActivityID(id)] { return activity.title }
    return plan[project: ProjectID(id)]?.title ?? id
  }

  func page(
    _ title: String, saying: [String] = [], legend: [ChartSign], notes own: [String] = [], width: Double = 1120,
    description: [String]
  ) -> ChartPage {
    ChartPage(
      title: title, subtitle: sayings + saying, legend: legend, notes: own + notes, language: words.language.rawValue,
      width: width, description: (sayings + saying + description).joined(separator: ". "))
  }

  /// An answer without anything to draw, said in words.
  func empty(_ title: String, _ text: String) -> SVGPicture {
    page(title, saying: [text], legend: [], description: []).picture { top, _ in ([], top) }
  }
}
