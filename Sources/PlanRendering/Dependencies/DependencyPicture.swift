public import PlanComparison
public import PlanModel

/// What the nodes of a dependency picture are.
public enum GraphLevel: String, Hashable, Sendable, CaseIterable {
  /// Projects and the suppliers, platforms, bodies and buildings around them.
  case projects
  /// Milestones and activities, framed by project.
  case milestones
}

/// Who waits for whom, as a graph for people: one plan, solved, at one level.
///
///     let outlook = try Outlook(plan.applying(scenarios: ["plan-a"]))
///     var options = DependencyPicture.Options()
///     options.rows = ["T1.*"]
///     let drawing = DependencyPicture(level: .projects, outlook: outlook, language: .norwegian, options: options).drawing
///
/// Arrows lead from the one who must deliver to the one who depends. Strength is the style of a line, tightness its colour,
/// weight and sign; what has no date is drawn as unknown, never as slack and never as green. Cycles of projects are drawn as
/// they are. Equal plans give equal drawings.
///
/// - Complexity: O(activities + links + relations) and a handful of passes, before any layout.
public struct DependencyPicture: Sendable {
  /// Ready for any ``GraphLayout``.
  public let drawing: GraphDrawing

  /// Draws a solved plan.
  ///
  /// - Parameters:
  ///   - language: of all words that are not the plan's own.
  ///   - needs: at milestone level, gives everything before their milestone its last day.
  public init(
    level: GraphLevel, outlook: Outlook, language: Language, options: Options = Options(), needs: Needs? = nil
  ) {
    let facts = DependencyFacts(outlook, language: language, options: options)
    drawing =
      switch level {
      case .projects: ProjectGraph(facts, options).drawing
      case .milestones: MilestoneGraph(facts, options, needs).drawing
      }
  }

  /// What to draw, and what to leave out.
  /// The rows of printed tables that the dependencies of a plan carry, each once, in plan order: `T1.1`, `T1.2`.
  ///
  /// - Complexity: O(*n*) for *n* links and relations.
  public static func rows(of plan: Plan) -> [String] {
    var seen: Set<String> = []
    let links = plan.links.lazy.filter(\.hasDetails).compactMap(\.details.dependency.row)
    return (plan.relations.compactMap(\.dependency.row) + links).filter { seen.insert($0).inserted }
  }

  /// Whether a row is one of those that a pattern such as `T1.4` or `T1.*` asks for.
  public static func isRow(_ row: String, in pattern: String) -> Bool { DependencyFacts.row(row, matches: pattern) }

  /// What is drawn, and how much of it.
  public struct Options: Hashable, Sendable {
    /// Nil: a title of the picture's own.
    public var title: String?
    /// Ids of projects or activities to look from; empty: the whole plan.
    public var focus: [String] = []
    /// How many lines away from the focus to go, in either direction.
    public var steps = 1
    /// In pictures of a change, how many lines to go from what it touches; nil: one, or none where it touches much.
    public var around: Int?
    /// Only these parts, all of them.
    var selection: Selection?
    /// Only dependencies of these rows of the source's table, as `T1.4` or `T1.*`; empty: all.
    public var rows: [String] = []
    /// With ``rows``, keeps every link and every dependency between projects too, so that each project stays in the picture.
    public var keepsProjects = false
    /// Leaves out what is done and what waited for it.
    public var hidesDone = false
    /// Leaves out soft links and links that run together.
    public var onlyHard = false
    /// At milestone level, leaves out plain links that follow from a chain of others.
    public var leavesOutImplied = false
    /// At milestone level, draws relations too, from and to the projects and bodies they name.
    public var showsRelations = false
    /// Draws what nothing is tied to as well.
    public var showsIsolated = false
    /// Only what this milestone waits for.
    public var to: ActivityID?
    /// Scenarios or changes in force, for the reader; nil: those that the plan says were applied.
    public var scenario: String?
    /// Which way most arrows point.
    public var direction = GraphDrawing.Direction.leftToRight

    /// Everything, at its usual look.
    public init() {}
  }
}
