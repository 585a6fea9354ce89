public import PlanComparison
public import PlanModel

/// The difference of two plans as a graph for people, and each plan alone with the same parts.
///
///     let picture = BetweenPicture(
///       level: .milestones, Pair(planA, planB), names: Pair("Plan A", "Plan B"), language: .norwegian)
///     let pages = try PageFit().pages(of: [picture.drawing, picture.first, picture.second])
///
/// Laid out together, the three keep everything still: only what differs differs. What has two dates shows both and the
/// difference; links that only one plan has differ in line and carry its letter; what is equal is grey.
///
/// - Complexity: O(activities + links) and a handful of passes for each plan, before any layout.
public struct BetweenPicture: Sendable {
  /// The difference.
  public private(set) var drawing: GraphDrawing
  /// The first plan, drawn as usual, with what the difference draws of it.
  public let first: GraphDrawing
  /// The second plan likewise.
  public let second: GraphDrawing
  /// Whether anything differs; where nothing does, the picture says so.
  public let differs: Bool

  /// Draws two solved plans.
  ///
  /// - Parameters:
  ///   - names: what the plans are called.
  ///   - options: as for ``SlipPicture``.
  ///   - gaps: those of either plan that may be work or buffer, and whether both readings give the same dates; said below.
  public init(
    level: GraphLevel, _ plans: Pair<Outlook>, names: Pair<String>, language: Language,
    options: DependencyPicture.Options = .init(), gaps: (open: [SizedGap], areTheSame: Bool) = ([], true)
  ) {
    let facts = BetweenFacts(plans, names: names, language: language, options: options)
    differs = facts.differs
    drawing =
      switch level {
      case .projects: BetweenProjectGraph(facts).drawing
      case .milestones: BetweenMilestoneGraph(facts).drawing
      }
    if !gaps.open.isEmpty {
      let words = Words(language: language, names: Names(plans.second.plan))
      drawing.footnotes.append(
        words.gapsInPicture(gaps.open, isSame: gaps.areTheSame, isMarked: false))
    }
    let drawn = Set(facts.selection.lines.map(\.id))
    func alone(_ outlook: Outlook, _ name: String, _ lines: [String: String]) -> GraphDrawing {
      var own = DependencyPicture.Options()
      (own.title, own.direction, own.scenario) = (options.title, options.direction, name)
      (own.onlyHard, own.hidesDone) = (options.onlyHard, false)
      if facts.differs {
        own.selection = .init(nodes: facts.selection.nodes, lines: lines.filter { drawn.contains($0.value) })
      }
      return DependencyPicture(level: level, outlook: outlook, language: language, options: own).drawing
    }
    first = alone(plans.first, names.first, facts.sharedNames.first)
    second = alone(plans.second, names.second, facts.sharedNames.second)
  }
}

extension DependencyPicture.Options {
  /// Which parts to draw, chosen by a picture of a difference.
  struct Selection: Hashable {
    /// Ids of activities.
    var nodes: Set<String>
    /// The ids that lines have in both plans, by those they have in this one.
    var lines: [String: String]
  }
}
