public import Milepost

/// A made-up portfolio as plain tables, from which plans, files and the oracles' answers are made.
public struct Portfolio: Sendable {
  public struct Activity: Sendable {
    public var id: String
    public var name: String
    /// The place of its project, −1 for none.
    public var project: Int32
    public var isMilestone: Bool
    /// Working minutes; zero for milestones.
    public var low: Int32
    public var likely: Int32
    public var high: Int32
    /// First and last planned day of a milestone.
    public var planned: DateSpan?
  }

  public struct Link: Sendable {
    public var from: Int32
    public var to: Int32
    public var kind: Milepost.Link.Kind
    /// Minutes, working time on the predecessor's calendar unless elapsed.
    public var lag: Int32
    public var isLagElapsed: Bool
  }

  public struct Project: Sendable {
    public var id: String
    public var name: String
  }

  public let recipe: Recipe
  public let statusDate = Day(year: 2026, month: 1, day: 4)!
  public internal(set) var projects: [Project] = []
  public internal(set) var activities: [Activity] = []
  public internal(set) var links: [Link] = []
  /// The places of the activities, predecessors first.
  public internal(set) var order: [Int32] = []

  public init(_ recipe: Recipe) {
    self.recipe = recipe
    var numbers = SeededNumbers(seed: recipe.seed)
    if recipe.shape == .portfolio { makeProjects(&numbers) } else { makeNetwork(&numbers) }
  }
}
