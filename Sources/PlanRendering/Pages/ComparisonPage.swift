public import PlanComparison
public import PlanModel

/// Two plans side by side as a web page of its own, for a steering group.
///
///     ComparisonPage(comparison, language: .norwegian, engine: "Milepost 0.1").html
///
/// The page needs no network and no script, prints on A4, and says in words whatever it says in colour.
public struct ComparisonPage: Sendable {
  /// The two plans and what differs between them; the page computes no dates of its own.
  public let comparison: Comparison
  /// The language of the page, and the display names of both plans.
  public let words: Words
  /// The name and version of the engine, as printed.
  public let engine: String
  /// What the plans are called in running text: "plan A", "plan B".
  public let labels: Pair<String>

  /// - Parameter labels: nil: the first scenario of each, up to its first dash, or else the name of the outlook.
  public init(_ comparison: Comparison, language: Language, engine: String, labels: Pair<String>? = nil) {
    self.comparison = comparison
    words = Words(language: language, names: Names(comparison.first.plan, comparison.second.plan))
    self.engine = engine
    if let labels {
      self.labels = labels
    } else {
      let (first, second) = (words.label(of: comparison.first), words.label(of: comparison.second))
      self.labels =
        first != second && !first.isEmpty && !second.isEmpty
        ? Pair(first, second) : words.unnamedSides
    }
  }

  /// The page as text.
  public var html: String {
    let title = words.sentence("\(labels.first) \(words.heading(.comparing)) \(labels.second)")
    let body: [HTML] = [
      header(title), summary, timeline, milestoneTable, gapTable, details, assumptions, undated, options,
    ]
    return HTMLPage(
      title: "\(title) – \(comparison.second.plan.name)", language: words.language.rawValue,
      head: [.style(PageStyle.css)], body: [.element("main", [], body)]
    ).source
  }

  /// The milestones that the plans are compared by: those that differ, and those with a target of their own; promises
  /// come first.
  var rows: [Comparison.Row] {
    let compared = comparison.milestones.filter { $0.isCompared }
    return compared.filter(\.isPromise) + compared.filter { !$0.isPromise }
  }
  /// The others.
  var otherRows: [Comparison.Row] { comparison.milestones.filter { !$0.isCompared } }

  /// Both plans with what they are called.
  var sides: [(outlook: Outlook, label: String)] {
    [(comparison.first, labels.first), (comparison.second, labels.second)]
  }

  func section(_ heading: Words.Heading, _ parts: [HTML]) -> HTML {
    .element("section", [], [.element("h2", [], [.text(words.heading(heading))])] + parts)
  }

  private func header(_ title: String) -> HTML {
    let plan = comparison.second.plan
    var facts: [(String, String)] = []
    if let status = plan.statusDate { facts.append((words.heading(.statusDate), words.fullDay(status))) }
    facts.append((words.heading(.engine), engine))
    return .element(
      "header", [],
      [
        .element("h1", [], [.text(title)]),
        .element("p", [Attribute("class", "muted")], [.text(plan.name)]),
        definitions(facts),
      ])
  }

  func definitions(_ facts: [(String, String)]) -> HTML {
    .element(
      "dl", [Attribute("class", "facts")],
      facts.map { name, value in
        .element("div", [], [.element("dt", [], [.text(name)]), .element("dd", [], [.text(value)])])
      })
  }

  /// The scenarios that made a plan, by their titles.
  func scenarios(of outlook: Outlook) -> [Scenario] {
    outlook.plan.applied.compactMap { outlook.plan.scenario(ScenarioID($0)) }
  }
}

extension Comparison.Row {
  fileprivate var isPromise: Bool { verdict.first != nil || verdict.second != nil }

  fileprivate var isCompared: Bool {
    if case .by? = activity.details.target { return true }
    return differs
  }
}

extension Words {
  /// `plan A` for a plan made by the scenario "Plan A – Bergen november 2023".
  fileprivate func label(of outlook: Outlook) -> String {
    let scenarios = ([ScenarioID(outlook.name)] + outlook.plan.applied.map { ScenarioID($0) })
      .compactMap { outlook.plan.scenario($0) }
    guard let title = scenarios.first?.title else { return outlook.name }
    let end = title.firstRange(of: " – ")?.lowerBound ?? title.firstIndex(of: ":") ?? title.endIndex
    let short = String(title[..<end])
    return short.hasPrefix("Plan ") ? "plan " + short.dropFirst(5) : short
  }
}
