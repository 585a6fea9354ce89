public import PlanComparison
public import PlanModel

/// What a change moves, as a graph for people: who moved by how much, where it was absorbed, what it reached in vain.
///
///     let report = try SlipReport(before: outlook, after: slipped)
///     let drawing = SlipPicture(
///       level: .milestones, report: report, changes: ["amk-interregional.release-1-1 +6ew"], language: .norwegian
///     ).drawing
///
/// Drawn is what the change touches and, muted, what stands some lines around it (`options.steps`). What moved has both dates and
/// the difference, and an arrow as sign; what was reached and stays has "="; what was changed has "Δ". A link that takes all
/// of a slip up ends in a bar. Signs and words say everything that colours say.
///
/// - Complexity: O(activities + links), before any layout.
public struct SlipPicture: Sendable {
  /// Ready for any ``GraphLayout``.
  public let drawing: GraphDrawing

  /// Draws a slip.
  ///
  /// - Parameters:
  ///   - changes: as written in the call.
  ///   - language: of all words that are not the plan's own.
  ///   - range: what moves otherwise if gaps are work that may be either; said where it is so.
  ///   - options: `focus`, `to`, `steps`, `onlyHard` and `hidesDone` narrow the picture; `title` and `direction` are taken too.
  public init(
    level: GraphLevel, report: SlipReport, changes: [String], range: GapRange? = nil, language: Language,
    options: DependencyPicture.Options = .init()
  ) {
    let facts = SlipFacts(report, changes: changes, range: range, language: language, options: options)
    drawing =
      switch level {
      case .projects: SlipProjectGraph(facts).drawing
      case .milestones: SlipMilestoneGraph(facts).drawing
      }
  }
}
